//! What the page cannot tell.

use crate::browser::{El, el};
use crate::explorer::Explorer;

/// Plain paragraphs under the charts.
pub(crate) fn limits(explorer: Explorer) -> El {
    let limits = explorer.story().about.limits.iter();
    let limits = limits.map(|limit| el("li").says(explorer.text(limit)));
    el("section")
        .class("limits")
        .set("aria-labelledby", "limits-title")
        .with([el("h2").id("limits-title").says(explorer.word("limits_title")), el("ul").each(limits)])
}
