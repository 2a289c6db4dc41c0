//! What a lever does to a number now.

use crate::model::{Model, Slot};
use crate::projection::project;
use crate::scenario::Scenario;

/// What a tenth more of the input at `at` adds to a slot; a tenth less with its sign turned where more cannot be set. Absent where
/// neither changes the input, or one of the two numbers is absent.
#[must_use]
pub fn tenth_more(model: &Model, scenario: &Scenario, at: usize, slot: Slot) -> Option<f64> {
    let value = *scenario.values().get(at)?;
    let now = project(model, scenario).slot(slot)?;
    for (share, sign) in [(1.1, 1.0), (0.9, -1.0)] {
        let mut moved = scenario.clone();
        if value != 0.0 && moved.set_at(model, at, value * share).is_ok() {
            return Some(sign * (project(model, &moved).slot(slot)? - now));
        }
    }
    None
}
