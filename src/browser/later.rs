//! Something after a pause, unless something newer is asked for before.

use gloo::timers::callback::Timeout;
use leptos::prelude::window;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

/// One thing at most waits.
#[derive(Default)]
pub(crate) struct Later(Rc<RefCell<Waiting>>);

/// What waits, and for when. While a slider moves it is put off in every frame: the timer stays as it is, which costs less
/// than another one, and finds out when it rings.
#[derive(Default)]
struct Waiting {
    work: Option<Box<dyn FnOnce()>>,
    due_ms: f64,
    timer: Option<(f64, Timeout)>,
}

impl Later {
    /// Does `work` after a pause; what was waiting is dropped.
    pub(crate) fn ask(&self, pause_ms: u32, work: impl FnOnce() + 'static) {
        self.put(pause_ms, Box::new(work));
    }

    fn put(&self, pause_ms: u32, work: Box<dyn FnOnce()>) {
        let mut waiting = self.0.borrow_mut();
        waiting.work = Some(work);
        waiting.due_ms = now_ms() + f64::from(pause_ms);
        if waiting.timer.as_ref().is_none_or(|(rings_ms, _)| *rings_ms > waiting.due_ms) {
            waiting.start(Rc::downgrade(&self.0));
        }
    }
}

impl Waiting {
    /// Rings when the work is due. A timer may ring a little too early.
    fn start(&mut self, this: Weak<RefCell<Self>>) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a pause of some hundred"
        )]
        let pause_ms = (self.due_ms - now_ms()).ceil().max(0.0) as u32;
        let ring = move || {
            let Some(waiting) = this.upgrade() else { return };
            let work = waiting.borrow_mut().ring(&this);
            if let Some(work) = work {
                work();
            }
        };
        self.timer = Some((self.due_ms, Timeout::new(pause_ms, ring)));
    }

    fn ring(&mut self, this: &Weak<RefCell<Self>>) -> Option<Box<dyn FnOnce()>> {
        self.timer = None;
        if self.due_ms > now_ms() + 1.0 {
            self.start(this.clone());
            return None;
        }
        self.work.take()
    }
}

fn now_ms() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
