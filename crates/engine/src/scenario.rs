//! The only state: a value for everything that can be set.

use crate::model::{Input, Model, Name};
use crate::nearest::did_you_mean;
use crate::path::{Path, PathError};
use thiserror::Error;

/// A value for every input of a model, and paths for those that the model lets vary over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// By slot: the inputs, then the years of those that may hold a path.
    values: Vec<f64>,
    /// What is held by those that do not have one value for all years.
    paths: Vec<(usize, Path)>,
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
    /// A path for what has one value for all years, in this model or by its nature.
    #[error("{id} takes one value for all years")]
    OneValue {
        /// What was set.
        id: String,
    },
    /// Points that make no path.
    #[error("{id}: {error}")]
    Path {
        /// What was set.
        id: String,
        /// What is wrong with them.
        error: PathError,
    },
}

impl Scenario {
    /// Everything at its default.
    #[must_use]
    pub fn default_of(model: &Model) -> Self {
        let mut values: Vec<f64> = model.inputs.iter().map(|input| input.default).collect();
        values.resize(model.program.inputs, 0.0);
        for at in model.paths() {
            model.put(&mut values, at, model.inputs[at].default);
        }
        Self { values, paths: Vec::new() }
    }

    /// The same for a model that is compiled for other paths. One that it does not hold gives way to its first value.
    #[must_use]
    pub fn in_model(&self, model: &Model) -> Self {
        let mut moved = Self::default_of(model);
        for at in 0..model.inputs.len() {
            model.put(&mut moved.values, at, self.values[at]);
        }
        for (at, path) in self.paths.iter().filter(|(at, _)| model.inputs[*at].yearly.is_some()) {
            moved.put_path(model, *at, path.clone());
        }
        moved
    }

    /// The values in the order of the model's inputs, behind them those by year. An input that holds a path has the value
    /// of the first projected year in its own place.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The path that an input holds, if it does not have one value for all years.
    #[must_use]
    pub fn path(&self, input: usize) -> Option<&Path> {
        self.paths.iter().find(|(at, _)| *at == input).map(|(_, path)| path)
    }

    /// What an input holds: its path, or one value for all years.
    #[must_use]
    pub fn held(&self, input: usize) -> Path {
        self.path(input).cloned().unwrap_or_else(|| Path::constant(self.values[input]))
    }

    /// True where two scenarios, of whatever models of a story, do not hold the same for an input.
    #[must_use]
    pub fn differs(&self, other: &Self, input: usize) -> bool {
        self.values[input] != other.values[input] || self.path(input) != other.path(input)
    }

    /// The places of the inputs in which two scenarios of one model differ.
    #[must_use]
    pub fn differences(&self, other: &Self, model: &Model) -> Vec<usize> {
        let differs = |slot: usize| self.values[slot] != other.values[slot];
        let within = |at: &usize| {
            let yearly = model.inputs[*at].yearly.map_or(0..0, |first| {
                let first = first as usize;
                first..first + model.years.len()
            });
            differs(*at) || yearly.into_iter().any(differs)
        };
        (0..model.inputs.len()).filter(within).collect()
    }

    /// Takes what another scenario of the same model holds for one input.
    pub fn take(&mut self, from: &Self, model: &Model, input: usize) {
        self.paths.retain(|(at, _)| *at != input);
        match from.path(input) {
            Some(path) => self.put_path(model, input, path.clone()),
            None => model.put(&mut self.values, input, from.values[input]),
        }
    }

    /// Sets a lever or an assumption by its name.
    ///
    /// # Errors
    /// An unknown name, a value outside its range, a fraction where only whole numbers fit.
    pub fn set(&mut self, model: &Model, id: &str, value: f64) -> Result<(), SetError> {
        self.set_at(model, settable(model, id)?, value)
    }

    /// Sets the input at a place of the model's list, for all years.
    ///
    /// # Errors
    /// A value outside its range, a fraction where only whole numbers fit.
    pub fn set_at(&mut self, model: &Model, at: usize, value: f64) -> Result<(), SetError> {
        fits(model, at, value)?;
        self.paths.retain(|(known, _)| *known != at);
        model.put(&mut self.values, at, plain(value));
        Ok(())
    }

    /// Sets a path at a place of the model's list. A level one is one value for all years.
    ///
    /// # Errors
    /// As those of [`Scenario::set_at`] for every point, and where the model has one value for all years there.
    pub fn set_path(&mut self, model: &Model, at: usize, path: Path) -> Result<(), SetError> {
        for (_, value) in path.points() {
            fits(model, at, *value)?;
        }
        if let Some(value) = path.level() {
            return self.set_at(model, at, value);
        }
        if model.inputs[at].yearly.is_none() || model.inputs[at].whole {
            return Err(SetError::OneValue { id: model.inputs[at].id.clone() });
        }
        self.paths.retain(|(known, _)| *known != at);
        self.put_path(model, at, path);
        Ok(())
    }

    fn put_path(&mut self, model: &Model, at: usize, path: Path) {
        self.values[at] = model.years.first().map_or(0.0, |year| plain(path.at(*year)));
        for (slot, year) in model.yearly(&mut self.values, at).iter_mut().zip(&model.years) {
            *slot = plain(path.at(*year));
        }
        let place = self.paths.iter().take_while(|(before, _)| *before < at).count();
        self.paths.insert(place, (at, path));
    }
}

/// The place of the lever or assumption called `id`; figures are published and not for setting.
///
/// # Errors
/// An unknown name.
pub fn settable(model: &Model, id: &str) -> Result<usize, SetError> {
    let can = |input: &&Input| !matches!(input.name, Name::Figure(_));
    model.input(id).filter(|at| can(&&model.inputs[*at])).ok_or_else(|| {
        let known = model.inputs.iter().filter(can).map(|input| input.id.as_str());
        SetError::Unknown { id: id.to_owned(), nearest: did_you_mean(id, known) }
    })
}

/// Checks a value for an input.
///
/// # Errors
/// A value outside its range, a fraction where only whole numbers fit.
pub fn fits(model: &Model, at: usize, value: f64) -> Result<(), SetError> {
    let input = &model.inputs[at];
    let (id, [low, high]) = (input.id.clone(), input.range);
    if !(value >= low && value <= high && value.is_finite()) {
        return Err(SetError::Range { id, value, low, high, unit: input.unit.clone() });
    }
    if input.whole && value.fract() != 0.0 {
        return Err(SetError::Whole { id, value, low, high });
    }
    Ok(())
}

/// A negative zero would print as such and differ from zero in its bits.
fn plain(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value }
}
