//! Where a number comes from: its equation, the same with the numbers filled in, and the operands with what each of them is.

mod through_time;
mod walk;
mod written;

pub use written::Writing;

use crate::expr::{ExprError, parse};
use crate::model::{Model, Names};
use crate::nearest::did_you_mean;
use crate::projection::Projection;
use crate::scenario::Scenario;
use crate::story::Story;
use thiserror::Error;
use walk::Walk;

/// How one value of a quantity comes about. Computed operands open further: explain them by their name and year.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The quantity.
    pub id: String,
    /// The year of the value; none where the quantity has a single value.
    pub year: Option<i32>,
    /// The quantity's unit, as the story writes it.
    pub unit: String,
    /// The equation, as the story writes it.
    pub equation: String,
    /// The equation with its operands in their places; functions that reach over years are written out year by year.
    pub filled: Vec<Piece>,
    /// Every operand once, in the order of the equation.
    pub operands: Vec<Operand>,
    /// What the equation gives for these operands, absent where it has no meaning.
    pub result: Option<f64>,
    /// What the projection holds for the quantity.
    pub projected: Option<f64>,
    /// True where both are the same, bit by bit. Where they are not, the explanation is not to be trusted.
    pub agrees: bool,
}

/// A part of a filled equation.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Operators, brackets, function names and numbers that no operand stands for.
    Text(String),
    /// The value of the operand at this place.
    Operand(usize),
}

/// Something that an equation takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Operand {
    /// What it is.
    pub kind: OperandKind,
    /// Its name; of a constant `year`, the series that has no figure for the year, or nothing.
    pub id: String,
    /// Its unit, as the story writes it; empty for a nought, which fits every unit.
    pub unit: String,
    /// Its value in that unit, absent where it has no meaning.
    pub value: Option<f64>,
    /// The year of a value that varies and of a figure in a series.
    pub year: Option<i32>,
    /// False where it stands only in a branch of `if` that was not taken, so that it did not count.
    pub counts: bool,
}

/// Kinds of operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperandKind {
    /// Decided by the reader.
    Lever,
    /// Believed.
    Assumption,
    /// Published or inferred.
    Figure,
    /// A quantity: it has an explanation of its own.
    Computed,
    /// Written in the equation.
    Constant,
}

impl OperandKind {
    /// The kind's name among the story's words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Lever => "operand_lever",
            Self::Assumption => "operand_assumption",
            Self::Figure => "operand_figure",
            Self::Computed => "operand_computed",
            Self::Constant => "operand_constant",
        }
    }
}

/// Why there is no explanation.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ExplainError {
    /// No quantity is called so.
    #[error("there is no quantity `{id}`{nearest}")]
    Unknown {
        /// As given.
        id: String,
        /// `; did you mean …`, or nothing.
        nearest: String,
    },
    /// A quantity that varies by year, without a year.
    #[error("`{id}` varies by year; name one from {first} to {last}")]
    YearMissing {
        /// The quantity.
        id: String,
        /// First projected year.
        first: i32,
        /// Last projected year.
        last: i32,
    },
    /// A year outside the projection.
    #[error("{year} is not projected; years run from {first} to {last}")]
    Year {
        /// As given.
        year: i32,
        /// First projected year.
        first: i32,
        /// Last projected year.
        last: i32,
    },
    /// An equation that cannot be read: the story is not the one that the model was compiled from.
    #[error("the equation of `{id}` cannot be walked: {error}")]
    Equation {
        /// The quantity.
        id: String,
        /// What is wrong with it.
        error: ExprError,
    },
}

/// Explains the value of the quantity `id` in `year`, which a single value does not need. Values of quantities are taken
/// from `projection`, everything that is set from `scenario`.
///
/// # Errors
/// An unknown quantity, a year that is missing or not projected, a story that does not belong to the model.
pub fn explain(
    story: &Story,
    model: &Model,
    projection: &Projection,
    scenario: &Scenario,
    id: &str,
    year: Option<i32>,
) -> Result<Explanation, ExplainError> {
    let unknown = || {
        let known = model.quantities.iter().map(|quantity| quantity.id.as_str());
        ExplainError::Unknown { id: id.to_owned(), nearest: did_you_mean(id, known) }
    };
    let at = story.model.position(id).ok_or_else(unknown)?;
    let computed = model.quantities.get(at).filter(|computed| computed.id == id).ok_or_else(unknown)?;
    let (first, last) = (story.about.first_year, story.about.last_year);
    if let Some(year) = year.filter(|year| !(first..=last).contains(year)) {
        return Err(ExplainError::Year { year, first, last });
    }
    let year = match (computed.varies, year) {
        (true, None) => return Err(ExplainError::YearMissing { id: id.to_owned(), first, last }),
        (true, year) => year,
        (false, _) => None,
    };
    let quantity = &story.model.0[at].1;
    let names = Names::new(story);
    let mut walk = Walk::new(&names, model, projection, scenario);
    let result = parse(&quantity.value).and_then(|equation| walk.chosen(Some(at), &equation, year, 0));
    let result = result.map_err(|error| ExplainError::Equation { id: id.to_owned(), error })?;
    let projected = walk.projected(at, year);
    Ok(Explanation {
        id: id.to_owned(),
        year,
        unit: quantity.unit.clone(),
        equation: quantity.value.clone(),
        filled: walk.filled,
        operands: walk.operands,
        result: present(result),
        projected: present(projected),
        // Not a number has many bit patterns, all of which mean the same.
        agrees: result.to_bits() == projected.to_bits() || result.is_nan() && projected.is_nan(),
    })
}

/// What a reader sees of a value: absent unless it is finite.
fn present(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}
