//! What differs between the scenarios that are kept, the one in hand and the baseline, as a table.

use crate::browser::{El, el};
use crate::explorer::Explorer;
use crate::go::link;
use crate::input::{held, label, way};
use engine::Scenario;

/// Names and scenarios: the baseline, the one in hand, those that are kept; follows them and the language.
pub(super) fn all(explorer: Explorer) -> Vec<(String, Scenario)> {
    let baseline = explorer.ground.with(|ground| (ground.start_name(explorer.voice()), ground.start.clone()));
    let now = (explorer.voice().word("now"), explorer.scenario.get());
    let kept = explorer.kept.get().into_iter().map(|kept| (kept.name, kept.scenario));
    [baseline, now].into_iter().chain(kept).collect()
}

/// The table: a row for each input in which two of them differ.
pub(super) fn table(explorer: Explorer) -> El {
    el("div").class("table").piece(move || {
        let all = all(explorer);
        let inputs = (0..explorer.model().inputs.len())
            .filter(|input| all[1..].iter().any(|(_, other)| all[0].1.differs(other, *input)));
        let row = |input: usize| {
            let name = label(explorer, input).get(explorer.code()).to_owned();
            let name = el("th").set("scope", "row").with([link(&(name, way(explorer, input)))]);
            let cell = |(_, scenario): &(String, Scenario)| {
                el("td").text(&held(explorer, input, &scenario.held(input)))
            };
            el("tr").with([name]).with(all.iter().map(cell).collect::<Vec<_>>())
        };
        let rows: Vec<El> = inputs.map(row).collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let head = all.iter().map(|(name, _)| el("th").set("scope", "col").text(name));
        let head =
            [el("th").set("scope", "col").text(&explorer.voice().word("differs"))].into_iter().chain(head);
        let head = el("thead").with([el("tr").with(head.collect::<Vec<_>>())]);
        vec![el("table").with([head, el("tbody").with(rows)])]
    })
}
