//! What the page stands on besides the levers' own panel: the day, and everything that was changed, decisions apart from
//! beliefs, each with its way back.

use crate::browser::{El, button, el, focus};
use crate::explorer::Explorer;
use crate::go::link;
use crate::ground::Shown;
use crate::input::{held, label, way as way_to};
use crate::overridden::{count, overridden};
use crate::presets::presets;
use crate::state::State;
use crate::tour::tour_start;

/// The lines under the verdict.
pub(crate) fn changes(explorer: Explorer) -> El {
    let open = State::new(false);
    let list = el("details").id("changes").set("tabindex", "-1");
    let node = list.clone();
    let list = list.on("toggle", move |_| open.set(node.is_open())).with([
        el("summary").says(move || counted(explorer)),
        el("div").piece(move || if open.get() { listed(explorer) } else { Vec::new() }),
    ]);
    el("div").class("ground").with([
        day(explorer),
        overridden(explorer, vec![Shown::Verdict]),
        list,
        presets(explorer),
        tour_start(explorer),
        way(explorer),
    ])
}

/// The way to the story in paragraphs.
fn way(explorer: Explorer) -> El {
    button(|| {}).class("link").set("data-go", "prose-title").says(explorer.word("prose"))
}

/// The day, while it is not today.
fn day(explorer: Explorer) -> El {
    el("div").class("day").piece(move || {
        let voice = explorer.voice();
        let Some(date) = explorer.ground.with(|ground| ground.date().map(str::to_owned)) else {
            return Vec::new();
        };
        vec![
            link(&(format!("{} {date}", voice.word("as_of")), "as-of".to_owned())),
            button(move || explorer.set_date("")).class("quiet").text(&voice.word("as_of_today")),
        ]
    })
}

/// Decisions, beliefs and figures among the changes.
fn groups(explorer: Explorer) -> [(&'static str, Vec<usize>); 3] {
    let levers = explorer.story().levers.len();
    let beliefs = levers + explorer.story().assumptions.len();
    let changes = explorer.changes.get();
    let between =
        |from: usize, to: usize| changes.iter().copied().filter(|it| (from..to).contains(it)).collect();
    [
        ("decisions", between(0, levers)),
        ("assumptions", between(levers, beliefs)),
        ("figures", between(beliefs, usize::MAX)),
    ]
}

fn counted(explorer: Explorer) -> String {
    let voice = explorer.voice();
    let mut words = String::new();
    for (kind, inputs) in groups(explorer) {
        if inputs.is_empty() {
            continue;
        }
        words += if words.is_empty() { ": " } else { ", " };
        words += &match kind {
            "figures" => count(explorer, inputs.len()),
            _ => format!("{} {}", voice.word(kind), inputs.len()),
        };
    }
    if words.is_empty() { voice.word("nothing_changed") } else { format!("{}{words}", voice.word("changed")) }
}

fn listed(explorer: Explorer) -> Vec<El> {
    let voice = explorer.voice();
    let changed = groups(explorer);
    let every: Vec<usize> = changed.iter().flat_map(|(_, inputs)| inputs).copied().collect();
    let reset = move |inputs: Vec<usize>, name: &str| {
        button(move || {
            inputs.iter().for_each(|input| explorer.reset(*input));
            focus("changes");
        })
        .class("quiet")
        .text(name)
    };
    let row = |input: usize| {
        let label = label(explorer, input).get(voice.language);
        let values = format!(
            "{} ({} {})",
            held(explorer, input, &explorer.over_years(input)),
            explorer.start_name(),
            held(explorer, input, &explorer.ground.with(|ground| ground.start.held(input)))
        );
        let back = reset(vec![input], &voice.word("reset"));
        let back = back.set("aria-label", &format!("{}: {label}", voice.word("reset")));
        el("li").with([link(&(label.to_owned(), way_to(explorer, input))), el("span").text(&values), back])
    };
    let mut content = Vec::new();
    for (kind, inputs) in changed.into_iter().filter(|(_, inputs)| !inputs.is_empty()) {
        let name = voice.word(kind);
        let back = reset(inputs.clone(), &voice.word("reset_group"));
        let back = back.set("aria-label", &format!("{}: {name}", voice.word("reset_group")));
        content.push(el("div").with([el("b").text(&name), back]));
        content.push(el("ul").each(inputs.into_iter().map(row)));
    }
    if !every.is_empty() {
        content.push(reset(every, &voice.word("reset_all")).id("reset-changes"));
    }
    content
}
