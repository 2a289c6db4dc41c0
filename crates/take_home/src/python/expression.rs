//! A part of an equation in Python.

use super::words::{Words, number, quoted, variable};
use crate::constant::{calendar_year, reach_back};
use engine::Model;
use engine::expr::{Binary, Expr, ExprError, ExprKind, Function};
use engine::model::{Name, Names};

/// How strongly parts bind in Python: a weaker one within a stronger one stands in brackets.
const WEAKEST: u8 = 0;
const OR: u8 = 1;
const AND: u8 = 2;
const NOT: u8 = 3;
const COMPARISON: u8 = 4;
const SUM: u8 = 5;
const PRODUCT: u8 = 6;
const STRONGEST: u8 = 7;

/// The year of which a part is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Year {
    /// None: it is the same in every one.
    Every,
    /// So many years before the one that a variable holds.
    Before(String, u32),
    /// A year of the calendar.
    Fixed(i32),
}

impl Year {
    fn text(&self) -> String {
        match self {
            Self::Every => "YEARS[-1]".to_owned(),
            Self::Before(variable, 0) => variable.clone(),
            Self::Before(variable, back) => format!("{variable} - {back}"),
            Self::Fixed(year) => year.to_string(),
        }
    }

    fn before(&self) -> Self {
        match self {
            Self::Every => Self::Every,
            Self::Before(variable, back) => Self::Before(variable.clone(), back + 1),
            Self::Fixed(year) => Self::Fixed(year - 1),
        }
    }
}

/// Writes the equations of a story.
pub(super) struct Writer<'a> {
    pub(super) names: &'a Names<'a>,
    pub(super) model: &'a Model,
    pub(super) words: &'a Words,
    /// Of each quantity: is it a plain value, and no function?
    pub(super) plain: &'a [bool],
}

