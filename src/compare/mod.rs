//! Scenarios side by side: up to four that the reader keeps, the baseline, and the gap between any two.

mod differences;
mod gap;
mod kept;

pub(crate) use kept::Kept;

use crate::browser::{El, el, watch_visible};
use crate::explorer::Explorer;
use crate::state::State;

/// The part.
pub(crate) fn compare(explorer: Explorer) -> El {
    let (room, visible) = (el("div").id("compare"), State::new(false));
    watch_visible(room.node(), visible);
    room.with([
        el("h3").id("compare-title").set("tabindex", "-1").says(explorer.word("compare")),
        el("p").class("note").says(explorer.word("compare_lead")),
        kept::list(explorer),
        differences::table(explorer, visible),
        gap::gap(explorer, visible),
    ])
}
