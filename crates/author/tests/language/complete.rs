//! Nothing of the language is left out: each function, operator, error and limit stands on the page.

use crate::examples::{examples, outcome, said};
use author::limits;
use engine::expr::{Binary, ExprKind, ExprProblem, Function, parse};
use std::collections::BTreeSet;

/// The parts of all examples that hold.
fn parts(mut visit: impl FnMut(&ExprKind)) {
    for example in examples().iter().filter(|example| example.expected.is_ok()) {
        let inner = |text: &'static str| text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        let texts: Vec<&str> = match example.sentence {
            true => inner(example.text).collect(),
            false => example.text.split(" in ").take(1).collect(),
        };
        for text in texts {
            parse(text).expect(text).walk(&mut |part| visit(&part.kind));
        }
    }
}

#[test]
fn every_function_and_operator_has_an_example() {
    let (mut functions, mut operators) = (BTreeSet::new(), BTreeSet::new());
    parts(|part| match part {
        ExprKind::Call(function, _) => drop(functions.insert(function.name())),
        ExprKind::Binary(operator, ..) => drop(operators.insert(operator.symbol())),
        ExprKind::Negative(_) => drop(operators.insert("sign")),
        _ => {}
    });
    assert_eq!(functions, Function::names().collect());
    let all = [
        Binary::Add,
        Binary::Subtract,
        Binary::Multiply,
        Binary::Divide,
        Binary::Power,
        Binary::Less,
        Binary::LessOrEqual,
        Binary::Greater,
        Binary::GreaterOrEqual,
        Binary::Equal,
        Binary::NotEqual,
        Binary::And,
        Binary::Or,
    ];
    assert_eq!(operators, all.map(Binary::symbol).into_iter().chain(["sign"]).collect());
}

/// A name for each kind of problem; a new kind needs one, and an example.
fn name(problem: &ExprProblem) -> &'static str {
    match problem {
        ExprProblem::Character(_) => "character",
        ExprProblem::Number(_) => "number",
        ExprProblem::Unclosed(_) => "unclosed",
        ExprProblem::Expected { .. } => "expected",
        ExprProblem::Unit(_) => "unit",
        ExprProblem::UnknownFunction { .. } => "unknown function",
        ExprProblem::UnknownName { .. } => "unknown name",
        ExprProblem::Arguments { .. } => "arguments",
        ExprProblem::Units { .. } => "units",
        ExprProblem::Kind { .. } => "kind",
        ExprProblem::UnknownChoice { .. } => "unknown choice",
        ExprProblem::NoNumber(_) => "no number",
        ExprProblem::Circle(_) => "circle",
        ExprProblem::Year { .. } => "year",
        ExprProblem::Varies => "varies",
        // These stand in the table of limits, and their examples would fill a page each.
        ExprProblem::Deep(_)
        | ExprProblem::Long(_)
        | ExprProblem::Chain(_)
        | ExprProblem::Parts(_)
        | ExprProblem::Large(_) => "limit",
    }
}

#[test]
fn every_error_has_an_example() {
    let wrong = examples().into_iter().filter(|example| example.expected.is_err());
    let problems = wrong.filter_map(|example| match example.sentence {
        true => said(example.text).err(),
        false => outcome(example.text).err(),
    });
    let found: BTreeSet<&str> = problems.map(|problem| name(&problem)).collect();
    let all = [
        "character",
        "number",
        "unclosed",
        "expected",
        "unit",
        "unknown function",
        "unknown name",
        "arguments",
        "units",
        "kind",
        "unknown choice",
        "no number",
        "circle",
        "year",
        "varies",
    ];
    assert_eq!(found, all.into());
}

#[test]
fn every_limit_stands_on_the_page() {
    let page = include_str!("../../../../docs/language.md");
    let row = |what: &str, limit: String| {
        assert!(page.contains(&format!("| {what} | {limit} |\n")), "{what}: {limit}");
    };
    row("projected years", limits::YEARS.to_string());
    row("equations times years", limits::EQUATION_YEARS.to_string());
    row("blocks of a list", limits::BLOCKS.to_string());
    row("claims, dots, settings and expressions of backtests", limits::EVALUATED.to_string());
    row("files", limits::FILES.to_string());
    row("bytes of a file", limits::FILE_BYTES.to_string());
    row("bytes of all files", limits::STORY_BYTES.to_string());
    row("values in all files", limits::VALUES.to_string());
    // Those of the engine, as it says them itself.
    let said = |text: &str| outcome(text).expect_err(text).to_string();
    for (text, what) in [
        ("1+".repeat(9_999), "numbers, names and signs of one expression"),
        ("(".repeat(400), "brackets, calls and signs within each other"),
    ] {
        let message = said(&text);
        let limit: String = message.chars().filter(char::is_ascii_digit).collect();
        row(what, limit);
    }
}
