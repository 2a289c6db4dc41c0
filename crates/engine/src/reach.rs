//! What an input reaches: every slot that its value can change, found by following the steps.

use crate::model::{Model, Part, ShownVariant, Slot};

/// The slots that some inputs can change.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    slots: Vec<bool>,
}

impl Reach {
    /// Of the inputs at these places of the model's list.
    #[must_use]
    pub fn of(model: &Model, inputs: &[usize]) -> Self {
        let mut slots = vec![false; model.program.inputs];
        for input in inputs {
            slots[*input] = true;
            model.yearly(&mut slots, *input).fill(true);
        }
        model.program.reach(&mut slots);
        Self { slots }
    }

    /// True where a quantity changes in any year.
    #[must_use]
    pub fn quantity(&self, model: &Model, at: usize) -> bool {
        self.any(&model.quantities[at].slots)
    }

    /// True where any quantity changes: the inputs feed the model.
    #[must_use]
    pub fn feeds(&self, model: &Model) -> bool {
        (0..model.quantities.len()).any(|at| self.quantity(model, at))
    }

    /// True where a chart changes: what is drawn in it, or the sentence under its title.
    #[must_use]
    pub fn view(&self, model: &Model, at: usize) -> bool {
        let view = &model.shown.views[at];
        let layers = &view.layers;
        layers.iter().any(|(quantity, opening)| {
            self.quantity(model, *quantity) || opening.is_some_and(|slot| self.slot(slot))
        }) || self.any(&view.dots)
            || self.said(&view.sentence)
    }

    /// True where a sentence of the verdict changes.
    #[must_use]
    pub fn verdict(&self, model: &Model) -> bool {
        model.shown.verdict.iter().any(|variants| self.said(variants))
    }

    /// True where a lever's claim moves.
    #[must_use]
    pub fn claim(&self, model: &Model, lever: usize, at: usize) -> bool {
        self.slot(model.shown.claims[lever][at])
    }

    /// The slots that change and that `slot` depends on, ascending: what must run again for it where nothing but the inputs is
    /// another.
    pub(crate) fn on_the_way_to(&self, model: &Model, slot: Slot) -> Vec<usize> {
        let used = model.program.used(slot);
        (model.program.inputs..used.len()).filter(|at| used[*at] && self.slots[*at]).collect()
    }

    fn said(&self, variants: &[ShownVariant]) -> bool {
        variants.iter().any(|variant| {
            let parts = variant.text.iter().flat_map(|(_, template)| &template.0);
            variant.when.is_some_and(|slot| self.slot(slot))
                || parts.into_iter().any(|part| match part {
                    Part::Words(_) => false,
                    Part::Number(number) => self.slot(number.slot),
                    Part::Years(slots) => self.any(slots),
                })
        })
    }

    fn any(&self, slots: &[Slot]) -> bool {
        slots.iter().any(|slot| self.slot(*slot))
    }

    /// True where a slot changes.
    #[must_use]
    pub fn slot(&self, slot: Slot) -> bool {
        self.slots[slot as usize]
    }
}
