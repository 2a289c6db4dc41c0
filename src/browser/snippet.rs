//! What stands in somebody's post, as text and as it will be seen. `tools.js` makes both: they are texts around what a form holds.

use super::El;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(js_namespace = sliderule)]
extern "C" {
    #[wasm_bindgen(js_name = embed)]
    fn write(parts: &Element, scene: &Element);
}

/// Keeps text and preview as the form in `parts` asks, until it is called for another scene. That has the scenario's link, title
/// and language, and holds its pictures. `parts` are the form, the text's label, a button, the preview and what is said without one.
pub(crate) fn embed(parts: &El, scene: &El) {
    write(parts.node(), scene.node());
}
