//! The slots of what the page shows beside the quantities: claims, dots, openings and sentences.

use super::compile::Compiler;
use super::program::Slot;
use super::template::{self, Template};
use super::{ModelError, Place};
use crate::expr::{ExprError, ExprProblem, Span, parse};
use crate::nearest::did_you_mean;
use crate::story::{Named, Setting, Story, Text, Variant};

/// Everything shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// Of each lever, the slots of its claims.
    pub claims: Vec<Vec<Slot>>,
    /// The verdict: of each sentence its variants.
    pub verdict: Vec<Vec<ShownVariant>>,
    /// One entry a view.
    pub views: Vec<ShownView>,
    /// Of each preset what it sets.
    pub presets: Vec<Vec<ShownSetting>>,
    /// The steps of the tour.
    pub tour: Vec<ShownStep>,
    /// The paragraphs, each as a sentence that always holds.
    pub prose: Vec<ShownVariant>,
}

/// What a preset or a step of the tour sets one input to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownSetting {
    /// The input's place in the model's list.
    pub input: usize,
    /// Years with the slots of their values; a single one is one value for all years.
    pub points: Vec<(i32, Slot)>,
}

/// A step of the tour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownStep {
    /// What it sets.
    pub set: Vec<ShownSetting>,
    /// What it says, as a sentence that always holds.
    pub text: ShownVariant,
}

/// One chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownView {
    /// Of each layer the place of its quantity and the slot of its opening value.
    pub layers: Vec<(usize, Option<Slot>)>,
    /// The slots of its dots.
    pub dots: Vec<Slot>,
    /// The variants of its sentence.
    pub sentence: Vec<ShownVariant>,
}

/// A sentence under a condition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownVariant {
    /// The slot of its condition; absent: always true.
    pub when: Option<Slot>,
    /// The sentence by language.
    pub text: Vec<(String, Template)>,
}

pub(super) fn compile(story: &Story, compiler: &mut Compiler, errors: &mut Vec<ModelError>) -> Shown {
    let mut work = Work { compiler, errors };
    Shown {
        claims: story
            .levers
            .iter()
            .map(|(id, lever)| {
                let claims = lever.claims.iter().enumerate();
                claims
                    .map(|(at, claim)| {
                        work.one(&claim.at, || Place::new("levers", id, format!("claims.{at}.at")))
                    })
                    .collect()
            })
            .collect(),
        verdict: story
            .verdict
            .iter()
            .map(|(id, variants)| work.variants(variants, "verdict", id, ""))
            .collect(),
        views: story
            .views
            .iter()
            .map(|(id, view)| ShownView {
                layers: view
                    .layers
                    .iter()
                    .enumerate()
                    .map(|(at, layer)| {
                        let place = |key: &str| Place::new("views", id, format!("layers.{at}.{key}"));
                        let quantity = work.quantity(&layer.quantity, || place("quantity"));
                        let opening = layer.opening.as_deref();
                        (quantity, opening.map(|text| work.one(text, || place("opening"))))
                    })
                    .collect(),
                dots: {
                    let dots = view.dots.iter().enumerate();
                    dots.map(|(at, dot)| {
                        work.one(&dot.at, || Place::new("views", id, format!("dots.{at}.at")))
                    })
                    .collect()
                },
                sentence: work.variants(&view.sentence, "views", id, "sentence."),
            })
            .collect(),
        presets: story.presets.iter().map(|(id, preset)| work.settings(&preset.set, "presets", id)).collect(),
        tour: story
            .tour
            .iter()
            .map(|(id, step)| ShownStep {
                set: work.settings(&step.set, "tour", id),
                text: work.text(&step.text, || Place::new("tour", id, "text")),
            })
            .collect(),
        prose: story
            .prose
            .iter()
            .map(|(id, paragraph)| work.text(&paragraph.text, || Place::new("prose", id, "text")))
            .collect(),
    }
}

struct Work<'a, 'b> {
    compiler: &'a mut Compiler<'b>,
    errors: &'a mut Vec<ModelError>,
}

impl Work<'_, '_> {
    /// The slot of an expression that does not vary by year.
    fn one(&mut self, text: &str, place: impl FnOnce() -> Place) -> Slot {
        let slot = parse(text).and_then(|expr| self.compiler.slot(&expr, None));
        self.keep(slot, place)
    }

    fn keep<T: Default>(&mut self, result: Result<T, ExprError>, place: impl FnOnce() -> Place) -> T {
        result.unwrap_or_else(|error| {
            self.errors.push(ModelError { place: place(), error });
            T::default()
        })
    }

    fn quantity(&mut self, name: &str, place: impl FnOnce() -> Place) -> usize {
        let story = self.compiler.names.story();
        let nearest = || did_you_mean(name, story.model.names());
        let problem = || ExprProblem::UnknownName { name: name.to_owned(), nearest: nearest() };
        let found = story.model.position(name).ok_or_else(|| ExprError::new(Span::default(), problem));
        self.keep(found, place)
    }

    fn settings(&mut self, set: &Named<Setting>, list: &'static str, block: &str) -> Vec<ShownSetting> {
        let mut shown = Vec::new();
        for (id, setting) in set.iter() {
            let input = self.input(id, || Place::new(list, block, format!("set.{id}")));
            let mut points = Vec::new();
            for (year, text) in &setting.0 {
                let place = || match setting.0.len() {
                    1 => Place::new(list, block, format!("set.{id}")),
                    _ => Place::new(list, block, format!("set.{id}.{year}")),
                };
                points.push((*year, self.one(text, place)));
            }
            shown.push(ShownSetting { input, points });
        }
        shown
    }

    /// Levers and assumptions have the places of their inputs.
    fn input(&mut self, name: &str, place: impl FnOnce() -> Place) -> usize {
        let story = self.compiler.names.story();
        let assumption = || Some(story.levers.len() + story.assumptions.position(name)?);
        let found = story.levers.position(name).or_else(assumption).ok_or_else(|| {
            let nearest = || did_you_mean(name, story.levers.names().chain(story.assumptions.names()));
            let problem = || ExprProblem::UnknownName { name: name.to_owned(), nearest: nearest() };
            ExprError::new(Span::default(), problem)
        });
        self.keep(found, place)
    }

    fn text(&mut self, text: &Text, place: impl Fn() -> Place) -> ShownVariant {
        let mut texts = Vec::new();
        for (language, text) in text.0.iter() {
            let template = template::compile(text, self.compiler);
            let place = || {
                let place = place();
                Place { key: format!("{}.{language}", place.key), ..place }
            };
            texts.push((language.to_owned(), self.keep(template, place)));
        }
        ShownVariant { when: None, text: texts }
    }

    fn variants(
        &mut self,
        variants: &[Variant],
        list: &'static str,
        block: &str,
        key: &str,
    ) -> Vec<ShownVariant> {
        let mut shown = Vec::new();
        for (at, variant) in variants.iter().enumerate() {
            let place = |rest: &str| Place::new(list, block, format!("{key}{at}.{rest}"));
            let when = variant.when.as_deref().map(|text| self.one(text, || place("when")));
            shown.push(ShownVariant { when, ..self.text(&variant.text, || place("text")) });
        }
        shown
    }
}
