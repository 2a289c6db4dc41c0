//! The story in a few paragraphs: levers are moved where they are spoken of, results follow and open, each beside its chart.

use crate::browser::{El, el, watch_visible};
use crate::canvas::small;
use crate::explorer::Explorer;
use crate::go::{links, to_name, to_view};
use crate::said::{Saying, said};
use crate::state::{Derived, State};
use engine::model::{Name, Names};
use engine::say::sentence;

/// The section.
pub(crate) fn prose(explorer: Explorer) -> El {
    let count = explorer.story().prose.0.len();
    let paragraphs = (0..count).map(|at| paragraph(explorer, at));
    el("section")
        .id("prose")
        .set("aria-labelledby", "prose-title")
        .with([
            el("h2").id("prose-title").set("tabindex", "-1").says(explorer.word("prose")),
            el("p").class("lead").says(explorer.word("prose_lead")),
        ])
        .each(paragraphs)
}

fn paragraph(explorer: Explorer, at: usize) -> El {
    let (id, about) = &explorer.story().prose.0[at];
    let told = move || {
        let text = std::slice::from_ref(&explorer.model().shown.prose[at]);
        explorer.projection.with(|projection| sentence(text, projection, explorer.model(), explorer.voice()))
    };
    let view = about.view.as_deref().and_then(|view| explorer.story().views.position(view));
    let ways = move || {
        let names = Names::new(explorer.story());
        let figures = about.figures.iter().filter_map(|id| explorer.story().figures.position(id));
        let figures: Vec<_> = figures.map(|at| to_name(explorer, &names, Name::Figure(at))).collect();
        let charts: Vec<_> = view.iter().map(|view| to_view(explorer, *view)).collect();
        let voice = explorer.voice();
        let lines = [links(&voice.word("rests_on"), &figures), links(&voice.word("moves"), &charts)];
        lines.into_iter().flatten().collect()
    };
    let (article, seen) = (el("article"), State::new(false));
    watch_visible(article.node(), seen);
    let text = said(el("p"), Saying { explorer, moves: true, seen: Some(seen) }, told);
    article.id(&format!("paragraph-{id}")).with([
        el("div").with([text, el("div").piece(ways)]),
        view.map_or_else(|| el("div"), |view| small(explorer, Derived::new(move |_| view))),
    ])
}
