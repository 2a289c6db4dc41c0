//! Functions that look over all projected years, and the values of choices.

use super::compile::Compiler;
use super::names::Name;
use super::program::{Op, Slot};
use crate::expr::{Expr, ExprError, ExprKind, ExprProblem, Function};

impl Compiler<'_> {
    pub(super) fn over_years(
        &mut self,
        function: Function,
        arguments: &[Expr],
        whole: &Expr,
    ) -> Result<Slot, ExprError> {
        match (function, arguments) {
            (Function::At, [x, year]) => {
                let year = self.projected_year(year)?;
                self.slot(x, Some(year))
            }
            (Function::Peak, [x]) => Ok(self.extreme(x, Op::Max)?.0),
            (Function::PeakYear, [x]) => Ok(self.extreme(x, Op::Max)?.1),
            (Function::Lowest, [x]) => Ok(self.extreme(x, Op::Min)?.0),
            (Function::LowestYear, [x]) => Ok(self.extreme(x, Op::Min)?.1),
            (Function::FirstYear, [test]) => {
                let mut found = self.program.constant(f64::NAN);
                for year in self.years().rev() {
                    let (holds, this) =
                        (self.slot(test, Some(year))?, self.program.constant(f64::from(year)));
                    found = self.program.step(Op::Select, [holds, this, found]);
                }
                Ok(found)
            }
            (Function::Count, [test]) => {
                let mut count = self.program.constant(0.0);
                for holds in self.each_year(test)? {
                    count = self.program.step(Op::Add, [count, holds, 0]);
                }
                Ok(count)
            }
            _ => {
                let found = || "years(…), which only a sentence can show".to_owned();
                let problem = || ExprProblem::Kind { expected: "a value", found: found() };
                Err(ExprError::new(whole.span, problem))
            }
        }
    }

    /// The slots of `x`, one a projected year.
    pub(super) fn each_year(&mut self, x: &Expr) -> Result<Vec<Slot>, ExprError> {
        self.years().map(|year| self.slot(x, Some(year))).collect()
    }

    fn extreme(&mut self, x: &Expr, op: Op) -> Result<(Slot, Slot), ExprError> {
        let slots = self.each_year(x)?;
        let (first, last) = self.years().into_inner();
        let Some(earliest) = slots.first() else {
            let problem = || ExprProblem::Year { year: f64::from(first), first, last };
            return Err(ExprError::new(x.span, problem));
        };
        let (mut best, mut when) = (*earliest, self.program.constant(f64::from(first)));
        for (slot, year) in slots.into_iter().zip(first..).skip(1) {
            let year = self.program.constant(f64::from(year));
            let better = if op == Op::Max { [best, slot, 0] } else { [slot, best, 0] };
            let better = self.program.step(Op::Less, better);
            when = self.program.step(Op::Select, [better, year, when]);
            best = self.program.step(Op::Select, [better, slot, best]);
        }
        Ok((best, when))
    }

    fn projected_year(&mut self, expr: &Expr) -> Result<i32, ExprError> {
        let slot = self.slot(expr, None)?;
        let (first, last) = self.years().into_inner();
        let year = self.program.as_constant(slot).unwrap_or(f64::NAN);
        match (first..=last).find(|candidate| f64::from(*candidate) == year) {
            Some(year) => Ok(year),
            None => Err(ExprError::new(expr.span, || ExprProblem::Year { year, first, last })),
        }
    }

    /// Compares numbers, or a choice with a literal of it.
    pub(super) fn equality(
        &mut self,
        left: &Expr,
        right: &Expr,
        year: Option<i32>,
    ) -> Result<Slot, ExprError> {
        let owner = [left, right].into_iter().find_map(|side| match &side.kind {
            ExprKind::Name(text) => match self.names.known(text) {
                Some(Name::Quantity(at)) => Some(at),
                _ => None,
            },
            _ => None,
        });
        let from = [self.choice_or_slot(owner, left, year)?, self.choice_or_slot(owner, right, year)?, 0];
        Ok(self.program.step(Op::Equal, from))
    }

    /// A quantity's equation, in which literals are values of its choice.
    pub(super) fn with_choices(
        &mut self,
        quantity: usize,
        expr: &Expr,
        year: Option<i32>,
    ) -> Result<Slot, ExprError> {
        match &expr.kind {
            ExprKind::Call(Function::If, arguments) if self.is_choice(quantity) => {
                let test = self.slot(&arguments[0], year)?;
                let yes = self.with_choices(quantity, &arguments[1], year)?;
                let no = self.with_choices(quantity, &arguments[2], year)?;
                Ok(self.program.step(Op::Select, [test, yes, no]))
            }
            _ => self.choice_or_slot(Some(quantity), expr, year),
        }
    }

    fn is_choice(&self, quantity: usize) -> bool {
        !self.names.story().model.0[quantity].1.choices.is_empty()
    }

    fn choice_or_slot(
        &mut self,
        owner: Option<usize>,
        expr: &Expr,
        year: Option<i32>,
    ) -> Result<Slot, ExprError> {
        let ExprKind::Choice(name) = &expr.kind else { return self.slot(expr, year) };
        let names = self.names;
        let choices = owner.map(|at| &names.story().model.0[at].1.choices);
        match choices.and_then(|choices| choices.position(name)) {
            #[expect(clippy::cast_precision_loss, reason = "a choice has a handful of values")]
            Some(place) => Ok(self.program.constant(place as f64)),
            None => {
                let known = || {
                    choices.map_or(String::new(), |choices| choices.names().collect::<Vec<_>>().join(", "))
                };
                let problem = || ExprProblem::UnknownChoice { name: name.clone(), known: known() };
                Err(ExprError::new(expr.span, problem))
            }
        }
    }
}
