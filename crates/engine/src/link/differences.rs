//! A scenario without a model: what it holds otherwise than the start of its day.

use crate::as_of::as_of;
use crate::model::{Model, Name};
use crate::overrides::Override;
use crate::path::Path;
use crate::scenario::Scenario;
use crate::story::Story;

/// What a scenario holds otherwise than the start of its day. Inputs have the same places in all models of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differences {
    /// The day whose articles count; none where all do.
    pub date: Option<String>,
    /// Levers and assumptions by their places, in order; a level path is one value for all years.
    pub set: Vec<(usize, Path)>,
    /// Figures with another value, in the order of the story.
    pub overrides: Vec<Override>,
}

impl Differences {
    /// Those of a scenario of `model`. A figure that differs without a word is an override without one.
    #[must_use]
    pub fn of(
        story: &Story,
        model: &Model,
        scenario: &Scenario,
        date: Option<&str>,
        overrides: &[Override],
    ) -> Self {
        let start = start(story, model, date);
        let mut found = Self { date: date.map(str::to_owned), ..Self::default() };
        for (at, input) in model.inputs.iter().enumerate() {
            let value = scenario.values()[at];
            let differs = scenario.path(at).is_some() || value != start.values()[at];
            match input.name {
                Name::Figure(_) => {
                    let given = overrides.iter().find(|figure| figure.figure == input.id).cloned();
                    let silent = || Override { figure: input.id.clone(), value, ..Override::default() };
                    found.overrides.extend(given.or_else(|| differs.then(silent)));
                }
                _ if differs => {
                    let path = scenario.path(at).cloned().unwrap_or_else(|| Path::constant(value));
                    found.set.push((at, path));
                }
                _ => {}
            }
        }
        found
    }

    /// The places of the inputs that vary over the years: a model must be compiled for them.
    pub fn over_years(&self) -> impl Iterator<Item = usize> {
        self.set.iter().filter(|(_, path)| path.level().is_none()).map(|(at, _)| *at)
    }

    /// The scenario, in a model that is compiled for its paths. What the model does not take stays as at the start.
    #[must_use]
    pub fn scenario(&self, story: &Story, model: &Model) -> Scenario {
        let mut scenario = start(story, model, self.date.as_deref());
        for (at, path) in &self.set {
            scenario.set_path(model, *at, path.clone()).ok();
        }
        for figure in &self.overrides {
            figure.apply(story, model, &mut scenario).ok();
        }
        scenario
    }
}

/// The scenario that a reader of a day starts from.
pub(super) fn start(story: &Story, model: &Model, date: Option<&str>) -> Scenario {
    date.map_or_else(|| Scenario::default_of(model), |date| as_of(story, date).scenario(story, model))
}
