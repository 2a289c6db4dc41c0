//! What stands in somebody's post, as text and as it will be seen. `tools.js` makes both: they are texts around what a form holds.

use super::El;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(js_namespace = sliderule)]
extern "C" {
    /// Where the page's files are to be had, as far as the page can know.
    pub(crate) fn folder() -> String;
    #[wasm_bindgen(js_name = snippet)]
    fn written(form: &Element, scene: &Element) -> String;
    #[wasm_bindgen(js_name = preview)]
    fn shown(form: &Element, scene: &Element, place: &Element);
}

/// The snippet that a form asks for. `scene` has the scenario's link, title and language, and holds its pictures.
pub(crate) fn snippet_of(form: &El, scene: &El) -> String {
    written(form.node(), scene.node())
}

/// Shows it in the frame that comes first in `place`, or says what comes second there where it cannot be shown.
pub(crate) fn preview(form: &El, scene: &El, place: &El) {
    shown(form.node(), scene.node(), place.node());
}
