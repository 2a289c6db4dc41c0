//! The sentence that is rewritten with every move.

use crate::explorer::explorer;
use crate::live::piece;
use crate::said::said;
use engine::say::verdict;
use leptos::prelude::*;

/// The verdict.
#[component]
pub(crate) fn Verdict() -> impl IntoView {
    let explorer = explorer();
    let sentences =
        Memo::new(move |_| verdict(explorer.model(), &explorer.projection.get(), explorer.voice()));
    let sentences = piece(move || {
        let sentences = sentences.get().into_iter();
        sentences.map(|parts| view! { <span>{said(parts)}" "</span> }).collect_view().into_any()
    });
    view! { <p id="verdict">{sentences}</p> }
}
