//! What a lever does to a number now.

use crate::model::{Model, Slot};
use crate::path::Path;
use crate::projection::project;
use crate::scenario::Scenario;

/// What a tenth more of the input at `at`, in every year, adds to a slot; a tenth less with its sign turned where more cannot be set. Absent where
/// neither changes the input, or one of the two numbers is absent.
#[must_use]
pub fn tenth_more(model: &Model, scenario: &Scenario, at: usize, slot: Slot) -> Option<f64> {
    let held = scenario.held(at);
    let now = project(model, scenario).slot(slot)?;
    for (share, sign) in [(1.1, 1.0), (0.9, -1.0)] {
        let mut moved = scenario.clone();
        let scaled = held.points().iter().map(|(year, value)| (*year, value * share)).collect();
        let scaled = Path::new(scaled).ok().filter(|scaled| *scaled != held);
        if scaled.is_some_and(|scaled| moved.set_path(model, at, scaled).is_ok()) {
            return Some(sign * (project(model, &moved).slot(slot)? - now));
        }
    }
    None
}
