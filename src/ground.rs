//! What the reader stands on: the day whose articles count, and the figures that were given another value.

use crate::explorer::Explorer;
use crate::held::Held;
use crate::models::Models;
use engine::say::Voice;
use engine::{Known, Override, Path, Projection, Reach, Scenario, Story, as_of, project};
use std::ops::Range;

/// Later than every article.
pub(crate) const TODAY: &str = "9999-12-31";

/// Day, overridden figures and what follows from them, whatever the levers are.
pub(crate) struct Ground {
    /// What was known on the day.
    pub(crate) known: Known,
    /// Figures with another value, in the order in which they were given one.
    pub(crate) overrides: Vec<Override>,
    /// What each of them reaches.
    reaches: Vec<Reach>,
    /// The scenario that a reader of that day starts from.
    pub(crate) default: Scenario,
    /// A kept scenario that stands in its place, by its name.
    pub(crate) baseline: Option<(String, Scenario)>,
    /// What changes are measured against: the default with the levers and assumptions of the baseline.
    pub(crate) start: Scenario,
    /// Its projection: the quiet line.
    pub(crate) start_projection: Projection,
    /// The same with the overridden figures: where the claims stand.
    pub(crate) given: Projection,
}

/// A place of the page that numbers are shown in.
#[derive(Clone, Copy)]
pub(crate) enum Shown {
    /// The verdict.
    Verdict,
    /// A chart, by the place of its view.
    View(usize),
    /// What binds, by the place of its quantity.
    Quantity(usize),
}

impl Ground {
    /// Everything published, nothing overridden.
    pub(crate) fn today(story: &Story, models: &Models) -> Self {
        Self::new(story, models, TODAY, Vec::new(), None)
    }

    fn new(
        story: &Story,
        models: &Models,
        date: &str,
        overrides: Vec<Override>,
        baseline: Option<(String, Scenario)>,
    ) -> Self {
        let (known, model) = (as_of(story, date), models.plain());
        let default = known.scenario(story, model);
        let held =
            |(_, of): &(String, Scenario)| decided(story).map(|input| (input, of.held(input))).collect();
        let start = models.with(&default, baseline.as_ref().map_or_else(Vec::new, held));
        let mut given = default.clone();
        for figure in &overrides {
            // Tried when it was asked for.
            figure.apply(story, model, &mut given).ok();
        }
        let inputs = overrides.iter().filter_map(|figure| model.figure(&figure.figure));
        let reaches = inputs.map(|input| Reach::of(model, &[input])).collect();
        let (start_projection, given) = (project(models.of(&start), &start), project(model, &given));
        Self { known, overrides, reaches, default, baseline, start, start_projection, given }
    }

    /// True where the kept scenario of this name is the baseline.
    pub(crate) fn is_baseline(&self, name: &str) -> bool {
        self.baseline.as_ref().is_some_and(|(baseline, _)| baseline == name)
    }

    /// What changes are measured against, by its name.
    pub(crate) fn start_name(&self, voice: Voice) -> String {
        self.baseline.as_ref().map_or_else(|| voice.word("default"), |(name, _)| name.clone())
    }

    /// The day, unless it is today.
    pub(crate) fn date(&self) -> Option<&str> {
        day(&self.known.date)
    }

    /// The other value of a figure, by its name.
    pub(crate) fn overridden(&self, figure: &str) -> Option<&Override> {
        self.overrides.iter().find(|other| other.figure == figure)
    }
}

/// A day, unless it is today.
pub(crate) fn day(date: &str) -> Option<&str> {
    Some(date).filter(|date| *date != TODAY)
}

/// The places of levers and assumptions among the inputs.
pub(crate) fn decided(story: &Story) -> Range<usize> {
    0..story.levers.len() + story.assumptions.len()
}

impl Explorer {
    /// What changes are measured against, by its name; follows it and the language.
    pub(crate) fn start_name(self) -> String {
        self.ground.with(|ground| ground.start_name(self.voice()))
    }

