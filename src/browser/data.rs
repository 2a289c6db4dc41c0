//! The story, from the data block of the page.

use super::host::block;
use engine::Story;
use engine::story::unpack;

/// The story in `<script type="text/plain" id="story">`.
///
/// # Errors
/// That it does not fit, as text for the console.
pub(crate) fn story() -> Result<Story, String> {
    unpack(&block("story")).ok_or_else(|| "the story does not fit the program".to_owned())
}
