//! How wide text is: asked of a canvas that is not in the page, once a text.

use charts::{Measure, Theme, Weight};
use leptos::prelude::document;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Measures text in one family, remembering what it measured.
pub(crate) struct Ruler {
    context: Option<CanvasRenderingContext2d>,
    family: String,
    known: RefCell<BTreeMap<(String, u64, Weight), f64>>,
}

/// More remembered texts than this are forgotten, so that a long visit does not grow.
const MOST_KNOWN: usize = 4_000;

impl Ruler {
    /// A ruler for the font of drawings.
    pub(crate) fn new() -> Self {
        let canvas =
            document().create_element("canvas").ok().and_then(|it| it.dyn_into::<HtmlCanvasElement>().ok());
        let context = canvas
            .and_then(|canvas| canvas.get_context("2d").ok().flatten())
            .and_then(|it| it.dyn_into().ok());
        Self { context, family: Theme::light().font, known: RefCell::default() }
    }
}

impl Measure for Ruler {
    fn width_px(&self, text: &str, size_px: f64, weight: Weight) -> f64 {
        let Some(context) = &self.context else { return charts::Approximate.width_px(text, size_px, weight) };
        let key = (text.to_owned(), size_px.to_bits(), weight);
        if let Some(width) = self.known.borrow().get(&key) {
            return *width;
        }
        let heavy = if weight == Weight::Bold { "bold " } else { "" };
        context.set_font(&format!("{heavy}{}px {}", super::decimal(size_px), self.family));
        let width = context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        let mut known = self.known.borrow_mut();
        if known.len() > MOST_KNOWN {
            known.clear();
        }
        known.insert(key, width);
        width
    }
}
