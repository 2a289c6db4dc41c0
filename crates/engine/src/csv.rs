//! All that a scenario comes to as comma separated values: the command line and the page write the same text.

use crate::ensemble::{Bands, QUANTILES};
use crate::link::Digits;
use crate::model::Model;
use crate::projection::Projection;
use crate::say::Spread;
use crate::story::{Quantity, Story};

/// One line a quantity that is put out: name, unit, a value a year with all its digits, empty where it is absent. With `spread` the
/// bands of each number follow in lines of their own, `income.p10` to `income.p90`.
#[must_use]
pub fn csv(
    story: &Story,
    model: &Model,
    projection: &Projection,
    digits: Digits,
    spread: Option<&Spread>,
) -> String {
    let years = || 0..model.years.len();
    let mut text = "quantity,unit".to_owned();
    for year in &model.years {
        cell(&mut text, &year.to_string());
    }
    text.push('\n');
    for (at, (id, quantity)) in story.put_out() {
        line(
            &mut text,
            &[id],
            quantity,
            years().map(|year| {
                let value = projection.value(model, at, year);
                match quantity.choice(value) {
                    Some((name, _)) => name.to_owned(),
                    None => value.map(|value| digits.plain(value)).unwrap_or_default(),
                }
            }),
        );
        let Some(spread) = spread.filter(|_| quantity.choices.is_empty()) else { continue };
        let bands: Vec<Option<Bands>> = model.quantities[at].slots.iter().map(|slot| spread(*slot)).collect();
        for (name, quantile) in QUANTILES {
            line(
                &mut text,
                &[id, ".", name],
                quantity,
                years().map(|year| {
                    let bands = bands.get(year).or(bands.first()).and_then(Option::as_ref);
                    bands.map(|bands| digits.plain(quantile(bands))).unwrap_or_default()
                }),
            );
        }
    }
    text
}

fn line(text: &mut String, name: &[&str], quantity: &Quantity, cells: impl Iterator<Item = String>) {
    *text += &name.concat();
    cell(text, &quantity.unit);
    for value in cells {
        cell(text, &value);
    }
    text.push('\n');
}

/// Names, units and numbers hold no commas.
fn cell(text: &mut String, value: &str) {
    text.push(',');
    *text += value;
}
