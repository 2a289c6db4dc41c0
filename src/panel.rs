//! A panel over the page, which keeps the focus inside until it is closed.

use crate::browser::{El, close_dialog, effect, el, open_dialog};
use crate::explorer::Explorer;

/// The panel `id`, titled by what has the id `<id>-title` in it. It is open while there is something in it.
pub(crate) fn panel(
    explorer: Explorer,
    id: &str,
    is_open: impl Fn() -> bool + 'static,
    content: impl Fn() -> Option<Vec<El>> + 'static,
    closed: impl Fn() + 'static,
) -> El {
    let dialog = el("dialog").id(id).set("aria-labelledby", &format!("{id}-title")).with([
        el("div").piece(move || content().unwrap_or_default()),
        el("form")
            .set("method", "dialog")
            .with([el("button").set("type", "submit").says(explorer.word("close"))]),
    ]);
    let node = dialog.clone();
    effect(move || match is_open() {
        true => open_dialog(&node),
        false => close_dialog(&node),
    });
    dialog.on("close", move |_| closed())
}
