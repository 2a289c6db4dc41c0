//! The one line that speaks: the verdict, some time after the last move, or the value under a chart's cursor.

use crate::browser::{El, Later, effect, el};
use crate::explorer::Explorer;
use engine::say::plain_text;
use leptos::prelude::*;
use std::cell::RefCell;

/// Long enough that a drag is over, short enough to belong to it.
const PAUSE_MS: u32 = 700;

/// The status line, seen by screen readers only.
pub(crate) fn status(explorer: Explorer) -> El {
    let line = el("p").set("role", "status").id("status").class("unseen");
    let (waiting, last) = (Later::default(), RefCell::new(None));
    let speaker = line.clone();
    effect(move || {
        explorer.projection.track();
        explorer.language.track();
        let aside = explorer.aside.get();
        let before = last.replace(Some(aside.clone()));
        // What has changed is said, and nothing at the start.
        let Some(before) = before else { return };
        let next = (before != aside).then_some(aside);
        let speaker = speaker.clone();
        waiting.ask(PAUSE_MS, move || {
            let next = next.unwrap_or_else(|| spoken(explorer));
            if !speaker.is_saying(&next) {
                speaker.say(&next);
            }
        });
    });
    line
}

fn spoken(explorer: Explorer) -> String {
    let said = untrack(|| explorer.verdict());
    let sentences: Vec<String> = said.iter().map(|sentence| plain_text(sentence)).collect();
    sentences.join(" ")
}
