//! What an author puts into a post: made for the scenario on screen, and shown as it will be.

use crate::browser::{El, effect, el, embed};
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

/// What else can be chosen: type, name and value of the control, and its word. The last three are for frames alone.
const OTHERS: [(&str, &str, &str, &str); 5] = [
    ("checkbox", "part", "lang=", "embed_here"),
    ("text", "embed_at", "", "embed_at"),
    ("checkbox", "strip", "", "embed_strip"),
    ("checkbox", "part", "background=none", "embed_clear"),
    ("text", "embed_height", "600", "embed_height"),
];

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
        el("p").class("note").set("hidden", "").says(explorer.word("embed_blind")),
    ]);
    let filled = parts.clone();
    effect(move || embed(&filled, &scene(explorer)));
    vec![parts]
}

/// The link of the scenario on screen, as an id, with a picture of each chart.
fn scene(explorer: Explorer) -> El {
    let pictures = (0..explorer.story().views.len()).map(|at| picture(explorer, at, SIZE).element());
    el("div").id(&explorer.link_of_now()).each(pictures)
}

/// What there is to choose. Its controls are read by their names.
fn form(explorer: Explorer) -> El {
    let story = explorer.story();
    let list = |name: &str, title, options: &Options| {
        let option =
            |(value, word): &(&str, &'static str)| el("option").set("value", value).says(explorer.word(word));
        let options = options.iter().map(option);
        label([title, el("select").set("name", name).each(options)])
    };
    let title = |text| el("span").says(explorer.text(text));
    let input = |kind: &str, name: &str, value: &str| {
        el("input").set("type", kind).set("name", name).set("value", value)
    };
    let mut all = vec![list("kind", said(explorer, "kind"), KINDS)];
    for (at, (id, view)) in story.views.0.iter().enumerate() {
        let tick = input("checkbox", "view", id);
        all.push(label([title(&view.title), if at == 0 { tick.set("checked", "") } else { tick }]));
    }
    for (id, lever) in &story.levers.0 {
        all.push(list("lever", title(&lever.label), WAYS).set("data-lever", id));
    }
    let verdict = input("checkbox", "verdict", "").set("checked", "");
    all.push(label([said(explorer, "verdict"), verdict]));
    all.push(list("part", said(explorer, "embed_theme"), THEMES));
    for (kind, name, value, word) in OTHERS {
        all.push(label([said(explorer, word), input(kind, name, value)]));
    }
    el("form").class("filter").with(all)
}

fn said(explorer: Explorer, word: &'static str) -> El {
    el("span").says(explorer.word(word))
}

fn label(parts: [El; 2]) -> El {
    el("label").with(parts)
}
