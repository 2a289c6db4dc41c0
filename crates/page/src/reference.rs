//! Values made natively as a data block of the page, which checks its own arithmetic against them.

use crate::{Page, PageError};
use engine::story::Story;
use engine::{Model, reference};

/// Writes the reference, one JSON text of digits and letters, into its data block.
///
/// # Errors
/// [`PageError`] if the block is missing or the story does not compile.
pub(super) fn write(page: &mut Page, story: &Story) -> Result<(), PageError> {
    let model = Model::compile(story).map_err(|errors| PageError::Story(format!("{errors:?}")))?;
    page.fill("id=reference", &format!("\"{}\"", reference::make(story, &model)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_block_holds_what_the_page_checks() {
        let story = author::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story")).unwrap();
        let model = Model::compile(&story).unwrap();
        let mut page = Page { html: "<script id=reference></script>".into() };
        write(&mut page, &story).unwrap();
        let json = page.html.trim_start_matches("<script id=reference>").trim_end_matches("</script>");
        let text: String = serde_json::from_str(json).unwrap();
        assert_eq!(reference::check(&story, &model, &text), []);
        page.html.clear();
        assert!(write(&mut page, &story).is_err());
    }
}
