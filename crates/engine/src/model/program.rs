//! The unrolled model: one list of steps over slots, each slot written once. One scenario runs through it as it is;
//! thousands of draws take from it what they need.

use crate::index::{Index, hash};

/// Place of a column.
pub type Slot = u32;

/// What a step computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Op {
    /// a + b
    Add,
    /// a - b
    Subtract,
    /// a b
    Multiply,
    /// a / b
    Divide,
    /// a to the power of b, through `libm`
    Power,
    /// The smaller, b where they are equal
    Min,
    /// The larger, b where they are equal
    Max,
    /// 1 if a < b else 0
    Less,
    /// 1 if a <= b else 0
    LessOrEqual,
    /// 1 if a = b else 0
    Equal,
    /// b where a is not 0, else c
    Select,
    /// Share of a straight line's yearly rate that falls a years after the spending, for a life of b
    Weight,
}

/// One step: the slot that it writes is its own place behind the inputs and constants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// What is computed.
    pub op: Op,
    /// Its operands; those that the operation does not take are 0.
    pub from: [Slot; 3],
}

/// Steps in an order in which every operand is written before it is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// How many slots are inputs; they come first.
    pub inputs: usize,
    /// The slots after the inputs.
    cells: Vec<Cell>,
    known: Index,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Cell {
    Constant(f64),
    Step(Step),
}

impl Cell {
    /// The same for the same cell only: a constant's bits, not its value, since a nought has two signs.
    fn bits(self) -> [u32; 4] {
        match self {
            #[expect(clippy::cast_possible_truncation, reason = "the two halves")]
            Self::Constant(value) => [u32::MAX, (value.to_bits() >> 32) as u32, value.to_bits() as u32, 0],
            Self::Step(Step { op, from: [a, b, c] }) => [op as u32, a, b, c],
        }
    }
}

impl Program {
    /// An empty program over `inputs` inputs.
    #[must_use]
    pub fn new(inputs: usize) -> Self {
        Self { inputs, ..Self::default() }
    }

    /// How many slots there are.
    #[must_use]
    pub fn slots(&self) -> usize {
        self.inputs + self.cells.len()
    }

    /// The slot of a constant.
    pub fn constant(&mut self, value: f64) -> Slot {
        self.cell(Cell::Constant(value))
    }

    /// The slot of a step's result: computed at once where all operands are constants, and shared where it is known.
    pub fn step(&mut self, op: Op, from: [Slot; 3]) -> Slot {
        let taken = if op == Op::Select { 3 } else { 2 };
        let constants: Vec<f64> = from[..taken].iter().filter_map(|slot| self.as_constant(*slot)).collect();
        if constants.len() == taken {
            return self.constant(apply(
                op,
                constants[0],
                constants[1],
                constants.get(2).copied().unwrap_or(0.0),
            ));
        }
        self.cell(Cell::Step(Step { op, from }))
    }

    /// The value of a slot that holds a constant.
    #[must_use]
    pub fn as_constant(&self, slot: Slot) -> Option<f64> {
        match self.cells.get((slot as usize).checked_sub(self.inputs)?) {
            Some(Cell::Constant(value)) => Some(*value),
            _ => None,
        }
    }

    /// The step that writes a slot; absent for an input and a constant.
    #[must_use]
    pub(crate) fn step_at(&self, slot: usize) -> Option<Step> {
        match self.cells.get(slot.checked_sub(self.inputs)?) {
            Some(Cell::Step(step)) => Some(*step),
            _ => None,
        }
    }

    /// Runs every step for one lane. `slots` holds the inputs first and receives all the rest.
    pub fn run(&self, slots: &mut Vec<f64>) {
        slots.truncate(self.inputs);
        slots.resize(self.inputs, 0.0);
        for cell in &self.cells {
            let value = match cell {
                Cell::Constant(value) => *value,
                Cell::Step(Step { op, from: [a, b, c] }) => {
                    apply(*op, slots[*a as usize], slots[*b as usize], slots[*c as usize])
                }
            };
            slots.push(value);
        }
    }

    /// Marks every slot that depends on one that is marked; `reached` holds the inputs' marks first.
    pub(crate) fn reach(&self, reached: &mut Vec<bool>) {
        reached.resize(self.inputs, false);
        for cell in &self.cells {
            let marked = match cell {
                Cell::Constant(_) => false,
                Cell::Step(Step { op, from: [a, b, c] }) => {
                    // The third operand of a step that takes two is not one.
                    let third = *op == Op::Select && reached[*c as usize];
                    reached[*a as usize] || reached[*b as usize] || third
                }
            };
            reached.push(marked);
        }
    }

    /// Marks every slot that `slot` depends on, and itself.
    pub(crate) fn used(&self, slot: Slot) -> Vec<bool> {
        let mut used = vec![false; self.slots()];
        used[slot as usize] = true;
        for at in (0..=slot as usize).rev() {
            if let (true, Some(step)) = (used[at], self.step_at(at)) {
                // The third operand of a step that takes two is not one.
                let taken = if step.op == Op::Select { 3 } else { 2 };
                for from in &step.from[..taken] {
                    used[*from as usize] = true;
                }
            }
        }
        used
    }

    /// Runs the steps of some slots alone, which stand in ascending order; all others have their values in `slots` already.
    pub(crate) fn run_again(&self, some: &[usize], slots: &mut [f64]) {
        for at in some {
            if let Some(Step { op, from: [a, b, c] }) = self.step_at(*at) {
                slots[*at] = apply(op, slots[a as usize], slots[b as usize], slots[c as usize]);
            }
        }
    }

    fn cell(&mut self, cell: Cell) -> Slot {
        let bits = cell.bits();
        let hash = hash(bits.into_iter());
        let known = self.known.find(hash, |at| self.cells[at].bits() == bits);
        let at = known.unwrap_or_else(|| {
            self.cells.push(cell);
            self.known.add(hash, self.cells.len() - 1);
            self.cells.len() - 1
        });
        Slot::try_from(self.inputs + at).unwrap_or(Slot::MAX)
    }
}

/// One operation on one lane. `min` and `max` are our own, since std's differ between targets for signed zeros.
#[inline(always)]
pub(crate) fn apply(op: Op, a: f64, b: f64, c: f64) -> f64 {
    let truth = |holds: bool| if holds { 1.0 } else { 0.0 };
    match op {
        Op::Add => a + b,
        Op::Subtract => a - b,
        Op::Multiply => a * b,
        Op::Divide => a / b,
        Op::Power => libm::pow(a, b),
        Op::Min => {
            if a < b {
                a
            } else {
                b
            }
        }
        Op::Max => {
            if a > b {
                a
            } else {
                b
            }
        }
        Op::Less => truth(a < b),
        Op::LessOrEqual => truth(a <= b),
        Op::Equal => truth(a == b),
        Op::Select => {
            if a != 0.0 {
                b
            } else {
                c
            }
        }
        Op::Weight => {
            if a > b {
                0.0
            } else if a == 0.0 || a == b {
                0.5
            } else {
                1.0
            }
        }
    }
}
