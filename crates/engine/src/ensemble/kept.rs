//! Columns of all draws that are kept from one event to the next: what is drawn, what is shown, and powers.

use super::bands::Bands;
use super::kernel::Lanes;

/// One column.
pub(super) struct Column {
    /// Whose values these are.
    pub(super) slot: usize,
    /// All draws.
    pub(super) lanes: Vec<Lanes>,
    /// True while nothing it depends on has changed since it was computed.
    pub(super) fresh: bool,
    /// True where it is wanted this time.
    pub(super) due: bool,
    /// What it comes to.
    pub(super) bands: Option<Bands>,
}

/// All columns, and whose they are.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) columns: Vec<Column>,
    of_slot: Vec<Option<usize>>,
}

impl Kept {
    /// The column of a slot, a new one of `draws` draws if it had none.
    pub(super) fn want(&mut self, slot: usize, draws: usize) -> &mut Column {
        if self.of_slot.len() <= slot {
            self.of_slot.resize(slot + 1, None);
        }
        let at = *self.of_slot[slot].get_or_insert(self.columns.len());
        if at == self.columns.len() {
            let lanes = vec![Lanes::ZERO; draws / 4];
            self.columns.push(Column { slot, lanes, fresh: false, due: false, bands: None });
        }
        &mut self.columns[at]
    }

    /// The place of a slot's column.
    pub(super) fn place(&self, slot: usize) -> Option<usize> {
        self.of_slot.get(slot).copied().flatten()
    }

    /// The column of a slot if it needs no computing.
    pub(super) fn fresh(&self, slot: usize) -> Option<&Column> {
        self.place(slot).map(|at| &self.columns[at]).filter(|column| column.fresh)
    }

    /// True where a slot is wanted and must be computed.
    pub(super) fn is_due(&self, slot: usize) -> bool {
        self.place(slot).is_some_and(|at| self.columns[at].due && !self.columns[at].fresh)
    }
}
