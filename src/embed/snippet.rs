//! What an author puts into a post: made for the scenario on screen, and shown as it will be.

use crate::browser::{El, effect, el, embed, folder};
use crate::copies::copies;
use crate::explorer::Explorer;
use crate::state::State;
use crate::take::picture;
use leptos::prelude::untrack;

/// Values of a list and their words.
type Options = [(&'static str, &'static str)];

/// Of the pictures that stand in for elements, in css px.
const SIZE: (u32, u32) = (720, 405);
const KINDS: &Options =
    &[("frame", "embed_frame"), ("fitted", "embed_fitted"), ("elements", "embed_elements")];
const WAYS: &Options = &[("1", "embed_shown"), ("!", "embed_locked"), ("", "embed_hidden")];
const THEMES: &Options = &[("", "default"), ("theme=light", "theme_light"), ("theme=dark", "theme_dark")];

/// The disclosure. Nothing of it is made or loaded while it is closed.
pub(crate) fn snippet(explorer: Explorer) -> El {
    let open = State::new(false);
    let made = move || if open.get() { untrack(|| maker(explorer)) } else { Vec::new() };
    el("details")
        .id("embed")
        .on("toggle", move |_| open.update(|open| *open = !*open))
        .with([el("summary").says(explorer.word("embed")), el("div").piece(made)])
}

fn maker(explorer: Explorer) -> Vec<El> {
    let text = el("textarea").set("readonly", "").set("rows", "7");
    let copied = text.clone();
    let parts = el("div").with([
        form(explorer),
        label([said(explorer, "embed_text"), text]),
        copies(explorer, "copy-embed", ["copy", "copied"], move || (copied.written(), String::new())),
        el("iframe").set("sandbox", "allow-scripts allow-popups allow-downloads").set("title", "Sliderule"),
        el("p").class("note").says(explorer.word("embed_blind")),
    ]);
    let filled = parts.clone();
    effect(move || embed(&filled, &scene(explorer)));
    vec![parts]
}

/// The link of the scenario on screen, as an id, with a picture of each chart.
fn scene(explorer: Explorer) -> El {
    let pictures = (0..explorer.story().views.len()).map(|at| picture(explorer, at, SIZE).element());
    el("div").id(&explorer.link_of_now()).with(pictures.collect::<Vec<_>>())
}

/// What there is to choose. Its controls are read by their names.
fn form(explorer: Explorer) -> El {
    let story = explorer.story();
    let list = |name: &str, title, options: &Options| {
        let option =
            |(value, word): &(&str, &'static str)| el("option").set("value", value).says(explorer.word(word));
        let options: Vec<El> = options.iter().map(option).collect();
        label([title, el("select").set("name", name).with(options)])
    };
    let title = |text| el("span").says(explorer.text(text));
    let tick = |name: &str, value| el("input").set("type", "checkbox").set("name", name).set("value", value);
    let ticked = |part, word| label([tick("part", part), said(explorer, word)]);
    let written =
        |word, value: &str| label([said(explorer, word), el("input").set("name", word).set("value", value)]);
    let mut all = vec![list("kind", said(explorer, "kind"), KINDS)];
    for (at, (id, view)) in story.views.0.iter().enumerate() {
        let tick = tick("view", id);
        let tick = if at == 0 { tick.set("checked", "") } else { tick };
        all.push(label([tick, title(&view.title)]));
    }
    for (id, lever) in &story.levers.0 {
        all.push(list("lever", title(&lever.label), WAYS).set("data-lever", id));
    }
    all.extend([
        label([tick("verdict", "").set("checked", ""), said(explorer, "verdict")]),
        label([tick("strip", ""), said(explorer, "binds_title")]).class("framed"),
        ticked("lang=", "embed_here"),
        list("part", said(explorer, "embed_theme"), THEMES),
        ticked("background=none", "embed_clear").class("framed"),
        written("embed_height", "600").class("framed"),
        written("embed_at", &folder()),
    ]);
    el("form").class("filter").with(all)
}

fn said(explorer: Explorer, word: &'static str) -> El {
    el("span").says(explorer.word(word))
}

fn label(parts: [El; 2]) -> El {
    el("label").with(parts)
}
