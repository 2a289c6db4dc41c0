//! `sliderule explain`: a number opened down to what it rests on, as text and as JSON.

mod json;
mod text;
mod tree;

use crate::answer::put_out;
use crate::arguments::Options;
use crate::case::Case;
use crate::choice::{Choices, choice};
use crate::error::CliError;
use tree::Tree;

/// The first where none is named.
const FORMATS: Choices<fn(&Case, Tree) -> String> = &[("text", text::write), ("json", json::write)];
/// The quantity's own equation and those of its computed operands.
const DEPTH: usize = 2;

/// The answer as text.
pub(crate) fn explain(options: &Options) -> Result<String, CliError> {
    let write = choice("format", options.format.as_deref(), FORMATS)?;
    let case = Case::of(options)?;
    let tree = Tree::of(&case, &options.quantity, options.year, options.depth.unwrap_or(DEPTH))?;
    put_out(options, write(&case, tree))
}