impl Writer<'_> {
    /// A part whose values are those of `year`, within one that binds as strongly as `within` and within `depth` functions.
    pub(super) fn part(
        &self,
        expr: &Expr,
        year: &Year,
        within: u8,
        depth: usize,
    ) -> Result<String, ExprError> {
        let side = |expr: &Expr, within: u8| self.part(expr, year, within, depth);
        let (strength, text) = match &expr.kind {
            ExprKind::Number { value, .. } => (STRONGEST, number(*value)),
            ExprKind::Absent => (STRONGEST, "math.nan".to_owned()),
            ExprKind::Year => {
                (if matches!(year, Year::Before(_, 1..)) { SUM } else { STRONGEST }, year.text())
            }
            ExprKind::Choice(name) => (STRONGEST, quoted(name)),
            ExprKind::Name(text) => (STRONGEST, self.named(self.names.find(text, expr)?, year)),
            // A nought keeps its sign.
            ExprKind::Negative(inner) => (SUM, format!("0.0 - {}", side(inner, PRODUCT)?)),
            ExprKind::Binary(Binary::Power, a, b) => {
                (STRONGEST, format!("raised({}, {})", side(a, WEAKEST)?, side(b, WEAKEST)?))
            }
            ExprKind::Binary(Binary::Divide, a, b) if !is_sure(b) => {
                (STRONGEST, format!("divide({}, {})", side(a, WEAKEST)?, side(b, WEAKEST)?))
            }
            ExprKind::Binary(operator, a, b) => {
                let (strength, left, right) = match operator {
                    Binary::Add | Binary::Subtract => (SUM, SUM, PRODUCT),
                    Binary::And => (AND, AND, NOT),
                    Binary::Or => (OR, OR, AND),
                    Binary::Multiply | Binary::Divide | Binary::Power => (PRODUCT, PRODUCT, STRONGEST),
                    // Python would read a comparison of a comparison as a chain.
                    _ => (COMPARISON, SUM, SUM),
                };
                (strength, format!("{} {} {}", side(a, left)?, operator.symbol(), side(b, right)?))
            }
            ExprKind::Call(function, parts) => self.call(*function, parts, year, depth)?,
        };
        Ok(if strength < within { format!("({text})") } else { text })
    }

    /// A whole equation in pieces that may stand on lines of their own: the terms of a sum, the parts of a condition, or one part.
    pub(super) fn pieces(&self, expr: &Expr, year: &Year) -> Result<Vec<String>, ExprError> {
        if let ExprKind::Call(Function::If, parts) = &expr.kind
            && let [test, yes, no] = &parts[..]
        {
            let [yes, test, no] =
                [(yes, OR), (test, OR), (no, WEAKEST)].map(|(part, within)| self.part(part, year, within, 0));
            return Ok(vec![yes?, format!("if {}", test?), format!("else {}", no?)]);
        }
        let mut terms = Vec::new();
        let (mut rest, mut weakest) = (expr, WEAKEST);
        while let ExprKind::Binary(operator @ (Binary::Add | Binary::Subtract), left, right) = &rest.kind {
            terms.push(format!("{} {}", operator.symbol(), self.part(right, year, PRODUCT, 0)?));
            (rest, weakest) = (left, SUM);
        }
        terms.push(self.part(rest, year, weakest, 0)?);
        terms.reverse();
        Ok(terms)
    }

    fn named(&self, name: Name, year: &Year) -> String {
        let word = self.words.of(name);
        match name {
            Name::Quantity(at) if self.plain[at] => word.to_owned(),
            Name::Quantity(at) if self.model.quantities[at].varies => format!("{word}({})", year.text()),
            Name::Quantity(_) => format!("{word}()"),
            _ if self.holds_path(name) => format!("{word}[{}]", year.text()),
            _ => word.to_owned(),
        }
    }

    fn holds_path(&self, name: Name) -> bool {
        self.model.inputs.iter().any(|input| input.name == name && input.yearly.is_some())
    }

    fn call(
        &self,
        of: Function,
        parts: &[Expr],
        year: &Year,
        depth: usize,
    ) -> Result<(u8, String), ExprError> {
        let side = |expr: &Expr, within: u8| self.part(expr, year, within, depth);
        let first = self.names.story().about.first_year;
        let text = match (of, parts) {
            (Function::If, [test, yes, no]) => {
                let text = format!("{} if {} else {}", side(yes, OR)?, side(test, OR)?, side(no, WEAKEST)?);
                return Ok((WEAKEST, text));
            }
            (Function::Not, [test]) => return Ok((NOT, format!("not {}", side(test, NOT)?))),
            (Function::Min, [a, b]) => format!("smaller({}, {})", side(a, WEAKEST)?, side(b, WEAKEST)?),
            (Function::Max, [a, b]) => format!("larger({}, {})", side(a, WEAKEST)?, side(b, WEAKEST)?),
            (Function::Prev, [x, opening]) => match year {
                Year::Fixed(at) if *at > first => return self.atomic(x, &year.before(), depth),
                Year::Fixed(_) => return self.atomic(opening, year, depth),
                _ => {
                    let earlier = self.part(x, &year.before(), OR, depth)?;
                    let text =
                        format!("{earlier} if {} > FIRST else {}", year.text(), side(opening, WEAKEST)?);
                    return Ok((WEAKEST, text));
                }
            },
            (Function::Lag, [x, ago, series]) => {
                let [_, longest] = reach_back(ago, self.names, self.model)?;
                let (rule, ago) = (self.rule(x, depth)?, side(ago, WEAKEST)?);
                format!("lag({rule}, {ago}, {}, {}, {longest})", side(series, WEAKEST)?, year.text())
            }
            (Function::StraightLine, [spend, life]) => {
                let (rule, life) = (self.rule(spend, depth)?, side(life, WEAKEST)?);
                format!("straight_line({rule}, {life}, {})", year.text())
            }
            (Function::Sum, [x]) => format!("total({}, {})", self.rule(x, depth)?, year.text()),
            (Function::At, [x, when]) => {
                let when = calendar_year(when, self.names, self.model)?;
                return self.atomic(x, &Year::Fixed(when), depth);
            }
            (_, [x, ..]) => format!("{}({})", of.name(), self.rule(x, depth)?),
            (_, []) => of.name().to_owned(),
        };
        Ok((STRONGEST, text))
    }

    /// A part that stands as it is, whatever is around it.
    fn atomic(&self, expr: &Expr, year: &Year, depth: usize) -> Result<(u8, String), ExprError> {
        Ok((STRONGEST, self.part(expr, year, STRONGEST, depth)?))
    }

    /// A part as a function of the year: the quantity itself, where it is nothing else.
    fn rule(&self, expr: &Expr, depth: usize) -> Result<String, ExprError> {
        if let ExprKind::Name(text) = &expr.kind
            && let name @ Name::Quantity(at) = self.names.find(text, expr)?
            && self.model.quantities[at].varies
        {
            return Ok(self.words.of(name).to_owned());
        }
        let variable = variable(depth);
        let text = self.part(expr, &Year::Before(variable.clone(), 0), WEAKEST, depth + 1)?;
        Ok(format!("lambda {variable}: {text}"))
    }
}

/// A divisor that is a number, and not 0.
fn is_sure(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Number { value, .. } if value != 0.0)
}
