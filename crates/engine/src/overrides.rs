//! Figures that the reader gives another value, each with a reason.

use crate::model::Model;
use crate::nearest::did_you_mean;
use crate::reach::Reach;
use crate::scenario::Scenario;
use crate::story::Story;
use thiserror::Error;

/// Another value for a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Override {
    /// The figure's name.
    pub figure: String,
    /// Its value, in the figure's unit.
    pub value: f64,
    /// Why; may be empty.
    pub reason: String,
    /// Where the value stands, an address; may be empty.
    pub address: String,
}

/// Why a figure was not overridden; the scenario stays as it was.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum OverrideError {
    /// No figure is called so.
    #[error("there is no figure `{figure}`{nearest}")]
    Unknown {
        /// As given.
        figure: String,
        /// `; did you mean …`, or nothing.
        nearest: String,
    },
    /// A date or a magnitude, which no equation can use.
    #[error("`{figure}` has no number, so nothing is calculated from it")]
    NoNumber {
        /// The figure.
        figure: String,
    },
    /// No quantity depends on it.
    #[error("`{figure}` feeds no equation{instead}")]
    FeedsNothing {
        /// The figure.
        figure: String,
        /// `; these rest on it and can be set: …`, or nothing.
        instead: String,
    },
    /// Not a number, or infinite.
    #[error("{value} is no value for the figure `{figure}`")]
    Value {
        /// The figure.
        figure: String,
        /// As given.
        value: f64,
    },
}

impl Override {
    /// Sets the value in a scenario.
    ///
    /// # Errors
    /// An unknown figure, one without a number, one that feeds no equation, a value that is no number.
    pub fn apply(&self, story: &Story, model: &Model, scenario: &mut Scenario) -> Result<(), OverrideError> {
        let figure = self.figure.clone();
        if story.figures.position(&figure).is_none() {
            let nearest = did_you_mean(&figure, story.figures.names());
            return Err(OverrideError::Unknown { figure, nearest });
        }
        let Some(at) = model.figure(&figure) else { return Err(OverrideError::NoNumber { figure }) };
        if !Reach::of(model, &[at]).feeds(model) {
            let instead = instead(story, &figure);
            return Err(OverrideError::FeedsNothing { figure, instead });
        }
        scenario.set_at(model, at, self.value).map_err(|_| OverrideError::Value { figure, value: self.value })
    }
}

/// The assumptions that rest on a figure: what its reader may want to set.
fn instead(story: &Story, figure: &str) -> String {
    let resting =
        story.assumptions.iter().filter(|(_, assumption)| assumption.figures.iter().any(|id| id == figure));
    let names: Vec<String> = resting.map(|(id, _)| format!("`{id}`")).collect();
    if names.is_empty() {
        String::new()
    } else {
        format!("; these rest on it and can be set: {}", names.join(", "))
    }
}
