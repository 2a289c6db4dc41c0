//! What the reader believes about the assumptions: of each the range, and whether it is drawn at all.

use crate::model::Model;
use crate::scenario::{Scenario, SetError};

/// Of every input what is believed; levers and figures are never drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranges {
    ranges: Vec<Range>,
}

/// What is believed about one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The low end.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// Drawn for the bands, or held at its value.
    pub drawn: bool,
}

impl Ranges {
    /// As the story has them.
    #[must_use]
    pub fn default_of(model: &Model) -> Self {
        let ranges = model.inputs.iter().map(|input| {
            let [low, high] = input.belief.as_ref().map_or([input.default; 2], |belief| belief.range);
            Range { low, high, drawn: input.belief.as_ref().is_some_and(|belief| belief.draw.is_some()) }
        });
        Self { ranges: ranges.collect() }
    }

    /// What is believed about the input at a place of the model's list.
    #[must_use]
    pub fn of(&self, at: usize) -> Range {
        self.ranges[at]
    }

    /// Sets the range of an assumption, and draws it.
    ///
    /// # Errors
    /// An end outside what can be set, or ends the wrong way round, which leave everything as it was.
    pub fn set(&mut self, model: &Model, at: usize, [low, high]: [f64; 2]) -> Result<(), SetError> {
        let input = &model.inputs[at];
        let [least, most] = input.range;
        let range = |value, low, high| {
            Err(SetError::Range { id: input.id.clone(), value, low, high, unit: input.unit.clone() })
        };
        if !(low >= least && low <= most) {
            return range(low, least, most);
        }
        if !(high >= low && high <= most) {
            return range(high, low, most);
        }
        self.ranges[at] = Range { low, high, drawn: true };
        Ok(())
    }

    /// Holds an assumption at its value.
    pub fn hold(&mut self, at: usize) {
        self.ranges[at].drawn = false;
    }

    /// Draws an assumption from its range.
    pub fn free(&mut self, at: usize) {
        self.ranges[at].drawn = true;
    }

    /// The range of an input that is drawn, wide enough for its value; absent where it has one value only.
    #[must_use]
    pub fn drawn(&self, model: &Model, scenario: &Scenario, at: usize) -> Option<[f64; 2]> {
        let (range, value) = (self.ranges[at], scenario.values()[at]);
        let low = if value < range.low { value } else { range.low };
        let high = if value > range.high { value } else { range.high };
        // What may vary over the years has a path, not a belief.
        let can_be = model.inputs[at].belief.is_some() && model.inputs[at].yearly.is_none();
        (range.drawn && low < high && can_be).then_some([low, high])
    }

    /// How many assumptions vary.
    #[must_use]
    pub fn varying(&self, model: &Model, scenario: &Scenario) -> usize {
        (0..self.ranges.len()).filter(|at| self.drawn(model, scenario, *at).is_some()).count()
    }
}
