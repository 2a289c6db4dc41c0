//! The page's address: it holds the whole state, is read at the start and whenever it becomes another, and follows what the
//! reader does. Back and Forward go through it.

use crate::browser::{
    DIGITS, Later, Writing, address_with, effect, link_of_address, on_document, on_window, write_link,
};
use crate::chosen::Chosen;
use crate::compare::Kept;
use crate::embed::is_embedded;
use crate::explorer::Explorer;
use crate::ground::{TODAY, day};
use crate::held::Held;
use engine::link::{Differences, Link, Outcome, Written, command, read, write};
use engine::{Override, Scenario, project};
use std::cell::{Cell, RefCell};

/// Between two changes, so that browsers take them all.
const PAUSE_MS: u32 = 350;

/// What is known of the address.
#[derive(Default)]
pub(crate) struct Address {
    /// The text of the state that it stands for.
    text: RefCell<String>,
    /// True where that text would be too long for all of it.
    short: Cell<bool>,
    waiting: Later,
}

/// Listens to the address, to what the reader does and to the leaving.
pub(crate) fn address(explorer: Explorer) {
    effect(move || {
        explorer.past.with_now(|_| ());
        explorer.wished();
        explorer.write_address_soon();
    });
    on_window("hashchange", move |_| {
        if link_of_address() != *explorer.address.text.borrow() {
            // What still waits is a change of what is left now.
            explorer.end_replay();
            explorer.settle();
            explorer.open_address();
            explorer.remember(None);
        }
    });
    // Who looks at another tab comes back, and then Back leads to what was before; a page that ends gets no further entry.
    on_window("pagehide", move |_| explorer.write_address(Writing::Over));
    on_document("visibilitychange", move |_| explorer.write_address(Writing::Behind));
}

impl Explorer {
    /// Begins with what the address says.
    pub(crate) fn begin(self) {
        self.open_address();
        self.past.begin(self.held());
    }

    /// Shows what the address says.
    fn open_address(self) {
        self.open_link(&link_of_address(), None);
        *self.address.text.borrow_mut() = self.link_text(&self.held());
    }

    /// The scenario that a link holds, as it can be taken.
    pub(crate) fn scenario_of(self, link: &str) -> Scenario {
        self.scenario_with(&read(link, self.story(), self.models().plain(), DIGITS).0.now)
    }

    fn scenario_with(self, of: &Differences) -> Scenario {
        of.scenario(self.story(), self.models().over(of.over_years().collect()))
    }

    /// Shows what a link says, which may come from a file of this name.
    pub(crate) fn open_link(self, link: &str, file: Option<&str>) {
        let (story, model) = (self.story(), self.models().plain());
        let (link, notices) = read(link, story, model, DIGITS);
        let scenario = |of: &Differences| self.scenario_with(of);
        let kept = link.kept.iter().map(|(name, of)| Kept::new(self, name.clone(), scenario(of)));
        let kept: Vec<Kept> = kept.collect();
        let baseline = link.baseline.map(|at| (kept[at].name.clone(), kept[at].scenario.clone()));
        let held = Held {
            scenario: scenario(&link.now),
            date: link.now.date.unwrap_or_else(|| TODAY.to_owned()),
            overrides: link.now.overrides,
            ranges: link.ranges,
            seed: link.seed,
            baseline,
            kept,
        };
        self.hold(&held);
        let chosen = Chosen::of(story, model, link.outcome);
        self.chosen.set(chosen);
        // Where another number is asked about than the link says, its wish is not of that one.
        let is_asked = link.outcome.is_some_and(|asked| asked.quantity == chosen.quantity);
        self.wish.set(link.wish.filter(|_| is_asked).map(|wish| (chosen, wish)));
        self.take_note(file, notices, link.outcome);
    }

    /// Writes the state into the address when nothing has happened for a while.
    pub(crate) fn write_address_soon(self) {
        self.address.waiting.ask(PAUSE_MS, move || {
            if !self.past.is_in_hand() {
                self.write_address(Writing::Behind);
            }
        });
    }

    /// The page's address with the state as it is, and whether that holds all of it.
    pub(crate) fn address_of_now(self) -> (String, bool) {
        self.write_address(Writing::Behind);
        (address_with(&self.address.text.borrow()), !self.address.short.get())
    }

    /// The link of the state as it is remembered; follows it.
    pub(crate) fn link_of_now(self) -> String {
        self.past.with_now(|held| self.link_text(held))
    }

    fn write_address(self, writing: Writing) {
        // Back belongs to the page around a frame.
        let writing = if is_embedded() { Writing::Over } else { writing };
        let text = self.link_of_now();
        if text != *self.address.text.borrow() {
            write_link(&text, writing);
            *self.address.text.borrow_mut() = text;
        }
    }

    /// The call of the command line that comes to the numbers as they are remembered; follows them.
    pub(crate) fn command_of_now(self) -> String {
        let call =
            |held: &Held| command(&self.link_of(held), "story", self.story(), self.models().plain(), DIGITS);
        self.past.with_now(call)
    }

    fn link_text(self, held: &Held) -> String {
        let Written { text, whole } = write(&self.link_of(held), self.story(), self.models().plain(), DIGITS);
        self.address.short.set(!whole);
        text
    }

    fn link_of(self, held: &Held) -> Link {
        let (story, models, chosen) = (self.story(), self.models(), self.chosen.get());
        let differences = |scenario: &Scenario, overrides: &[Override]| {
            Differences::of(story, models.of(scenario), scenario, day(&held.date), overrides)
        };
        let model = models.of(&held.scenario);
        let value = project(model, &held.scenario).value(model, chosen.quantity, chosen.year);
        let year = Some(model.years[chosen.year]);
        let is_baseline = |kept: &Kept| held.baseline.as_ref().is_some_and(|(name, _)| *name == kept.name);
        Link {
            now: differences(&held.scenario, &held.overrides),
            ranges: held.ranges.clone(),
            seed: held.seed,
            outcome: value.map(|value| Outcome { quantity: chosen.quantity, year, value }),
            wish: self.wished().filter(|_| value.is_some()),
            kept: held
                .kept
                .iter()
                .map(|kept| (kept.name.clone(), differences(&kept.scenario, &[])))
                .collect(),
            baseline: held.kept.iter().position(is_baseline),
        }
    }
}
