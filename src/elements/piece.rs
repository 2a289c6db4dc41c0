//! The pieces that can stand alone.

use crate::browser::{El, Event, effect, el};
use crate::chart::chart;
use crate::embed::lever;
use crate::explanation::open_number;
use crate::explorer::Explorer;
use crate::go::follow;
use crate::handle::{self, handle, handles};
use crate::number::{self, opens};
use crate::verdict::verdict;

/// What an element asks for.
pub(crate) struct Wanted {
    /// The element's name behind `slide-`.
    pub(crate) kind: String,
    /// A name of the story.
    pub(crate) of: String,
    /// A year.
    pub(crate) year: Option<i32>,
}

/// The piece; nothing where the story has nothing of that name.
pub(super) fn piece(explorer: Explorer, wanted: &Wanted) -> Option<El> {
    let (story, of) = (explorer.story(), &wanted.of);
    let piece = match wanted.kind.as_str() {
        kind @ ("lever" | "locked lever") => {
            let at = story.levers.position(of)?;
            el("div").class("levers").with([lever(explorer, at, kind != "lever")])
        }
        "number" => moved(explorer, explorer.model().input(of)?),
        "value" => value(explorer, story.model.position(of)?, wanted.year)?,
        "chart" => el("div").class("charts").with([
            chart(explorer, story.views.position(of)?),
            el("p").id("chart-help").set("hidden", "").says(explorer.word("chart_help")),
        ]),
        "verdict" => verdict(explorer),
        _ => return None,
    };
    let click = move |event: &Event| {
        open_number(explorer, event);
        follow(explorer, event);
    };
    // Two of them stand in running text.
    let around = if matches!(wanted.kind.as_str(), "number" | "value") { "span" } else { "div" };
    Some(handles(explorer, el(around)).on("click", click).with([piece]))
}

/// A number that is dragged where it stands.
fn moved(explorer: Explorer, input: usize) -> El {
    let of = &explorer.model().inputs[input];
    let data = handle(el("data").set("data-input", &of.id), explorer, &of.id);
    let place = data.clone();
    effect(move || {
        let value = explorer.value(input);
        let text = explorer.voice().prose(value, &of.unit);
        number::write(&place, Some(value), &text);
        handle::write(&place, explorer, &of.id, value, &text);
    });
    data
}

/// A computed number, which opens. One that varies needs its year.
fn value(explorer: Explorer, at: usize, year: Option<i32>) -> Option<El> {
    let id = &explorer.story().model.0[at].0;
    let place_of_year = |year| explorer.model().years.iter().position(|known| *known == year);
    let varies = explorer.model().quantities[at].varies;
    let place = if varies { place_of_year(year?)? } else { 0 };
    let data = number::data(explorer, id);
    let data = match year.filter(|_| varies) {
        Some(year) => data.set("data-year", &year.to_string()),
        None => data,
    };
    let written = data.clone();
    effect(move || {
        let (value, text) = number::now(explorer, at, place);
        number::write(&written, value, &text);
    });
    Some(opens(data))
}
