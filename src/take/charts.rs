//! What a drawing of the page is taken along as: a picture for any program, or its numbers.

use crate::browser::{El, Picture, button, el, save_table, tabbed};
use crate::canvas::Plot;
use crate::copies::copies;
use crate::explorer::Explorer;
use crate::strip;
use crate::table::whole;
use engine::say::{plain_text, sentence};
use engine::story::Text;
use leptos::prelude::untrack;

/// Of a picture, in css px: wide enough for every label, and the shape of a slide; a strip is no higher than it must be.
const SIZE: (u32, u32) = (720, 405);
const STRIP: (u32, u32) = (720, 180);

/// What is drawn.
pub(crate) enum Taken {
    /// The chart of the view at a place.
    Chart(Plot, usize),
    /// The strip of the quantity at a place, which is its own table.
    Strip(usize, El),
}

impl Taken {
    fn called(&self, explorer: Explorer) -> (&'static str, &'static Text) {
        let story = explorer.story();
        match *self {
            Self::Chart(_, at) => (&story.views.0[at].0, &story.views.0[at].1.title),
            Self::Strip(at, _) => (&story.model.0[at].0, &story.model.0[at].1.label),
        }
    }

    fn table(&self, explorer: Explorer) -> El {
        untrack(|| match self {
            Self::Chart(plot, at) => whole(explorer, *plot, *at),
            Self::Strip(_, table) => table.clone(),
        })
    }

    fn picture(&self, explorer: Explorer) -> Picture {
        untrack(|| match *self {
            Self::Chart(_, at) => picture(explorer, at, SIZE),
            Self::Strip(at, _) => {
                let title = self.called(explorer).1.get(explorer.code());
                Picture::of_strip([title, &strip::lead(explorer, at)], &strip::years(explorer, at), STRIP)
            }
        })
    }
}

/// The buttons under it.
pub(crate) fn files(explorer: Explorer, of: Taken) -> El {
    let (id, title) = of.called(explorer);
    // It lives as long as the page.
    let of: &'static Taken = Box::leak(Box::new(of));
    let rows = move || (tabbed(&of.table(explorer)), String::new());
    let save = move |kind: &'static str| {
        let act = move || {
            let name = ["sliderule-", id, ".", &kind.to_ascii_lowercase()].concat();
            match kind {
                "CSV" => save_table(&name, &of.table(explorer)),
                _ => of.picture(explorer).save(&name),
            }
        };
        let label = move || [kind, ": ", title.get(explorer.code())].concat();
        button(act).class("quiet").text(kind).live("aria-label", label)
    };
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
