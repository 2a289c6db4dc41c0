//! All that a scenario comes to as comma separated values: the command line and the page write the same text.

use crate::ensemble::QUANTILES;
use crate::link::Digits;
use crate::model::Model;
use crate::projection::Projection;
use crate::say::Spread;
use crate::story::Story;

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
    let mut text = "quantity,unit".to_owned();
    for year in &model.years {
        cell(&mut text, &year.to_string());
    }
    for (at, (id, quantity)) in story.put_out() {
        begin(&mut text, &[id], &quantity.unit);
        for year in 0..model.years.len() {
            let value = projection.value(model, at, year);
            match (quantity.choice(value), value) {
                (Some((name, _)), _) => cell(&mut text, name),
                (None, value) => number(&mut text, value, digits),
            }
        }
        let Some(spread) = spread.filter(|_| quantity.choices.is_empty()) else { continue };
        let slots = &model.quantities[at].slots;
        for (name, quantile) in QUANTILES {
            begin(&mut text, &[id, ".", name], &quantity.unit);
            for year in 0..model.years.len() {
                let bands = slots.get(year).or(slots.first()).and_then(|slot| spread(*slot));
                number(&mut text, bands.as_ref().map(quantile), digits);
            }
        }
    }
    text.push('\n');
    text
}

fn begin(text: &mut String, name: &[&str], unit: &str) {
    text.push('\n');
    *text += &name.concat();
    cell(text, unit);
}

fn number(text: &mut String, value: Option<f64>, digits: Digits) {
    cell(text, &value.map(|value| digits.plain(value)).unwrap_or_default());
}

/// Names, units and numbers hold no commas.
fn cell(text: &mut String, value: &str) {
    text.push(',');
    *text += value;
}
