//! A sentence with its numbers as `<data>`, which machines and tests can read exactly.

use crate::browser::decimal;
use engine::say::Said;
use leptos::prelude::*;

/// The parts of a sentence.
pub(crate) fn said(parts: Vec<Said>) -> impl IntoView {
    parts
        .into_iter()
        .map(|part| match part {
            Said::Words(words) => words.into_any(),
            Said::Number { text, value, id: Some(id), computed: true, year } => view! {
                <data
                    value=decimal(value)
                    class=format!("of-{id}")
                    data-quantity=id
                    data-year=year.map(|year| year.to_string())
                    data-value=decimal(value)
                >
                    {text}
                </data>
            }
            .into_any(),
            Said::Number { text, value, id: Some(id), .. } => view! {
                <data value=decimal(value) data-input=id data-value=decimal(value)>{text}</data>
            }
            .into_any(),
            Said::Number { text, .. } => text.into_any(),
        })
        .collect_view()
}
