//! What a scenario comes to: every slot of the model, once.

use crate::model::{Model, Slot};
use crate::scenario::Scenario;

/// The values of all slots. Absent values never leave it as NaN.
#[derive(Clone, Debug, Default)]
pub struct Projection {
    slots: Vec<f64>,
}

/// Computes a scenario.
#[must_use]
pub fn project(model: &Model, scenario: &Scenario) -> Projection {
    let mut slots = Vec::with_capacity(model.program.slots());
    slots.extend_from_slice(scenario.values());
    model.program.run(&mut slots);
    Projection { slots }
}

impl Projection {
    /// The value of a slot; absent where a quotient has no meaning.
    #[must_use]
    pub fn slot(&self, slot: Slot) -> Option<f64> {
        self.slots.get(slot as usize).copied().filter(|value| value.is_finite())
    }

    /// The value of a slot as the steps see it, not a number or infinite where it is absent.
    pub(crate) fn raw(&self, slot: Slot) -> f64 {
        self.slots.get(slot as usize).copied().unwrap_or(f64::NAN)
    }

    /// True where the slot of a condition holds.
    #[must_use]
    pub fn holds(&self, slot: Slot) -> bool {
        self.slot(slot).is_some_and(|value| value != 0.0)
    }

    /// The value of a quantity in the `index`-th projected year; of a single value in any year.
    #[must_use]
    pub fn value(&self, model: &Model, quantity: usize, index: usize) -> Option<f64> {
        let slots = &model.quantities[quantity].slots;
        self.slot(*slots.get(index).or(slots.first())?)
    }

    /// The values of a quantity: one, or one a projected year.
    #[must_use]
    pub fn values(&self, model: &Model, quantity: usize) -> Vec<Option<f64>> {
        model.quantities[quantity].slots.iter().map(|slot| self.slot(*slot)).collect()
    }
}

// By bits: absent equals absent, and nothing is lost to rounding.
impl PartialEq for Projection {
    fn eq(&self, other: &Self) -> bool {
        self.slots.len() == other.slots.len()
            && self.slots.iter().zip(&other.slots).all(|(a, b)| a.to_bits() == b.to_bits())
    }
}
