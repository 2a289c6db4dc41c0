//! What matters most to the chosen number: the assumptions by their share of its spread, from the draws behind the bands.

use crate::browser::{El, Later, button, decimal, effect, el, watch_visible};
use crate::explorer::Explorer;
use crate::input::label;
use crate::state::{Derived, State};
use engine::{Effect, total_effects};
use leptos::prelude::*;

/// So many are shown.
const SHOWN: usize = 8;
/// What counts with its interactions is drawn twice for each assumption, so fewer draws must do.
const DRAWS: usize = 2_048;
/// Those are made when a slider rests.
const PAUSE_MS: u32 = 400;

/// The part, computed only while it is on screen.
pub(crate) fn matters(explorer: Explorer) -> El {
    let room = el("div").id("matters");
    let visible = State::new(false);
    watch_visible(room.node(), visible);
    let slot = move || explorer.chosen.get().slot(explorer.model());
    explorer.draws.want(move || if visible.get() { vec![slot()] } else { Vec::new() });
    let ranking = Derived::new(move |_| match visible.get() {
        true => explorer.draws.ranking(explorer.model(), slot()),
        false => Vec::new(),
    });
    let (totals, pause) = (State::new(Vec::new()), Later::default());
    effect(move || {
        ranking.track();
        if totals.with_untracked(|totals| !totals.is_empty()) {
            totals.set(Vec::new());
        }
        pause.ask(PAUSE_MS, move || {
            untrack(|| {
                if visible.get() {
                    let ranges = explorer.draws.ranges;
                    totals.set(explorer.with_scenario(|scenario| {
                        ranges.with(|ranges| total_effects(explorer.model(), ranges, scenario, slot(), DRAWS))
                    }));
                }
            });
        });
    });
    let rows = move || {
        totals.with(|totals| {
            ranking.with(|effects| {
                let shown = effects.iter().take(SHOWN);
                shown.map(|effect| row(explorer, effect, totals.get(effect.input).copied())).collect()
            })
        })
    };
    let nothing = move || match ranking.with(Vec::is_empty) && visible.get() {
        true => explorer.voice().word("matters_not"),
        false => explorer.voice().word("matters_lead"),
    };
    room.with([
        el("h3").says(explorer.word("matters")),
        el("p").class("note").says(nothing),
        el("ol").class("ranking").piece(rows),
    ])
}

/// One assumption: its share as a bar and in words, and where the number goes from its low end to its high end.
fn row(explorer: Explorer, effect: &Effect, total: Option<f64>) -> El {
    let voice = explorer.voice();
    let quantity = explorer.chosen.get().quantity;
    let unit = &explorer.story().model.0[quantity].1.unit;
    let [low, high] = [effect.low, effect.high].map(|value| voice.prose(value, unit));
    let share = voice.prose(effect.share, "share");
    let total = total.map_or_else(String::new, |total| format!(" ({})", voice.prose(total, "share")));
    let input = effect.input;
    let name = button(move || explorer.go(&format!("lever-{}", explorer.model().inputs[input].id)));
    let width = format!("{}%", decimal((100.0 * effect.share).clamp(0.0, 100.0)));
    el("li").with([
        name.class("link").text(label(explorer, input).get(voice.language)),
        el("span").class("value").text(&format!("{share}{total}")),
        el("i")
            .class(if effect.low < effect.high { "more" } else { "less" })
            .style("width", move || width.clone()),
        el("small").text(&format!("{low} → {high}")),
    ])
}
