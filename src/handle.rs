//! A number in running text that is dragged sideways or moved by keys: a lever where it is spoken of.

use crate::browser::{El, Event, attribute_at, decimal, drag_at, key, without_dust};
use crate::explorer::Explorer;
use crate::input::{label, step};
use leptos::prelude::*;

/// So far is it from the lowest value to the highest.
const LENGTH_PX: f64 = 260.0;

/// Makes a number one that can be moved. What moves it stands in one place for all: in [`handles`].
pub(crate) fn handle(data: El, explorer: Explorer, id: &str) -> El {
    let Some(input) = explorer.model().input(id) else { return data };
    let [low, high] = explorer.model().inputs[input].range;
    data.class("handle")
        .set("role", "slider")
        .set("tabindex", "0")
        .set("data-handle", id)
        .set("aria-valuemin", &decimal(low))
        .set("aria-valuemax", &decimal(high))
}

/// Says another value; follows the language.
pub(crate) fn write(data: &El, explorer: Explorer, id: &str, value: f64, text: &str) {
    let Some(input) = explorer.model().input(id) else { return };
    data.clone()
        .set("aria-label", label(explorer, input).get(explorer.code()))
        .set("aria-valuenow", &decimal(value))
        .set("aria-valuetext", text);
}

/// Listens for all numbers that can be moved within an element.
pub(crate) fn handles(explorer: Explorer, within: El) -> El {
    // What is being dragged, from where, and its value there.
    let held = StoredValue::new(None::<(usize, f64, f64)>);
    let input = move |event: &Event| explorer.model().input(&attribute_at(event, "data-handle")?);
    within
        .on("pointerdown", move |event| {
            held.set_value(
                input(event).zip(drag_at(event)).map(|(input, (x, _))| (input, x, explorer.now(input))),
            );
        })
        .on("pointermove", move |event| {
            let Some((input, from, value)) = held.get_value() else { return };
            match drag_at(event) {
                Some((x, _)) => {
                    let [low, high] = explorer.model().inputs[input].range;
                    put(explorer, input, value + (x - from) / LENGTH_PX * (high - low));
                }
                None => held.set_value(None),
            }
        })
        .on("pointerup", move |_| held.set_value(None))
        .on("keydown", move |event| {
            let Some(input) = input(event) else { return };
            let [low, high] = explorer.model().inputs[input].range;
            let by = |steps: f64| explorer.now(input) + steps * step(explorer, input);
            let to = match key(event).as_str() {
                "ArrowRight" | "ArrowUp" => by(1.0),
                "ArrowLeft" | "ArrowDown" => by(-1.0),
                "PageUp" => by(10.0),
                "PageDown" => by(-10.0),
                "Home" => low,
                "End" => high,
                _ => return,
            };
            event.prevent_default();
            put(explorer, input, to);
        })
}

/// Sets the nearest value that a slider could stand at.
fn put(explorer: Explorer, input: usize, value: f64) {
    let [low, high] = explorer.model().inputs[input].range;
    let step = step(explorer, input);
    let value = without_dust((value / step).round() * step);
    if input < explorer.story().levers.len() {
        explorer.in_hand.set(input);
    }
    // Within its range, and whole where it has to be, since its step is.
    explorer.set(input, value.clamp(low, high)).ok();
}

impl Explorer {
    /// The value of an input as it is.
    fn now(self, input: usize) -> f64 {
        self.scenario.with_untracked(|scenario| scenario.values()[input])
    }
}
