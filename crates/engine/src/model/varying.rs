//! Which quantities vary by year. The others are single values.

use super::names::{Name, Names};
use crate::expr::{Expr, ExprKind, Function};

/// One entry a quantity: does it vary by year?
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Varying(Vec<bool>);

impl Varying {
    /// Does the quantity at this place vary by year?
    #[must_use]
    pub(super) fn quantity(&self, at: usize) -> bool {
        self.0[at]
    }

    /// Does an expression vary by year?
    #[must_use]
    pub(super) fn expr(&self, expr: &Expr, names: &Names) -> bool {
        let any = |parts: &[Expr]| parts.iter().any(|part| self.expr(part, names));
        match &expr.kind {
            ExprKind::Year => true,
            ExprKind::Name(text) => match names.find(text, expr) {
                Ok(Name::Quantity(at)) => self.0[at],
                _ => false,
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
pub(super) fn varies(names: &Names, equations: &[Option<Expr>]) -> Varying {
    let mut known = Varying(vec![false; equations.len()]);
    loop {
        let next =
            Varying(equations.iter().map(|e| e.as_ref().is_some_and(|e| known.expr(e, names))).collect());
        if next == known {
            return known;
        }
        known = next;
    }
}
