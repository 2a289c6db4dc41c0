//! Does anybody claim or believe such a value?

use crate::model::{Model, Name};
use crate::projection::Projection;
use crate::story::Story;

/// What stands behind a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// It lies between the lowest and the highest of a lever's claims, give or take half a step of its slider.
    Claimed,
    /// It lies between the low and the high case.
    Believed,
    /// It can be set, but no source of the story speaks of it.
    Beyond,
}

/// What stands behind `value` of the input at a place of the model's list.
#[must_use]
pub fn support(story: &Story, model: &Model, projection: &Projection, input: usize, value: f64) -> Support {
    let (low, high) = match model.inputs[input].name {
        Name::Lever(at) => {
            let lever = &story.levers.0[at].1;
            let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
            for claim in model.shown.claims[at].iter().filter_map(|slot| projection.slot(*slot)) {
                from = from.min(claim);
                to = to.max(claim);
            }
            if value >= from - lever.step / 2.0 && value <= to + lever.step / 2.0 {
                return Support::Claimed;
            }
            (Some(lever.low), Some(lever.high))
        }
        Name::Assumption(at) => (story.assumptions.0[at].1.low, story.assumptions.0[at].1.high),
        _ => (None, None),
    };
    let within = low.zip(high).is_some_and(|(low, high)| value >= low && value <= high);
    if within { Support::Believed } else { Support::Beyond }
}
