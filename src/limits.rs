//! What the page cannot tell.

use crate::explorer::explorer;
use leptos::prelude::*;

/// Plain paragraphs under the charts.
#[component]
pub(crate) fn Limits() -> impl IntoView {
    let explorer = explorer();
    let limits = &explorer.story().about.limits;
    let limit = move |text: &'static engine::story::Text| view! { <li>{explorer.text(text)}</li> };
    view! {
        <section class="limits" aria-labelledby="limits-title">
            <h2 id="limits-title">{explorer.word("limits_title")}</h2>
            <ul>{limits.iter().map(limit).collect_view()}</ul>
        </section>
    }
}
