//! All that the reader has changed, as one value: what undo goes back to, and what leaves the page as a whole.

use crate::compare::Kept;
use crate::explorer::Explorer;
use crate::ground::Ground;
use engine::{Override, Ranges, Scenario};

/// The whole state of what is calculated; language, look and what is open are not part of it.
#[derive(Clone, PartialEq)]
pub(crate) struct Held {
    /// Levers, assumptions and figures.
    pub(crate) scenario: Scenario,
    /// The day whose articles count.
    pub(crate) date: String,
    /// Figures with another value, in the order in which they were given one.
    pub(crate) overrides: Vec<Override>,
    /// What is believed about the assumptions.
    pub(crate) ranges: Ranges,
    /// The draws' seed, where a link gave one.
    pub(crate) seed: Option<u32>,
    /// The kept scenario that changes are measured against, by its name, in place of the default.
    pub(crate) baseline: Option<(String, Scenario)>,
    /// The scenarios that are kept beside this one.
    pub(crate) kept: Vec<Kept>,
}

impl Held {
    /// A scenario on its ground, with others beside it.
    pub(crate) fn of(ground: &Ground, scenario: Scenario, ranges: Ranges, kept: Vec<Kept>) -> Self {
        let (date, overrides) = (ground.known.date.clone(), ground.overrides.clone());
        Self { scenario, date, overrides, ranges, seed: None, baseline: ground.baseline.clone(), kept }
    }

    /// True where both stand on the same day, the same figures and the same baseline.
    pub(crate) fn same_ground(&self, other: &Self) -> bool {
        self.date == other.date && self.overrides == other.overrides && self.baseline == other.baseline
    }

    /// True where they differ in inputs alone.
    pub(crate) fn same_but_inputs(&self, other: &Self) -> bool {
        self.same_ground(other) && self.ranges == other.ranges
    }
}

impl Explorer {
    /// The state as it is now.
    pub(crate) fn held(self) -> Held {
        let scenario = self.scenario.get_untracked();
        let (ranges, kept) = (self.draws.ranges.get_untracked(), self.kept.get_untracked());
        let held = self.ground.with_untracked(|ground| Held::of(ground, scenario, ranges, kept));
        Held { seed: self.draws.seed.get_untracked(), ..held }
    }

    /// Shows another state, whole. Whether it is remembered is for the caller to say.
    pub(crate) fn hold(self, held: &Held) {
        let now = self.held();
        if !now.same_ground(held) {
            self.stand_on(&held.date, held.overrides.clone(), held.baseline.clone());
        }
        if now.kept != held.kept {
            self.kept.set(held.kept.clone());
        }
        if self.draws.ranges.with_untracked(|ranges| *ranges != held.ranges) {
            self.draws.ranges.set(held.ranges.clone());
        }
        if now.seed != held.seed {
            self.draws.seed.set(held.seed);
        }
        self.scenario.set(held.scenario.clone());
    }
}
