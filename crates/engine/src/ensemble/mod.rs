//! Thousands of draws of what is believed, pushed through the model at every event: bands instead of lines.

mod bands;
mod distribution;
mod kept;
mod kernel;
mod plan;
mod ranges;
mod ranking;
mod sobol;

pub use bands::{Bands, QUANTILES};
pub(crate) use distribution::choices;
pub use ranges::{Range, Ranges};
pub use ranking::{Effect, total_effects};
pub use sobol::DIMENSIONS;
use sobol::SPARE;

use crate::model::{Model, Name, Slot};
use crate::scenario::Scenario;
use bands::Histogram;
use kept::Kept;
use kernel::{Lanes, Operand, TILE, tiles};
use plan::{Instruction, Place, Plan, Trait};

/// As many as the page draws at every event: their bands are nearer to the truth than those of 10,000 draws by chance.
pub const DRAWS: usize = 8_192;

/// So many draws at once keep the columns of one block in the second cache: in the first one there would be four times as many
/// steps to begin, which in wasm takes as long as it saves.
const BLOCK: usize = 2_048;

/// The draws of one model at the scenario that it was last updated to. Everything that did not change stays.
pub struct Ensemble {
    draws: usize,
    seed: Option<u32>,
    /// How many vectors of four draws run at once.
    block: usize,
    /// The input that is drawn anew, from points of its own.
    anew: Option<usize>,
    /// Of each input the range that it was last drawn from.
    drawn: Vec<Option<[f64; 2]>>,
    /// And the dimension of its points.
    dimensions: Vec<usize>,
    /// Every slot in one lane, the scenario's.
    values: Vec<f64>,
    traits: Vec<Trait>,
    kept: Kept,
    registers: Vec<Vec<Lanes>>,
    histogram: Histogram,
}

impl Ensemble {
    /// `draws` is rounded up to a power of two, as many points as are evenly spread. The same seed gives the same draws
    /// everywhere and always; no seed gives the points themselves.
    #[must_use]
    pub fn new(draws: usize, seed: Option<u32>) -> Self {
        Self {
            draws: draws.next_power_of_two().clamp(64, 1 << 20),
            seed,
            block: BLOCK / 4,
            anew: None,
            drawn: Vec::new(),
            dimensions: Vec::new(),
            values: Vec::new(),
            traits: Vec::new(),
            kept: Kept::default(),
            registers: Vec::new(),
            histogram: Histogram::default(),
        }
    }

    /// Takes the draws through the model in blocks of another size: faster or slower, with the same bits.
    #[must_use]
    pub fn in_blocks(mut self, draws: usize) -> Self {
        self.block = draws.div_ceil(4).next_multiple_of(TILE).max(TILE);
        self
    }

    /// How many draws there are.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// Moves to a scenario and to what is believed, and computes what is `wanted`. One ensemble serves one model.
    pub fn update(&mut self, model: &Model, ranges: &Ranges, scenario: &Scenario, wanted: &[Slot]) {
        self.compute(model, ranges, scenario, wanted);
        for column in &mut self.kept.columns {
            if column.due && column.bands.is_none() {
                column.bands = self.histogram.bands(&column.lanes);
            }
        }
    }

    /// Draws at most so many of the inputs that must be drawn anew: the work of the next update, done in parts before it.
    pub fn prepare(&mut self, model: &Model, ranges: &Ranges, scenario: &Scenario, most: usize) {
        self.draw(model, ranges, scenario, most);
        for column in &mut self.kept.columns {
            // Of another scenario, perhaps, and the next update will not know of which.
            column.fresh &= column.slot < model.program.inputs;
        }
    }

    /// The same without bands: only the values of what is wanted.
    pub fn compute(&mut self, model: &Model, ranges: &Ranges, scenario: &Scenario, wanted: &[Slot]) {
        self.draw(model, ranges, scenario, usize::MAX);
        model.program.run(&mut self.values);
        plan::traits(&model.program, &self.values, &mut self.traits);
        for column in &mut self.kept.columns {
            column.fresh &= !self.traits[column.slot].stale || column.slot < model.program.inputs;
            column.due = false;
        }
        for slot in wanted {
            let slot = self.traits[*slot as usize].stands_for as usize;
            if self.traits[slot].spread {
                self.kept.want(slot, self.draws).due = true;
            }
        }
        self.kept.give_up_stale();
        let plan = plan::plan(&model.program, &self.values, &self.traits, &mut self.kept, self.draws);
        self.run(&plan);
    }

