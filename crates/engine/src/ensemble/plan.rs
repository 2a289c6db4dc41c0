//! Which steps must run for what is wanted, and where the columns of their results lie.

use super::kept::Kept;
use crate::model::{Op, Program, Slot};

/// Where an operand or a result lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Place {
    /// Nowhere: every draw has this value.
    Same(f64),
    /// A column of one block, used again for other results.
    Register(usize),
    /// A column of all draws.
    Kept(usize),
}

/// One step over columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Instruction {
    pub(super) op: Op,
    pub(super) out: Place,
    pub(super) from: [Place; 3],
}

/// What is known of a slot before any draw is made.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Trait {
    /// Differs from draw to draw.
    pub(super) spread: bool,
    /// May differ from the last time.
    pub(super) stale: bool,
    /// The slot with the same values where one was only chosen; else its own.
    pub(super) stands_for: Slot,
}

/// What each slot is like, from what its inputs are like. `values` are those of one lane.
pub(super) fn traits(program: &Program, values: &[f64], traits: &mut Vec<Trait>) {
    for slot in traits.len()..program.slots() {
        #[expect(clippy::cast_possible_truncation, reason = "slots are counted so")]
        let mut found = Trait { stands_for: slot as Slot, ..Trait::default() };
        if let Some(step) = program.step_at(slot) {
            let of = |at: usize| traits[step.from[at] as usize];
            let (a, b, c) = (of(0), of(1), of(2));
            found.spread = a.spread || b.spread;
            found.stale = a.stale || b.stale;
            if step.op == Op::Select {
                found.stale |= c.stale;
                if a.spread {
                    found.spread = true;
                } else {
                    // The same branch in every draw: nothing is left to compute.
                    let chosen = if values[step.from[0] as usize] == 0.0 { c } else { b };
                    (found.spread, found.stands_for) = (chosen.spread, chosen.stands_for);
                }
            }
        }
        traits.push(found);
    }
}

/// The steps for all of `kept` that is wanted and not fresh, in their order, and how many registers they take.
pub(super) fn plan(
    program: &Program,
    values: &[f64],
    traits: &[Trait],
    kept: &mut Kept,
    draws: usize,
) -> (Vec<Instruction>, usize) {
    let target = |slot: Slot| traits[slot as usize].stands_for as usize;
    // Of each slot the last step that reads it, which is the first one met from behind.
    let mut last_use = vec![0; values.len()];
    let mut wanted: Vec<usize> = Vec::new();
    for slot in (program.inputs..values.len()).rev() {
        let step = match program.step_at(slot) {
            Some(step) if last_use[slot] > 0 || kept.is_due(slot) => step,
            _ => continue,
        };
        wanted.push(slot);
        if step.op == Op::Power {
            // Costs more than all others: not computed again before its operands change.
            kept.want(slot, draws);
        }
        for from in step.from {
            let from = target(from);
            if traits[from].spread && kept.fresh(from).is_none() && last_use[from] == 0 {
                last_use[from] = slot;
            }
        }
    }
    let mut registers = Registers { of: vec![Place::Same(0.0); values.len()], free: Vec::new(), count: 0 };
    let mut instructions = Vec::with_capacity(wanted.len());
    for slot in wanted.into_iter().rev() {
        let Some(step) = program.step_at(slot) else { continue };
        let from = [target(step.from[0]), target(step.from[1]), target(step.from[2])];
        let place = |from: usize| match kept.place(from) {
            _ if !traits[from].spread => Place::Same(values[from]),
            Some(column) => Place::Kept(column),
            None => registers.of[from],
        };
        let places = [place(from[0]), place(from[1]), place(from[2])];
        let out = kept.place(slot).map_or_else(|| registers.take(slot), Place::Kept);
        instructions.push(Instruction { op: step.op, out, from: places });
        for from in from {
            if last_use[from] == slot {
                registers.give(from);
            }
        }
    }
    (instructions, registers.count)
}

/// Columns of one block and who holds them.
struct Registers {
    of: Vec<Place>,
    free: Vec<usize>,
    count: usize,
}

impl Registers {
    fn take(&mut self, slot: usize) -> Place {
        let register = self.free.pop().unwrap_or_else(|| {
            self.count += 1;
            self.count - 1
        });
        self.of[slot] = Place::Register(register);
        self.of[slot]
    }

    fn give(&mut self, slot: usize) {
        if let Place::Register(register) = self.of[slot] {
            self.free.push(register);
            self.of[slot] = Place::Same(0.0);
        }
    }
}
