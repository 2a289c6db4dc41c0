//! Turns a parsed equation into mathematics: products with one fraction bar, brackets only where they are needed.

use super::Math;
use crate::expr::{Binary, Expr, ExprError, ExprKind, Function};
use crate::model::{Model, Name, Names};

/// How strongly parts bind: a weaker one within a stronger one stands in brackets.
pub(super) const SUM: u8 = 4;
const PRODUCT: u8 = 5;
const MINUS: u8 = 6;
const POWER: u8 = 7;

pub(super) struct Writer<'a> {
    names: &'a Names<'a>,
    model: &'a Model,
    pub(super) given: Vec<Math>,
    /// What the equation takes of an earlier year: it shows its year though it may be the same in every one.
    earlier: Vec<Name>,
    /// How many sums stand around the part that is written.
    pub(super) depth: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(names: &'a Names<'a>, model: &'a Model, whole: &Expr) -> Self {
        let mut earlier = Vec::new();
        whole.walk(&mut |part| {
            let ExprKind::Call(Function::Prev | Function::Lag, parts) = &part.kind else { return };
            let Some(of) = parts.first() else { return };
            of.walk(&mut |part| {
                if let ExprKind::Name(text) = &part.kind {
                    earlier.extend(names.find(text, part));
                }
            });
        });
        Self { names, model, given: Vec::new(), earlier, depth: 0 }
    }

    /// The first projected year.
    pub(super) fn first(&self) -> i32 {
        self.names.story().about.first_year
    }

    /// A name with its year, where it has one.
    pub(super) fn name(&self, name: Name, year: &Math) -> Math {
        let varies = match name {
            Name::Quantity(at) => self.model.quantities[at].varies,
            Name::Series(_) => true,
            _ => false,
        };
        let varies = varies || self.earlier.contains(&name);
        Math::Name(name, varies.then(|| Box::new(year.clone())))
    }

    pub(super) fn find(&self, text: &str, expr: &Expr) -> Result<Name, ExprError> {
        self.names.find(text, expr)
    }

    /// A part whose values are those of `year`; one that binds more weakly than `within` stands in brackets.
    pub(super) fn part(&mut self, expr: &Expr, year: &Math, within: u8) -> Result<Math, ExprError> {
        match &expr.kind {
            ExprKind::Number { value, unit } => {
                let unit = unit.clone().unwrap_or("share".to_owned());
                Ok(Math::Number(*value, if *value == 0.0 { String::new() } else { unit }))
            }
            ExprKind::Year => Ok(bracketed(matches!(year, Math::Row(_)) && within > SUM, year.clone())),
            ExprKind::Absent => Ok(Math::Absent),
            ExprKind::Choice(name) => Ok(Math::Choice(name.clone())),
            ExprKind::Name(text) => Ok(self.name(self.find(text, expr)?, year)),
            ExprKind::Negative(inner) => {
                let inner = self.part(inner, year, MINUS)?;
                Ok(bracketed(MINUS < within, Math::Row(vec![Math::Operator("−"), inner])))
            }
            ExprKind::Binary(Binary::Multiply | Binary::Divide, ..) => self.product(expr, year, within),
            ExprKind::Binary(Binary::Power, base, exponent) => {
                let power = Math::Power(
                    Box::new(self.part(base, year, POWER + 1)?),
                    Box::new(self.part(exponent, year, 0)?),
                );
                Ok(bracketed(within > POWER, power))
            }
            ExprKind::Binary(operator, left, right) => {
                let (sign, own) = sign(*operator);
                let left = self.part(left, year, own)?;
                let right = self.part(right, year, own + 1)?;
                let mut row = match left {
                    // A longer sum is one row.
                    Math::Row(row) if own == SUM => row,
                    left => vec![left],
                };
                row.extend([Math::Operator(sign), right]);
                Ok(bracketed(own < within, Math::Row(row)))
            }
            ExprKind::Call(Function::If, parts) => {
                let mut cases = Vec::new();
                self.cases(parts, year, &mut cases)?;
                Ok(bracketed(within > 0, Math::Cases(cases)))
            }
            ExprKind::Call(function, parts) => self.call(*function, parts, year, within),
        }
    }

    /// The branches of an `if`, and of every other that stands in its last one.
    fn cases(
        &mut self,
        parts: &[Expr],
        year: &Math,
        cases: &mut Vec<(Math, Option<Math>)>,
    ) -> Result<(), ExprError> {
        let [test, yes, no] = parts else { return Ok(()) };
        let test = self.part(test, year, 0)?;
        cases.push((self.part(yes, year, 0)?, Some(test)));
        if let ExprKind::Call(Function::If, parts) = &no.kind {
            return self.cases(parts, year, cases);
        }
        cases.push((self.part(no, year, 0)?, None));
        Ok(())
    }

    /// Factors above and below one bar, in the order in which they are written.
    fn product(&mut self, expr: &Expr, year: &Math, within: u8) -> Result<Math, ExprError> {
        let (mut above, mut below) = (Vec::new(), Vec::new());
        factors(expr, &mut above, &mut below);
        // Alone above or below the bar a sum needs no brackets.
        let alone = |side: &[&Expr]| if side.len() == 1 { 0 } else { PRODUCT };
        let inner = if below.is_empty() { PRODUCT } else { alone(&above) };
        let numerator = self.row(&above, year, inner)?;
        if below.is_empty() {
            return Ok(bracketed(PRODUCT < within, numerator));
        }
        let denominator = self.row(&below, year, alone(&below))?;
        let fraction = Math::Fraction(Box::new(numerator), Box::new(denominator));
        Ok(bracketed(within > POWER, fraction))
    }

    fn row(&mut self, factors: &[&Expr], year: &Math, within: u8) -> Result<Math, ExprError> {
        if let [only] = factors {
            return self.part(only, year, within);
        }
        let mut row = Vec::new();
        for factor in factors {
            if !row.is_empty() {
                row.push(Math::Operator("·"));
            }
            row.push(self.part(factor, year, within)?);
        }
        Ok(Math::Row(row))
    }
}

/// Sorts the factors of a chain of products and quotients.
fn factors<'e>(expr: &'e Expr, above: &mut Vec<&'e Expr>, below: &mut Vec<&'e Expr>) {
    match &expr.kind {
        ExprKind::Binary(Binary::Multiply, left, right) => {
            factors(left, above, below);
            factors(right, above, below);
        }
        ExprKind::Binary(Binary::Divide, left, right) => {
            factors(left, above, below);
            factors(right, below, above);
        }
        _ => above.push(expr),
    }
}

pub(super) fn bracketed(needed: bool, inner: Math) -> Math {
    if needed { Math::Brackets(Box::new(inner)) } else { inner }
}

/// The sign between two parts and how strongly it binds.
fn sign(operator: Binary) -> (&'static str, u8) {
    match operator {
        Binary::Add => ("+", SUM),
        Binary::Subtract => ("−", SUM),
        Binary::Less => ("<", 3),
        Binary::LessOrEqual => ("≤", 3),
        Binary::Greater => (">", 3),
        Binary::GreaterOrEqual => ("≥", 3),
        Binary::Equal => ("=", 3),
        Binary::NotEqual => ("≠", 3),
        Binary::And => ("∧", 2),
        Binary::Or => ("∨", 1),
        Binary::Multiply | Binary::Divide | Binary::Power => ("·", PRODUCT),
    }
}
