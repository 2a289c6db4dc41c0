//! `sliderule explain`: a number opened down to what it rests on, as text and as JSON.

mod json;
mod text;
mod tree;

use crate::arguments::Options;
use crate::error::CliError;
use crate::run::{Case, put_out};
use engine::nearest::did_you_mean;
use tree::Tree;

/// The quantity's own equation and those of its computed operands.
const DEPTH: usize = 2;

/// The answer as text.
pub(crate) fn explain(options: &Options) -> Result<String, CliError> {
    let write = match options.format.as_deref() {
        None | Some("text") => text::write,
        Some("json") => json::write,
        Some(other) => {
            let nearest = did_you_mean(other, ["text", "json"].into_iter());
            return Err(CliError::Call(format!(
                "there is no format `{other}`{nearest}; explain has text and json"
            )));
        }
    };
    let case = Case::of(options)?;
    let tree = Tree::of(&case, &options.quantity, options.year, options.depth.unwrap_or(DEPTH))?;
    put_out(options, write(&case, tree))
}
