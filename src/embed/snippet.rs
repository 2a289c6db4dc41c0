//! What an author puts into a post: made for the scenario on screen, and shown as it will be.

use crate::browser::{El, Event, Later, effect, el, folder, preview, snippet_of};
use crate::copies::copies;
use crate::explorer::Explorer;
use crate::state::State;
use crate::take::picture;
use leptos::prelude::untrack;
use std::rc::Rc;

/// Of the pictures that stand in for elements, in css px.
const SIZE: (u32, u32) = (720, 405);
/// Before the preview is made anew: it loads a page.
const PAUSE_MS: u32 = 400;

/// The disclosure. Nothing of it is made or loaded while it is closed.
pub(crate) fn snippet(explorer: Explorer) -> El {
    let open = State::new(false);
    let made = move || if open.get() { untrack(|| maker(explorer)) } else { Vec::new() };
    el("details").id("embed").on("toggle", move |_| open.update(|open| *open = !*open)).with([
        el("summary").says(explorer.word("embed")),
        el("p").class("note").says(explorer.word("embed_note")),
        el("div").piece(made),
    ])
}

fn maker(explorer: Explorer) -> Vec<El> {
    let form = form(explorer);
    let text = el("textarea").set("readonly", "").set("rows", "7").set("spellcheck", "false");
    let frame = el("iframe")
        .set("sandbox", "allow-scripts allow-popups allow-downloads")
        .live("title", explorer.word("embed_preview"));
    // Only one of the two is seen.
    let shown = el("div").with([frame, el("p").class("note").says(explorer.word("embed_blind"))]);
    let (from, to, place) = (form.clone(), text.clone(), shown.clone());
    let later = Later::default();
    let write = Rc::new(move || {
        let scene = scene(explorer);
        to.say(&snippet_of(&from, &scene));
        let (from, place) = (from.clone(), place.clone());
        later.ask(PAUSE_MS, move || preview(&from, &scene, &place));
    });
    let again = Rc::clone(&write);
    effect(move || write());
    let copied = text.clone();
    vec![
        form.on("input", move |_| untrack(|| again())).on("submit", Event::prevent_default),
        el("label").with([el("span").says(explorer.word("embed_text")), text]),
        copies(explorer, "copy-embed", ["copy", "copied"], move || (copied.written(), String::new())),
        shown,
    ]
}

/// What of the scenario on screen a snippet needs: question, language and link, with a picture of each chart.
fn scene(explorer: Explorer) -> El {
    let story = explorer.story();
    let pictures: Vec<El> = (0..story.views.len()).map(|at| picture(explorer, at, SIZE).element()).collect();
    el("div")
        .set("title", story.about.question.get(explorer.code()))
        .set("lang", explorer.code())
        .id(&explorer.link_of_now())
        .with(pictures)
}

/// What there is to choose. Its controls are read by their names.
fn form(explorer: Explorer) -> El {
    let story = explorer.story();
    let Some((first, _)) = story.views.0.first() else { return el("form") };
    let chosen = |name, word, options: &[(&str, &'static str)]| {
        list(explorer, name, el("span").says(explorer.word(word)), options, 0)
    };
    let ticked = |name, word| el("label").with([tick(name, "on"), el("span").says(explorer.word(word))]);
    let title = |text| el("span").says(explorer.text(text));
    let kinds = [("frame", "embed_frame"), ("fitted", "embed_fitted"), ("elements", "embed_elements")];
    let mut all = vec![chosen("kind", "embed_kind", &kinds)];
    for (id, view) in &story.views.0 {
        let tick = tick("view", id);
        let tick = if id == first { tick.set("checked", "") } else { tick };
        all.push(el("label").with([tick, title(&view.title)]));
    }
    for (id, lever) in &story.levers.0 {
        let locked = [id, "!"].concat();
        let ways = [(id.as_str(), "embed_shown"), (&locked, "embed_locked"), ("", "embed_hidden")];
        let way = if lever.view == *first { 0 } else { 2 };
        all.push(list(explorer, "lever", title(&lever.label), &ways, way));
    }
    let themes = [("", "embed_auto"), ("light", "theme_light"), ("dark", "theme_dark")];
    all.extend([
        ticked("verdict", "verdict"),
        ticked("strip", "binds_title").class("framed"),
        ticked("here", "embed_here"),
        chosen("theme", "embed_theme", &themes),
        ticked("clear", "embed_clear").class("framed"),
        written(explorer, "height", "embed_height", "600").class("framed"),
        written(explorer, "at", "embed_at", &folder()),
    ]);
    el("form").class("filter").with(all)
}

fn tick(name: &str, value: &str) -> El {
    el("input").set("type", "checkbox").set("name", name).set("value", value)
}

fn written(explorer: Explorer, name: &str, word: &'static str, value: &str) -> El {
    let title = el("span").says(explorer.word(word));
    el("label").with([title, el("input").set("name", name).set("value", value)])
}

/// A list of which one is chosen.
fn list(explorer: Explorer, name: &str, title: El, options: &[(&str, &'static str)], chosen: usize) -> El {
    let option = |(at, (value, word)): (usize, &(&str, &'static str))| {
        let option = el("option").set("value", value).says(explorer.word(word));
        if at == chosen { option.set("selected", "") } else { option }
    };
    let options: Vec<El> = options.iter().enumerate().map(option).collect();
    el("label").with([title, el("select").set("name", name).with(options)])
}
