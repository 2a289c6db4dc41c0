//! Ready-made scenarios: one click sets everything, a sentence says why anybody would look at it.

use crate::browser::{El, button, el};
use crate::explorer::Explorer;
use crate::ground::decided;
use crate::state::State;
use engine::Scenario;
use engine::model::ShownSetting;
use engine::settings;

/// The buttons behind their disclosure, made only while it is open.
pub(crate) fn presets(explorer: Explorer) -> El {
    let open = State::new(false);
    let all = move || {
        let count = if open.get() { explorer.story().presets.0.len() } else { 0 };
        (0..count).map(|at| preset(explorer, at)).collect()
    };
    el("details")
        .id("presets")
        .set("tabindex", "-1")
        .on("toggle", move |_| open.update(|open| *open = !*open))
        .with([el("summary").says(explorer.word("presets")), el("div").class("days").piece(all)])
}

fn preset(explorer: Explorer, at: usize) -> El {
    let (id, about) = &explorer.story().presets.0[at];
    let set = &explorer.models().plain().shown.presets[at];
    let stands = move || explorer.scenario.with(|now| !explorer.differ(now, &explorer.started(set)));
    button(move || explorer.adopt(&explorer.started(set)))
        .class("day")
        .set("data-preset", id)
        .live("aria-pressed", move || stands().to_string())
        .with([el("b").says(explorer.text(&about.label)), el("small").says(explorer.text(&about.reason))])
}

impl Explorer {
    /// The default with what a preset or a step of the tour sets; follows the day and the overridden figures.
    pub(crate) fn started(self, set: &[ShownSetting]) -> Scenario {
        self.ground.with(|ground| self.models().with(&ground.default, settings(set, &ground.given)))
    }

    /// Takes all levers and assumptions of a scenario, as one change. Figures stay.
    pub(crate) fn adopt(self, scenario: &Scenario) {
        for input in decided(self.story()) {
            // A scenario holds nothing that cannot be set.
            self.set_path(input, scenario.held(input)).ok();
        }
    }

    /// True where two scenarios differ in a lever or an assumption.
    pub(crate) fn differ(self, one: &Scenario, other: &Scenario) -> bool {
        decided(self.story()).any(|input| one.differs(other, input))
    }
}
