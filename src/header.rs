//! The line above the page: name, subject, language, theme.

use crate::browser::{El, Later, button, copy, current_look, el, set_theme};
use crate::explorer::Explorer;
use crate::state::State;
use leptos::prelude::*;
use std::rc::Rc;

/// So long the button says what it has done.
const SAID_MS: u32 = 4_000;

/// The line.
pub(crate) fn header(explorer: Explorer) -> El {
    let story = explorer.story();
    let dark = move || explorer.look.with(|look| look.theme.paper.0 < 128);
    let switch_theme = move || {
        set_theme(if untrack(dark) { "light" } else { "dark" });
        explorer.look.set(current_look());
    };
    let language = |(at, code): (usize, &String)| {
        button(move || explorer.language.set(at))
            .class("quiet")
            .set("lang", code)
            .id(&format!("language-{code}"))
            .live("aria-pressed", move || (explorer.language.get() == at).to_string())
            .text(story.words.get("language_name").map_or("", |text| text.get(code)))
    };
    let languages: Vec<El> = story.about.languages.iter().enumerate().map(language).collect();
    el("header").with([
        el("p")
            .with([el("b").text("Sliderule")])
            .text(" ")
            .with([el("span").says(explorer.text(&story.about.subject))]),
        share(explorer),
        el("div").set("role", "group").live("aria-label", explorer.word("language")).with(languages),
        button(switch_theme)
            .class("quiet")
            .id("theme")
            .says(move || explorer.voice().word(if dark() { "theme_light" } else { "theme_dark" })),
    ])
}

/// Copies the page's address with the state as it is, and says so. Where that is not allowed, the address stands there to be
/// copied by hand.
fn share(explorer: Explorer) -> El {
    let (said, by_hand) = (State::new("copy_link"), State::new(String::new()));
    let waiting = Rc::new(Later::default());
    let share = move || {
        let ((address, whole), waiting) = (explorer.address_of_now(), Rc::clone(&waiting));
        copy(&address.clone(), move |copied| {
            let voice = untrack(|| explorer.voice());
            let short = if whole { String::new() } else { voice.word("link_short") };
            let (word, end) = if copied { ("link_copied", ". ") } else { ("link_by_hand", " ") };
            explorer.aside.set(voice.word(word) + end + &short);
            if copied {
                said.set(word);
            } else {
                by_hand.set(address);
            }
            // Then the button is what it was, and what it says next time is something new.
            waiting.ask(SAID_MS, move || {
                said.set("copy_link");
                explorer.aside.set(String::new());
            });
        });
    };
    let by_hand = move || {
        let address = by_hand.get();
        let text = el("input").set("type", "text").set("readonly", "").shows(move || address.clone());
        if by_hand.with(String::is_empty) {
            Vec::new()
        } else {
            vec![el("label").says(explorer.word("link_by_hand")).with([text])]
        }
    };
    el("div").with([
        button(share).class("quiet").id("copy-link").says(move || explorer.voice().word(said.get())),
        el("span").piece(by_hand),
    ])
}
