//! What would have to be true: the values of one input that bring an output to its target, all else as it is.

mod search;
mod support;

pub use support::{Support, support};

use crate::model::{Model, Slot};
use crate::scenario::Scenario;
use search::Search;

/// An output and what it shall be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// The output's slot: of a quantity in a year.
    pub slot: Slot,
    /// What it shall be, in the quantity's unit.
    pub target: f64,
}

/// How long is looked for an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Into how many equal parts the range is cut: two answers within one part can be overlooked.
    pub cells: u16,
    /// Steps towards the top of a hill that ends between two cuts.
    pub climb: u16,
}

impl Effort {
    /// For every frame of a drag: some forty projections an input.
    pub const DRAG: Self = Self { cells: 24, climb: 8 };
    /// For the answer that stays.
    pub const FULL: Self = Self { cells: 256, climb: 60 };
}

/// Values without a gap: from `low` to `high`, both within; a single value where they are equal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The lowest of them.
    pub low: f64,
    /// The highest of them.
    pub high: f64,
}

impl Stretch {
    /// The one of them that is nearest to `value`.
    #[must_use]
    pub fn nearest_to(&self, value: f64) -> f64 {
        value.max(self.low).min(self.high)
    }
}

/// The nearest that an output comes to its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearest {
    /// What the output is there.
    pub output: f64,
    /// Values of the input that bring it so near.
    pub at: Stretch,
}

/// What one input can do for a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The input's place in the model's list.
    pub input: usize,
    /// All values that reach the target, ascending; empty: it cannot.
    pub reached: Vec<Stretch>,
    /// Where none reaches it, the nearest to it; absent where the output has no value at all.
    pub nearest: Option<Nearest>,
}

/// Every value of `input` within its range with which the output is the target to a billionth. A lever that holds a path
/// is asked for the one value that would do in all years. Of whole numbers only such are given.
#[must_use]
pub fn solve(model: &Model, scenario: &Scenario, goal: Goal, input: usize, effort: Effort) -> Answer {
    let (reached, nearest) = Search::new(model, scenario, goal, input, effort).answer();
    Answer { input, reached, nearest }
}
