//! What looks at other years: the year before, some years ago, straight lines, sums.

use super::compile::Compiler;
use super::inputs::Input;
use super::names::Name;
use super::program::{Op, Slot};
use crate::expr::{Expr, ExprError, ExprKind, ExprProblem, Function};

impl Compiler<'_> {
    pub(super) fn through_time(
        &mut self,
        function: Function,
        arguments: &[Expr],
        year: i32,
    ) -> Result<Slot, ExprError> {
        let first = *self.years().start();
        match (function, arguments) {
            (Function::Prev, [_, opening]) if year <= first => self.slot(opening, Some(year)),
            (Function::Prev, [x, _]) => self.slot(x, Some(year - 1)),
            (Function::Lag, [x, years_ago, series]) => self.lag(x, years_ago, series, year),
            (Function::StraightLine, [spend, life]) => self.straight_line(spend, life, year),
            (_, arguments) => {
                let mut total = self.slot(&arguments[0], Some(first))?;
                for at in first + 1..=year {
                    let next = self.slot(&arguments[0], Some(at))?;
                    total = self.program.step(Op::Add, [total, next, 0]);
                }
                Ok(total)
            }
        }
    }

    /// Every number of years that the range allows is compiled, and the one that is set is selected.
    fn lag(&mut self, x: &Expr, years_ago: &Expr, series: &Expr, year: i32) -> Result<Slot, ExprError> {
        let ago = self.slot(years_ago, Some(year))?;
        let [low, high] = match (self.program.as_constant(ago), self.range(ago)) {
            (Some(value), _) => [value, value],
            (None, Some(range)) => range,
            (None, None) => {
                let problem = || ExprProblem::Kind {
                    expected: "a number, lever or assumption as the number of years",
                    found: "something computed".to_owned(),
                };
                return Err(ExprError::new(years_ago.span, problem));
            }
        };
        #[expect(clippy::cast_possible_truncation, reason = "a number of years, clamped")]
        let (low, high) = (low.clamp(0.0, 99.0) as i32, high.clamp(0.0, 99.0) as i32);
        let mut found = self.past(x, series, year - high)?;
        for candidate in (low..high).rev() {
            let value = self.past(x, series, year - candidate)?;
            let wanted = self.program.constant(f64::from(candidate));
            let chosen = self.program.step(Op::Equal, [ago, wanted, 0]);
            found = self.program.step(Op::Select, [chosen, value, found]);
        }
        Ok(found)
    }

    /// What can be set for the input of this slot.
    fn range(&self, slot: Slot) -> Option<[f64; 2]> {
        let years = Slot::try_from(self.years().count()).unwrap_or_default();
        let of = |input: &&Input| input.yearly.is_some_and(|first| (first..first + years).contains(&slot));
        self.inputs.get(slot as usize).or(self.inputs.iter().find(of)).map(|input| input.range)
    }

    fn past(&mut self, x: &Expr, series: &Expr, year: i32) -> Result<Slot, ExprError> {
        if year >= *self.years().start() {
            return self.slot(x, Some(year));
        }
        let names = self.names;
        let figure = match &series.kind {
            ExprKind::Name(text) => match names.find(text, series)? {
                Name::Series(at) => names.story().series.0[at].1.years.iter().find(|entry| entry.0 == year),
                _ => None,
            },
            _ => None,
        };
        match figure {
            Some((_, figure)) => self.named(&format!("figure.{figure}"), series, None),
            None => Ok(self.program.constant(0.0)),
        }
    }

    fn straight_line(&mut self, spend: &Expr, life: &Expr, year: i32) -> Result<Slot, ExprError> {
        let mut total = self.program.constant(0.0);
        let life = self.slot(life, Some(year))?;
        for spent in *self.years().start()..=year {
            let amount = self.slot(spend, Some(spent))?;
            let age = self.program.constant(f64::from(year - spent));
            let weight = self.program.step(Op::Weight, [age, life, 0]);
            let yearly = self.program.step(Op::Divide, [amount, life, 0]);
            let share = self.program.step(Op::Multiply, [yearly, weight, 0]);
            total = self.program.step(Op::Add, [total, share, 0]);
        }
        Ok(total)
    }
}
