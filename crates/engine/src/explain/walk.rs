//! Walks an equation with the values of its operands, by the operations of the compiled model, and writes down what it meets.

use super::{Operand, OperandKind, Piece, present};
use crate::expr::{Binary, Expr, ExprError, ExprKind, ExprProblem, Function};
use crate::model::{Model, Name, Names, Op, apply};
use crate::projection::Projection;
use crate::scenario::Scenario;

/// How strongly an operator binds, as in the parser: a weaker one within a stronger one stands in brackets.
pub(super) const SUM: u8 = 4;
pub(super) const PRODUCT: u8 = 5;
const MINUS: u8 = 6;

pub(super) struct Walk<'a> {
    pub(super) names: &'a Names<'a>,
    pub(super) model: &'a Model,
    projection: &'a Projection,
    scenario: &'a Scenario,
    pub(super) operands: Vec<Operand>,
    pub(super) filled: Vec<Piece>,
    /// False within a branch that was not taken.
    counts: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        names: &'a Names<'a>,
        model: &'a Model,
        projection: &'a Projection,
        scenario: &'a Scenario,
    ) -> Self {
        Self { names, model, projection, scenario, operands: Vec::new(), filled: Vec::new(), counts: true }
    }

    /// The value of a quantity, not a number where it is absent.
    pub(super) fn projected(&self, quantity: usize, year: Option<i32>) -> f64 {
        let slots = &self.model.quantities[quantity].slots;
        let index = year.and_then(|year| self.model.years.iter().position(|known| *known == year));
        let slot = index.and_then(|index| slots.get(index)).or(slots.first());
        slot.map_or(f64::NAN, |slot| self.projection.raw(*slot))
    }

    /// The value of a part within which literals are values of the choice of the quantity `owner`.
    pub(super) fn chosen(
        &mut self,
        owner: Option<usize>,
        expr: &Expr,
        year: Option<i32>,
        within: u8,
    ) -> Result<f64, ExprError> {
        match &expr.kind {
            ExprKind::Call(Function::If, parts) => {
                self.text("if(");
                let test = self.value(&parts[0], year, 0)?;
                let before = self.counts;
                self.text(", ");
                self.counts = before && test != 0.0;
                let yes = self.chosen(owner, &parts[1], year, 0)?;
                self.text(", ");
                self.counts = before && test == 0.0;
                let no = self.chosen(owner, &parts[2], year, 0)?;
                self.counts = before;
                self.text(")");
                Ok(apply(Op::Select, test, yes, no))
            }
            ExprKind::Choice(name) => {
                let choices = owner.map(|at| &self.names.story().model.0[at].1.choices);
                let place = choices.and_then(|choices| choices.position(name)).ok_or_else(|| {
                    let problem = || ExprProblem::UnknownChoice { name: name.clone(), known: String::new() };
                    ExprError::new(expr.span, problem)
                })?;
                self.text(&format!("'{name}'"));
                #[expect(clippy::cast_precision_loss, reason = "a choice has a handful of values")]
                let place = place as f64;
                Ok(place)
            }
            _ => self.value(expr, year, within),
        }
    }

    /// The value of a part; one that binds more weakly than `within` is written in brackets.
    pub(super) fn value(&mut self, expr: &Expr, year: Option<i32>, within: u8) -> Result<f64, ExprError> {
        match &expr.kind {
            ExprKind::Number { value, unit } => {
                let written = match unit {
                    Some(unit) => unit.clone(),
                    None if *value == 0.0 => String::new(),
                    None => "share".to_owned(),
                };
                Ok(self.constant(String::new(), written, *value, None))
            }
            ExprKind::Absent => {
                self.text("absent");
                Ok(f64::NAN)
            }
            ExprKind::Year => {
                let value = f64::from(year.ok_or_else(|| varies(expr))?);
                Ok(self.constant("year".to_owned(), "yr".to_owned(), value, None))
            }
            ExprKind::Name(text) => self.named(self.names.find(text, expr)?, expr, year),
            ExprKind::Choice(_) | ExprKind::Call(Function::If, _) => self.chosen(None, expr, year, within),
            ExprKind::Negative(inner) => self.bracketed(MINUS < within, |walk| {
                walk.text("-");
                Ok(apply(Op::Subtract, 0.0, walk.value(inner, year, MINUS)?, 0.0))
            }),
            ExprKind::Binary(operator, left, right) => {
                let strength = strength(*operator);
                self.bracketed(strength < within, |walk| walk.binary(*operator, left, right, year))
            }
            ExprKind::Call(function, parts) => self.call(*function, parts, expr, year, within),
        }
    }

    fn binary(
        &mut self,
        operator: Binary,
        left: &Expr,
        right: &Expr,
        year: Option<i32>,
    ) -> Result<f64, ExprError> {
        let own = strength(operator);
        let sides = if operator == Binary::Power { [own + 1, own] } else { [own, own + 1] };
        let owner = match operator {
            Binary::Equal | Binary::NotEqual => self.owner(left).or_else(|| self.owner(right)),
            _ => None,
        };
        let a = self.chosen(owner, left, year, sides[0])?;
        self.text(&format!(" {} ", operator.symbol()));
        let b = self.chosen(owner, right, year, sides[1])?;
        Ok(match operator {
            Binary::Add => apply(Op::Add, a, b, 0.0),
            Binary::Subtract => apply(Op::Subtract, a, b, 0.0),
            Binary::Multiply | Binary::And => apply(Op::Multiply, a, b, 0.0),
            Binary::Divide => apply(Op::Divide, a, b, 0.0),
            Binary::Power => apply(Op::Power, a, b, 0.0),
            Binary::Less => apply(Op::Less, a, b, 0.0),
            Binary::LessOrEqual => apply(Op::LessOrEqual, a, b, 0.0),
            Binary::Greater => apply(Op::Less, b, a, 0.0),
            Binary::GreaterOrEqual => apply(Op::LessOrEqual, b, a, 0.0),
            Binary::Or => apply(Op::Max, a, b, 0.0),
            Binary::Equal => apply(Op::Equal, a, b, 0.0),
            Binary::NotEqual => apply(Op::Select, apply(Op::Equal, a, b, 0.0), 0.0, 1.0),
        })
    }

    /// The quantity that a side of an equality names.
    fn owner(&self, side: &Expr) -> Option<usize> {
        match &side.kind {
            ExprKind::Name(text) => match self.names.find(text, side) {
                Ok(Name::Quantity(at)) => Some(at),
                _ => None,
            },
            _ => None,
        }
    }

    /// The value of a name in `year`, written down as an operand.
    fn named(&mut self, name: Name, expr: &Expr, year: Option<i32>) -> Result<f64, ExprError> {
        match name {
            Name::Quantity(at) => {
                let computed = &self.model.quantities[at];
                if computed.varies && year.is_none() {
                    return Err(varies(expr));
                }
                let (id, year) = (computed.id.clone(), year.filter(|_| computed.varies));
                let (unit, value) = (self.names.unit_text(name).to_owned(), self.projected(at, year));
                Ok(self.operand(OperandKind::Computed, id, unit, value, year))
            }
            name => self.set_in(name, expr, year),
        }
    }

    /// The value of something that is set, in `year` where it holds a path.
    fn set_in(&mut self, name: Name, expr: &Expr, year: Option<i32>) -> Result<f64, ExprError> {
        let input = self.model.inputs.iter().find(|input| input.name == name);
        let Some((input, first)) = input.and_then(|input| Some((input, input.yearly?))) else {
            return self.input(name, expr, None);
        };
        let index =
            self.model.years.iter().position(|known| Some(*known) == year).ok_or_else(|| varies(expr))?;
        let value = self.scenario.values().get(first as usize + index).copied().unwrap_or(f64::NAN);
        let kind = OperandKind::Lever;
        Ok(self.operand(kind, input.id.clone(), input.unit.clone(), value, year))
    }

    /// The value of something that is set; `year` is that of a figure in a series.
    pub(super) fn input(&mut self, name: Name, expr: &Expr, year: Option<i32>) -> Result<f64, ExprError> {
        let kind = match name {
            Name::Lever(_) => OperandKind::Lever,
            Name::Assumption(_) => OperandKind::Assumption,
            _ => OperandKind::Figure,
        };
        let at = self.model.inputs.iter().position(|input| input.name == name);
        match at.and_then(|at| Some((&self.model.inputs[at], *self.scenario.values().get(at)?))) {
            Some((input, value)) => Ok(self.operand(kind, input.id.clone(), input.unit.clone(), value, year)),
            None => {
                let found = || "something else".to_owned();
                let problem = || ExprProblem::Kind { expected: "a value", found: found() };
                Err(ExprError::new(expr.span, problem))
            }
        }
    }

    pub(super) fn constant(&mut self, id: String, unit: String, value: f64, year: Option<i32>) -> f64 {
        self.operand(OperandKind::Constant, id, unit, value, year)
    }

    fn operand(&mut self, kind: OperandKind, id: String, unit: String, value: f64, year: Option<i32>) -> f64 {
        let (counts, shown) = (self.counts, present(value));
        let same = |known: &Operand| {
            (known.kind, &known.id, &known.unit, known.year, known.value) == (kind, &id, &unit, year, shown)
        };
        let at = self.operands.iter().position(same).unwrap_or_else(|| {
            self.operands.push(Operand { kind, id, unit, value: shown, year, counts });
            self.operands.len() - 1
        });
        self.operands[at].counts |= counts;
        self.filled.push(Piece::Operand(at));
        value
    }

    pub(super) fn text(&mut self, text: &str) {
        match self.filled.last_mut() {
            Some(Piece::Text(before)) => before.push_str(text),
            _ => self.filled.push(Piece::Text(text.to_owned())),
        }
    }

    /// Writes what `inner` writes, between brackets where they are needed.
    pub(super) fn bracketed<T>(&mut self, needed: bool, inner: impl FnOnce(&mut Self) -> T) -> T {
        self.text(if needed { "(" } else { "" });
        let value = inner(self);
        self.text(if needed { ")" } else { "" });
        value
    }
}

/// The error of something that varies by year where there is none.
pub(super) fn varies(expr: &Expr) -> ExprError {
    ExprError::new(expr.span, || ExprProblem::Varies)
}

fn strength(operator: Binary) -> u8 {
    match operator {
        Binary::Or => 1,
        Binary::And => 2,
        Binary::Add | Binary::Subtract => SUM,
        Binary::Multiply | Binary::Divide => PRODUCT,
        Binary::Power => 7,
        _ => 3,
    }
}
