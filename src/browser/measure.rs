//! How wide text is: asked of a canvas that is not in the page, once a text.

use super::decimal;
use charts::{Measure, Theme, Weight};
use leptos::prelude::document;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Measures text in one family, remembering what it measured.
pub(crate) struct Ruler {
    context: Option<CanvasRenderingContext2d>,
    family: String,
    /// A drawing has two or three fonts.
    known: RefCell<Vec<(Font, Widths)>>,
}

/// The bits of a size, and a weight.
type Font = (u64, Weight);

/// Texts in their order, with what they measure.
type Widths = Vec<(String, f64)>;

/// More remembered texts of a font than this are forgotten, so that a long visit does not grow.
const MOST_KNOWN: usize = 2_000;

impl Ruler {
    /// A ruler for the font of drawings.
    pub(crate) fn new() -> Self {
        let context = new_canvas().and_then(|canvas| context(&canvas));
        Self { context, family: Theme::light().font, known: RefCell::default() }
    }
}

impl Measure for Ruler {
    fn width_px(&self, text: &str, size_px: f64, weight: Weight) -> f64 {
        let Some(context) = &self.context else { return charts::Approximate.width_px(text, size_px, weight) };
        let font = (size_px.to_bits(), weight);
        let mut known = self.known.borrow_mut();
        let place = known.iter().position(|(other, _)| *other == font).unwrap_or_else(|| {
            known.push((font, Vec::new()));
            known.len() - 1
        });
        let widths = &mut known[place].1;
        if widths.len() > MOST_KNOWN {
            widths.clear();
        }
        let at = widths.partition_point(|(known, _)| known.as_str() < text);
        if let Some((_, width)) = widths.get(at).filter(|(known, _)| known == text) {
            return *width;
        }
        context.set_font(&css_font(size_px, weight == Weight::Bold, &self.family));
        let width = context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        widths.insert(at, (text.to_owned(), width));
        width
    }
}

/// A canvas that is not in the page.
pub(super) fn new_canvas() -> Option<HtmlCanvasElement> {
    document().create_element("canvas").ok()?.dyn_into().ok()
}

/// What draws on a canvas.
pub(super) fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok().flatten()?.dyn_into().ok()
}

/// A font as CSS writes it.
pub(super) fn css_font(size_px: f64, bold: bool, family: &str) -> String {
    let heavy = if bold { "bold " } else { "" };
    format!("{heavy}{}px {family}", decimal(size_px))
}
