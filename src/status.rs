//! The one line that speaks: the verdict, some time after the last move, or the value under a chart's cursor.

use crate::browser::Later;
use crate::explorer::explorer;
use engine::say::{plain_text, verdict};
use leptos::prelude::*;

/// Long enough that a drag is over, short enough to belong to it.
const PAUSE_MS: u32 = 700;

/// The status line, seen by screen readers only.
#[component]
pub(crate) fn Status() -> impl IntoView {
    let explorer = explorer();
    let spoken = RwSignal::new(String::new());
    let waiting = StoredValue::new_local(Later::default());
    Effect::new(move |before: Option<(String, String)>| {
        let sentences = verdict(explorer.model(), &explorer.projection.get(), explorer.voice());
        let now: Vec<String> = sentences.iter().map(|sentence| plain_text(sentence)).collect();
        let now = (now.join(" "), explorer.aside.get());
        if let Some(before) = &before
            && *before != now
        {
            // What has changed is said.
            let next = if before.1 != now.1 { now.1.clone() } else { now.0.clone() };
            waiting.with_value(|waiting| {
                waiting.ask(PAUSE_MS, move || {
                    if spoken.with_untracked(|last| *last != next) {
                        spoken.set(next);
                    }
                });
            });
        }
        now
    });
    view! { <p role="status" id="status" class="unseen">{spoken}</p> }
}
