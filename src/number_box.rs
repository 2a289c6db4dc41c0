//! A box for the exact value: comma and point, the page language's sign first.

use crate::browser::{decimal_sign, number, set_box, without_dust};
use crate::explorer::explorer;
use crate::live::{live, maybe};
use engine::SetError;
use engine::say::typed;
use leptos::prelude::*;

/// Why a typed value was not taken.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refused {
    /// It is not a number.
    Unreadable(String),
    /// It lies outside, or is a fraction where only whole numbers fit.
    Outside,
}

/// The box of the input at place `input`. What was wrong goes to `refused`.
#[component]
pub(crate) fn NumberBox(
    /// The input's place in the model.
    input: usize,
    /// The box's id; what is wrong stands under `<id>-problem`.
    id: String,
    /// The label's id.
    labelled_by: String,
    /// What was wrong with the last value typed.
    refused: RwSignal<Option<Refused>>,
) -> impl IntoView {
    let explorer = explorer();
    let unit = &explorer.model().inputs[input].unit;
    let text = move || explorer.voice().exact(explorer.value(input), unit);
    let take = move |event: leptos::ev::Event| {
        let written = event_target_value(&event);
        let result =
            untrack(|| typed(&written, decimal_sign(explorer.code())).and_then(|plain| number(&plain)))
                .ok_or_else(|| Refused::Unreadable(written.clone()))
                .and_then(|value| {
                    let scale = untrack(|| explorer.voice().unit(unit).scale);
                    let value = if scale == 1.0 { value } else { without_dust(value / scale) };
                    explorer.set(input, value).map(|()| value).map_err(|error| match error {
                        SetError::Range { .. } | SetError::Whole { .. } | SetError::Unknown { .. } => {
                            Refused::Outside
                        }
                    })
                });
        if let Ok(value) = &result {
            // Also where the value stays the same: `30000` becomes `30,000`.
            set_box(&event, &untrack(|| explorer.voice().exact(*value, unit)));
        }
        refused.set(result.err());
    };
    view! {
        <input
            type="text"
            inputmode="decimal"
            autocomplete="off"
            spellcheck="false"
            id=id.clone()
            aria-labelledby=labelled_by
            aria-describedby=format!("{id}-problem")
            aria-invalid=maybe(move || refused.with(Option::is_some).then(|| "true".to_owned()))
            prop:value=live(text)
            on:change=take
        />
    }
}