    /// Measures changes against a kept scenario, or against the default.
    pub(crate) fn set_baseline(self, baseline: Option<(String, Scenario)>) {
        self.end_replay();
        let Held { date, overrides, .. } = self.held();
        self.stand_on(&date, overrides, baseline);
        self.settle_soon();
    }

    /// True where a figure was published by the day; follows the ground.
    pub(crate) fn knows(self, figure: &str) -> bool {
        self.ground.with(|ground| ground.known.figure(self.story(), figure))
    }

    /// The names of the overridden figures whose effect is shown in a place; follows the ground.
    pub(crate) fn overridden_in(self, place: Shown) -> Vec<String> {
        let model = self.models().plain();
        let shown = |reach: &Reach| match place {
            Shown::Verdict => reach.verdict(model),
            Shown::View(at) => reach.view(model, at),
            Shown::Quantity(at) => reach.quantity(model, at),
        };
        self.ground.with(|ground| {
            let pairs = ground.overrides.iter().zip(&ground.reaches);
            pairs.filter(|(_, reach)| shown(reach)).map(|(other, _)| other.figure.clone()).collect()
        })
    }

    /// Goes to what was known at the end of a day, or to all that is known where there is none. What stood at its default
    /// follows; what the reader has changed stays.
    pub(crate) fn set_date(self, date: &str) {
        self.end_replay();
        let date = if date.is_empty() { TODAY } else { date };
        let before = self.ground.with_untracked(|ground| ground.start.clone());
        let Held { overrides, baseline, .. } = self.held();
        let stood =
            |input: &usize| !self.scenario.with_untracked(|scenario| scenario.differs(&before, *input));
        let moved: Vec<usize> = (0..self.model().inputs.len()).filter(stood).collect();
        self.stand_on(date, overrides, baseline);
        for input in moved {
            // The author's check holds every start to its range.
            self.set_path(input, self.start_path(input)).ok();
        }
    }

    /// Gives a figure another value, in place of one that it was given before. False where nothing takes the value.
    pub(crate) fn override_figure(self, other: Override) -> bool {
        let mut tried = self.ground.with_untracked(|ground| ground.start.clone());
        let taken = other.apply(self.story(), self.models().plain(), &mut tried).is_ok();
        if let (true, Some(input)) = (taken, self.model().figure(&other.figure)) {
            self.set(input, other.value).ok();
            self.replace(&other.figure.clone(), Some(other));
        }
        taken
    }

    /// A figure has its own value again.
    pub(crate) fn take_back(self, figure: &str) {
        self.replace(figure, None);
        if let Some(input) = self.model().figure(figure) {
            self.set_path(input, self.start_path(input)).ok();
        }
    }

    fn replace(self, figure: &str, with: Option<Override>) {
        self.end_replay();
        let Held { date, mut overrides, baseline, .. } = self.held();
        overrides.retain(|other| other.figure != figure);
        overrides.extend(with);
        self.stand_on(&date, overrides, baseline);
        self.settle_soon();
    }

    /// Puts the page on another day, other figures and another baseline.
    pub(crate) fn stand_on(self, date: &str, overrides: Vec<Override>, baseline: Option<(String, Scenario)>) {
        self.ground.set(Ground::new(self.story(), self.models(), date, overrides, baseline));
    }

    /// What an input starts with, over the years.
    fn start_path(self, input: usize) -> Path {
        self.ground.with_untracked(|ground| ground.start.held(input))
    }

    /// An input has its start again, a figure its own value.
    pub(crate) fn reset(self, input: usize) {
        let id = &self.model().inputs[input].id;
        match self.model().figure(id) == Some(input) {
            true => self.take_back(id),
            // A start is within its range: the build has checked it.
            false => drop(self.set_path(input, self.start_path(input))),
        }
    }
}
