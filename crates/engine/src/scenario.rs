//! The only state: a value for everything that can be set.

use crate::model::{Model, Name};
use crate::nearest::did_you_mean;
use thiserror::Error;

/// A value for every input of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    values: Vec<f64>,
}

/// Why a value was refused; the scenario stays as it was.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum SetError {
    /// Nothing that can be set is called so.
    #[error("nothing that can be set is called `{id}`{nearest}")]
    Unknown {
        /// As given.
        id: String,
        /// `; did you mean …`, or nothing.
        nearest: String,
    },
    /// Outside its range.
    #[error("{id} = {value} lies outside its range, {low} to {high} {unit}")]
    Range {
        /// What was set.
        id: String,
        /// To what.
        value: f64,
        /// Lowest that can be set.
        low: f64,
        /// Highest that can be set.
        high: f64,
        /// Of all these.
        unit: String,
    },
    /// A fraction where only whole numbers make sense.
    #[error("{id} = {value} is not a whole number; {low} to {high} can be set")]
    Whole {
        /// What was set.
        id: String,
        /// To what.
        value: f64,
        /// Lowest that can be set.
        low: f64,
        /// Highest that can be set.
        high: f64,
    },
}

impl Scenario {
    /// Everything at its default.
    #[must_use]
    pub fn default_of(model: &Model) -> Self {
        Self { values: model.inputs.iter().map(|input| input.default).collect() }
    }

    /// The values in the order of the model's inputs.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Sets a lever or an assumption by its name.
    ///
    /// # Errors
    /// An unknown name, a value outside its range, a fraction where only whole numbers fit.
    pub fn set(&mut self, model: &Model, id: &str, value: f64) -> Result<(), SetError> {
        let settable = |input: &&crate::model::Input| !matches!(input.name, Name::Figure(_));
        let at = model.input(id).filter(|at| settable(&&model.inputs[*at])).ok_or_else(|| {
            let known = model.inputs.iter().filter(settable).map(|input| input.id.as_str());
            SetError::Unknown { id: id.to_owned(), nearest: did_you_mean(id, known) }
        })?;
        self.set_at(model, at, value)
    }

    /// Sets the input at a place of the model's list.
    ///
    /// # Errors
    /// A value outside its range, a fraction where only whole numbers fit.
    pub fn set_at(&mut self, model: &Model, at: usize, value: f64) -> Result<(), SetError> {
        let input = &model.inputs[at];
        let (id, [low, high]) = (input.id.clone(), input.range);
        if !(value >= low && value <= high && value.is_finite()) {
            return Err(SetError::Range { id, value, low, high, unit: input.unit.clone() });
        }
        if input.whole && value.fract() != 0.0 {
            return Err(SetError::Whole { id, value, low, high });
        }
        // A negative zero would print as such and differ from zero in its bits.
        self.values[at] = if value == 0.0 { 0.0 } else { value };
        Ok(())
    }
}
