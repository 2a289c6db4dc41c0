//! Equations to steps: every quantity in every year becomes a slot, on demand, so that the order finds itself.

use super::inputs::Input;
use super::names::{Name, Names};
use super::program::{Op, Program, Slot};
use super::varying::{Varying, varies};
use crate::expr::{Binary, Expr, ExprError, ExprKind, ExprProblem, Function, Span};

/// More steps than this are refused, so that no story can exhaust a reader's machine.
const MOST_STEPS: usize = 200_000;

/// Compiles expressions of one story into one program.
pub(super) struct Compiler<'a> {
    pub(super) names: &'a Names<'a>,
    pub(super) equations: &'a [Option<Expr>],
    pub(super) varying: Varying,
    pub(super) program: Program,
    pub(super) inputs: &'a [Input],
    /// Stands for a year where none is named and only a path makes something vary: the last one.
    pub(super) otherwise: Option<i32>,
    /// Of each quantity the slot of its single value and those by year.
    done: Vec<Vec<Option<Slot>>>,
    under_way: Vec<(usize, Option<i32>)>,
    /// What is wrong with the equation of a quantity, once, whoever came upon it.
    wrong: Vec<Option<ExprError>>,
    #[cfg(not(target_arch = "wasm32"))]
    bounds: super::bounds::Bounds,
}

impl<'a> Compiler<'a> {
    pub(super) fn new(names: &'a Names<'a>, equations: &'a [Option<Expr>], inputs: &'a [Input]) -> Self {
        let over_years = || inputs.iter().filter(|input| input.yearly.is_some());
        let about = &names.story().about;
        let years = usize::try_from(about.last_year - about.first_year + 1).unwrap_or_default();
        Self {
            names,
            equations,
            varying: varies(names, equations, over_years().map(|input| input.name).collect()),
            program: Program::new(inputs.len() + over_years().count() * years),
            inputs,
            otherwise: over_years().next().map(|_| about.last_year),
            done: vec![vec![None; years + 1]; equations.len()],
            under_way: Vec::new(),
            wrong: vec![None; equations.len()],
            #[cfg(not(target_arch = "wasm32"))]
            bounds: super::bounds::Bounds::default(),
        }
    }

    /// The slot of what is set, in `year` where it holds a path.
    fn input(&self, name: Name, year: Option<i32>) -> Option<Slot> {
        let at = self.inputs.iter().position(|input| input.name == name)?;
        match self.inputs[at].yearly.zip(year.or(self.otherwise)) {
            Some((first, year)) => Some(first + Slot::try_from(year - self.years().start()).ok()?),
            None => Slot::try_from(at).ok(),
        }
    }

    pub(super) fn years(&self) -> std::ops::RangeInclusive<i32> {
        let about = &self.names.story().about;
        about.first_year..=about.last_year
    }

    /// The slot of a quantity in `year`; of one that does not vary, `year` does not matter.
    pub(super) fn quantity(&mut self, at: usize, year: Option<i32>, from: Span) -> Result<Slot, ExprError> {
        let year = if self.varying.quantity(at) { year.or(self.otherwise) } else { None };
        let place = year.map_or(0, |year| year - self.years().start() + 1);
        let place = usize::try_from(place).unwrap_or_default();
        if let Some(Some(slot)) = self.done[at].get(place) {
            return Ok(*slot);
        }
        if self.varying.quantity(at) && year.is_none() {
            return Err(ExprError::new(from, || ExprProblem::Varies));
        }
        if let Some(start) = self.under_way.iter().position(|entry| *entry == (at, year)) {
            let members = || self.under_way[start..].iter().map(|(at, _)| self.id(*at));
            let circle = || members().chain([self.id(at)]).collect::<Vec<_>>().join(" → ");
            return Err(ExprError::new(from, || ExprProblem::Circle(circle())));
        }
        let equations = self.equations;
        let slot = match &equations[at] {
            Some(expr) if self.wrong[at].is_none() => {
                self.under_way.push((at, year));
                let slot = self.with_choices(at, expr, year);
                self.under_way.pop();
                slot.unwrap_or_else(|error| {
                    self.wrong[at] = Some(error);
                    self.program.constant(0.0)
                })
            }
            // Its error is reported where it stands, and not again for all that use it.
            _ => self.program.constant(0.0),
        };
        if let Some(done) = self.done[at].get_mut(place) {
            *done = Some(slot);
        }
        Ok(slot)
    }

    /// What is wrong with the equation of a quantity.
    pub(super) fn error(&self, at: usize) -> Option<&ExprError> {
        self.wrong[at].as_ref()
    }

