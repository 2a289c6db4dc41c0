//! What differs between the baseline, the scenario in hand and those that are kept, as a table.

use crate::browser::{El, effect, el};
use crate::explorer::Explorer;
use crate::go::link;
use crate::input::{bare, label, unit, way};
use crate::state::State;
use engine::Scenario;

/// The names of all: the baseline, the one in hand, those that are kept; follows them and the language.
pub(super) fn names(explorer: Explorer) -> Vec<String> {
    let mut names = vec![explorer.start_name(), explorer.voice().word("now")];
    explorer.kept.with(|kept| names.extend(kept.iter().map(|kept| kept.name.clone())));
    names
}

/// The scenarios in the same order; follows them.
pub(super) fn scenarios(explorer: Explorer) -> Vec<Scenario> {
    let mut all = vec![explorer.ground.with(|ground| ground.start.clone()), explorer.scenario.get()];
    explorer.kept.with(|kept| all.extend(kept.iter().map(|kept| kept.scenario.clone())));
    all
}

/// The table: a row for each input in which two of them differ. It follows them while it is on screen.
pub(super) fn table(explorer: Explorer, visible: State<bool>) -> El {
    let room = el("div").class("table");
    let place = room.clone();
    effect(move || {
        if visible.get() {
            place.holds_only(&made(explorer));
        }
    });
    room
}

fn made(explorer: Explorer) -> Vec<El> {
    let all = scenarios(explorer);
    let mut rows = Vec::new();
    for input in 0..explorer.model().inputs.len() {
        if all[1..].iter().all(|other| !all[0].differs(other, input)) {
            continue;
        }
        let name = link(&(label(explorer, input).get(explorer.code()).to_owned(), way(explorer, input)));
        let name = el("th").set("scope", "row").with([name, el("small").text(&unit(explorer, input))]);
        let mut row = vec![name];
        for scenario in &all {
            row.push(el("td").text(&bare(explorer, input, &scenario.held(input))));
        }
        rows.push(el("tr").with(row));
    }
    if rows.is_empty() {
        return rows;
    }
    let mut head = vec![el("th").set("scope", "col").text(&explorer.voice().word("differs"))];
    for name in names(explorer) {
        head.push(el("th").set("scope", "col").text(&name));
    }
    vec![el("table").with([el("thead").with([el("tr").with(head)]), el("tbody").with(rows)])]
}
