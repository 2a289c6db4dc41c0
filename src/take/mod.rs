//! What a reader takes along: the page as one file, numbers, the scenario, paper, a command, a citation. And the way back in.

mod charts;
mod numbers;
mod open;
mod report;
mod scenario;

pub(crate) use charts::{Taken, files, picture};
pub(crate) use report::report;

use crate::browser::{El, address_with, button, citations, el, keep, print, save_csv, save_json};
use crate::copies::copies;
use crate::embed::snippet;
use crate::explorer::Explorer;
use crate::state::State;

/// The section.
pub(crate) fn take(explorer: Explorer) -> El {
    explorer.open_files();
    let way = |id: &str, name: &'static str, note: &'static str, act: fn(Explorer)| {
        let button = button(move || act(explorer)).id(id).says(explorer.word(name));
        el("li").with([button, el("small").says(explorer.word(note))])
    };
    let file = el("input").set("type", "file").set("accept", ".json").class("unseen").id("open-scenario");
    let open = el("label").class("button").with([file, el("span").says(explorer.word("open_scenario"))]);
    el("section").id("take").set("aria-labelledby", "take-title").with([
        el("h2").id("take-title").set("tabindex", "-1").says(explorer.word("take")),
        el("ul").with([
            offline(explorer),
            way("save-csv", "save_numbers", "save_numbers_note", |explorer| {
                save_csv("sliderule.csv", &numbers::everything(explorer));
            }),
            way("save-json", "save_scenario", "save_scenario_note", |explorer| {
                save_json("sliderule.json", &scenario::record(explorer));
            }),
            el("li").with([open, el("small").says(explorer.word("open_scenario_note"))]),
            way("print", "print", "print_note", |_| print()),
            workbook(explorer),
        ]),
        snippet(explorer),
        shown(explorer, "reproduce", "reproduce_note", Explorer::command_of_now),
        shown(explorer, "cite", "cite_note", cited),
    ])
}

/// Lies beside a site; the one file has nothing beside it and writes it when its address is asked for.
fn workbook(explorer: Explorer) -> El {
    let way = el("a").class("button").set("href", "sliderule.xlsx").set("download", "");
    el("li").with([way.says(explorer.word("workbook")), el("small").says(explorer.word("workbook_note"))])
}

/// The whole page as one file, in its present state.
fn offline(explorer: Explorer) -> El {
    let said = State::new("save_offline_note");
    let save = move || {
        keep(&explorer.link_of_now(), move |kept| {
            said.set(if kept { "save_offline_done" } else { "save_offline_failed" });
            explorer.aside.set(explorer.word(said.get())());
        });
    };
    el("li").with([
        button(save).id("save-offline").says(explorer.word("save_offline")),
        el("small").says(move || explorer.voice().word(said.get())),
    ])
}

/// A text that is made while it is looked at, with a button that copies it.
fn shown(explorer: Explorer, name: &'static str, note: &'static str, text: fn(Explorer) -> String) -> El {
    let open = State::new(false);
    let details = el("details").id(name);
    let node = details.clone();
    details.on("toggle", move |_| open.set(node.is_open())).with([
        el("summary").says(explorer.word(name)),
        el("p").class("note").says(explorer.word(note)),
        el("pre").set("tabindex", "0").says(move || if open.get() { text(explorer) } else { String::new() }),
        copies(explorer, &["copy-", name].concat(), ["copy", "copied"], move || {
            (text(explorer), String::new())
        }),
    ])
}

fn cited(explorer: Explorer) -> String {
    let about = &explorer.story().about;
    let version = format!("{} {}", explorer.voice().word("model"), about.model_version);
    citations(
        &about.id,
        about.question.get(explorer.code()),
        &version,
        &address_with(&explorer.link_of_now()),
    )
}
