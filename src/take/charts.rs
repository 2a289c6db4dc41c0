//! What a chart is taken along as: a picture for any program, or its numbers.

use crate::browser::{El, Picture, button, el, save_table, tabbed};
use crate::canvas::Plot;
use crate::copies::copies;
use crate::explorer::Explorer;
use crate::table::whole;
use engine::say::{plain_text, sentence};
use leptos::prelude::untrack;

/// Of a picture, in css px: wide enough for every label, and the shape of a slide.
const SIZE: (u32, u32) = (720, 405);

/// The buttons under the chart of the view at place `at`.
pub(crate) fn chart_files(explorer: Explorer, plot: Plot, at: usize) -> El {
    let (id, about) = &explorer.story().views.0[at];
    let save = move |kind: &'static str| {
        let act = move || {
            let name = ["sliderule-", id, ".", &kind.to_ascii_lowercase()].concat();
            untrack(|| match kind {
                "CSV" => save_table(&name, &whole(explorer, plot, at)),
                _ => picture(explorer, at, SIZE).save(&name),
            });
        };
        let label = move || [kind, ": ", about.title.get(explorer.code())].concat();
        button(act).class("quiet").text(kind).live("aria-label", label)
    };
    let rows = move || (untrack(|| tabbed(&whole(explorer, plot, at))), String::new());
    el("div").class("files").with([
        save("PNG"),
        save("SVG"),
        save("CSV"),
        copies(explorer, &["copy-", id].concat(), ["copy_table", "copied"], rows),
    ])
}

/// A chart with its words, in the language and the state as they are; follows both.
pub(crate) fn picture(explorer: Explorer, at: usize, size: (u32, u32)) -> Picture {
    let mut chart = explorer.chart_words(at);
    explorer.set_chart_numbers(&mut chart, at);
    let model = explorer.model();
    let says = sentence(&model.shown.views[at].sentence, &explorer.projection.get(), model, explorer.voice());
    chart.sentence = plain_text(&says);
    Picture::new(&chart, size, explorer.numbers())
}
