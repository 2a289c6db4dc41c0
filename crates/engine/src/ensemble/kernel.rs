//! The operations of steps on many lanes at once, with explicit vectors: the page's build, for size, makes none by itself.

use crate::model::{Op, apply};
use wide::{CmpEq, CmpGt, CmpLe, CmpLt, CmpNe, f64x4};

/// Four lanes, the smallest part of a column.
pub(super) type Lanes = f64x4;

/// An operand over a block of lanes.
#[derive(Clone, Copy)]
pub(super) enum Operand<'a> {
    /// The same in every lane.
    Same(f64),
    /// One value a lane.
    Each(&'a [Lanes]),
}

/// One operation over a block: the bits of [`apply`] in every lane.
pub(super) fn step(op: Op, out: &mut [Lanes], a: Operand, b: Operand, c: Operand) {
    let (zero, one) = (Lanes::ZERO, Lanes::ONE);
    match op {
        Op::Add => two(out, a, b, |a, b| a + b),
        Op::Subtract => two(out, a, b, |a, b| a - b),
        Op::Multiply => two(out, a, b, |a, b| a * b),
        Op::Divide => two(out, a, b, |a, b| a / b),
        Op::Power => two(out, a, b, power),
        Op::Min => two(out, a, b, |a, b| a.cmp_lt(b).blend(a, b)),
        Op::Max => two(out, a, b, |a, b| a.cmp_gt(b).blend(a, b)),
        Op::Less => two(out, a, b, |a, b| a.cmp_lt(b) & one),
        Op::LessOrEqual => two(out, a, b, |a, b| a.cmp_le(b) & one),
        Op::Equal => two(out, a, b, |a, b| a.cmp_eq(b) & one),
        Op::Weight => two(out, a, b, |a, b| {
            let half = a.cmp_eq(zero) | a.cmp_eq(b);
            a.cmp_gt(b).blend(zero, half.blend(Lanes::HALF, one))
        }),
        Op::Select => select(out, a, b, c),
    }
}

fn two(out: &mut [Lanes], a: Operand, b: Operand, f: impl Fn(Lanes, Lanes) -> Lanes) {
    match (a, b) {
        (Operand::Each(a), Operand::Each(b)) => {
            for ((out, a), b) in out.iter_mut().zip(a).zip(b) {
                *out = f(*a, *b);
            }
        }
        (Operand::Each(a), Operand::Same(b)) => {
            let b = Lanes::splat(b);
            for (out, a) in out.iter_mut().zip(a) {
                *out = f(*a, b);
            }
        }
        (Operand::Same(a), Operand::Each(b)) => {
            let a = Lanes::splat(a);
            for (out, b) in out.iter_mut().zip(b) {
                *out = f(a, *b);
            }
        }
        (Operand::Same(a), Operand::Same(b)) => out.fill(f(Lanes::splat(a), Lanes::splat(b))),
    }
}

/// b where a is not 0, else c.
fn select(out: &mut [Lanes], a: Operand, b: Operand, c: Operand) {
    match c {
        Operand::Each(c) => out.copy_from_slice(c),
        Operand::Same(c) => out.fill(Lanes::splat(c)),
    }
    let Operand::Each(a) = a else { return };
    match b {
        Operand::Each(b) => {
            for ((out, a), b) in out.iter_mut().zip(a).zip(b) {
                *out = a.cmp_ne(Lanes::ZERO).blend(*b, *out);
            }
        }
        Operand::Same(b) => {
            let b = Lanes::splat(b);
            for (out, a) in out.iter_mut().zip(a) {
                *out = a.cmp_ne(Lanes::ZERO).blend(b, *out);
            }
        }
    }
}

fn power(a: Lanes, b: Lanes) -> Lanes {
    let (mut a, b) = (a.to_array(), b.to_array());
    for (a, b) in a.iter_mut().zip(b) {
        *a = apply(Op::Power, *a, b, 0.0);
    }
    Lanes::from(a)
}
