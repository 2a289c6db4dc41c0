//! The unit of every expression of a story, held against the unit that its place wants.

use super::check::{Kind, check_choices, kind};
use super::names::Names;
use super::template::{moved, placeholders, unit_text};
use super::{ModelError, Place};
use crate::expr::{Expr, ExprError, ExprKind, ExprProblem, Function, parse};
use crate::story::{Named, Setting, Story, Text, Variant};
use crate::units::Unit;

/// Every unit and kind that does not match. Expressions that cannot be read are left to [`super::Model::compile`].
#[must_use]
pub fn check(story: &Story) -> Vec<ModelError> {
    let names = Names::new(story);
    let mut checked = Checked { names: &names, errors: Vec::new() };
    for (at, (id, quantity)) in story.model.iter().enumerate() {
        let place = Place::new("model", id, "value");
        if quantity.unit == "choice" {
            checked.expression(&quantity.value, place, |expr, names| choice(at, expr, names));
        } else {
            checked.unit(&quantity.value, &quantity.unit, place);
        }
    }
    for (id, lever) in story.levers.iter() {
        for (at, claim) in lever.claims.iter().enumerate() {
            checked.unit(&claim.at, &lever.unit, Place::new("levers", id, format!("claims.{at}.at")));
        }
    }
    for (id, view) in story.views.iter() {
        for (at, layer) in view.layers.iter().enumerate() {
            let place = |key: &str| Place::new("views", id, format!("layers.{at}.{key}"));
            checked.unit(&layer.quantity, &view.unit, place("quantity"));
            if let Some(opening) = &layer.opening {
                checked.unit(opening, &view.unit, place("opening"));
            }
        }
        for (at, dot) in view.dots.iter().enumerate() {
            checked.unit(&dot.at, &view.unit, Place::new("views", id, format!("dots.{at}.at")));
        }
        checked.variants(&view.sentence, "views", id, "sentence.");
    }
    for (id, variants) in story.verdict.iter() {
        checked.variants(variants, "verdict", id, "");
    }
    for (id, preset) in story.presets.iter() {
        checked.settings(&preset.set, "presets", id);
    }
    for (id, step) in story.tour.iter() {
        checked.settings(&step.set, "tour", id);
        checked.text(&step.text, &Place::new("tour", id, "text"));
    }
    for (id, paragraph) in story.prose.iter() {
        checked.text(&paragraph.text, &Place::new("prose", id, "text"));
    }
    checked.errors
}

/// Does one expression give `unit`?
///
/// # Errors
/// What cannot be read or gives another unit.
pub fn check_unit(story: &Story, text: &str, unit: &str) -> Result<(), ExprError> {
    in_unit(&parse(text)?, unit, &Names::new(story))
}

struct Checked<'a> {
    names: &'a Names<'a>,
    errors: Vec<ModelError>,
}

impl Checked<'_> {
    fn unit(&mut self, text: &str, wanted: &str, place: Place) {
        self.expression(text, place, |expr, names| in_unit(expr, wanted, names));
    }

    fn expression(
        &mut self,
        text: &str,
        place: Place,
        test: impl Fn(&Expr, &Names) -> Result<(), ExprError>,
    ) {
        if let Ok(expr) = parse(text)
            && self.names.all_known(&expr)
            && let Err(error) = test(&expr, self.names)
            // Reported by the compiler already.
            && !matches!(error.problem, ExprProblem::UnknownName { .. } | ExprProblem::UnknownChoice { .. })
        {
            self.errors.push(ModelError { place, error });
        }
    }

    fn variants(&mut self, variants: &[Variant], list: &'static str, block: &str, key: &str) {
        for (at, variant) in variants.iter().enumerate() {
            if let Some(when) = &variant.when {
                let place = Place::new(list, block, format!("{key}{at}.when"));
                self.expression(when, place, condition);
            }
            self.text(&variant.text, &Place::new(list, block, format!("{key}{at}.text")));
        }
    }

    fn text(&mut self, text: &Text, place: &Place) {
        for (language, text) in text.0.iter() {
            for (offset, inner) in placeholders(text).unwrap_or_default() {
                let place = Place { key: format!("{}.{language}", place.key), ..place.clone() };
                self.expression(inner, place, |expr, names| {
                    written(expr, names).map_err(|error| moved(error, offset))
                });
            }
        }
    }

    fn settings(&mut self, set: &Named<Setting>, list: &'static str, block: &str) {
        let story = self.names.story();
        for (id, setting) in set.iter() {
            let lever = story.levers.get(id).map(|lever| lever.unit.as_str());
            let assumption = || story.assumptions.get(id).map(|assumption| assumption.unit.as_str());
            // What is called otherwise is reported by the compiler.
            let Some(unit) = lever.or_else(assumption) else { continue };
            for (_, text) in &setting.0 {
                self.unit(text, unit, Place::new(list, block, format!("set.{id}")));
            }
        }
    }
}

