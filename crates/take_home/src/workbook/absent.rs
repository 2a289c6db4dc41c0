//! What may have no value, and what is surely no nought and no debt. A cell without one holds an error, and an error spreads through every function of a spreadsheet; in
//! the engine a comparison with nothing is false. So formulas catch errors where, and only where, they can come.

use super::steps::Steps;
use engine::Model;
use engine::expr::{Binary, Expr, ExprKind, Function};
use engine::model::{Name, Names};

/// Knows what may have no value.
pub(super) struct Absent<'a> {
    names: &'a Names<'a>,
    model: &'a Model,
    /// One entry a quantity.
    quantities: Vec<bool>,
}

impl<'a> Absent<'a> {
    /// Asks again until nothing changes: what takes something absent may be absent.
    pub(super) fn of(steps: &Steps, names: &'a Names<'a>, model: &'a Model) -> Self {
        let mut known = Self { names, model, quantities: vec![false; steps.parsed.len()] };
        loop {
            let quantities: Vec<bool> = steps.parsed.iter().map(|expr| known.may_be(expr)).collect();
            if quantities == known.quantities {
                return known;
            }
            known.quantities = quantities;
        }
    }

    /// True where a part may have no value.
    pub(super) fn may_be(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Absent => true,
            ExprKind::Name(text) => match self.names.find(text, expr) {
                Ok(Name::Quantity(at)) => self.quantities[at],
                _ => false,
            },
            ExprKind::Negative(inner) => self.may_be(inner),
            ExprKind::Binary(operator, a, b) => match operator {
                Binary::Add | Binary::Subtract | Binary::Multiply => self.may_be(a) || self.may_be(b),
                Binary::Divide => self.may_be(a) || !self.is_sure(b),
                Binary::Power => self.may_be(a) || self.may_be(b) || !is_whole(b) && !self.is_positive(a),
                _ => false,
            },
            ExprKind::Call(function, parts) => match function {
                Function::If => self.may_be(&parts[1]) || self.may_be(&parts[2]),
                Function::Min | Function::Max => self.may_be(&parts[1]),
                Function::Prev => self.may_be(&parts[0]) || self.may_be(&parts[1]),
                Function::StraightLine => self.may_be(&parts[0]) || !self.is_sure(&parts[1]),
                Function::FirstYear => true,
                Function::Not | Function::PeakYear | Function::LowestYear | Function::Count => false,
                _ => parts.first().is_some_and(|part| self.may_be(part)),
            },
            _ => false,
        }
    }

    /// True for what is never nought: a number, and what can only be set on one side of it.
    pub(super) fn is_sure(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Number { value, .. } => *value != 0.0,
            ExprKind::Name(text) => {
                let name = self.names.find(text, expr).ok();
                let input = self.model.inputs.iter().find(|input| Some(input.name) == name);
                input.is_some_and(|input| input.range[0] > 0.0 || input.range[1] < 0.0)
            }
            _ => false,
        }
    }

    /// True for what is above nought wherever it can be set.
    pub(super) fn is_positive(&self, expr: &Expr) -> bool {
        self.sign(expr) == Some(Sign::Positive)
    }

    /// True for what is never below nought, wherever it can be set.
    pub(super) fn is_no_debt(&self, expr: &Expr) -> bool {
        self.sign(expr).is_some()
    }

    fn sign(&self, expr: &Expr) -> Option<Sign> {
        let of = |low: f64| match low {
            low if low > 0.0 => Some(Sign::Positive),
            low if low >= 0.0 => Some(Sign::NotNegative),
            _ => None,
        };
        match &expr.kind {
            ExprKind::Number { value, .. } => of(*value),
            ExprKind::Name(text) => {
                let name = self.names.find(text, expr).ok();
                of(self.model.inputs.iter().find(|input| Some(input.name) == name)?.range[0])
            }
            ExprKind::Binary(operator, a, b) => {
                let (a, b) = (self.sign(a)?, self.sign(b)?);
                match operator {
                    Binary::Add => Some(a.max(b)),
                    Binary::Multiply => Some(a.min(b)),
                    Binary::Divide if b == Sign::Positive => Some(a),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// True for a whole number that is above nought: a power that everything has.
pub(super) fn is_whole(exponent: &Expr) -> bool {
    matches!(exponent.kind, ExprKind::Number { value, .. } if value >= 1.0 && value.fract() == 0.0)
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    NotNegative,
    Positive,
}
