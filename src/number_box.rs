//! A box for the exact value: comma and point, the page language's sign first.

use crate::browser::{El, decimal_sign, el, number, set_box, without_dust, written};
use crate::explorer::Explorer;
use crate::state::State;
use engine::say::typed;
use leptos::prelude::*;

/// Why a typed value was not taken.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refused {
    /// It is not a number.
    Unreadable(String),
    /// It lies outside, or is a fraction where only whole numbers fit.
    Outside,
}

/// The box of the input at place `input`, to be named `id`; what is wrong stands under `<id>-problem` and goes to `refused`.
pub(crate) fn number_box(explorer: Explorer, input: usize, id: &str, refused: State<Option<Refused>>) -> El {
    let unit = &explorer.model().inputs[input].unit;
    el("input")
        .set("type", "text")
        .set("inputmode", "decimal")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .id(id)
        .set("aria-describedby", &format!("{id}-problem"))
        .maybe("aria-invalid", move || refused.with(Option::is_some).then(|| "true".to_owned()))
        .shows(move || explorer.voice().exact(explorer.value(input), unit))
        .on("change", move |event| {
            let result = untrack(|| take(explorer, input, &written(event)));
            if let Ok(value) = result {
                // Also where the value stays the same: `30000` becomes `30,000`.
                set_box(event, &untrack(|| explorer.voice().exact(value, unit)));
            }
            refused.set(result.err());
        })
}

fn take(explorer: Explorer, input: usize, written: &str) -> Result<f64, Refused> {
    let value = read(explorer, &explorer.model().inputs[input].unit, written)?;
    explorer.set(input, value).map_err(|_| Refused::Outside)?;
    Ok(value)
}

/// The value that somebody has written, in a unit as the story stores it.
///
/// # Errors
/// What is no number.
pub(crate) fn read(explorer: Explorer, unit: &str, written: &str) -> Result<f64, Refused> {
    let read = typed(written, decimal_sign(explorer.code())).and_then(|plain| number(&plain));
    let value = read.ok_or_else(|| Refused::Unreadable(written.to_owned()))?;
    let scale = explorer.voice().unit(unit).scale;
    Ok(if scale == 1.0 { value } else { without_dust(value / scale) })
}
