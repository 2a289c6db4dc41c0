//! The tour: each step moves the levers itself and says what to look at. Leaving it gives the reader's scenario back.

use crate::browser::{El, Event, attribute_at, bring_on_screen, button, el, focus, key};
use crate::explorer::Explorer;
use crate::said::{Saying, said};
use engine::Scenario;
use engine::say::sentence;

/// A step under way, and the scenario from before the tour.
pub(crate) type Stop = (usize, Scenario);

/// The way in.
pub(crate) fn tour_start(explorer: Explorer) -> El {
    button(move || explorer.go_to_step(Some(0))).class("link").id("tour-start").says(explorer.word("tour"))
}

/// What stands at the foot of the window while the tour is under way.
pub(crate) fn tour(explorer: Explorer) -> El {
    let step = move || explorer.tour.with(|tour| tour.as_ref().map(|(step, _)| *step));
    el("section")
        .id("tour")
        .live("aria-label", explorer.word("tour"))
        .on("keydown", move |event| match key(event).as_str() {
            "Escape" => explorer.go_to_step(None),
            "ArrowRight" if !on_handle(event) => explorer.forward(1),
            "ArrowLeft" if !on_handle(event) => explorer.forward(-1),
            _ => {}
        })
        .piece(move || step().map_or_else(Vec::new, |at| stand(explorer, at)))
}

fn stand(explorer: Explorer, at: usize) -> Vec<El> {
    let count = explorer.story().tour.0.len();
    let told = move || {
        let step = &explorer.model().shown.tour[at];
        explorer.projection.with(|projection| {
            sentence(std::slice::from_ref(&step.text), projection, explorer.model(), explorer.voice())
        })
    };
    let turn = |name: &'static str, by: isize| {
        button(move || explorer.forward(by)).id(name).says(explorer.word(name))
    };
    let back =
        turn("tour_back", -1).set("aria-disabled", if at == 0 { "true" } else { "false" }).class("quiet");
    let leave =
        || button(move || explorer.go_to_step(None)).id("tour_leave").says(explorer.word("tour_leave"));
    let mut turns = vec![el("small").text(&format!("{} / {count}", at + 1)), back];
    if at + 1 < count {
        turns.push(turn("tour_next", 1));
    }
    turns.push(leave());
    vec![
        said(
            el("p").id("tour-text").set("tabindex", "-1"),
            Saying { explorer, moves: true, seen: None },
            told,
        ),
        el("div").class("turns").with(turns),
    ]
}

/// On a number that can be moved the arrow keys move it.
fn on_handle(event: &Event) -> bool {
    attribute_at(event, "data-handle").is_some()
}

impl Explorer {
    fn forward(self, by: isize) {
        let now = self.tour.with_untracked(|tour| tour.as_ref().map(|(step, _)| *step));
        let next = now.and_then(|now| now.checked_add_signed(by));
        if next.is_some_and(|next| next < self.story().tour.0.len()) {
            self.go_to_step(next);
        }
    }

    /// Goes to a step, or leaves the tour.
    fn go_to_step(self, step: Option<usize>) {
        let before = self.tour.with_untracked(|tour| tour.as_ref().map(|(_, before)| before.clone()));
        let before = before.unwrap_or_else(|| self.scenario.get_untracked());
        let Some(at) = step else {
            self.adopt(&before);
            self.tour.set(None);
            focus("tour-start");
            return;
        };
        let set = &self.models().plain().shown.tour[at].set;
        self.adopt(&leptos::prelude::untrack(|| self.started(set)));
        self.in_hand.set(set.first().map_or(0, |first| first.input));
        self.tour.set(Some((at, before)));
        bring_on_screen(&format!("view-{}", self.story().tour.0[at].1.view));
        focus("tour-text");
    }
}
