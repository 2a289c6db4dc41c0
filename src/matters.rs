//! What matters most to the chosen number.

use crate::browser::{El, el};
use crate::explorer::Explorer;

/// The part.
pub(crate) fn matters(explorer: Explorer) -> El {
    el("div").id("matters").with([el("h3").says(explorer.word("matters"))])
}
