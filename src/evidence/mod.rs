//! The evidence under the charts: figures, assumptions, equations, backtests, weaknesses. Each part is made only while it is
//! open.

mod assumptions;
mod backtests;
mod belief;
mod date;
mod equations;
mod figures;
mod filter;
mod mathematics;

pub(crate) use figures::{about, value};
pub(crate) use mathematics::equation;

use crate::browser::{El, el};
use crate::explorer::Explorer;
use crate::state::State;
use engine::story::Text;
use filter::Filter;

/// A part of the evidence.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    /// The published and inferred numbers.
    Figures,
    /// The beliefs.
    Assumptions,
    /// The model.
    Equations,
    /// The model held against past years.
    Backtests,
    /// Where it is weak.
    Weaknesses,
    /// What has altered its results.
    Changes,
}

/// Which parts are open.
pub(crate) type Parts = [State<bool>; 6];

impl Explorer {
    /// Opens a part.
    pub(crate) fn open(self, part: Part) {
        let open = self.parts[part as usize];
        if !open.get_untracked() {
            open.set(true);
        }
    }
}

/// The section.
pub(crate) fn evidence(explorer: Explorer) -> El {
    let filter = Filter::new();
    let part = |part, title, make| disclosure(explorer, part, title, make);
    let story = explorer.story();
    el("section").id("evidence").set("aria-labelledby", "evidence-title").with([
        el("h2").id("evidence-title").says(explorer.word("evidence_title")),
        date::date(explorer),
        part(Part::Figures, "figures", Box::new(move || figures::figures(explorer, filter))),
        part(Part::Assumptions, "assumptions", Box::new(move || assumptions::assumptions(explorer))),
        part(Part::Equations, "equations", Box::new(move || equations::equations(explorer))),
        part(Part::Backtests, "backtests_title", Box::new(move || backtests::backtests(explorer))),
        part(
            Part::Weaknesses,
            "weaknesses_title",
            Box::new(move || {
                let line = |text: &Text| el("li").text(text.get(explorer.code()));
                vec![el("ul").each(story.about.weaknesses.iter().map(line))]
            }),
        ),
        part(
            Part::Changes,
            "changes_title",
            Box::new(move || {
                let changes = story.changes.iter().map(|(_, change)| {
                    el("li").with([
                        el("b").text(&change.date),
                        el("span").text(&format!(
                            " {} {}",
                            change.what.get(explorer.code()),
                            change.effect.get(explorer.code())
                        )),
                    ])
                });
                vec![el("ul").each(changes)]
            }),
        ),
    ])
}

/// A part behind its title.
fn disclosure(explorer: Explorer, part: Part, title: &'static str, make: Box<dyn Fn() -> Vec<El>>) -> El {
    let open = explorer.parts[part as usize];
    let whole = el("details").class("part").id(&format!("part-{}", part as usize));
    let node = whole.clone();
    whole
        .maybe("open", move || open.get().then(String::new))
        .on("toggle", move |_| {
            if open.get_untracked() != node.is_open() {
                open.set(node.is_open());
            }
        })
        .with([
            el("summary").with([el("h3").says(explorer.word(title))]),
            el("div").piece(move || if open.get() { make() } else { Vec::new() }),
        ])
}
