//! Which quantities vary by year. The others are single values.

use super::names::{Name, Names};
use crate::expr::{Expr, ExprKind, Function};

/// Does it vary by year? One entry a quantity, and the inputs that do.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Varying {
    quantities: Vec<bool>,
    inputs: Vec<Name>,
}

impl Varying {
    /// Does the quantity at this place vary by year?
    #[must_use]
    pub(super) fn quantity(&self, at: usize) -> bool {
        self.quantities[at]
    }

    /// Does an expression vary by year?
    #[must_use]
    pub(super) fn expr(&self, expr: &Expr, names: &Names) -> bool {
        let any = |parts: &[Expr]| parts.iter().any(|part| self.expr(part, names));
        match &expr.kind {
            ExprKind::Year => true,
            ExprKind::Name(text) => match names.known(text) {
                Some(Name::Quantity(at)) => self.quantities[at],
                Some(name) => self.inputs.contains(&name),
                None => false,
            },
            ExprKind::Negative(inner) => self.expr(inner, names),
            ExprKind::Binary(_, left, right) => self.expr(left, names) || self.expr(right, names),
            ExprKind::Call(function, _) if function.reduces() => false,
            ExprKind::Call(Function::If | Function::Not | Function::Min | Function::Max, parts) => any(parts),
            ExprKind::Call(..) => true,
            _ => false,
        }
    }
}

/// Finds out by asking again until nothing changes; a quantity only ever turns from single to varying.
#[must_use]
pub(super) fn varies(names: &Names, equations: &[Option<Expr>], inputs: Vec<Name>) -> Varying {
    let mut known = Varying { quantities: vec![false; equations.len()], inputs };
    loop {
        let varies = |equation: &Option<Expr>| equation.as_ref().is_some_and(|expr| known.expr(expr, names));
        let quantities: Vec<bool> = equations.iter().map(varies).collect();
        if quantities == known.quantities {
            return known;
        }
        known.quantities = quantities;
    }
}
