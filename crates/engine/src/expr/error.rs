//! What can be wrong with an expression, and where.

use super::Span;
use thiserror::Error;

/// A problem and its place.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{problem}")]
pub struct ExprError {
    /// Where, in the expression's text.
    pub span: Span,
    /// What.
    pub problem: ExprProblem,
    /// Has no value: in the page there is no such error, and no code that hands it on.
    #[cfg(target_arch = "wasm32")]
    none: std::convert::Infallible,
}

impl ExprError {
    /// A problem and its place.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn new(span: Span, problem: impl FnOnce() -> ExprProblem) -> Self {
        Self { span, problem: problem() }
    }

    /// Ends the program: the story was checked where the page was built. The page's own script then brings the static page back.
    #[cfg(target_arch = "wasm32")]
    pub fn new(_: Span, _: impl FnOnce() -> ExprProblem) -> Self {
        std::process::abort()
    }
}

/// What is wrong, and what would fit.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ExprProblem {
    /// A character that begins nothing.
    #[error("`{0}` does not belong here; an expression has numbers, names, + - * / ^, comparisons and calls")]
    Character(char),
    /// Digits that are no number.
    #[error("`{0}` is not a number; write it like 1.4 or 1e9, with 15 digits at most")]
    Number(String),
    /// A bracket or quote that is not closed.
    #[error("`{0}` is not closed")]
    Unclosed(char),
    /// Something else should stand here.
    #[error("expected {expected}, found {found}")]
    Expected {
        /// What would fit.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// Deeper than anybody can read.
    #[error("nested more than {0} deep; give a part of it a name of its own")]
    Deep(usize),
    /// Longer than anybody can read.
    #[error("more than {0} numbers, names and signs; give a part of it a name of its own")]
    Long(usize),
    /// Equations that lead from one to the next further than can be followed.
    #[error(
        "opened more than {0} parts deep from here; a sum of all years, or fewer equations on the way, would fit"
    )]
    Chain(usize),
    /// Functions over years within functions over years.
    #[error("compiling takes more than {0} parts; functions over all years within each other multiply")]
    Parts(usize),
    /// A unit that cannot be read.
    #[error("`{0}` is not a unit; write it like GW, B$/yr or kW/chips")]
    Unit(String),
    /// A function that does not exist.
    #[error("there is no function `{name}`{nearest}")]
    UnknownFunction {
        /// As written.
        name: String,
        /// `; did you mean …`, or nothing.
        nearest: String,
    },
    /// A name that does not exist.
    #[error("nothing is called `{name}`{nearest}")]
    UnknownName {
        /// As written.
        name: String,
        /// `; did you mean …`, or nothing.
        nearest: String,
    },
    /// A call with too few or too many arguments.
    #[error("`{function}` takes {takes}, not {given}")]
    Arguments {
        /// The function.
        function: &'static str,
        /// Its arguments.
        takes: &'static str,
        /// How many were given.
        given: usize,
    },
    /// Two units that should be one.
    #[error("{left} and {right} do not match: {hint}")]
    Units {
        /// On the left, or found.
        left: String,
        /// On the right, or wanted.
        right: String,
        /// What would fit.
        hint: String,
    },
    /// A number where a condition belongs, and the like.
    #[error("expected {expected}, found {found}")]
    Kind {
        /// What would fit.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A value that its quantity cannot take.
    #[error("`{name}` is not one of the choices {known}")]
    UnknownChoice {
        /// As written.
        name: String,
        /// Those there are.
        known: String,
    },
    /// A figure without a number.
    #[error("the figure `{0}` has no number")]
    NoNumber(String),
    /// A quantity that needs itself in the same year.
    #[error("a circle within one year: {0}; use prev(…) where last year's value is meant")]
    Circle(String),
    /// A year outside the projection.
    #[error("{year} is not projected; years run from {first} to {last}")]
    Year {
        /// As written.
        year: f64,
        /// First projected year.
        first: i32,
        /// Last projected year.
        last: i32,
    },
    /// Something that varies where one value is needed.
    #[error("this varies by year; take one value of it with at(…, year), peak(…) or the like")]
    Varies,
    /// More than a reader's machine should compute.
    #[error("the equations together need more than {0} steps")]
    Large(usize),
}
