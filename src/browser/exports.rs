//! What a script in somebody else's page calls: it has the elements, and here are their pieces.

use super::El;
use crate::elements::{self, Wanted, explorer};
use crate::explorer::Explorer;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// Shows a piece in a place and gives its number; nothing where the story has nothing of that name. `languages` stand between
/// commas, the dearest first.
#[wasm_bindgen]
#[must_use]
pub fn show(
    group: &str,
    kind: String,
    of: String,
    year: Option<i32>,
    place: Element,
    languages: &str,
) -> Option<usize> {
    elements::show(group, Wanted { kind, of, year }, El::of(place), &listed(languages))
}

/// Takes a piece away.
#[wasm_bindgen]
pub fn hide(number: usize) {
    elements::hide(number);
}

/// The value of an input, or of a quantity in a year.
#[wasm_bindgen]
#[must_use]
pub fn get(group: &str, of: &str, year: Option<i32>) -> Option<f64> {
    elements::get(known(group)?, of, year)
}

/// Sets an input; false where it has no such value, and nothing changes.
#[wasm_bindgen]
#[must_use]
pub fn set(group: &str, of: &str, value: f64) -> bool {
    let input = known(group).and_then(|explorer| Some((explorer, explorer.model().input(of)?)));
    input.is_some_and(|(explorer, input)| explorer.set(input, value).is_ok())
}

/// The link of a group's state.
#[wasm_bindgen]
#[must_use]
pub fn link(group: &str) -> Option<String> {
    known(group).map(Explorer::link_of_now)
}

/// Shows the state that a link holds.
#[wasm_bindgen]
pub fn open(group: &str, link: &str) {
    if let Some(explorer) = known(group) {
        explorer.open_link(link, None);
        explorer.remember(None);
    }
}

/// The values of an input that bring a quantity to a target; absent where there are no such names.
#[wasm_bindgen]
#[must_use]
pub fn solve(group: &str, of: &str, year: Option<i32>, target: f64, input: &str) -> Option<Vec<f64>> {
    elements::solve(known(group)?, of, year, target, input)
}

/// What each difference between two links has to do with the gap in a quantity, as `name=share&…`.
#[wasm_bindgen]
#[must_use]
pub fn compare(group: &str, one: &str, other: &str, of: &str, year: Option<i32>) -> Option<String> {
    let parts = elements::compare(known(group)?, [one, other], of, year)?;
    let parts: Vec<String> =
        parts.into_iter().map(|(name, share)| format!("{name}={}", super::decimal(share))).collect();
    Some(parts.join("&"))
}

fn known(group: &str) -> Option<Explorer> {
    explorer(group, &[]).map(|(_, explorer)| explorer)
}

fn listed(languages: &str) -> Vec<String> {
    languages.split(',').map(str::to_owned).collect()
}
