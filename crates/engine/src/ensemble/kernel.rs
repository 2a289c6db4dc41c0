//! The operations of steps on many lanes at once, with explicit vectors: the page's build, for size, makes none by itself.

use crate::model::{Op, apply};
use std::cell::Cell;
use wide::{CmpEq, CmpGt, CmpLe, CmpLt, CmpNe, f64x4};

/// Four lanes, the smallest part of a column.
pub(super) type Lanes = f64x4;

/// So many vectors run in one loop: as many as the fewest draws fill.
pub(super) const TILE: usize = 16;

/// A piece of a column that can be written while others share it. A value that is the same in every lane is written out as one, so that
/// every operand is read in the same way and each operation needs one loop only.
pub(super) type Tile = [Cell<Lanes>; TILE];

/// An operand over a block of lanes.
#[derive(Clone, Copy)]
pub(super) enum Operand<'a> {
    /// The same in every lane.
    Same(&'a Tile),
    /// One value a lane.
    Each(&'a [Tile]),
}

impl<'a> Operand<'a> {
    fn tile(self, at: usize) -> &'a Tile {
        match self {
            Self::Same(tile) => tile,
            Self::Each(tiles) => &tiles[at],
        }
    }
}

/// The whole tiles of a column.
pub(super) fn tiles(lanes: &mut [Lanes]) -> &[Tile] {
    Cell::from_mut(lanes).as_slice_of_cells().as_chunks().0
}

/// What becomes of an operation's result at once, without its being written: two steps in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// c is added.
    Add,
    /// c is taken from it.
    Subtract,
    /// It is taken from c.
    From,
    /// Times c.
    Multiply,
    /// Over c.
    Divide,
}

impl Then {
    /// What a step does with the result of another that it takes as its operand in that place.
    pub(super) fn of(op: Op, place: usize) -> Option<Self> {
        Some(match (op, place) {
            (Op::Add, _) => Self::Add,
            (Op::Subtract, 0) => Self::Subtract,
            (Op::Subtract, _) => Self::From,
            (Op::Multiply, _) => Self::Multiply,
            (Op::Divide, 0) => Self::Divide,
            _ => return None,
        })
    }

    /// True for the operations that [`steps`] takes first.
    pub(super) fn can_follow(op: Op) -> bool {
        matches!(op, Op::Add | Op::Subtract | Op::Multiply | Op::Divide)
    }
}

/// One operation over a block: the bits of [`apply`] in every lane.
pub(super) fn step(op: Op, out: &[Tile], from: [Operand; 3]) {
    let (zero, one) = (Lanes::ZERO, Lanes::ONE);
    match op {
        Op::Add => two(out, from, |a, b| a + b),
        Op::Subtract => two(out, from, |a, b| a - b),
        Op::Multiply => two(out, from, |a, b| a * b),
        Op::Divide => two(out, from, |a, b| a / b),
        Op::Power => two(out, from, power),
        Op::Min => two(out, from, |a, b| a.cmp_lt(b).blend(a, b)),
        Op::Max => two(out, from, |a, b| a.cmp_gt(b).blend(a, b)),
        Op::Less => two(out, from, |a, b| a.cmp_lt(b) & one),
        Op::LessOrEqual => two(out, from, |a, b| a.cmp_le(b) & one),
        Op::Equal => two(out, from, |a, b| a.cmp_eq(b) & one),
        Op::Weight => two(out, from, |a, b| {
            let half = a.cmp_eq(zero) | a.cmp_eq(b);
            a.cmp_gt(b).blend(zero, half.blend(Lanes::HALF, one))
        }),
        Op::Select => three(out, from, |a, b, c| a.cmp_ne(zero).blend(b, c)),
    }
}

/// Two operations over a block, of which `then` takes the result of the first and the third operand: the same bits as one after the
/// other.
pub(super) fn steps(op: Op, then: Then, out: &[Tile], from: [Operand; 3]) {
    match op {
        Op::Add => finish(then, out, from, |a, b| a + b),
        Op::Subtract => finish(then, out, from, |a, b| a - b),
        Op::Multiply => finish(then, out, from, |a, b| a * b),
        // Division: `Then::can_follow` lets no other through.
        _ => finish(then, out, from, |a, b| a / b),
    }
}

fn finish(then: Then, out: &[Tile], from: [Operand; 3], f: impl Fn(Lanes, Lanes) -> Lanes) {
    match then {
        Then::Add => three(out, from, |a, b, c| f(a, b) + c),
        Then::Subtract => three(out, from, |a, b, c| f(a, b) - c),
        Then::From => three(out, from, |a, b, c| c - f(a, b)),
        Then::Multiply => three(out, from, |a, b, c| f(a, b) * c),
        Then::Divide => three(out, from, |a, b, c| f(a, b) / c),
    }
}

fn two(out: &[Tile], [a, b, _]: [Operand; 3], f: impl Fn(Lanes, Lanes) -> Lanes) {
    for (at, out) in out.iter().enumerate() {
        let (a, b) = (a.tile(at), b.tile(at));
        for at in 0..TILE {
            out[at].set(f(a[at].get(), b[at].get()));
        }
    }
}

fn three(out: &[Tile], [a, b, c]: [Operand; 3], f: impl Fn(Lanes, Lanes, Lanes) -> Lanes) {
    for (at, out) in out.iter().enumerate() {
        let (a, b, c) = (a.tile(at), b.tile(at), c.tile(at));
        for at in 0..TILE {
            out[at].set(f(a[at].get(), b[at].get(), c[at].get()));
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
