//! Scenarios side by side: up to four that the reader keeps, the baseline, and the gap between any two.

mod differences;
mod gap;
mod kept;

pub(crate) use kept::Kept;

use crate::browser::{El, el};
use crate::explorer::Explorer;

/// The part.
pub(crate) fn compare(explorer: Explorer) -> El {
    el("div").id("compare").with([
        el("h3").id("compare-title").set("tabindex", "-1").says(explorer.word("compare")),
        el("p").class("note").says(explorer.word("compare_lead")),
        kept::list(explorer),
        differences::table(explorer),
        gap::gap(explorer),
    ])
}
