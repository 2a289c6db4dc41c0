//! The story as a data block of the page: the wasm knows no story. The block is text, which only the program reads.

use crate::PageError;
use engine::story::{Story, pack, unpack};

/// The text of the block, without the words that stand in files alone.
///
/// # Errors
/// [`PageError::Story`] if it cannot stand in a page.
pub(super) fn block(story: &Story) -> Result<String, PageError> {
    let mut story = story.clone();
    story.words.0.retain(|(name, _)| !name.starts_with("file_"));
    let text = pack(&story);
    if unpack(&text) != Some(story) {
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

    #[test]
    fn words_of_files_stay_out_of_it() {
        let mut story = Story::default();
        let with = |story: &Story| block(story).unwrap();
        let without = with(&story);
        story.words.0.push(("file_unit".into(), Default::default()));
        assert_eq!(with(&story), without);
    }
}
