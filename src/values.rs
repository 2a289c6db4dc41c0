//! What the inputs hold, by their places: who follows one is left alone while others move.

use crate::explorer::Explorer;
use crate::ground::Ground;
use crate::state::{Derived, State};
use engine::{Path, Scenario};

/// What each of the first `count` inputs holds.
pub(crate) fn each_alone(count: usize, scenario: State<Scenario>) -> Vec<Derived<Path>> {
    let alone = |input| Derived::new(move |_| scenario.with(|scenario| scenario.held(input)));
    (0..count).map(alone).collect()
}

/// Which of them differ from their starts, in their order: levers, assumptions, figures.
pub(crate) fn changes(count: usize, scenario: State<Scenario>, ground: State<Ground>) -> Derived<Vec<usize>> {
    Derived::new(move |_| {
        let start = |now: &Scenario, ground: &Ground| {
            (0..count).filter(|input| now.differs(&ground.start, *input)).collect()
        };
        scenario.with(|now| ground.with(|ground| start(now, ground)))
    })
}

impl Explorer {
    /// What an input holds over the years, if not one value; follows the input.
    pub(crate) fn path(self, input: usize) -> Option<Path> {
        self.values[input].with(|_| self.scenario.with_untracked(|scenario| scenario.path(input).cloned()))
    }

    /// What an input holds over the years; follows the input.
    pub(crate) fn over_years(self, input: usize) -> Path {
        self.values[input].get()
    }

    /// The value of an input, of a path the first; follows the input.
    pub(crate) fn value(self, input: usize) -> f64 {
        self.values[input].with(|_| self.scenario.with_untracked(|scenario| scenario.values()[input]))
    }

    /// Where an input starts; follows the day.
    pub(crate) fn start(self, input: usize) -> f64 {
        self.ground.with(|ground| ground.start.values()[input])
    }

    /// True where an input differs from its start; follows which inputs do.
    pub(crate) fn changed(self, input: usize) -> bool {
        self.changes.with(|changes| changes.contains(&input))
    }
}
