//! Something after a pause, unless something newer is asked for before.

use gloo::timers::callback::Timeout;
use std::cell::RefCell;

/// One thing at most waits.
#[derive(Default)]
pub(crate) struct Later(RefCell<Option<Timeout>>);

impl Later {
    /// Does `work` after a pause; what was waiting is dropped.
    pub(crate) fn ask(&self, pause_ms: u32, work: impl FnOnce() + 'static) {
        *self.0.borrow_mut() = Some(Timeout::new(pause_ms, work));
    }
}
