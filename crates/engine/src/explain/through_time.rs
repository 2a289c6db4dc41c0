//! Functions, above all those that take the values of other years: written out year by year, computed in the model's order.

use super::walk::{PRODUCT, SUM, Walk, varies};
use crate::expr::{Expr, ExprError, ExprKind, ExprProblem, Function};
use crate::model::{Name, Op, apply};

impl Walk<'_> {
    pub(super) fn call(
        &mut self,
        function: Function,
        parts: &[Expr],
        whole: &Expr,
        year: Option<i32>,
        within: u8,
    ) -> Result<f64, ExprError> {
        let needed = || year.ok_or_else(|| varies(whole));
        match (function, parts) {
            (Function::Not, [test]) => {
                self.listed(function, |walk| Ok(apply(Op::Select, walk.value(test, year, 0)?, 0.0, 1.0)))
            }
            (Function::Min | Function::Max, [a, b]) => self.listed(function, |walk| {
                let a = walk.value(a, year, 0)?;
                walk.text(", ");
                let b = walk.value(b, year, 0)?;
                Ok(apply(if function == Function::Min { Op::Min } else { Op::Max }, a, b, 0.0))
            }),
            (Function::Prev, [x, opening]) => {
                let (year, first) = (needed()?, *self.years().start());
                if year <= first {
                    self.value(opening, Some(year), within)
                } else {
                    self.value(x, Some(year - 1), within)
                }
            }
            (Function::Lag, [x, years_ago, series]) => self.lag(x, years_ago, series, needed()?, within),
            (Function::StraightLine, [spend, life]) => {
                let year = needed()?;
                self.bracketed(within > 0, |walk| walk.straight_line(spend, life, year))
            }
            (Function::Sum, [x]) => {
                let years = *self.years().start()..=needed()?;
                let several = years.start() < years.end();
                let inner = if several { SUM + 1 } else { within };
                self.bracketed(several && within > 0, |walk| {
                    let mut total = None;
                    for year in years {
                        walk.text(if total.is_some() { " + " } else { "" });
                        let next = walk.value(x, Some(year), inner)?;
                        total = Some(total.map_or(next, |total| apply(Op::Add, total, next, 0.0)));
                    }
                    Ok(total.unwrap_or(f64::NAN))
                })
            }
            _ => self.over_years(function, parts, whole, within),
        }
    }

    fn years(&self) -> std::ops::RangeInclusive<i32> {
        let about = &self.names.story().about;
        about.first_year..=about.last_year
    }

    /// Writes `function(…)` around what `inner` writes.
    fn listed<T>(&mut self, function: Function, inner: impl FnOnce(&mut Self) -> T) -> T {
        self.text(function.name());
        self.bracketed(true, inner)
    }

    /// Writes nothing of what `inner` writes: its operands count, but not as a part of the filled equation.
    fn unwritten<T>(&mut self, inner: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::take(&mut self.filled);
        let value = inner(self);
        self.filled = before;
        value
    }

    /// The model holds every number of years that can be set, and takes the longest for one that is none of the others.
    fn lag(
        &mut self,
        x: &Expr,
        years_ago: &Expr,
        series: &Expr,
        year: i32,
        within: u8,
    ) -> Result<f64, ExprError> {
        let ago = self.unwritten(|walk| walk.value(years_ago, Some(year), 0))?;
        let [low, high] = self.settable(years_ago, ago);
        #[expect(clippy::cast_possible_truncation, reason = "a number of years, clamped")]
        let (low, high) = (low.clamp(0.0, 99.0) as i32, high.clamp(0.0, 99.0) as i32);
        let past = year - (low..high).find(|candidate| f64::from(*candidate) == ago).unwrap_or(high);
        if past >= *self.years().start() {
            return self.value(x, Some(past), within);
        }
        let ExprKind::Name(text) = &series.kind else { return Ok(self.nothing(series, past)) };
        let Name::Series(at) = self.names.find(text, series)? else {
            return Ok(self.nothing(series, past));
        };
        let story = self.names.story();
        let figure = story.series.0[at].1.years.iter().find(|entry| entry.0 == past);
        match figure.and_then(|(_, id)| story.figures.position(id)) {
            Some(figure) => self.input(Name::Figure(figure), series, Some(past)),
            None => Ok(self.nothing(series, past)),
        }
    }

    /// A year that a series has no figure for counts as 0.
    fn nothing(&mut self, series: &Expr, year: i32) -> f64 {
        let id = if let ExprKind::Name(text) = &series.kind { text.clone() } else { String::new() };
        self.constant(id, String::new(), 0.0, Some(year))
    }

    /// Lowest and highest value that can be set for what is an input, also by another name.
    fn settable(&self, expr: &Expr, value: f64) -> [f64; 2] {
        let ExprKind::Name(text) = &expr.kind else { return [value; 2] };
        let inputs = &self.model.inputs;
        let input = match self.names.find(text, expr) {
            Ok(Name::Quantity(at)) => {
                let slot = self.model.quantities[at].slots.first();
                slot.and_then(|slot| inputs.get(*slot as usize))
            }
            Ok(name) => inputs.iter().find(|input| input.name == name),
            Err(_) => None,
        };
        input.map_or([value; 2], |input| input.range)
    }

    fn straight_line(&mut self, spend: &Expr, life: &Expr, year: i32) -> Result<f64, ExprError> {
        let mut total = 0.0;
        let first = *self.years().start();
        for spent in first..=year {
            self.text(if spent > first { " + " } else { "" });
            let amount = self.value(spend, Some(spent), PRODUCT)?;
            self.text(" / ");
            let life = self.value(life, Some(year), PRODUCT + 1)?;
            let weight = apply(Op::Weight, f64::from(year - spent), life, 0.0);
            self.text(" * ");
            self.constant(String::new(), "share".to_owned(), weight, None);
            let share = apply(Op::Multiply, apply(Op::Divide, amount, life, 0.0), weight, 0.0);
            total = apply(Op::Add, total, share, 0.0);
        }
        Ok(total)
    }

    fn over_years(
        &mut self,
        function: Function,
        parts: &[Expr],
        whole: &Expr,
        within: u8,
    ) -> Result<f64, ExprError> {
        if let (Function::At, [x, when]) = (function, parts) {
            let when = self.unwritten(|walk| walk.value(when, None, 0))?;
            let found = self.years().find(|year| f64::from(*year) == when);
            let (first, last) = self.years().into_inner();
            let problem = || ExprProblem::Year { year: when, first, last };
            let year = found.ok_or_else(|| ExprError::new(whole.span, problem))?;
            return self.value(x, Some(year), within);
        }
        if function == Function::Years {
            let found = || "years(…), which only a sentence can show".to_owned();
            let problem = || ExprProblem::Kind { expected: "a value", found: found() };
            return Err(ExprError::new(whole.span, problem));
        }
        let years = self.years();
        let values = self.listed(function, |walk| {
            let mut values = Vec::new();
            for year in years {
                walk.text(if values.is_empty() { "" } else { ", " });
                values.push((walk.value(&parts[0], Some(year), 0)?, f64::from(year)));
            }
            Ok(values)
        })?;
        Ok(match function {
            Function::Peak => extreme(&values, Op::Max).0,
            Function::PeakYear => extreme(&values, Op::Max).1,
            Function::Lowest => extreme(&values, Op::Min).0,
            Function::LowestYear => extreme(&values, Op::Min).1,
            Function::FirstYear => {
                let last_first = values.iter().rev();
                last_first.fold(f64::NAN, |found, (holds, year)| apply(Op::Select, *holds, *year, found))
            }
            _ => values.iter().fold(0.0, |count, (holds, _)| apply(Op::Add, count, *holds, 0.0)),
        })
    }
}

/// The largest or smallest value with its year, the earliest of equal ones.
fn extreme(values: &[(f64, f64)], op: Op) -> (f64, f64) {
    let Some((earliest, later)) = values.split_first() else { return (f64::NAN, f64::NAN) };
    later.iter().fold(*earliest, |(best, when), (value, year)| {
        let (a, b) = if op == Op::Max { (best, *value) } else { (*value, best) };
        let better = apply(Op::Less, a, b, 0.0);
        (apply(Op::Select, better, *value, best), apply(Op::Select, better, *year, when))
    })
}
