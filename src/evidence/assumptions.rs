//! All assumptions: low, central and high, slider and box, why, what they rest on, and the charts they move.

use super::belief::belief;
use crate::browser::{El, button, el};
use crate::explorer::Explorer;
use crate::go::{links, to_name};
use crate::input::charts;
use crate::lever::{changeable, control, reset, set};
use crate::state::State;
use engine::model::{Name, Names};

/// One block each; follows the language.
pub(super) fn assumptions(explorer: Explorer) -> Vec<El> {
    let names = Names::new(explorer.story());
    let all = 0..explorer.story().assumptions.len();
    let blocks = all.map(|at| assumption(explorer, &names, at));
    let lead = el("p").class("note").text(&explorer.voice().word("assumptions_lead"));
    vec![lead, el("div").class("beliefs").each(blocks)]
}

fn assumption(explorer: Explorer, names: &Names, at: usize) -> El {
    let voice = explorer.voice();
    let about = &explorer.story().assumptions.0[at].1;
    // Levers come first among the inputs.
    let input = explorer.story().levers.len() + at;
    let refused = State::new(None);
    let values = [("low", about.low), ("central", Some(about.central)), ("high", about.high)];
    let values = values.into_iter().filter_map(|(name, value)| {
        let value = value?;
        let words = format!("{} {}", voice.word(name), voice.exact(value, &about.unit));
        let button = button(move || set(explorer, input, refused, value)).class("claim");
        Some(button.live("aria-pressed", move || (explorer.value(input) == value).to_string()).text(&words))
    });
    let figures = about.figures.iter().filter_map(|id| {
        Some(to_name(explorer, names, Name::Figure(explorer.story().figures.position(id)?)))
    });
    let figures: Vec<_> = figures.collect();
    changeable(explorer, input)
        .with(control(explorer, input, refused))
        .with([
            el("div").class("values").each(values).with([reset(explorer, input, refused)]),
            el("p").class("note").text(about.reason.get(voice.language)),
        ])
        .each(belief(explorer, input))
        .each(links(&voice.word("rests_on"), &figures))
        .each(links(&voice.word("moves"), &charts(explorer, input)))
}
