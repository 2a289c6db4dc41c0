//! The gap in the chosen number between two scenarios, split over what differs: a waterfall that is its own table.

use super::differences::{names, scenarios};
use crate::browser::{El, Later, decimal, effect, el, number, written};
use crate::explorer::Explorer;
use crate::go::link;
use crate::input::{bare, label, signed, unit, way};
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

/// A split with what it is between.
struct Gap {
    split: Split,
    ends: [usize; 2],
    scenarios: [Scenario; 2],
}

/// The part, computed only while it is on screen.
pub(super) fn gap(explorer: Explorer, visible: State<bool>) -> El {
    let ends = State::new([0, 1]);
    let (found, pause) = (State::new(None), Later::default());
    effect(move || {
        if !visible.get() {
            return;
        }
        let (all, chosen) = (scenarios(explorer), explorer.chosen.get());
        let ends = ends.get().map(|end: usize| if end < all.len() { end } else { 1 });
        let [from, to] = ends.map(|end| &all[end]);
        let model = explorer.models().over_both(from, to);
        let scenarios = [from.in_model(model), to.in_model(model)];
        let count = scenarios[0].differences(&scenarios[1], model).len();
        let work = move || {
            let split = split(model, &scenarios[0], &scenarios[1], chosen.slot(model), PAIRS);
            found.set(split.map(|split| Gap { split, ends, scenarios }));
        };
        // What is at hand at once is not overtaken by what was asked for before.
        pause.ask(if count <= AT_ONCE { 0 } else { PAUSE_MS }, work);
    });
    let list = |end: usize, word: &'static str| {
        let options = move || {
            let option = |(at, name): (usize, String)| {
                let option = el("option").set("value", &at.to_string()).text(&name);
                if ends.get()[end] == at { option.set("selected", "") } else { option }
            };
            names(explorer).into_iter().enumerate().map(option).collect()
        };
        let list = el("select").id(word).piece(options).on("change", move |event| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
            if let Some(chosen) = number(&written(event)) {
                ends.update(|ends| ends[end] = chosen as usize);
            }
        });
        el("label").says(explorer.word(word)).with([list])
    };
    let shown = move || found.with(|found| found.as_ref().map_or_else(Vec::new, |gap| shown(explorer, gap)));
    el("div").id("gap").with([
        el("div").class("filter").with([list(0, "gap_from"), list(1, "gap_to")]),
        el("div").class("table").piece(shown),
    ])
}

fn group(name: Name) -> usize {
    match name {
        Name::Lever(_) => 0,
        Name::Assumption(_) => 1,
        _ => 2,
    }
}

fn shown(explorer: Explorer, gap: &Gap) -> Vec<El> {
    let (voice, chosen, split) = (explorer.voice(), explorer.chosen.get(), &gap.split);
    let (model, names) = (explorer.model(), names(explorer));
    let quantity = &explorer.story().model.0[chosen.quantity].1;
    let prose = |value: f64| voice.prose(value, &quantity.unit);
    let signed = |value: f64| signed(explorer, value, &quantity.unit);
    let mut shares = Vec::new();
    split.parts.iter().for_each(|part| shares.push(part.share));
    let places = waterfall(split.from, &shares);
    let end = |at: usize, end: usize, value: f64| {
        let name = names.get(gap.ends[end]).map_or("", |name| name);
        row("end", el("span").text(name), el("span").text(&prose(value)), bar(&places, at, ""))
    };
    let mut rows = vec![end(0, 0, split.from)];
    for (place, word) in GROUPS.into_iter().enumerate() {
        let (mut sum, mut of_group) = (0.0, Vec::new());
        for (at, part) in split.parts.iter().enumerate() {
            let input = part.input;
            if group(model.inputs[input].name) != place {
                continue;
            }
            sum += part.share;
            let [from, to] = [0, 1].map(|end| bare(explorer, input, &gap.scenarios[end].held(input)));
            let name = link(&(label(explorer, input).get(voice.language).to_owned(), way(explorer, input)));
            let about = el("small").text(&format!("{from} → {to} {}", unit(explorer, input)));
            let error = split.drawn.map(|_| el("small").text(&format!("± {}", prose(part.error))));
            let share = el("data").set("value", &decimal(part.share)).text(&signed(part.share));
            let bar = bar(&places, at + 1, if part.share < 0.0 { "less" } else { "more" });
            of_group.push(row("", el("div").with([name, about]), el("div").with([share]).each(error), bar));
        }
        if !of_group.is_empty() {
            let (name, sum) = (el("span").text(&voice.word(word)), el("span").text(&signed(sum)));
            rows.push(row("group", name, sum, el("span")));
            rows.extend(of_group);
        }
    }
    rows.push(end(places.len().saturating_sub(1), 1, split.to));
    let output = format!("{} {}", quantity.label.get(voice.language), model.years[chosen.year]);
    let head = voice
        .word("gap_head")
        .replace("{output}", &output)
        .replace("{from}", &prose(split.from))
        .replace("{to}", &prose(split.to))
        .replace("{gap}", &signed(split.to - split.from));
    vec![el("p").class("result").text(&head), el("table").class("gap").with([el("tbody").with(rows)])]
}

fn row(class: &str, name: El, value: El, bar: El) -> El {
    let cells = [el("th").set("scope", "row").with([name]), el("td").with([value]), el("td").with([bar])];
    el("tr").class(class).with(cells)
}

/// Where a step stands on the way from the one value to the other; a value alone has the width of a mark.
fn bar(places: &[[f64; 2]], at: usize, class: &str) -> El {
    let [from, to] = places.get(at).copied().unwrap_or_default();
    let left = format!("calc(12px + {} * (100% - 15px))", decimal(from));
    let width = format!("calc({} * (100% - 15px))", decimal(to - from));
    el("i").class(class).style("left", move || left.clone()).style("width", move || width.clone())
}