    fn id(&self, quantity: usize) -> &'a str {
        &self.names.story().model.0[quantity].0
    }

    /// The slot of `expr` in `year`.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn slot(&mut self, expr: &Expr, year: Option<i32>) -> Result<Slot, ExprError> {
        self.bounds.enter(expr.span)?;
        let slot = self.part(expr, year);
        self.bounds.leave();
        slot
    }

    /// The same in the page, where every story has been compiled within bounds before.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn slot(&mut self, expr: &Expr, year: Option<i32>) -> Result<Slot, ExprError> {
        self.part(expr, year)
    }

    fn part(&mut self, expr: &Expr, year: Option<i32>) -> Result<Slot, ExprError> {
        if self.program.slots() > MOST_STEPS {
            return Err(ExprError::new(expr.span, || ExprProblem::Large(MOST_STEPS)));
        }
        match &expr.kind {
            ExprKind::Number { value, .. } => Ok(self.program.constant(*value)),
            ExprKind::Absent => Ok(self.program.constant(f64::NAN)),
            ExprKind::Year => match year {
                Some(year) => Ok(self.program.constant(f64::from(year))),
                None => Err(ExprError::new(expr.span, || ExprProblem::Varies)),
            },
            ExprKind::Choice(_) => {
                let found = || "a choice on its own".to_owned();
                let problem = || ExprProblem::Kind { expected: "a comparison", found: found() };
                Err(ExprError::new(expr.span, problem))
            }
            ExprKind::Name(text) => self.named(text, expr, year),
            ExprKind::Negative(inner) => {
                let (zero, inner) = (self.program.constant(0.0), self.slot(inner, year)?);
                Ok(self.program.step(Op::Subtract, [zero, inner, 0]))
            }
            ExprKind::Binary(operator, left, right) => self.binary(*operator, left, right, year),
            ExprKind::Call(function, arguments) => self.call(*function, arguments, expr, year),
        }
    }

    pub(super) fn named(&mut self, text: &str, expr: &Expr, year: Option<i32>) -> Result<Slot, ExprError> {
        match self.names.find(text, expr)? {
            Name::Quantity(at) => self.quantity(at, year, expr.span),
            name => self.input(name, year).ok_or_else(|| {
                let problem = || match name {
                    Name::Figure(_) => ExprProblem::NoNumber(text.to_owned()),
                    _ => ExprProblem::Kind { expected: "a value", found: "a series".to_owned() },
                };
                ExprError::new(expr.span, problem)
            }),
        }
    }

    fn binary(
        &mut self,
        op: Binary,
        left: &Expr,
        right: &Expr,
        year: Option<i32>,
    ) -> Result<Slot, ExprError> {
        if matches!(op, Binary::Equal | Binary::NotEqual) {
            let equal = self.equality(left, right, year)?;
            return Ok(if op == Binary::Equal { equal } else { self.not(equal) });
        }
        let (a, b) = (self.slot(left, year)?, self.slot(right, year)?);
        let program = &mut self.program;
        Ok(match op {
            Binary::Add => program.step(Op::Add, [a, b, 0]),
            Binary::Subtract => program.step(Op::Subtract, [a, b, 0]),
            Binary::Multiply | Binary::And => program.step(Op::Multiply, [a, b, 0]),
            Binary::Divide => program.step(Op::Divide, [a, b, 0]),
            Binary::Power => program.step(Op::Power, [a, b, 0]),
            Binary::Less => program.step(Op::Less, [a, b, 0]),
            Binary::LessOrEqual => program.step(Op::LessOrEqual, [a, b, 0]),
            Binary::Greater => program.step(Op::Less, [b, a, 0]),
            Binary::GreaterOrEqual => program.step(Op::LessOrEqual, [b, a, 0]),
            Binary::Or | Binary::Equal | Binary::NotEqual => program.step(Op::Max, [a, b, 0]),
        })
    }

    fn not(&mut self, condition: Slot) -> Slot {
        let (yes, no) = (self.program.constant(1.0), self.program.constant(0.0));
        self.program.step(Op::Select, [condition, no, yes])
    }

    fn call(
        &mut self,
        function: Function,
        arguments: &[Expr],
        whole: &Expr,
        year: Option<i32>,
    ) -> Result<Slot, ExprError> {
        if function.reduces() {
            return self.over_years(function, arguments, whole);
        }
        match (function, arguments) {
            (Function::If, [test, yes, no]) => {
                let from = [self.slot(test, year)?, self.slot(yes, year)?, self.slot(no, year)?];
                Ok(self.program.step(Op::Select, from))
            }
            (Function::Not, [test]) => {
                let test = self.slot(test, year)?;
                Ok(self.not(test))
            }
            (Function::Min | Function::Max, [a, b]) => {
                let op = if function == Function::Min { Op::Min } else { Op::Max };
                let from = [self.slot(a, year)?, self.slot(b, year)?, 0];
                Ok(self.program.step(op, from))
            }
            (_, arguments) => match year {
                Some(year) => self.through_time(function, arguments, year),
                None => Err(ExprError::new(whole.span, || ExprProblem::Varies)),
            },
        }
    }
}
