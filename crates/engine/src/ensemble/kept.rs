//! Columns of all draws that are kept from one event to the next: what is drawn, what is shown, powers, and what stays as it is while
//! what reads it changes.

use super::bands::Bands;
use super::kernel::Lanes;

/// One column.
#[derive(Default)]
pub(super) struct Column {
    /// Whose values these are.
    pub(super) slot: usize,
    /// All draws.
    pub(super) lanes: Vec<Lanes>,
    /// True while nothing it depends on has changed since it was computed.
    pub(super) fresh: bool,
    /// True where it is kept whatever changes.
    pub(super) stays: bool,
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
    /// Columns that are nobody's.
    free: Vec<usize>,
}

impl Kept {
    /// The column of a slot, one of `draws` draws if it had none. It stays from now on.
    pub(super) fn want(&mut self, slot: usize, draws: usize) -> &mut Column {
        let column = self.column(slot, draws);
        column.stays = true;
        column
    }

    /// Keeps a slot's column as long as it does not change.
    pub(super) fn want_meanwhile(&mut self, slot: usize, draws: usize) {
        self.column(slot, draws);
    }

    /// Gives up what was kept as long as it did not change, and has changed.
    pub(super) fn give_up_stale(&mut self) {
        for (at, column) in self.columns.iter().enumerate() {
            if !column.stays && !column.fresh && self.of_slot[column.slot] == Some(at) {
                self.of_slot[column.slot] = None;
                self.free.push(at);
            }
        }
    }

    fn column(&mut self, slot: usize, draws: usize) -> &mut Column {
        if self.of_slot.len() <= slot {
            self.of_slot.resize(slot + 1, None);
        }
        let at = *self.of_slot[slot].get_or_insert_with(|| {
            let at = self.free.pop().unwrap_or_else(|| {
                self.columns.push(Column { lanes: vec![Lanes::ZERO; draws / 4], ..Column::default() });
                self.columns.len() - 1
            });
            let lanes = std::mem::take(&mut self.columns[at].lanes);
            self.columns[at] = Column { slot, lanes, ..Column::default() };
            at
        });
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
