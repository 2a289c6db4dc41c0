//! The line above the page: name, subject, language, theme.

use crate::browser::{El, button, current_look, el, set_theme};
use crate::copies::copies;
use crate::explorer::Explorer;
use leptos::prelude::untrack;

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
    let languages = story.about.languages.iter().enumerate().map(language);
    el("header").with([
        el("p")
            .with([el("b").text("Sliderule")])
            .text(" ")
            .with([el("span").says(explorer.text(&story.about.subject))]),
        el("div").with([share(explorer)]),
        el("div").set("role", "group").live("aria-label", explorer.word("language")).each(languages),
        button(switch_theme)
            .class("quiet")
            .id("theme")
            .says(move || explorer.voice().word(if dark() { "theme_light" } else { "theme_dark" })),
    ])
}

/// Copies the page's address with the state as it is.
fn share(explorer: Explorer) -> El {
    copies(explorer, "copy-link", ["copy_link", "link_copied"], move || {
        let (address, whole) = explorer.address_of_now();
        let short = if whole { String::new() } else { untrack(|| explorer.voice().word("link_short")) };
        (address, short)
    })
}
