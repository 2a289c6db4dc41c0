//! Which limit binds, year by year.

use crate::browser::{El, el};
use crate::explorer::Explorer;
use crate::ground::Shown;
use crate::number::opens;
use crate::overridden::overridden;

/// The strip under the charts; absent in a story without limits.
pub(crate) fn strip(explorer: Explorer) -> Option<El> {
    let model = explorer.model();
    let place = |id: &str| model.quantities.iter().position(|quantity| quantity.id == id);
    let (binding, replaced) = (place("binding")?, place("replacement_share"));
    let limit = &explorer.story().model.0[binding].1;
    let year = move |at: usize| {
        let value = move |quantity| {
            explorer.projection.with(|projection| projection.value(explorer.model(), quantity, at))
        };
        let choice = move || limit.choice(value(binding));
        let share = move || {
            let value = replaced.and_then(value);
            value.map_or_else(|| "–".to_owned(), |value| explorer.voice().prose(value, "share"))
        };
        let id = move || choice().map_or_else(String::new, |(name, _)| name.to_owned());
        let words = move || choice().map_or_else(String::new, |it| it.1.get(explorer.code()).to_owned());
        let year = model.years[at].to_string();
        el("li")
            .live("class", id)
            .set("data-quantity", "binding")
            .set("data-year", &year)
            .live("data-value", id)
            .with([
                el("span").class("year").text(&year),
                el("b").with([opens(data("binding", &year, words))]),
                el("small").with([opens(data("replacement_share", &year, share))]),
            ])
    };
    let shown = Some(binding).into_iter().chain(replaced).map(Shown::Quantity);
    let years: Vec<El> = (0..model.years.len()).map(year).collect();
    Some(el("section").class("strip").id("strip").set("aria-labelledby", "strip-title").with([
        el("h2").id("strip-title").says(explorer.word("binds_title")),
        el("p").says(explorer.word("binds_lead")),
        overridden(explorer, shown.collect()),
        el("ol").with(years),
    ]))
}

fn data(quantity: &str, year: &str, says: impl Fn() -> String + 'static) -> El {
    el("data").set("data-quantity", quantity).set("data-year", year).says(says)
}
