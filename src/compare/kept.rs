//! The scenarios that the reader keeps: named, drawn in the charts, taken up again, made the baseline.

use crate::browser::{El, button, el, focus, set_box, written};
use crate::explorer::Explorer;
use engine::model::Model;
use engine::{Projection, Scenario, project};
use std::sync::Arc;

/// As many as can be kept, and their first names.
const NAMES: [&str; 4] = ["A", "B", "C", "D"];
/// As much of a name as stands at a line.
const LETTERS: &str = "16";

/// A scenario that is kept.
#[derive(Clone, PartialEq)]
pub(crate) struct Kept {
    /// Its name, which no other has.
    pub(crate) name: String,
    /// What it holds, with the figures as they were.
    pub(crate) scenario: Scenario,
    /// What that comes to.
    pub(crate) projection: Arc<Projection>,
}

impl Kept {
    /// Keeps a scenario.
    pub(crate) fn new(explorer: Explorer, name: String, scenario: Scenario) -> Self {
        let projection = Arc::new(project(explorer.models().of(&scenario), &scenario));
        Self { name, scenario, projection }
    }

    /// The model that its projection is of.
    pub(crate) fn model(&self, explorer: Explorer) -> &'static Model {
        explorer.models().of(&self.scenario)
    }
}

/// What is kept, and the way to keep one more.
pub(super) fn list(explorer: Explorer) -> El {
    let full = move || explorer.kept.with(|kept| kept.len() == NAMES.len());
    let rows =
        move || explorer.kept.get().into_iter().enumerate().map(|(at, of)| row(explorer, at, of)).collect();
    el("div").with([
        el("ul").class("kept").piece(rows),
        button(move || explorer.keep())
            .id("keep")
            .live("aria-disabled", move || full().to_string())
            .says(explorer.word("keep")),
    ])
}

fn row(explorer: Explorer, at: usize, of: Kept) -> El {
    let voice = explorer.voice();
    let Kept { name, scenario, .. } = of;
    let act = |word: &str, act: Box<dyn Fn()>| {
        let words = voice.word(word);
        button(act).class("quiet").set("aria-label", &format!("{words}: {name}")).text(&words)
    };
    let named = name.clone();
    let text = el("input")
        .set("type", "text")
        .set("maxlength", LETTERS)
        .set("autocomplete", "off")
        .set("aria-label", &format!("{}: {name}", voice.word("name")))
        .shows(move || named.clone())
        .on("change", move |event| {
            if !explorer.rename(at, written(event).trim()) {
                set_box(event, &explorer.kept.with_untracked(|kept| kept[at].name.clone()));
            }
        });
    let is_baseline = explorer.ground.with(|ground| ground.is_baseline(&name));
    let baseline = (!is_baseline).then(|| (name.clone(), scenario.clone()));
    let take_up = act("take_up", Box::new(move || explorer.adopt(&scenario)));
    let make = act("make_baseline", Box::new(move || explorer.set_baseline(baseline.clone())));
    let remove = act("remove", Box::new(move || explorer.let_go(at)));
    el("li").with([text, take_up, make.set("aria-pressed", &is_baseline.to_string()), remove])
}

impl Explorer {
    /// Keeps the scenario as it is, under the first letter that is free.
    fn keep(self) {
        let scenario = self.scenario.get_untracked();
        self.kept.update(|kept| {
            let free = |name: &&&str| kept.iter().all(|other| other.name != ***name);
            if let Some(name) = NAMES.iter().find(free).filter(|_| kept.len() < NAMES.len()) {
                kept.push(Kept::new(self, (*name).to_owned(), scenario));
            }
        });
        self.settle_soon();
    }

    /// Gives a kept scenario another name; false where it has none then, or that of another.
    fn rename(self, at: usize, name: &str) -> bool {
        if name.is_empty() || self.kept.with_untracked(|kept| kept.iter().any(|other| other.name == name)) {
            return false;
        }
        let mut kept = self.kept.get_untracked();
        let before = std::mem::replace(&mut kept[at].name, name.to_owned());
        if self.ground.with_untracked(|ground| ground.is_baseline(&before)) {
            self.set_baseline(Some((name.to_owned(), kept[at].scenario.clone())));
        }
        self.kept.set(kept);
        self.settle_soon();
        true
    }

    fn let_go(self, at: usize) {
        let mut kept = self.kept.get_untracked();
        let gone = kept.remove(at);
        if self.ground.with_untracked(|ground| ground.is_baseline(&gone.name)) {
            self.set_baseline(None);
        }
        self.kept.set(kept);
        self.settle_soon();
        focus("keep");
    }
}
