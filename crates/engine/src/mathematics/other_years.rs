//! Functions, above all those that look at other years: subscripts, sums and what stands for the years before the first.

use super::Math;
use super::writer::{SUM, Writer, bracketed};
use crate::expr::{Expr, ExprError, Function};

/// Variables that run over years, the outermost sum's first.
const RUNNING: [char; 3] = ['v', 'u', 'w'];

impl Writer<'_> {
    pub(super) fn call(
        &mut self,
        function: Function,
        parts: &[Expr],
        year: &Math,
        within: u8,
    ) -> Result<Math, ExprError> {
        match (function, parts) {
            (Function::Not, [test]) => {
                Ok(Math::Row(vec![Math::Operator("¬"), self.part(test, year, u8::MAX)?]))
            }
            (Function::Prev, [x, opening]) => {
                let opening = self.part(opening, &calendar(self.first()), 0)?;
                let before = calendar(self.first() - 1);
                let known = Math::Row(vec![self.part(x, &before, SUM)?, Math::Operator("="), opening]);
                self.give(known);
                self.part(x, &earlier(year, Math::Number(1.0, String::new())), within)
            }
            (Function::Lag, [x, years, series]) => {
                let years = self.part(years, year, SUM + 1)?;
                let known = vec![
                    self.part(x, &Math::Symbol('v'), SUM)?,
                    Math::Operator("="),
                    self.part(series, &Math::Symbol('v'), SUM)?,
                    Math::Operator(","),
                    Math::Symbol('v'),
                    Math::Operator("<"),
                    calendar(self.first()),
                ];
                self.give(Math::Row(known));
                self.part(x, &earlier(year, years), within)
            }
            (Function::Sum, [x]) => {
                let sum = self.sum(year, |writer, variable| writer.part(x, variable, SUM + 1))?;
                Ok(bracketed(within > 0, sum))
            }
            (Function::StraightLine, [spend, life]) => {
                let weighted = self.sum(year, |writer, variable| {
                    let age = Math::Row(vec![year.clone(), Math::Operator("−"), variable.clone()]);
                    let spent = Math::Fraction(
                        Box::new(writer.part(spend, variable, 0)?),
                        Box::new(writer.part(life, variable, 0)?),
                    );
                    Ok(Math::Row(vec![
                        Math::Symbol('g'),
                        Math::Brackets(Box::new(age)),
                        Math::Operator("·"),
                        spent,
                    ]))
                })?;
                let life = self.part(life, year, SUM)?;
                self.give(weights(life));
                Ok(bracketed(within > 0, weighted))
            }
            (Function::At, [x, when]) => {
                let when = self.part(when, year, 0)?;
                self.part(x, &when, within)
            }
            (Function::Min | Function::Max, _) => {
                let parts: Result<_, _> = parts.iter().map(|part| self.part(part, year, 0)).collect();
                Ok(Math::Function(function.name(), None, parts?))
            }
            _ => {
                let variable = self.variable();
                let parts: Result<_, _> =
                    parts.iter().map(|part| self.part(part, &Math::Symbol(variable), 0)).collect();
                Ok(Math::Function(over_years(function), Some(variable), parts?))
            }
        }
    }

    fn variable(&self) -> char {
        RUNNING[self.depth.min(RUNNING.len() - 1)]
    }

    /// The sum from the first year to `year`.
    fn sum(
        &mut self,
        year: &Math,
        of: impl FnOnce(&mut Self, &Math) -> Result<Math, ExprError>,
    ) -> Result<Math, ExprError> {
        let variable = self.variable();
        self.depth += 1;
        let inner = of(self, &Math::Symbol(variable));
        self.depth -= 1;
        let from = Box::new(calendar(self.first()));
        Ok(Math::Sum(variable, from, Box::new(year.clone()), Box::new(inner?)))
    }

    /// Says once what must be known.
    fn give(&mut self, known: Math) {
        if !self.given.contains(&known) {
            self.given.push(known);
        }
    }
}

/// How a function over all years is called where a reader sees it.
fn over_years(function: Function) -> &'static str {
    match function {
        Function::Peak => "max",
        Function::Lowest => "min",
        Function::PeakYear => "arg max",
        Function::LowestYear => "arg min",
        other => other.name(),
    }
}

fn calendar(year: i32) -> Math {
    Math::Number(f64::from(year), "yr".to_owned())
}

/// `years` before `year`; of a calendar year the number itself.
fn earlier(year: &Math, years: Math) -> Math {
    match (year, &years) {
        (Math::Number(year, unit), Math::Number(years, _)) => Math::Number(year - years, unit.clone()),
        _ => {
            let mut row = match year {
                Math::Row(row) => row.clone(),
                other => vec![other.clone()],
            };
            row.extend([Math::Operator("−"), years]);
            Math::Row(row)
        }
    }
}

/// What part of a year's rate falls on an age: half in the first and the last year.
fn weights(life: Math) -> Math {
    let number = |value: f64| Math::Number(value, String::new());
    let is = |left: Math, sign: &'static str, right: Math| vec![left, Math::Operator(sign), right];
    let age = || Math::Symbol('a');
    let mut ends = is(age(), "=", number(0.0));
    ends.push(Math::Operator("∨"));
    ends.extend(is(age(), "=", life.clone()));
    let mut between = is(number(0.0), "<", age());
    between.extend([Math::Operator("<"), life]);
    let half = Math::Fraction(Box::new(number(1.0)), Box::new(number(2.0)));
    let cases =
        vec![(half, Some(Math::Row(ends))), (number(1.0), Some(Math::Row(between))), (number(0.0), None)];
    let left = [Math::Symbol('g'), Math::Brackets(Box::new(age())), Math::Operator("=")];
    Math::Row(left.into_iter().chain([Math::Cases(cases)]).collect())
}
