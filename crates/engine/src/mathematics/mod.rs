//! Equations as mathematics: a tree that the page turns into MathML, with years as subscripts, sums, fractions and cases.

mod other_years;
mod writer;

use crate::expr::{ExprError, parse};
use crate::model::{Model, Name, Names};
use writer::Writer;

/// An equation of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Equation {
    /// The quantity, with the year `t` where it varies.
    pub left: Math,
    /// What it is.
    pub right: Math,
    /// What else must be known: what stands for the years before the first, how a straight line is weighted.
    pub given: Vec<Math>,
}

/// A part of an equation.
#[derive(Clone, Debug, PartialEq)]
pub enum Math {
    /// Parts side by side.
    Row(Vec<Math>),
    /// Something that has a name in the story, and the year that its value is taken of.
    Name(Name, Option<Box<Math>>),
    /// A number in its unit, as the story writes units; `share` has none to show, and a nought's is empty.
    Number(f64, String),
    /// A year or a variable that runs over years: `t`, `v`; the weight `g` of a straight line.
    Symbol(char),
    /// `+`, `−`, `·`, `=`, `≤` …
    Operator(&'static str),
    /// Between round brackets.
    Brackets(Box<Math>),
    /// One over the other.
    Fraction(Box<Math>, Box<Math>),
    /// The second raised.
    Power(Box<Math>, Box<Math>),
    /// A function of some parts, over the years of a variable where there is one.
    Function(&'static str, Option<char>, Vec<Math>),
    /// The sum over a variable's years: from, to, of what.
    Sum(char, Box<Math>, Box<Math>, Box<Math>),
    /// Values with their conditions; the last has none and holds otherwise.
    Cases(Vec<(Math, Option<Math>)>),
    /// One of a quantity's choices, by its name.
    Choice(String),
    /// No value.
    Absent,
}

/// The equation of the quantity at a place of the story's list.
///
/// # Errors
/// An equation that cannot be read.
pub fn equation(names: &Names, model: &Model, quantity: usize) -> Result<Equation, ExprError> {
    let expr = parse(&names.story().model.0[quantity].1.value)?;
    let mut writer = Writer::new(names, model, &expr);
    let year = Math::Symbol('t');
    let left = writer.name(Name::Quantity(quantity), &year);
    let right = writer.part(&expr, &year, 0)?;
    Ok(Equation { left, right, given: writer.given })
}
