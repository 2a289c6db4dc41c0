//! The examples, and the story that they are about.

use engine::expr::{ExprProblem, parse};
use engine::model::{Kind, Names, check_unit, kind};
use engine::say::{Plain, Voice, plain_text, sentence};
use engine::story::{Named, Quantity, Story, Text, Variant};
use engine::{Model, Scenario, project};
use serde::de::DeserializeOwned;
use std::path::Path;

const PAGE: &str = include_str!("../../../../docs/language.md");
/// What an example's own equation is called.
const EXAMPLE: &str = "example";

/// What an example says: an expression or a sentence, and what it comes to.
pub(crate) struct Example {
    pub(crate) text: &'static str,
    pub(crate) expected: Result<&'static str, &'static str>,
    /// True where it is a sentence.
    pub(crate) sentence: bool,
}

/// The page's fenced blocks of a kind.
fn blocks(kind: &str) -> Vec<&'static str> {
    let open = format!("```{kind}\n");
    let found = PAGE.split(open.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap_or_default());
    found.collect()
}

pub(crate) fn examples() -> Vec<Example> {
    let mut found = Vec::new();
    for (kind, sentence) in [("story", false), ("text", true)] {
        for line in blocks(kind).into_iter().flat_map(str::lines) {
            let wrong = line.split_once(" ✗ ").map(|(text, error)| (text, Err(error)));
            let right = || line.split_once(" → ").map(|(text, value)| (text, Ok(value)));
            let (text, expected) = wrong.or_else(right).unwrap_or_else(|| panic!("no example: {line}"));
            found.push(Example { text, expected, sentence });
        }
    }
    found
}

/// The starter's story over four years, with the blocks that the page adds.
pub(crate) fn story() -> Story {
    let mut story = author::read_texts(Path::new("starter"), author::starter()).expect("it has no mistakes");
    story.about.last_year = 2029;
    (story.views, story.verdict) = (Named::default(), Named::default());
    add(&mut story.model, "model");
    add(&mut story.assumptions, "assumptions");
    add(&mut story.figures, "figures");
    add(&mut story.series, "series");
    story
}

fn add<T: DeserializeOwned>(list: &mut Named<T>, name: &str) {
    for block in blocks(&format!("toml {name}")) {
        list.0
            .extend(toml_edit::de::from_str::<Named<T>>(block).expect("the page's own blocks can be read").0);
    }
}

/// The story with an equation of its own for an expression.
fn with_equation(value: &str, unit: &str) -> Story {
    let mut story = story();
    let quantity = Quantity {
        unit: unit.to_owned(),
        value: value.to_owned(),
        intermediate: true,
        ..Quantity::default()
    };
    story.model.0.push((EXAMPLE.to_owned(), quantity));
    story
}

/// What an expression gives, or what is wrong with it.
pub(crate) fn outcome(text: &str) -> Result<String, ExprProblem> {
    let (text, wanted) = text.split_once(" in ").map_or((text, None), |(text, unit)| (text, Some(unit)));
    let expr = parse(text).map_err(|error| error.problem)?;
    let story = with_equation(text, "share");
    // What compiling finds comes first where both find something, as in the author's check.
    let compiled = |story: &Story| match Model::compile(story) {
        Ok(model) => Ok(model),
        Err(mut errors) => Err(errors.remove(0).error.problem),
    };
    let condition = matches!(kind(&expr, &Names::new(&story)), Ok(Kind::Condition));
    let story = if condition { with_equation(&format!("if({text}, 1, 0)"), "share") } else { story };
    let kind = kind(&expr, &Names::new(&story));
    let model = compiled(&story).map_err(|problem| match (&kind, &problem) {
        // The check words the mistake of a kind better than the compiler that stumbles over it.
        (Err(error), ExprProblem::Kind { .. }) => error.problem.clone(),
        _ => problem,
    })?;
    let unit = match kind.map_err(|error| error.problem)? {
        Kind::Number(unit) if !unit.is_none() => format!(" {unit}"),
        _ => String::new(),
    };
    if let Some(wanted) = wanted {
        check_unit(&story, text, wanted).map_err(|error| error.problem)?;
    }
    let projection = project(&model, &Scenario::default_of(&model));
    let values = projection.values(&model, model.quantities.len() - 1);
    let written = |value: &Option<f64>| match (value, condition) {
        (None, _) => "–".to_owned(),
        (Some(value), true) => (if *value == 0.0 { "no" } else { "yes" }).to_owned(),
        (Some(value), false) => value.to_string(),
    };
    let all: Vec<String> = values.iter().map(written).collect();
    let unit = if values.iter().all(Option::is_none) { String::new() } else { unit };
    Ok(all.join(", ") + &unit)
}

/// What a sentence says, or what is wrong with it.
pub(crate) fn said(text: &str) -> Result<String, ExprProblem> {
    let mut story = story();
    let text = Text(Named(vec![("en".to_owned(), text.to_owned())]));
    story.verdict.0.push((EXAMPLE.to_owned(), vec![Variant { when: None, text }]));
    let model = Model::compile(&story).map_err(|mut errors| errors.remove(0).error.problem)?;
    let projection = project(&model, &Scenario::default_of(&model));
    let numbers = Plain::new("en");
    let voice = Voice { story: &story, language: "en", numbers: &numbers };
    let said = plain_text(&sentence(&model.shown.verdict[0], &projection, &model, voice));
    // Numbers keep to their units in a line.
    Ok(said.replace('\u{a0}', " "))
}

#[test]
fn every_example_is_true() {
    let examples = examples();
    assert!(examples.len() > 80, "{}", examples.len());
    let mut wrong = Vec::new();
    for example in &examples {
        let found = if example.sentence { said(example.text) } else { outcome(example.text) };
        let found = found.map_err(|problem| problem.to_string());
        if found.as_ref().map(String::as_str).map_err(String::as_str) != example.expected {
            wrong
                .push(format!("{}\n  the page: {:?}\n  in truth: {found:?}", example.text, example.expected));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
