//! The models of the story: one for every set of inputs that hold a path, compiled when a scenario first needs it and kept.

use engine::{Model, Path, Scenario, Story};
use std::cell::RefCell;

/// All that were needed so far; the first is the one without paths.
pub(crate) struct Models {
    story: &'static Story,
    plain: &'static Model,
    others: RefCell<Vec<(Vec<usize>, &'static Model)>>,
}

impl Models {
    /// Begins with the model without paths.
    pub(crate) fn new(story: &'static Story, plain: Model) -> Self {
        Self { story, plain: Box::leak(Box::new(plain)), others: RefCell::default() }
    }

    /// The model in which nothing holds a path.
    pub(crate) fn plain(&self) -> &'static Model {
        self.plain
    }

    /// The model in which these inputs, in the order of their places, hold paths.
    pub(crate) fn over(&self, paths: Vec<usize>) -> &'static Model {
        if paths.is_empty() {
            return self.plain;
        }
        let mut others = self.others.borrow_mut();
        if let Some((_, model)) = others.iter().find(|(known, _)| *known == paths) {
            return model;
        }
        // What compiles without paths compiles with them: a test holds the story to that.
        let Ok(model) = Model::over_years(self.story, &paths) else { return self.plain };
        let model = Box::leak(Box::new(model));
        others.push((paths, model));
        model
    }

    /// The model that a scenario is of: no other input than those that hold a path has one.
    pub(crate) fn of(&self, scenario: &Scenario) -> &'static Model {
        // Asked for by every number of the page: behind the inputs stand the years of paths, if any holds one.
        if scenario.values().len() == self.plain.inputs.len() {
            return self.plain;
        }
        self.over(self.inputs().filter(|at| scenario.path(*at).is_some()).collect())
    }

    /// The model that two scenarios have together.
    pub(crate) fn over_both(&self, one: &Scenario, other: &Scenario) -> &'static Model {
        self.over(self.inputs().filter(|at| one.path(*at).or(other.path(*at)).is_some()).collect())
    }

    /// The scenario in which some inputs hold something else, in the model of what it then holds.
    pub(crate) fn with(&self, scenario: &Scenario, held: Vec<(usize, Path)>) -> Scenario {
        let of = |at: &usize| held.iter().find(|(other, _)| other == at).map(|(_, path)| path);
        let over_years = |at: &usize| match of(at) {
            Some(path) => path.level().is_none(),
            None => scenario.path(*at).is_some(),
        };
        let model = self.over(self.inputs().filter(over_years).collect());
        let mut next = scenario.in_model(model);
        for (input, path) in held {
            // Checked when it was asked for.
            next.set_path(model, input, path).ok();
        }
        next
    }

    fn inputs(&self) -> std::ops::Range<usize> {
        0..self.plain.inputs.len()
    }
}
