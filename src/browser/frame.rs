//! One redraw a frame.

use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;

/// Runs work once in the next frame, however often it is asked to before; dropped, not at all.
#[derive(Clone, Default)]
pub(crate) struct NextFrame(Rc<RefCell<Option<AnimationFrame>>>);

impl NextFrame {
    /// Asks for `work` in the next frame, which is given its time in ms, unless a frame is asked for already.
    pub(crate) fn ask(&self, work: impl FnOnce(f64) + 'static) {
        if self.0.borrow().is_some() {
            return;
        }
        // Whoever drops this drops the frame with it: the frame must not hold what holds it.
        let slot = Rc::downgrade(&self.0);
        let frame = request_animation_frame(move |now| {
            if let Some(slot) = slot.upgrade() {
                slot.borrow_mut().take();
            }
            work(now);
        });
        *self.0.borrow_mut() = Some(frame);
    }
}
