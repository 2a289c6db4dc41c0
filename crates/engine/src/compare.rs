//! The gap between two scenarios, split fairly over what differs: Shapley's values.

use crate::model::{Model, Slot};
use crate::reach::Reach;
use crate::scenario::Scenario;

/// Up to so many differences every mixture is tried, 4,096 at most.
pub const EXACT: usize = 12;

/// So many pairs of orders are drawn beyond that, in the page and on the command line.
pub const PAIRS: u32 = 400;

/// A gap and its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// The output of the first scenario.
    pub from: f64,
    /// The output of the second.
    pub to: f64,
    /// One part an input that differs, in the model's order: levers, assumptions, figures. They add up to the gap.
    pub parts: Vec<Part>,
    /// How many orders were drawn; none where the parts are exact.
    pub drawn: Option<u32>,
}

/// What one input has to do with a gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The input's place in the model's list.
    pub input: usize,
    /// Its part of the gap, in the output's unit.
    pub share: f64,
    /// The standard error of that, 0 where it is exact.
    pub error: f64,
}

/// Splits the gap in the output at `slot` between two scenarios of one model: the part of an input is what switching it
/// from the first scenario to the second adds, on average over all orders in which the inputs can be switched. Beyond
/// [`EXACT`] differences `pairs` of orders are drawn, always the same, each with its reverse. Nothing where the output has
/// no value in some mixture.
#[must_use]
pub fn split(model: &Model, from: &Scenario, to: &Scenario, slot: Slot, pairs: u32) -> Option<Split> {
    let inputs = from.differences(to, model);
    let mut slots = from.values().to_vec();
    model.program.run(&mut slots);
    let between = Reach::of(model, &inputs).on_the_way_to(model, slot);
    let mut mixture = Mixture { model, ends: [from, to], slot, inputs, slots, between };
    let count = mixture.inputs.len();
    let (first, last) = (mixture.output(|_| false)?, mixture.output(|_| true)?);
    let parts = if count <= EXACT { mixture.exact()? } else { mixture.drawn(pairs)? };
    let drawn = (count > EXACT).then_some(2 * pairs);
    Some(Split { from: first, to: last, parts, drawn })
}

struct Mixture<'a> {
    model: &'a Model,
    ends: [&'a Scenario; 2],
    slot: Slot,
    inputs: Vec<usize>,
    slots: Vec<f64>,
    /// What is computed again for another mixture.
    between: Vec<usize>,
}

impl Mixture<'_> {
    /// Takes the `at`-th difference from the first or the second scenario.
    fn switch(&mut self, at: usize, second: bool) {
        let (input, values) = (self.inputs[at], self.ends[usize::from(second)].values());
        self.slots[input] = values[input];
        if let Some(first) = self.model.inputs[input].yearly {
            let years = first as usize..first as usize + self.model.years.len();
            self.slots[years.clone()].copy_from_slice(&values[years]);
        }
    }

    fn run(&mut self) -> Option<f64> {
        self.model.program.run_again(&self.between, &mut self.slots);
        Some(self.slots[self.slot as usize]).filter(|output| output.is_finite())
    }

    fn output(&mut self, second: impl Fn(usize) -> bool) -> Option<f64> {
        for at in 0..self.inputs.len() {
            self.switch(at, second(at));
        }
        self.run()
    }

    /// Every mixture once.
    fn exact(&mut self) -> Option<Vec<Part>> {
        let count = self.inputs.len();
        let mut outputs = Vec::with_capacity(1 << count);
        for mixture in 0..1_usize << count {
            outputs.push(self.output(|at| mixture >> at & 1 == 1)?);
        }
        // Of the orders of all inputs, the share in which a given input follows a given set of some size.
        let mut weights = vec![1.0; count];
        for size in 0..count {
            let (inputs, size_so_far) = (number(count), number(size));
            weights[size] = if size == 0 {
                1.0 / inputs
            } else {
                weights[size - 1] * size_so_far / (inputs - size_so_far)
            };
        }
        let part = |at: usize| {
            let without = (0..outputs.len()).filter(|mixture| mixture >> at & 1 == 0);
            let added = without.map(|mixture| {
                weights[mixture.count_ones() as usize] * (outputs[mixture | 1 << at] - outputs[mixture])
            });
            Part { input: self.inputs[at], share: added.sum(), error: 0.0 }
        };
        Some((0..count).map(part).collect())
    }

    /// Orders by chance, each followed by its reverse, so that no direction is favoured.
    fn drawn(&mut self, pairs: u32) -> Option<Vec<Part>> {
        let count = self.inputs.len();
        let (mut sums, mut squares) = (vec![0.0; count], vec![0.0; count]);
        let mut order: Vec<usize> = (0..count).collect();
        let mut chance = 1_u64;
        for _ in 0..pairs {
            for at in (1..count).rev() {
                chance =
                    chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let other = ((chance >> 33) % (at as u64 + 1)) as usize;
                order.swap(at, other);
            }
            let mut added = vec![0.0; count];
            for _ in 0..2 {
                let mut before = self.output(|_| false)?;
                for at in &order {
                    self.switch(*at, true);
                    let after = self.run()?;
                    added[*at] += (after - before) / 2.0;
                    before = after;
                }
                order.reverse();
            }
            for (at, added) in added.into_iter().enumerate() {
                sums[at] += added;
                squares[at] += added * added;
            }
        }
        let pairs = f64::from(pairs.max(1));
        let part = |at: usize| {
            let share = sums[at] / pairs;
            let spread = (squares[at] / pairs - share * share).max(0.0);
            Part { input: self.inputs[at], share, error: (spread / (pairs - 1.0).max(1.0)).sqrt() }
        };
        Some((0..count).map(part).collect())
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of inputs")]
fn number(count: usize) -> f64 {
    count as f64
}