    /// The bands of a slot that was wanted; absent where it has no value in any draw.
    #[must_use]
    pub fn bands(&self, slot: Slot) -> Option<Bands> {
        let slot = self.traits.get(slot as usize)?.stands_for as usize;
        if self.traits[slot].spread {
            return self.kept.fresh(slot)?.bands;
        }
        Some(self.values[slot]).filter(|value| value.is_finite()).map(Bands::of_one)
    }

    /// The value of a slot that was wanted in every draw, not a number or infinite where it is absent.
    #[must_use]
    pub fn values(&self, slot: Slot) -> Vec<f64> {
        let slot = self.traits[slot as usize].stands_for as usize;
        match self.kept.fresh(slot) {
            Some(column) if self.traits[slot].spread => bands::values(&column.lanes).collect(),
            _ => vec![self.values[slot]; self.draws],
        }
    }

    /// The inputs' columns and traits, and their values in the one lane. At most so many columns are made anew.
    fn draw(&mut self, model: &Model, ranges: &Ranges, scenario: &Scenario, mut most: usize) {
        self.traits.clear();
        let first = self.drawn.is_empty();
        self.drawn.resize(scenario.values().len(), None);
        self.dimensions.resize(scenario.values().len(), SPARE);
        for (at, value) in scenario.values().iter().enumerate() {
            // Behind the inputs stand the years of their paths, which are never drawn.
            let input = model.inputs.get(at);
            let range = input.and_then(|_| ranges.drawn(model, scenario, at));
            let dimension = match input.map(|input| input.name) {
                Some(Name::Assumption(place)) if self.anew != Some(at) => place,
                _ => SPARE,
            };
            let known = (self.drawn[at], self.dimensions[at]) == (range, dimension);
            let stale = first || !known || self.values[at].to_bits() != value.to_bits();
            // What is left for later counts as not drawn.
            let later = stale && most == 0;
            (self.drawn[at], self.dimensions[at]) = (range.filter(|_| !later), dimension);
            if let (Some(input), Some(range), true) = (input, range, stale && !later) {
                most -= 1;
                let column = self.kept.want(at, self.draws);
                let points = distribution::points(dimension, self.draws, self.seed);
                distribution::column(input, range, *value, points, &mut column.lanes);
                (column.fresh, column.bands) = (true, None);
            }
            let stands_for = Slot::try_from(at).unwrap_or(Slot::MAX);
            self.traits.push(Trait { spread: range.is_some(), stale, stands_for });
        }
        self.values.clear();
        self.values.extend_from_slice(scenario.values());
    }

    /// Runs the steps block by block, so that what one step writes is still near when the next reads it.
    fn run(&mut self, plan: &Plan) {
        if self.registers.len() < plan.registers {
            self.registers.resize(plan.registers, vec![Lanes::ZERO; self.block]);
        }
        let all = self.draws / 4 / TILE;
        let mut same: Vec<Lanes> = plan.same.iter().flat_map(|value| [Lanes::splat(*value); TILE]).collect();
        // A step reads columns that others write, and at times the one that it writes.
        let same = tiles(&mut same);
        let registers: Vec<_> = self.registers.iter_mut().map(|register| tiles(register)).collect();
        let columns: Vec<_> = self.kept.columns.iter_mut().map(|column| tiles(&mut column.lanes)).collect();
        let block = self.block / TILE;
        for start in (0..all).step_by(block) {
            let end = if start + block < all { start + block } else { all };
            let of = |place: Place| match place {
                Place::Same(at) => Operand::Same(&same[at]),
                Place::Register(at) => Operand::Each(&registers[at][..end - start]),
                Place::Kept(at) => Operand::Each(&columns[at][start..end]),
            };
            for Instruction { op, then, out, from } in &plan.instructions {
                if let Operand::Each(out) = of(*out) {
                    let from = [of(from[0]), of(from[1]), of(from[2])];
                    match then {
                        None => kernel::step(*op, out, from),
                        Some(then) => kernel::steps(*op, *then, out, from),
                    }
                }
            }
        }
        for Instruction { out, .. } in &plan.instructions {
            if let Place::Kept(at) = *out {
                let column = &mut self.kept.columns[at];
                (column.fresh, column.bands) = (true, None);
            }
        }
    }
}
