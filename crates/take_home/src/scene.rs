//! A scenario with all that is needed to write it down.

use engine::model::Name;
use engine::say::{Plain, Voice};
use engine::story::{Quantity, Story};
use engine::{Model, Override, Projection, Reach, Scenario};

/// A scenario of a story, what it comes to, and the language to write it in.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The story.
    pub story: &'a Story,
    /// Its model, compiled for the paths that the scenario holds.
    pub model: &'a Model,
    /// What is set.
    pub scenario: &'a Scenario,
    /// What it comes to.
    pub projection: &'a Projection,
    /// The figures that the reader gave another value.
    pub overrides: &'a [Override],
    /// The language's code.
    pub language: &'a str,
}

impl<'a> Scene<'a> {
    /// Calls `write` with the voice of the story in the scene's language.
    pub(crate) fn speak<T>(&self, write: impl FnOnce(Voice) -> T) -> T {
        let numbers = Plain::new(self.language);
        write(Voice { story: self.story, language: self.language, numbers: &numbers })
    }

    /// The other value of a figure, where the reader gave it one.
    pub(crate) fn overridden(&self, figure: &str) -> Option<&'a Override> {
        self.overrides.iter().find(|other| other.figure == figure)
    }

    /// Places, names and blocks of the quantities that are put out.
    pub(crate) fn put_out(&self) -> impl Iterator<Item = (usize, &'a str, &'a Quantity)> {
        let all = self.story.model.iter().enumerate();
        all.filter(|(_, (_, quantity))| !quantity.intermediate).map(|(at, (id, quantity))| (at, id, quantity))
    }
}

/// The places of the figures that a day of the past brings back, where the numbers rest on them; overridden ones are not among them.
#[must_use]
pub fn older(scene: Scene) -> Vec<usize> {
    let inputs = scene.model.inputs.iter().zip(scene.scenario.values()).enumerate();
    let differs = inputs.filter(|(at, (input, value))| {
        matches!(input.name, Name::Figure(_))
            && input.default != **value
            && scene.overridden(&input.id).is_none()
            && Reach::of(scene.model, &[*at]).feeds(scene.model)
    });
    differs.map(|(at, _)| at).collect()
}

/// The names of the quantities, among those that are put out, that a figure can change.
#[must_use]
pub fn affected<'a>(scene: Scene<'a>, figure: &str) -> Vec<&'a str> {
    let at: Vec<usize> = scene.model.figure(figure).into_iter().collect();
    let reach = Reach::of(scene.model, &at);
    scene.put_out().filter(|(at, ..)| reach.quantity(scene.model, *at)).map(|(_, id, _)| id).collect()
}
