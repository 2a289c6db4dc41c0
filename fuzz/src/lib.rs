//! What must hold for any text behind an address's `#`, and for any that somebody calls a story.

pub mod chance;
pub mod expressions;
pub mod hostile;
pub mod stories;

use engine::link::{Digits, LONGEST, read, write};
use engine::{Model, Story};
use std::path::Path;

/// The story, against which links are read.
pub struct Reader {
    /// Its texts.
    pub story: Story,
    /// Its model.
    pub model: Model,
}

impl Reader {
    /// Reads the story beside this folder.
    ///
    /// # Errors
    /// Its mistakes.
    pub fn new() -> Result<Self, String> {
        let story = author::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../story"));
        let story = story.map_err(|problems| problems.to_string())?;
        let model = Model::compile(&story).map_err(|errors| format!("{errors:?}"))?;
        Ok(Self { story, model })
    }

    /// Reads a text and writes what it holds: a text that is short, says the same and needs no notice. Else it panics.
    pub fn try_text(&self, text: &str) {
        let digits = Digits::native();
        let (link, _) = read(text, &self.story, &self.model, digits);
        let first = write(&link, &self.story, &self.model, digits).text;
        assert!(first.len() <= LONGEST && first.is_ascii(), "{text:?} becomes {first:?}");
        let (again, notices) = read(&first, &self.story, &self.model, digits);
        assert!(notices.is_empty(), "{text:?} becomes {first:?}: {notices:?}");
        let second = write(&again, &self.story, &self.model, digits).text;
        assert_eq!(first, second, "from {text:?}");
        assert!(again.now.scenario(&self.story, &self.model).values().iter().all(|value| value.is_finite()));
    }
}
