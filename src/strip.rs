//! Which limit binds, year by year.

use crate::explorer::explorer;
use crate::live::live;
use leptos::prelude::*;

/// The strip under the charts.
#[component]
pub(crate) fn Strip() -> impl IntoView {
    let explorer = explorer();
    let model = explorer.model();
    let place = |id: &str| model.quantities.iter().position(|quantity| quantity.id == id);
    let (Some(binding), replaced) = (place("binding"), place("replacement_share")) else {
        return ().into_any();
    };
    let choices = &explorer.story().model.0[binding].1.choices.0;
    let year = move |at: usize| {
        let choice = move || {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the place of a choice"
            )]
            let place = explorer.projection.get().value(model, binding, at).map_or(0, |value| value as usize);
            &choices[place.min(choices.len() - 1)]
        };
        let share = move || {
            let value = replaced.and_then(|replaced| explorer.projection.get().value(model, replaced, at));
            value.map_or_else(|| "–".to_owned(), |value| explorer.voice().prose(value, "share"))
        };
        let id = live(move || choice().0.clone());
        view! {
            <li class=id data-quantity="binding" data-year=model.years[at].to_string() data-value=id>
                <span class="year">{model.years[at].to_string()}</span>
                <b>{live(move || choice().1.get(explorer.code()).to_owned())}</b>
                <small>{live(share)}</small>
            </li>
        }
    };
    view! {
        <section class="strip" id="strip" aria-labelledby="strip-title">
            <h2 id="strip-title">{explorer.word("binds_title")}</h2>
            <p>{explorer.word("binds_lead")}</p>
            <ol>{(0..model.years.len()).map(year).collect_view()}</ol>
        </section>
    }
    .into_any()
}
