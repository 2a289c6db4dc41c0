//! The story as a data block of the page: the wasm knows no story. The block is text, which only the program reads.

use crate::PageError;
use engine::story::{Story, pack, unpack};

/// The text of the block.
///
/// # Errors
/// [`PageError::Story`] if it cannot stand in a page.
pub(super) fn block(story: &Story) -> Result<String, PageError> {
    let text = pack(story);
    if unpack(&text).as_ref() != Some(story) {
        return Err(PageError::Story("a value cannot be written without loss".into()));
    }
    // Such a text could close the block or open a comment.
    if text.contains("</") || text.contains("<!") {
        return Err(PageError::Story("no text may hold `</` or `<!`".into()));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_the_story_closes_its_block() {
        let mut story = Story::default();
        for text in ["</script><script>", "<!--", "two\nlines"] {
            story.about.id = text.into();
            assert!(block(&story).is_err());
        }
        story.about.id = "1 < 2".into();
        assert_eq!(unpack(&block(&story).unwrap()), Some(story));
    }
}
