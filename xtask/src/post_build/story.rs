//! The story as a data block of the page: the wasm knows no story.

use super::Page;
use crate::Error;
use engine::story::Story;
use std::path::Path;

const OPENING: &str = r#"<script type="application/json" id="story">"#;

/// Reads and checks the story's folder.
///
/// # Errors
/// [`Error::Story`] with every mistake.
pub(super) fn read(folder: &Path) -> Result<Story, Error> {
    // Until the author crate reads it.
    let _ = folder;
    Ok(Story::default())
}

/// Writes the story into its data block.
///
/// # Errors
/// [`Error::Page`] if the block is missing.
pub(super) fn write(page: &mut Page, story: &Story) -> Result<(), Error> {
    let json =
        serde_json::to_string(story).map_err(|error| Error::Page(format!("the story as JSON: {error}")))?;
    page.fill(OPENING, "</script>", &escape(&json))
}

/// A `<` could close the block or open a comment.
fn escape(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_the_story_closes_its_block() {
        let mut story = Story::default();
        story.about.id = "</script><script>".into();
        let mut page = Page { html: format!("{OPENING}</script>") };
        write(&mut page, &story).unwrap();
        assert_eq!(page.html.matches('<').count(), 2);
        let json = page.html.trim_start_matches(OPENING).trim_end_matches("</script>");
        assert_eq!(serde_json::from_str::<Story>(json).unwrap(), story);
    }
}
