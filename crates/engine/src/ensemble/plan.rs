//! Which steps must run for what is wanted, and where the columns of their results lie.

use super::kept::Kept;
use super::kernel::Then;
use crate::model::{Op, Program, Slot};

/// Where an operand or a result lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Place {
    /// Every draw has the same value, the plan's in that place.
    Same(usize),
    /// A column of one block, used again for other results.
    Register(usize),
    /// A column of all draws.
    Kept(usize),
}

/// What is run, in this order.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) instructions: Vec<Instruction>,
    /// How many registers there must be.
    pub(super) registers: usize,
    /// The values that are the same in every draw.
    pub(super) same: Vec<f64>,
}

/// One step over columns; or two in one, where `then` takes the first one's result and the third operand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Instruction {
    pub(super) op: Op,
    pub(super) then: Option<Then>,
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

/// The steps for all of `kept` that is wanted and not fresh.
pub(super) fn plan(
    program: &Program,
    values: &[f64],
    traits: &[Trait],
    kept: &mut Kept,
    draws: usize,
) -> Plan {
    let runs = runs(program, traits, kept, draws);
    let mut last = vec![usize::MAX; values.len()];
    for (at, run) in runs.iter().enumerate() {
        run.from.iter().for_each(|from| last[*from] = at);
    }
    let mut plan = Plan::default();
    let mut of: Vec<Option<Place>> = vec![None; values.len()];
    let mut free = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let mut place = |from: usize| {
            let kept = kept.place(from).filter(|_| traits[from].spread).map(Place::Kept);
            *of[from].get_or_insert_with(|| {
                kept.unwrap_or_else(|| {
                    plan.same.push(values[from]);
                    Place::Same(plan.same.len() - 1)
                })
            })
        };
        // Arrays are not mapped here: built for size, that takes more steps than all else.
        let from = [place(run.from[0]), place(run.from[1]), place(run.from[2])];
        // Read before it is written in each lane, so the result may take the place of an operand.
        for from in &run.from {
            if let (true, Some(Place::Register(register))) = (last[*from] == at, of[*from]) {
                free.push(register);
                of[*from] = None;
            }
        }
        let out = kept.place(run.slot).map_or_else(
            || {
                Place::Register(free.pop().unwrap_or_else(|| {
                    plan.registers += 1;
                    plan.registers - 1
                }))
            },
            Place::Kept,
        );
        of[run.slot] = Some(out);
        plan.instructions.push(Instruction { op: run.op, then: run.then, out, from });
    }
    plan
}

/// An instruction over slots.
struct Run {
    slot: usize,
    op: Op,
    then: Option<Then>,
    from: [usize; 3],
}

/// What must run, in order.
fn runs(program: &Program, traits: &[Trait], kept: &mut Kept, draws: usize) -> Vec<Run> {
    let target = |slot: Slot| traits[slot as usize].stands_for as usize;
    let readers = readers(program, traits, kept, draws);
    let mut within = vec![false; readers.len()];
    let mut runs = Vec::new();
    // From behind: whoever reads a result comes before it and may take it in.
    for slot in (program.inputs..readers.len()).rev() {
        let Some(step) = program.step_at(slot) else { continue };
        if within[slot] || (readers[slot] == 0 && !kept.is_due(slot)) {
            continue;
        }
        let from = [target(step.from[0]), target(step.from[1]), target(step.from[2])];
        let two_in_one = (0..2).find_map(|place| {
            let then = Then::of(step.op, place)?;
            let alone = readers[from[place]] == 1 && kept.place(from[place]).is_none();
            let first = program.step_at(from[place]).filter(|first| alone && Then::can_follow(first.op))?;
            within[from[place]] = true;
            let from = [target(first.from[0]), target(first.from[1]), from[1 - place]];
            Some(Run { slot, op: first.op, then: Some(then), from })
        });
        runs.push(two_in_one.unwrap_or(Run { slot, op: step.op, then: None, from }));
    }
    runs.reverse();
    runs
}

/// How often each slot is read by what must run, as far as it must run itself. What has not changed and is read by what has is kept
/// from now on.
fn readers(program: &Program, traits: &[Trait], kept: &mut Kept, draws: usize) -> Vec<usize> {
    let mut readers = vec![0; program.slots()];
    for slot in (program.inputs..readers.len()).rev() {
        let step = match program.step_at(slot) {
            Some(step) if readers[slot] > 0 || kept.is_due(slot) => step,
            _ => continue,
        };
        if step.op == Op::Power {
            // Costs more than all others: not computed again before its operands change.
            kept.want(slot, draws);
        }
        for from in &step.from {
            let from = traits[*from as usize].stands_for as usize;
            if traits[from].spread && kept.fresh(from).is_none() {
                if traits[slot].stale && !traits[from].stale {
                    kept.want_meanwhile(from, draws);
                }
                readers[from] += 1;
            }
        }
    }
    readers
}
