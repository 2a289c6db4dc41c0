//! The story as a data block of the page: the wasm knows no story. The block is text, which only the program reads.

use crate::{Page, PageError};
use engine::story::{Story, pack, unpack};

/// Writes the story into its data block.
///
/// # Errors
/// [`PageError`] if the block is missing or a text cannot stand in it.
pub(super) fn write(page: &mut Page, story: &Story) -> Result<(), PageError> {
    let text = pack(story);
    if unpack(&text).as_ref() != Some(story) {
        return Err(PageError::Story("a value cannot be written without loss".into()));
    }
    // Such a text could close the block or open a comment.
    if text.contains("</") || text.contains("<!") {
        return Err(PageError::Story("no text may hold `</` or `<!`".into()));
    }
    page.fill("id=story", &text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_the_story_closes_its_block() {
        let mut story = Story::default();
        for text in ["</script><script>", "<!--", "two\nlines"] {
            story.about.id = text.into();
            assert!(write(&mut Page { html: "<script id=story></script>".into() }, &story).is_err());
        }
        story.about.id = "1 < 2".into();
        let mut page = Page { html: "<script id=story></script>".into() };
        write(&mut page, &story).unwrap();
        let text = page.html.trim_start_matches("<script id=story>").trim_end_matches("</script>");
        assert_eq!(unpack(text), Some(story));
    }
}
