//! Which limit binds, year by year.

use crate::browser::{El, el};
use crate::explorer::Explorer;
use leptos::prelude::*;

/// The strip under the charts; absent in a story without limits.
pub(crate) fn strip(explorer: Explorer) -> Option<El> {
    let model = explorer.model();
    let place = |id: &str| model.quantities.iter().position(|quantity| quantity.id == id);
    let (binding, replaced) = (place("binding")?, place("replacement_share"));
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
        let (id, year) = (move || choice().0.clone(), model.years[at].to_string());
        el("li")
            .live("class", id)
            .set("data-quantity", "binding")
            .set("data-year", &year)
            .live("data-value", id)
            .with([
                el("span").class("year").text(&year),
                el("b").says(move || choice().1.get(explorer.code()).to_owned()),
                el("small").says(share),
            ])
    };
    let years: Vec<El> = (0..model.years.len()).map(year).collect();
    Some(el("section").class("strip").id("strip").set("aria-labelledby", "strip-title").with([
        el("h2").id("strip-title").says(explorer.word("binds_title")),
        el("p").says(explorer.word("binds_lead")),
        el("ol").with(years),
    ]))
}