fn in_unit(expr: &Expr, wanted: &str, names: &Names) -> Result<(), ExprError> {
    let problem = match (kind(expr, names)?, Unit::parse(wanted)) {
        (Kind::Any, Some(_)) => return Ok(()),
        (Kind::Number(unit), Some(wanted)) if unit == wanted => return Ok(()),
        (Kind::Number(unit), Some(wanted)) => ExprProblem::Units {
            left: unit.to_string(),
            right: wanted.to_string(),
            hint: format!("the whole gives {unit}, but {wanted} belongs here"),
        },
        (_, None) => ExprProblem::Unit(wanted.to_owned()),
        (other, _) => return Err(not_a(expr, "a number", &other)),
    };
    Err(ExprError::new(expr.span, || problem))
}

fn condition(expr: &Expr, names: &Names) -> Result<(), ExprError> {
    match kind(expr, names)? {
        Kind::Condition => Ok(()),
        other => Err(not_a(expr, "a condition", &other)),
    }
}

/// What a sentence can show: a number whose unit has words, or the years of a condition.
fn written(expr: &Expr, names: &Names) -> Result<(), ExprError> {
    match (kind(expr, names)?, &expr.kind) {
        (_, ExprKind::Call(Function::Years, _)) | (Kind::Any, _) => Ok(()),
        (Kind::Number(unit), _) => {
            let units = &names.story().units;
            if units.names().any(|text| Unit::parse(text).as_ref() == Some(&unit)) {
                if Unit::parse(unit_text(expr, names)).as_ref() != Some(&unit) {
                    let expected =
                        "a name, or at(…), peak(…), lowest(…) of one; give anything else a name in the model";
                    let found = format!("something computed in {unit}");
                    return Err(ExprError::new(expr.span, || ExprProblem::Kind { expected, found }));
                }
                return Ok(());
            }
            let known = units.names().collect::<Vec<_>>().join(", ");
            let hint = format!("no words for it in units.toml; it has {known}");
            let problem = || ExprProblem::Units { left: unit.to_string(), right: "words".to_owned(), hint };
            Err(ExprError::new(expr.span, problem))
        }
        (other, _) => Err(not_a(expr, "a number or years(…)", &other)),
    }
}

fn choice(quantity: usize, expr: &Expr, names: &Names) -> Result<(), ExprError> {
    match kind(expr, names)? {
        Kind::Choice(_) => check_choices(Some(quantity), [expr, expr], names),
        other => Err(not_a(expr, "one of the choices, in single quotes", &other)),
    }
}

fn not_a(expr: &Expr, expected: &'static str, found: &Kind) -> ExprError {
    let found = match found {
        Kind::Number(unit) => format!("a number in {unit}"),
        Kind::Any => "nothing".to_owned(),
        Kind::Condition => "a condition".to_owned(),
        Kind::Choice(_) => "a choice".to_owned(),
    };
    ExprError::new(expr.span, || ExprProblem::Kind { expected, found })
}
