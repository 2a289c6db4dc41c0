//! A part of an equation as a formula of a cell.

use super::absent::{Absent, is_whole};
use super::layout::{Layout, YEARS, column};
use super::steps::{Kind, Steps};
use engine::Model;
use engine::expr::{Binary, Expr, ExprError, ExprKind, Function};
use engine::model::{Name, Names};

/// How strongly parts bind in a formula: a weaker one within a stronger one stands in brackets.
pub(super) const WEAKEST: u8 = 0;
const COMPARISON: u8 = 1;
const SUM: u8 = 2;
const PRODUCT: u8 = 3;
const POWER: u8 = 4;
pub(super) const STRONGEST: u8 = 5;

/// Writes formulas.
pub(super) struct Formulas<'a> {
    pub(super) names: &'a Names<'a>,
    /// Compiled with the steps among its quantities.
    pub(super) model: &'a Model,
    pub(super) steps: &'a Steps,
    pub(super) layout: &'a Layout,
    pub(super) absent: &'a Absent<'a>,
    pub(super) language: &'a str,
}

/// The column of the year whose formula is written; none where it is the same in every one.
pub(super) type Place = Option<usize>;

impl Formulas<'_> {
    /// The formula of a quantity in a column, without its sign.
    pub(super) fn of(&self, quantity: usize, year: Place) -> Result<String, ExprError> {
        self.chosen(&self.steps.parsed[quantity], year, quantity)
    }

    /// A whole equation, in which literals are values of its choice.
    fn chosen(&self, expr: &Expr, place: Place, quantity: usize) -> Result<String, ExprError> {
        match &expr.kind {
            ExprKind::Choice(name) => Ok(self.word(Some(quantity), name)),
            ExprKind::Call(Function::If, parts)
                if !self.steps.story.model.0[quantity].1.choices.is_empty() =>
            {
                let test = self.part(&parts[0], place, WEAKEST)?;
                let [yes, no] = [1, 2].map(|at| self.chosen(&parts[at], place, quantity));
                Ok(format!("IF({test},{},{})", yes?, no?))
            }
            _ => self.part(expr, place, WEAKEST),
        }
    }

    /// A part, within one that binds as strongly as `within`.
    pub(super) fn part(&self, expr: &Expr, place: Place, within: u8) -> Result<String, ExprError> {
        let side = |expr: &Expr, within: u8| self.part(expr, place, within);
        let (strength, text) = match &expr.kind {
            ExprKind::Number { value, .. } => (STRONGEST, number(*value)),
            ExprKind::Absent => (STRONGEST, "NA()".to_owned()),
            ExprKind::Year => (STRONGEST, self.year(place)),
            ExprKind::Choice(name) => (STRONGEST, self.word(None, name)),
            ExprKind::Name(text) => (STRONGEST, self.cell(self.names.find(text, expr)?, place)),
            // A minus binds more strongly here than a power does.
            ExprKind::Negative(inner) => (SUM, format!("0-{}", side(inner, PRODUCT)?)),
            ExprKind::Binary(operator, a, b) => match operator {
                Binary::Add | Binary::Subtract => {
                    (SUM, format!("{}{}{}", side(a, SUM)?, operator.symbol(), side(b, PRODUCT)?))
                }
                Binary::Multiply | Binary::Divide => {
                    (PRODUCT, format!("{}{}{}", side(a, PRODUCT)?, operator.symbol(), side(b, POWER)?))
                }
                Binary::Power => self.power(a, b, place)?,
                Binary::And | Binary::Or => {
                    let name = if *operator == Binary::And { "AND" } else { "OR" };
                    (STRONGEST, format!("{name}({},{})", side(a, WEAKEST)?, side(b, WEAKEST)?))
                }
                _ => self.comparison(*operator, a, b, place)?,
            },
            ExprKind::Call(function, parts) => self.call(*function, parts, place)?,
        };
        Ok(if strength < within { format!("({text})") } else { text })
    }

    /// Spreadsheets do not agree on nought to the power of nought, which is 1 in the engine, nor on roots of what is below nought, which
    /// it has not.
    fn power(&self, a: &Expr, b: &Expr, place: Place) -> Result<(u8, String), ExprError> {
        let power = format!("{}^{}", self.again(a, place, STRONGEST)?, self.again(b, place, STRONGEST)?);
        if is_whole(b) || self.absent.is_positive(a) {
            return Ok((POWER, power));
        }
        let [base, exponent] = [self.again(a, place, SUM)?, self.again(b, place, SUM)?];
        let root = format!("AND({base}<0,{exponent}<>INT({exponent}))");
        let rooted = if self.absent.is_no_debt(a) { power } else { format!("IF({root},NA(),{power})") };
        Ok((STRONGEST, format!("IF({exponent}=0,1,{rooted})")))
    }

    /// A comparison with nothing does not hold; only `!=` does.
    fn comparison(
        &self,
        operator: Binary,
        a: &Expr,
        b: &Expr,
        place: Place,
    ) -> Result<(u8, String), ExprError> {
        let owner = [a, b].into_iter().find_map(|side| match &side.kind {
            ExprKind::Name(text) => match self.names.find(text, side) {
                Ok(Name::Quantity(at)) => Some(at),
                _ => None,
            },
            _ => None,
        });
        let [left, right] = [a, b].map(|side| match &side.kind {
            ExprKind::Choice(name) => Ok(self.word(owner, name)),
            _ => self.part(side, place, SUM),
        });
        let (sign, otherwise) = match operator {
            Binary::Equal => ("=", "FALSE"),
            Binary::NotEqual => ("<>", "TRUE"),
            other => (other.symbol(), "FALSE"),
        };
        let text = format!("{}{sign}{}", left?, right?);
        Ok(match self.absent.may_be(a) || self.absent.may_be(b) {
            true => (STRONGEST, format!("IFERROR({text},{otherwise})")),
            false => (COMPARISON, text),
        })
    }

    fn call(&self, of: Function, parts: &[Expr], place: Place) -> Result<(u8, String), ExprError> {
        let side = |expr: &Expr| self.part(expr, place, WEAKEST);
        let text = match (of, parts) {
            (Function::If, [test, yes, no]) => format!("IF({},{},{})", side(test)?, side(yes)?, side(no)?),
            (Function::Not, [test]) => format!("NOT({})", side(test)?),
            (Function::Min | Function::Max, [a, b]) => {
                let name = if of == Function::Min { "MIN" } else { "MAX" };
                let second = self.again(b, place, WEAKEST)?;
                let text = format!("{name}({},{second})", side(a)?);
                // Where the first has no value, the second stands.
                if self.absent.may_be(a) { format!("IFERROR({text},{second})") } else { text }
            }
            (Function::Prev, [x, opening]) => {
                let before = place.and_then(|year| year.checked_sub(1));
                return Ok((
                    STRONGEST,
                    match before {
                        Some(_) => self.part(x, before, STRONGEST)?,
                        None => self.part(opening, place, STRONGEST)?,
                    },
                ));
            }
            _ => return self.over_years(of, parts, place),
        };
        Ok((STRONGEST, text))
    }

    /// A part that is written twice: the cell of its step, where it has one.
    pub(super) fn again(&self, expr: &Expr, place: Place, within: u8) -> Result<String, ExprError> {
        match self.steps.step(expr, Kind::Number) {
            Some(step) => Ok(self.cell(Name::Quantity(step), place)),
            None => self.part(expr, place, within),
        }
    }

    /// A cell of the column of the year, or the named cell of what is the same in every one.
    pub(super) fn cell(&self, name: Name, place: Place) -> String {
        let row = match name {
            Name::Quantity(at) if self.model.quantities[at].varies => Some(self.layout.rows[at]),
            Name::Quantity(_) => None,
            _ => {
                let input = self.model.inputs.iter().position(|input| input.name == name);
                input.and_then(|input| self.layout.path_row(input))
            }
        };
        match (row, name) {
            (Some(row), _) => format!("{}{}", column(self.index(place)), row + 1),
            (None, Name::Quantity(at)) => {
                let cell = || format!("${}${}", column(0), self.layout.rows[at] + 1);
                self.layout.name(name).map_or_else(cell, str::to_owned)
            }
            (None, _) => self.layout.name(name).unwrap_or_default().to_owned(),
        }
    }

    /// The cell that holds the year.
    pub(super) fn year(&self, place: Place) -> String {
        format!("{}${}", column(self.index(place)), YEARS + 1)
    }

    pub(super) fn index(&self, place: Place) -> usize {
        // Without a year only a path makes something vary, and then the last one counts.
        place.unwrap_or(self.model.years.len().saturating_sub(1))
    }

    /// One of a quantity's choices, by its words where they tell it from the others.
    pub(super) fn word(&self, quantity: Option<usize>, name: &str) -> String {
        let text =
            quantity.map_or(name, |at| choice_word(&self.steps.story.model.0[at].1, name, self.language));
        format!("\"{}\"", text.replace('"', "\"\""))
    }
}

/// How a choice is written in a cell: in the words of the language, or by its name where two would read the same.
pub(super) fn choice_word<'a>(
    quantity: &'a engine::story::Quantity,
    name: &'a str,
    language: &str,
) -> &'a str {
    let words: Vec<&str> = quantity.choices.iter().map(|(_, words)| words.get(language)).collect();
    let apart = |at: usize| words[..at].iter().all(|word| !word.eq_ignore_ascii_case(words[at]));
    // A text within a formula has 255 signs at most.
    let fit = (0..words.len()).all(|at| apart(at) && !words[at].is_empty() && words[at].len() < 200);
    quantity.choices.get(name).filter(|_| fit).map_or(name, |words| words.get(language))
}

/// A number as formulas have it.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:?}");
    text.strip_suffix(".0").unwrap_or(&text).to_uppercase()
}
