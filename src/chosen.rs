//! One number of the projection, which the reader asks about: what matters most to it, what would have to be true.

use crate::backwards::backwards;
use crate::browser::{El, el, written};
use crate::compare::compare;
use crate::explorer::Explorer;
use crate::matters::matters;
use engine::link::Outcome;
use engine::model::{Model, Slot};
use engine::story::Story;

/// A quantity and a year, by their places in the model's lists.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Chosen {
    /// The quantity; it has one value a year.
    pub(crate) quantity: usize,
    /// The year.
    pub(crate) year: usize,
}

impl Chosen {
    /// What a link asks about, or else what the story asks about first.
    pub(crate) fn of(story: &Story, model: &Model, link: Option<Outcome>) -> Self {
        let known = |asked: &Outcome| story.drawn().contains(&model.quantities[asked.quantity].id.as_str());
        let asked = link.filter(known);
        let place = |year: i32| model.years.iter().position(|known| *known == year);
        let year = asked.and_then(|asked| place(asked.year?)).unwrap_or(model.years.len() - 1);
        Self { quantity: asked.map_or_else(|| story.asks(), |asked| asked.quantity), year }
    }

    /// Where the model keeps it.
    pub(crate) fn slot(self, model: &Model) -> Slot {
        let slots = &model.quantities[self.quantity].slots;
        slots[self.year.min(slots.len() - 1)]
    }
}

impl Explorer {
    /// What the chosen number shall be, once the reader has said so; follows both.
    pub(crate) fn wished(self) -> Option<f64> {
        let chosen = self.chosen.get();
        self.wish.get().filter(|(of, _)| *of == chosen).map(|(_, wish)| wish)
    }
}

/// The two lists that it is chosen from.
pub(crate) fn chooser(explorer: Explorer) -> El {
    let (story, model, chosen) = (explorer.story(), explorer.model(), explorer.chosen);
    let quantity = |id: &&str| {
        let label = explorer.text(&story.model.get(id)?.label);
        Some(el("option").set("value", id).says(label))
    };
    let years = model.years.iter().map(|year| el("option").text(&year.to_string()));
    let quantity = el("select").each(story.drawn().iter().filter_map(quantity));
    let quantity = quantity.shows(move || model.quantities[chosen.get().quantity].id.clone()).on(
        "change",
        move |event| {
            if let Some(quantity) = story.model.position(&written(event)) {
                chosen.update(|chosen| chosen.quantity = quantity);
            }
        },
    );
    let year = el("select").each(years);
    let year = year.shows(move || model.years[chosen.get().year].to_string()).on("change", move |event| {
        let written = written(event);
        if let Some(year) = model.years.iter().position(|year| year.to_string() == written) {
            chosen.update(|chosen| chosen.year = year);
        }
    });
    el("div").class("filter").with([
        el("label").says(explorer.word("number")).with([quantity.id("chosen-quantity")]),
        el("label").says(explorer.word("year")).with([year.id("chosen-year")]),
    ])
}

/// The section about it: the parts that ask.
pub(crate) fn one_number(explorer: Explorer) -> El {
    el("section").id("one-number").set("aria-labelledby", "one-number-title").with([
        el("h2").id("one-number-title").set("tabindex", "-1").says(explorer.word("one_number")),
        chooser(explorer),
        matters(explorer),
        backwards(explorer),
        compare(explorer),
    ])
}
