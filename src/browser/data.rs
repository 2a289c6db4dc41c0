//! The story, from the data block of the page.

use engine::Story;
use engine::story::unpack;

/// The story that is the text of `<script type="text/plain" id="story">`.
///
/// # Errors
/// That it does not fit, as text for the console.
pub(crate) fn story(text: &str) -> Result<&'static Story, String> {
    unpack(text)
        .map(|story| &*Box::leak(Box::new(story)))
        .ok_or_else(|| "the story does not fit the program".to_owned())
}
