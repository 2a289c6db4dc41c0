//! How large an element is and whether it is on screen, for as long as its component lives.

use super::turns::{at_first_sight, is_at_once, soon};
use crate::state::State;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
    ResizeObserverEntry,
};

/// Keeps `size` at the element's width and height in css px, rounded to whole px.
pub(crate) fn watch_size(element: &Element, size: State<(f64, f64)>) {
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if let Ok(entry) = entries.get(entries.length().saturating_sub(1)).dyn_into::<ResizeObserverEntry>() {
            let now = (entry.content_rect().width().floor(), entry.content_rect().height().floor());
            match size.get_untracked() {
                // What is drawn first takes a task of its own, after the frame that its room came with.
                (0.0, 0.0) => soon(Box::new(move || size.set(now))),
                before if before != now => size.set(now),
                _ => {}
            }
        }
    });
    if is_at_once() {
        let room = element.clone();
        // Else what is shown first would be drawn two frames later.
        at_first_sight(Box::new(move || {
            let room = room.get_bounding_client_rect();
            size.set((room.width().floor(), room.height().floor()));
        }));
    }
    if let Ok(observer) = ResizeObserver::new(seen.as_ref().unchecked_ref()) {
        observer.observe(element);
        keep(seen, move || observer.disconnect());
    }
}

/// Keeps `visible` true while the element is on screen or close to it.
pub(crate) fn watch_visible(element: &Element, visible: State<bool>) {
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if let Ok(entry) =
            entries.get(entries.length().saturating_sub(1)).dyn_into::<IntersectionObserverEntry>()
        {
            let now = entry.is_intersecting();
            if visible.with_untracked(|before| *before != now) {
                visible.set(now);
            }
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("40px");
    match IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options) {
        Ok(observer) => {
            observer.observe(element);
            keep(seen, move || observer.disconnect());
        }
        // Better drawn without need than not at all.
        Err(_) => visible.set(true),
    }
}

fn keep<F: ?Sized + 'static>(closure: Closure<F>, end: impl FnOnce() + 'static) {
    let kept = StoredValue::new_local(Some((closure, end)));
    on_cleanup(move || {
        if let Some((closure, end)) = kept.try_update_value(Option::take).flatten() {
            end();
            drop(closure);
        }
    });
}
