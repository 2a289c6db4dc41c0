//! Values made natively as a data block of the page, which checks its own arithmetic against them.

use crate::PageError;
use engine::story::Story;
use engine::{Model, reference};

/// The text of the block: one JSON text of digits and letters.
///
/// # Errors
/// [`PageError::Story`] if the story does not compile.
pub(super) fn block(story: &Story) -> Result<String, PageError> {
    let model = Model::compile(story).map_err(|errors| PageError::Story(format!("{errors:?}")))?;
    Ok(format!("\"{}\"", reference::make(story, &model)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_block_holds_what_the_page_checks() {
        let story = author::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story")).unwrap();
        let model = Model::compile(&story).unwrap();
        let text: String = serde_json::from_str(&block(&story).unwrap()).unwrap();
        assert_eq!(reference::check(&story, &model, &text), []);
    }
}
