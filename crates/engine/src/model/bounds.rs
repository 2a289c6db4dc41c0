//! How far compiling goes before it gives up: no text may exhaust the stack or take for ever.

use crate::expr::{ExprError, ExprProblem, Span};

/// Parts within parts, from equation to equation and from year to year. A reader's browser has to get as deep.
const DEEPEST: usize = 300;
/// Parts that are compiled, each in each year: sums of sums of sums grow beyond everything without more steps.
const MOST_PARTS: usize = 4_000_000;

/// Where a compilation stands.
#[derive(Default)]
pub(super) struct Bounds {
    depth: usize,
    parts: usize,
}

impl Bounds {
    /// Goes into a part at `span`.
    ///
    /// # Errors
    /// Too deep, or too many.
    pub(super) fn enter(&mut self, span: Span) -> Result<(), ExprError> {
        self.parts += 1;
        if self.parts > MOST_PARTS {
            return Err(ExprError::new(span, || ExprProblem::Parts(MOST_PARTS)));
        }
        if self.depth >= DEEPEST {
            return Err(ExprError::new(span, || ExprProblem::Chain(DEEPEST)));
        }
        self.depth += 1;
        Ok(())
    }

    /// Leaves it again.
    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }
}
