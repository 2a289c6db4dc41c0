//! The chosen number in its chart: a point that is dragged up and down, or moved by keys, to what it shall be.

use super::Asked;
use crate::browser::{El, decimal, drag_at, el, hold_pointer, key, without_dust};
use crate::canvas::{Plot, canvas};
use crate::state::Derived;
use leptos::prelude::*;

/// Where the point stands, in css px, and what a pixel is worth.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    x: f64,
    y: f64,
    /// Upwards, in the quantity's unit.
    per_px: f64,
    /// What one press of a key changes.
    step: f64,
}

/// The chart with the point on it.
pub(super) fn point(asked: Asked) -> El {
    let explorer = asked.explorer;
    let view = Derived::new(move |_| {
        let quantity = explorer.chosen.get().quantity;
        let views = &explorer.model().shown.views;
        views.iter().position(|view| view.layers.iter().any(|layer| layer.0 == quantity)).unwrap_or(0)
    });
    let plot = Plot::new(explorer, view);
    let place = Derived::new(move |_| place(asked, plot));
    // Where the pointer took the point, and what that stood for.
    let held = StoredValue::new(None::<(f64, f64)>);
    let to = move |value: f64| {
        if let Some(place) = place.with_untracked(|place| *place) {
            asked.ask(without_dust((value / place.step).round() * place.step));
        }
    };
    let says = move || asked.aim().map_or_else(String::new, |aim| explorer.voice().prose(aim, asked.unit()));
    let handle = el("div")
        .class("point")
        .set("role", "slider")
        .set("tabindex", "0")
        .set("aria-orientation", "vertical")
        .live("aria-label", explorer.word("goal_target"))
        .maybe("aria-valuenow", move || asked.aim().map(decimal))
        .live("aria-valuetext", says)
        .maybe("hidden", move || place.with(Option::is_none).then(String::new))
        .style("left", move || px(place.get().map(|place| place.x)))
        .style("top", move || px(place.get().map(|place| place.y)))
        .on("pointerdown", move |event| {
            hold_pointer(event);
            held.set_value(drag_at(event).map(|(_, y)| y).zip(untrack(|| asked.aim())));
        })
        .on("pointermove", move |event| {
            let (Some((from, value)), Some((_, y))) = (held.get_value(), drag_at(event)) else { return };
            if let Some(place) = place.with_untracked(|place| *place) {
                to(value + (from - y) * place.per_px);
            }
        })
        .on("keydown", move |event| {
            let steps = match key(event).as_str() {
                "ArrowUp" => 1.0,
                "ArrowDown" => -1.0,
                "PageUp" => 10.0,
                "PageDown" => -10.0,
                "Escape" => return explorer.wish.set(None),
                _ => return,
            };
            event.prevent_default();
            if let (Some(place), Some(aim)) = (place.with_untracked(|place| *place), untrack(|| asked.aim()))
            {
                to(aim + steps * place.step);
            }
        })
        .with([el("b").says(says)]);
    el("div").class("plot").with([el("div").class("canvas").with([canvas(explorer, plot)]), handle])
}

/// Absent until the chart has been laid out, and where the number has no meaning.
fn place(asked: Asked, plot: Plot) -> Option<Place> {
    let explorer = asked.explorer;
    let chosen = explorer.chosen.get();
    let id = &explorer.model().quantities[chosen.quantity].id;
    plot.layout.with(|layout| {
        let layout = layout.as_ref()?;
        let (layer, year, scale) = plot.chart.with(|chart| {
            let layer = chart.layers.iter().position(|layer| layer.quantity == *id)?;
            let year = explorer.model().years[chosen.year];
            Some((layer, chart.years.iter().position(|other| *other == year)?, chart.scale))
        })?;
        // The end of a bar is its defined side; a line's point is the value itself.
        let [low, high] = [layout.axes.ticks.first()?, layout.axes.ticks.last()?];
        let written_per_px = (high.value - low.value) / (low.y - high.y);
        let shape = layout.shapes.get(layer)?;
        let now = explorer.projection.get().slot(chosen.slot(explorer.model()))?;
        let at = match shape.bars.get(year).copied().flatten() {
            Some(bar) => {
                if now < 0.0 {
                    bar.bottom
                } else {
                    bar.top
                }
            }
            None => shape.points.get(year).copied().flatten()?.y,
        };
        let per_px = written_per_px / scale;
        let y = at - (asked.aim()? - now) / per_px;
        let step = (high.value - low.value) / (layout.axes.ticks.len() - 1) as f64 / 50.0 / scale;
        let x = layout.axes.years.get(year)?.x;
        Some(Place { x, y: y.clamp(0.0, layout.axes.frame.height_css), per_px, step })
    })
}

fn px(value: Option<f64>) -> String {
    format!("{}px", decimal(value.unwrap_or_default()))
}
