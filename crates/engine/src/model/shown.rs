//! The slots of what the page shows beside the quantities: claims, dots, openings and sentences.

use super::compile::Compiler;
use super::program::Slot;
use super::template::{self, Template};
use super::{ModelError, Place, nothing};
use crate::expr::{ExprError, ExprProblem, parse};
use crate::nearest::did_you_mean;
use crate::story::{Story, Variant};

/// Everything shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// Of each lever, the slots of its claims.
    pub claims: Vec<Vec<Slot>>,
    /// The verdict: of each sentence its variants.
    pub verdict: Vec<Vec<ShownVariant>>,
    /// One entry a view.
    pub views: Vec<ShownView>,
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
                        work.one(&claim.at, Place::new("levers", id, format!("claims.{at}.at")))
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
                        let quantity = work.quantity(
                            &layer.quantity,
                            Place::new("views", id, format!("layers.{at}.quantity")),
                        );
                        let opening = layer.opening.as_deref();
                        let place = || Place::new("views", id, format!("layers.{at}.opening"));
                        (quantity, opening.map(|text| work.one(text, place())))
                    })
                    .collect(),
                dots: {
                    let dots = view.dots.iter().enumerate();
                    dots.map(|(at, dot)| work.one(&dot.at, Place::new("views", id, format!("dots.{at}.at"))))
                        .collect()
                },
                sentence: work.variants(&view.sentence, "views", id, "sentence."),
            })
            .collect(),
    }
}

struct Work<'a, 'b> {
    compiler: &'a mut Compiler<'b>,
    errors: &'a mut Vec<ModelError>,
}

impl Work<'_, '_> {
    /// The slot of an expression that does not vary by year.
    fn one(&mut self, text: &str, place: Place) -> Slot {
        let slot = parse(text).and_then(|expr| self.compiler.slot(&expr, None));
        self.keep(slot, place)
    }

    fn keep<T: Default>(&mut self, result: Result<T, ExprError>, place: Place) -> T {
        result.unwrap_or_else(|error| {
            self.errors.push(ModelError { place, error });
            T::default()
        })
    }

    fn quantity(&mut self, name: &str, place: Place) -> usize {
        let story = self.compiler.names.story();
        let found = story.model.position(name).ok_or_else(|| ExprError {
            span: nothing().span,
            problem: ExprProblem::UnknownName {
                name: name.to_owned(),
                nearest: did_you_mean(name, story.model.names()),
            },
        });
        self.keep(found, place)
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
            let when = variant.when.as_deref().map(|text| self.one(text, place("when")));
            let mut texts = Vec::new();
            for (language, text) in variant.text.0.iter() {
                let template = template::compile(text, self.compiler);
                texts.push((language.to_owned(), self.keep(template, place(&format!("text.{language}")))));
            }
            shown.push(ShownVariant { when, text: texts });
        }
        shown
    }
}
