//! What is around the page tells it how it is to be shown.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(js_namespace = sliderule)]
extern "C" {
    /// What the page's address asks for behind `?name=`; empty where it only names it.
    pub(crate) fn asked(name: &str) -> Option<String>;
}
