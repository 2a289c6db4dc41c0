//! Sentences with numbers in them: `AWS runs {at(running, 2033)} in 2033`.

use super::compile::Compiler;
use super::names::{Name, Names};
use super::program::Slot;
use crate::expr::{Expr, ExprError, ExprKind, ExprProblem, Function, Span, parse};

/// A sentence, part by part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Template(pub Vec<Part>);

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Words.
    Words(String),
    /// A number.
    Number(Number),
    /// The years in which something holds: one slot a projected year.
    Years(Vec<Slot>),
}

/// A number in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The slot of what is written.
    pub slot: Slot,
    /// The slot of its value: that of x where `{-x}` writes a loss without its sign.
    pub value: Slot,
    /// Its unit, as the story writes it.
    pub unit: String,
    /// The quantity that it is a value of, where it is one.
    pub quantity: Option<String>,
    /// The lever or assumption that it is, where it is one.
    pub input: Option<String>,
    /// The slot of the year that it is the value of.
    pub year: Option<Slot>,
}

/// The expressions between braces, with the offset of each in the text.
///
/// # Errors
/// A brace that is not closed.
pub fn placeholders(text: &str) -> Result<Vec<(usize, &str)>, ExprError> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{') {
        let start = at + open + 1;
        let Some(length) = text[start..].find('}') else {
            let span = Span { start: start - 1, end: text.len() };
            return Err(ExprError::new(span, || ExprProblem::Unclosed('{')));
        };
        found.push((start, &text[start..start + length]));
        at = start + length + 1;
    }
    Ok(found)
}

pub(super) fn compile(text: &str, compiler: &mut Compiler) -> Result<Template, ExprError> {
    let mut parts = Vec::new();
    let mut at = 0;
    for (start, inner) in placeholders(text)? {
        parts.push(Part::Words(text[at..start - 1].to_owned()));
        placeholder(inner, compiler, &mut parts).map_err(|error| moved(error, start))?;
        at = start + inner.len() + 1;
    }
    parts.push(Part::Words(text[at..].to_owned()));
    parts.retain(|part| *part != Part::Words(String::new()));
    Ok(Template(parts))
}

/// An error of a part, placed in the whole.
pub(super) fn moved(mut error: ExprError, by: usize) -> ExprError {
    error.span = Span { start: error.span.start + by, end: error.span.end + by };
    error
}

fn placeholder(text: &str, compiler: &mut Compiler, parts: &mut Vec<Part>) -> Result<(), ExprError> {
    let expr = parse(text)?;
    if let ExprKind::Call(Function::Years, arguments) = &expr.kind {
        parts.push(Part::Years(compiler.each_year(&arguments[0])?));
    } else if compiler.otherwise.is_some() && compiler.varying.expr(&expr, compiler.names) {
        let (first, last) = compiler.years().into_inner();
        parts.push(number(&expr, compiler, Some(first))?);
        parts.push(Part::Words(" → ".to_owned()));
        parts.push(number(&expr, compiler, Some(last))?);
    } else {
        parts.push(number(&expr, compiler, None)?);
    }
    Ok(())
}

/// The number of an expression; `path` is the year of one that only a path makes vary.
fn number(expr: &Expr, compiler: &mut Compiler, path: Option<i32>) -> Result<Part, ExprError> {
    let slot = compiler.slot(expr, path)?;
    let unit = unit_text(expr, compiler.names).to_owned();
    let of = if let ExprKind::Negative(inner) = &expr.kind { inner } else { expr };
    let (quantity, year) = value_of(of, compiler)?;
    let year = year.or(path.map(|path| compiler.program.constant(f64::from(path))));
    let value = if quantity.is_some() { compiler.slot(of, path)? } else { slot };
    let input = match &expr.kind {
        ExprKind::Name(name) => match compiler.names.find(name, expr)? {
            Name::Lever(_) | Name::Assumption(_) => Some(name.clone()),
            _ => None,
        },
        _ => None,
    };
    Ok(Part::Number(Number { slot, value, unit, quantity, input, year }))
}

/// The story's own spelling of the unit of what a sentence shows: that of the name in it. The author's check asks for the
/// name's unit, so that the page needs no inference.
pub(super) fn unit_text<'a>(expr: &Expr, names: &Names<'a>) -> &'a str {
    match &expr.kind {
        ExprKind::Name(name) => names.known(name).map_or("share", |name| names.unit_text(name)),
        ExprKind::Negative(inner) => unit_text(inner, names),
        ExprKind::Call(Function::At | Function::Peak | Function::Lowest | Function::If, arguments) => {
            arguments
                .iter()
                .map(|argument| unit_text(argument, names))
                .find(|unit| *unit != "share")
                .unwrap_or("share")
        }
        ExprKind::Call(Function::PeakYear | Function::LowestYear | Function::FirstYear, _)
        | ExprKind::Year => "yr",
        _ => "share",
    }
}

/// The quantity and year that an expression is the value of, as `at(running, 2033)` and `peak(unpowered)` are.
fn value_of(expr: &Expr, compiler: &mut Compiler) -> Result<(Option<String>, Option<Slot>), ExprError> {
    let quantity = |expr: &Expr, compiler: &Compiler| match &expr.kind {
        ExprKind::Name(name) => match compiler.names.known(name) {
            Some(Name::Quantity(_)) => Some(name.clone()),
            _ => None,
        },
        _ => None,
    };
    let ExprKind::Call(function, arguments) = &expr.kind else { return Ok((quantity(expr, compiler), None)) };
    let year = match function {
        Function::At => Some(compiler.slot(&arguments[1], None)?),
        Function::Peak => Some(compiler.over_years(Function::PeakYear, arguments, expr)?),
        Function::Lowest => Some(compiler.over_years(Function::LowestYear, arguments, expr)?),
        _ => return Ok((None, None)),
    };
    Ok((quantity(&arguments[0], compiler), year))
}
