//! What holds year by year, of a quantity whose values are choices: which limit binds.

use crate::browser::{El, decimal, effect, el};
use crate::explorer::Explorer;
use crate::ground::Shown;
use crate::number::{now, opens};
use crate::overridden::overridden;
use crate::take::{Taken, files};
use charts::Choice;
use std::cell::RefCell;

/// The strips under the charts: one a choice that is put out and may be another from year to year.
pub(crate) fn strips(explorer: Explorer) -> Vec<El> {
    let model = explorer.model();
    let choices = explorer
        .story()
        .put_out()
        .filter(|(at, (_, quantity))| !quantity.choices.is_empty() && model.quantities[*at].varies);
    choices.map(|(at, _)| strip(explorer, at)).collect()
}

/// A table that the style lays across, a place for every year.
fn strip(explorer: Explorer, at: usize) -> El {
    let model = &explorer.story().model.0;
    let (id, quantity) = &model[at];
    let rows = rows(explorer, at);
    let title = format!("title-{id}");
    let year = |(place, year): (usize, &i32)| {
        let year = year.to_string();
        let data: Vec<El> = rows
            .iter()
            .map(|row| el("data").set("data-quantity", &model[*row].0).set("data-year", &year))
            .collect();
        let cells = data.iter().map(|data| el("td").with([opens(data.clone())]));
        let line = el("tr").with([el("th").set("scope", "row").text(&year)]).each(cells);
        let (rows, class) = (rows.clone(), line.clone());
        let said = RefCell::new(vec![None; rows.len()]);
        effect(move || {
            for ((row, data), said) in rows.iter().zip(&data).zip(&mut *said.borrow_mut()) {
                let (value, text) = now(explorer, *row, place);
                let says = Some((value.map(f64::to_bits), text.clone()));
                if *said == says {
                    continue;
                }
                *said = says;
                let exact = value.map_or_else(String::new, decimal);
                data.say(&text);
                match model[*row].1.choice(value) {
                    Some((name, _)) => {
                        class.clone().class(&["c", &exact].concat());
                        data.clone().set("data-value", name);
                    }
                    None => drop(data.clone().set("data-value", &exact)),
                }
            }
        });
        line
    };
    let years = explorer.model().years.iter().enumerate().map(year);
    let column = |row: &usize| el("th").set("scope", "col").says(explorer.text(&model[*row].1.label));
    let head = el("tr").with([el("th").says(explorer.word("year"))]);
    let head = head.each(rows.iter().map(column));
    let table = el("table").with([el("thead").class("unseen").with([head]), el("tbody").each(years)]);
    el("section").class("strip").set("aria-labelledby", &title).with([
        el("h2").id(&title).says(explorer.text(&quantity.label)),
        el("p").says(move || lead(explorer, at)),
        overridden(explorer, rows.iter().copied().map(Shown::Quantity).collect()),
        table.clone(),
        files(explorer, Taken::Strip(at, table)),
    ])
}

/// The choice and what stands beside it, by their places.
fn rows(explorer: Explorer, at: usize) -> Vec<usize> {
    let model = &explorer.story().model;
    let beside = model.0[at].1.beside.as_ref().and_then(|id| model.position(id));
    [at].into_iter().chain(beside).collect()
}

/// What the choices mean, and what stands under them; follows the language.
pub(crate) fn lead(explorer: Explorer, at: usize) -> String {
    let model = &explorer.story().model.0;
    let mut lead = String::new();
    if let Some(note) = &model[at].1.note {
        lead += note.get(explorer.code());
    }
    for row in &rows(explorer, at)[1..] {
        lead += " ↓ ";
        lead += model[*row].1.label.get(explorer.code());
    }
    lead
}

/// The years of a strip as they stand now.
pub(crate) fn years(explorer: Explorer, at: usize) -> Vec<Choice> {
    let rows = rows(explorer, at);
    let year = |(place, year): (usize, &i32)| {
        let line = |row: Option<&usize>| row.map_or_else(String::new, |row| now(explorer, *row, place).1);
        let held = now(explorer, at, place).0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the place of a choice")]
        let held = held.map(|choice| choice as usize);
        Choice { place: held, lines: [year.to_string(), line(rows.first()), line(rows.get(1))] }
    };
    explorer.model().years.iter().enumerate().map(year).collect()
}
