//! A sentence with its numbers as `<data>`, which machines and tests can read exactly.

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
                    value=value.to_string()
                    class=format!("of-{id}")
                    data-quantity=id
                    data-year=year.map(|year| year.to_string())
                    data-value=value.to_string()
                >
                    {text}
                </data>
            }
            .into_any(),
            Said::Number { text, value, id: Some(id), .. } => view! {
                <data value=value.to_string() data-input=id data-value=value.to_string()>{text}</data>
            }
            .into_any(),
            Said::Number { text, .. } => text.into_any(),
        })
        .collect_view()
}
