//! The line above the page: name, subject, language, theme.

use crate::browser::{current_look, set_theme};
use crate::explorer::explorer;
use crate::live::live;
use leptos::prelude::*;

/// The line.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let explorer = explorer();
    let story = explorer.story();
    let dark = move || explorer.look.with(|look| look.theme.paper.0 < 128);
    let switch_theme = move |_| {
        set_theme(if dark() { "light" } else { "dark" });
        explorer.look.set(current_look());
    };
    let languages = story.about.languages.iter().enumerate().map(|(at, code)| {
        view! {
            <button
                type="button"
                class="quiet"
                lang=code.clone()
                id=format!("language-{code}")
                aria-pressed=live(move || (explorer.language.get() == at).to_string())
                on:click=move |_| explorer.language.set(at)
            >
                {story.words.get("language_name").map(|text| text.get(code).to_owned())}
            </button>
        }
    });
    view! {
        <header>
            <p><b>"Sliderule"</b> " " <span>{explorer.text(&story.about.subject)}</span></p>
            <div role="group" aria-label=explorer.word("language")>{languages.collect_view()}</div>
            <button type="button" class="quiet" id="theme" on:click=switch_theme>
                {live(move || explorer.voice().word(if dark() { "theme_light" } else { "theme_dark" }))}
            </button>
        </header>
    }
}
