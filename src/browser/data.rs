//! The story, from the data block of the page.

use engine::Story;
use serde::Deserialize;
use wasm_bindgen::JsValue;

/// The story in `<script type="application/json" id="story">`.
///
/// # Errors
/// What is missing or does not fit, as text for the console.
pub(crate) fn story() -> Result<Story, String> {
    let block = leptos::prelude::document().get_element_by_id("story").ok_or("the page holds no story")?;
    let text = block.text_content().unwrap_or_default();
    let json: JsValue = js_sys::JSON::parse(&text).map_err(|_| "the story is not JSON".to_owned())?;
    Story::deserialize(serde_wasm_bindgen::Deserializer::from(json)).map_err(|error| error.to_string())
}
