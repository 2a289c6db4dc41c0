//! The story, from the data block of the page.

use engine::Story;
use engine::story::unpack;

/// The story in `<script type="text/plain" id="story">`.
///
/// # Errors
/// What is missing or does not fit, as text for the console.
pub(crate) fn story() -> Result<Story, String> {
    let block = leptos::prelude::document().get_element_by_id("story").ok_or("the page holds no story")?;
    let text = block.text_content().unwrap_or_default();
    unpack(&text).ok_or_else(|| "the story does not fit the program".to_owned())
}
