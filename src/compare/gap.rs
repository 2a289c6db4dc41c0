//! The gap in the chosen number between two scenarios, split over what differs, as a waterfall that is its own table.

use super::differences::all;
use crate::browser::{El, Later, decimal, effect, el, number, watch_visible, written};
use crate::explorer::Explorer;
use crate::go::link;
use crate::input::{held, label, way};
use crate::state::State;
use charts::waterfall;
use engine::Scenario;
use engine::compare::{PAIRS, Split, split};
use engine::model::Name;

/// Up to so many differences are split at every event; more when a slider rests.
const AT_ONCE: usize = 7;
const PAUSE_MS: u32 = 250;

/// Decisions, beliefs and figures apart, so that they do not blur.
const GROUPS: [&str; 3] = ["gap_levers", "gap_assumptions", "gap_figures"];

/// The part, computed only while it is on screen.
pub(super) fn gap(explorer: Explorer) -> El {
    let (ends, visible) = (State::new([0, 1]), State::new(false));
    let found = State::new(None::<(Split, [(String, Scenario); 2])>);
    let pause = Later::default();
    effect(move || {
        if !visible.get() {
            return;
        }
        let mut all = all(explorer);
        let [from, to] = ends.get().map(|end| all[if end < all.len() { end } else { 1 }].clone());
        all.clear();
        let slot = explorer.chosen.get();
        let model = explorer.models().over_both(&from.1, &to.1);
        let both = [from.1.in_model(model), to.1.in_model(model)];
        let count = both[0].differences(&both[1], model).len();
        let work = move || {
            let split = split(model, &both[0], &both[1], slot.slot(model), PAIRS);
            found.set(split.map(|split| (split, [from.clone(), to.clone()])));
        };
        if count <= AT_ONCE { work() } else { pause.ask(PAUSE_MS, work) }
    });
    let list = move |end: usize, word: &'static str| {
        let options = move || {
            let names = all(explorer).into_iter().enumerate();
            names.map(|(at, (name, _))| el("option").set("value", &decimal(at as f64)).text(&name)).collect()
        };
        let list = el("select").id(word).piece(options);
        let list = list.shows(move || {
            explorer.kept.track();
            decimal(ends.get()[end] as f64)
        });
        let list = list.on("change", move |event| {
            if let Some(chosen) = number(&written(event)) {
                ends.update(|ends| ends[end] = chosen as usize);
            }
        });
        el("label").says(explorer.word(word)).with([list])
    };
    let room = el("div").id("gap");
    watch_visible(room.node(), visible);
    room.with([
        el("div").class("filter").with([list(0, "gap_from"), list(1, "gap_to")]),
        el("div").class("table").piece(move || {
            found.with(|found| {
                found.as_ref().map_or_else(Vec::new, |(split, ends)| shown(explorer, split, ends))
            })
        }),
    ])
}

fn group(name: Name) -> usize {
    match name {
        Name::Lever(_) => 0,
        Name::Assumption(_) => 1,
        _ => 2,
    }
}

fn shown(explorer: Explorer, split: &Split, ends: &[(String, Scenario); 2]) -> Vec<El> {
    let (voice, model, chosen) = (explorer.voice(), explorer.model(), explorer.chosen.get());
    let quantity = &explorer.story().model.0[chosen.quantity].1;
    let prose = |value: f64| voice.prose(value, &quantity.unit);
    let signed = |value: f64| format!("{}{}", if value > 0.0 { "+" } else { "" }, prose(value));
    let shares: Vec<f64> = split.parts.iter().map(|part| part.share).collect();
    let places = waterfall(split.from, &shares);
    let bar = |at: usize, class: &str| {
        let [from, to] = places.get(at).copied().unwrap_or_default();
        let (left, width) =
            (format!("{}%", decimal(100.0 * from)), format!("{}%", decimal(100.0 * (to - from))));
        el("td").with([el("i")
            .class(class)
            .style("left", move || left.clone())
            .style("width", move || width.clone())])
    };
    let end = |at: usize, end: usize, value: f64| {
        let name = el("th").set("scope", "row").text(&ends[end].0);
        el("tr").class("end").with([name, el("td").text(&prose(value)), bar(at, "")])
    };
    let mut rows = vec![end(0, 0, split.from)];
    for (place, word) in GROUPS.into_iter().enumerate() {
        let parts = || {
            split.parts.iter().enumerate().filter(|(_, part)| group(model.inputs[part.input].name) == place)
        };
        if parts().next().is_none() {
            continue;
        }
        let sum = parts().map(|(_, part)| part.share).sum();
        let head = el("th").set("scope", "row").text(&voice.word(word));
        rows.push(el("tr").class("group").with([head, el("td").text(&signed(sum)), el("td")]));
        for (at, part) in parts() {
            let input = part.input;
            let [from, to] = [0, 1].map(|end| held(explorer, input, &ends[end].1.held(input)));
            let name = link(&(label(explorer, input).get(voice.language).to_owned(), way(explorer, input)));
            let error = split.drawn.map_or_else(String::new, |_| format!(" ± {}", prose(part.error)));
            let share = el("td")
                .with([el("data").set("value", &decimal(part.share)).text(&signed(part.share))])
                .text(&error);
            let name = el("th").set("scope", "row").with([name, el("small").text(&format!("{from} → {to}"))]);
            rows.push(el("tr").with([
                name,
                share,
                bar(at + 1, if part.share < 0.0 { "less" } else { "more" }),
            ]));
        }
    }
    rows.push(end(places.len().saturating_sub(1), 1, split.to));
    let head = voice.word("gap_head");
    let output = format!("{} {}", quantity.label.get(voice.language), model.years[chosen.year]);
    let head = head.replace("{output}", &output).replace("{from}", &prose(split.from));
    let head = head.replace("{to}", &prose(split.to)).replace("{gap}", &signed(split.to - split.from));
    vec![el("p").class("result").text(&head), el("table").class("gap").with([el("tbody").with(rows)])]
}
