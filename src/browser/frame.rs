//! One redraw a frame, and how long it took.

use gloo::render::{AnimationFrame, request_animation_frame};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// Runs work once in the next frame, however often it is asked to before.
#[derive(Clone, Default)]
pub(crate) struct NextFrame(Rc<RefCell<Option<AnimationFrame>>>);

impl NextFrame {
    /// Asks for `work` in the next frame, unless a frame is asked for already.
    pub(crate) fn ask(&self, work: impl FnOnce() + 'static) {
        if self.0.borrow().is_some() {
            return;
        }
        let slot = Rc::clone(&self.0);
        let frame = request_animation_frame(move |_| {
            slot.borrow_mut().take();
            work();
        });
        *self.0.borrow_mut() = Some(frame);
    }
}

/// The moment at which work for an event starts; absent unless the page is being measured (`?bench`).
pub(crate) fn start_of_work() -> Option<f64> {
    let measured = window().location().search().is_ok_and(|query| query.contains("bench"));
    measured.then(|| window().performance().map(|clock| clock.now())).flatten()
}

/// Notes the time since `start` once all that follows from the event in this frame is done.
pub(crate) fn end_of_work(start: Option<f64>) {
    let Some(start) = start else { return };
    // Effects wait in the same queue before this one.
    leptos::task::spawn_local(async move {
        let Some(clock) = window().performance() else { return };
        let options = js_sys::Object::new();
        let set = |key: &str, value: f64| js_sys::Reflect::set(&options, &key.into(), &value.into());
        if set("start", start).is_ok() && set("end", clock.now()).is_ok() {
            let measure = js_sys::Reflect::get(&clock, &"measure".into());
            if let Ok(measure) = measure.and_then(wasm_bindgen::JsCast::dyn_into::<js_sys::Function>) {
                // A browser without it only goes unmeasured.
                measure.call2(&clock, &"sliderule:event".into(), &options).ok();
            }
        }
    });
}
