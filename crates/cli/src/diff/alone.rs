//! What one difference alone does: it is put into the old version, which is compiled and projected anew.

use super::Difference;
use crate::error::CliError;
use crate::output::Output;
use engine::Model;
use engine::expr::{ExprKind, parse};
use engine::model::{Kind, Name, Names, evaluate, kind, placeholders};
use engine::story::{Named, Story};
use engine::units::Unit;

/// Numbers that are looked at, each an expression of the story's language.
pub(crate) struct Results {
    /// The expression, its unit as the story writes it, the value in the old version and in the new one.
    pub(crate) all: Vec<Looked>,
}

/// One number.
pub(crate) struct Looked {
    pub(crate) of: String,
    pub(crate) unit: String,
    /// None where it has no value, or where a version does not know what it names.
    pub(crate) values: [Option<f64>; 2],
}

/// What a difference does alone.
pub(crate) enum Alone {
    /// Nothing of it enters the calculation.
    Words,
    /// The numbers, in their order.
    Values(Vec<Option<f64>>),
    /// The old version does not work with it alone: why.
    Impossible(String),
}

impl Results {
    /// The number that is asked for, or else those of the verdict and the one that the page asks about first.
    pub(crate) fn of(old: &Story, new: &Story, asked: &Output) -> Result<Self, CliError> {
        let mut found = Vec::new();
        if *asked == Output::default() {
            for story in [old, new] {
                found.extend(numbers(story));
            }
        } else {
            asked.slot(old, &Model::compile(old).map_err(|errors| CliError::Call(format!("{errors:?}")))?)?;
            found.push(
                asked.year.map_or_else(|| asked.id.clone(), |year| format!("at({}, {year})", asked.id)),
            );
        }
        let mut all: Vec<Looked> = Vec::new();
        for of in found {
            if all.iter().all(|known| known.of != of) {
                let values = [old, new].map(|story| value(story, &of));
                let unit = [old, new].into_iter().find_map(|story| unit(story, &of)).unwrap_or_default();
                all.push(Looked { of, unit, values });
            }
        }
        Ok(Self { all })
    }
}

/// Of the verdict every number that is computed.
fn numbers(story: &Story) -> Vec<String> {
    let mut found = Vec::new();
    let variants = story.verdict.iter().flat_map(|(_, variants)| variants);
    for text in variants.filter_map(|variant| variant.text.0.0.first()).map(|(_, text)| text) {
        let inner =
            placeholders(text).unwrap_or_default().into_iter().map(|(_, inner)| inner.trim().to_owned());
        // What is lost is gained, with the other sign.
        found.extend(inner.map(|inner| inner.strip_prefix('-').map(str::to_owned).unwrap_or(inner)));
    }
    let drawn = story.drawn();
    let asked =
        if story.about.asked.is_empty() { drawn.first().copied() } else { Some(story.about.asked.as_str()) };
    found.extend(asked.map(|asked| format!("at({asked}, {})", story.about.last_year)));
    found.retain(|text| is_computed(story, text));
    found
}

/// True for a number that is neither set nor published but worked out.
fn is_computed(story: &Story, text: &str) -> bool {
    let names = Names::new(story);
    let Ok(expr) = parse(text) else { return false };
    let is_set = match &expr.kind {
        ExprKind::Name(name) => !matches!(names.find(name, &expr), Ok(Name::Quantity(_))),
        _ => false,
    };
    !is_set && matches!(kind(&expr, &names), Ok(Kind::Number(_))) && evaluate(story, text).is_ok()
}

fn value(story: &Story, text: &str) -> Option<f64> {
    evaluate(story, text).ok().filter(|value| value.is_finite())
}

fn unit(story: &Story, text: &str) -> Option<String> {
    let Kind::Number(unit) = kind(&parse(text).ok()?, &Names::new(story)).ok()? else { return None };
    let known = story.units.names().find(|known| Unit::parse(known).as_ref() == Some(&unit));
    Some(known.map_or_else(|| unit.to_string(), str::to_owned))
}

/// The results of the old version with one difference put into it.
pub(super) fn alone(old: &Story, new: &Story, of: &Difference, results: &Results) -> Alone {
    let (mut story, id) = (old.clone(), of.id.as_str());
    match of.list {
        "figures" => put(&mut story.figures, &new.figures, id),
        "series" => put(&mut story.series, &new.series, id),
        "assumptions" => put(&mut story.assumptions, &new.assumptions, id),
        "levers" => put(&mut story.levers, &new.levers, id),
        "model" => put(&mut story.model, &new.model, id),
        "story" => story.about = new.about.clone(),
        _ => return Alone::Words,
    }
    if let Err(errors) = Model::compile(&story) {
        return Alone::Impossible(errors.first().map_or(String::new(), ToString::to_string));
    }
    if let Some(error) = engine::model::check(&story).first() {
        return Alone::Impossible(error.to_string());
    }
    Alone::Values(results.all.iter().map(|looked| value(&story, &looked.of)).collect())
}

/// What the new version has of this name, in the place of what the old one has.
fn put<T: Clone>(old: &mut Named<T>, new: &Named<T>, id: &str) {
    match (old.position(id), new.get(id)) {
        (Some(at), Some(entry)) => old.0[at].1 = entry.clone(),
        (Some(at), None) => drop(old.0.remove(at)),
        (None, Some(entry)) => old.0.push((id.to_owned(), entry.clone())),
        (None, None) => {}
    }
}
