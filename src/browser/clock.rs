//! How long an event's work took and where its time went: asked by `cargo xtask bench`, through `?bench` alone.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::window;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Performance;

/// Parts of the work for an event; the rest are texts.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    /// From scenario to numbers.
    Project,
    /// From scenario to thousands of them.
    Draws,
    /// From numbers to charts as data.
    Compose,
    /// From charts to places.
    LayOut,
    /// From places to pictures.
    Draw,
}

thread_local! {
    /// The page's clock while it is measured.
    static CLOCK: Option<Performance> = {
        let measured = window().location().search().is_ok_and(|query| query.contains("bench"));
        measured.then(|| window().performance()).flatten()
    };
    /// Milliseconds a part since the event's work began.
    static SPENT: Cell<[f64; 5]> = const { Cell::new([0.0; 5]) };
}

/// Does a part of the work.
pub(crate) fn timed<T>(part: Part, work: impl FnOnce() -> T) -> T {
    let start = now();
    let done = work();
    if let (Some(start), Some(end)) = (start, now()) {
        let mut spent = SPENT.get();
        spent[part as usize] += end - start;
        SPENT.set(spent);
    }
    done
}

/// The moment at which the work for an event starts; absent unless the page is being measured.
pub(crate) fn start_of_work() -> Option<f64> {
    SPENT.set([0.0; 5]);
    now()
}

/// Notes the time since `start` once all that follows from the event in this frame is done.
pub(crate) fn end_of_work(start: Option<f64>) {
    let Some(start) = start else { return };
    // Effects wait in the same queue before this one.
    leptos::task::spawn_local(async move {
        CLOCK.with(|clock| clock.as_ref().and_then(|clock| note(clock, start).ok()));
    });
}

fn now() -> Option<f64> {
    CLOCK.with(|clock| clock.as_ref().map(Performance::now))
}

/// A browser that knows no measures with details goes unmeasured.
fn note(clock: &Performance, start: f64) -> Result<JsValue, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"start".into(), &start.into())?;
    Reflect::set(&options, &"end".into(), &clock.now().into())?;
    let spent: Array = SPENT.get().iter().map(|spent| JsValue::from_f64(*spent)).collect();
    Reflect::set(&options, &"detail".into(), &spent)?;
    let measure: Function = Reflect::get(clock, &"measure".into())?.dyn_into()?;
    measure.call2(clock, &"sliderule:event".into(), &options)
}
