//! What does not change while the page lives.

use crate::browser::{Intl, Ruler};
use crate::models::Models;
use engine::Story;
use send_wrapper::SendWrapper;

/// The story and what it is read with.
pub(crate) struct Fixed {
    /// The story.
    pub(crate) story: &'static Story,
    /// Its models.
    pub(crate) models: Models,
    /// One formatter of numbers a language of the story.
    pub(crate) numbers: SendWrapper<Vec<Intl>>,
    /// Measures the text of drawings.
    pub(crate) ruler: SendWrapper<Ruler>,
}

impl Fixed {
    /// The place of the first of these languages that the story has; else of its first.
    pub(crate) fn language(&self, wanted: &[String]) -> usize {
        let base = |tag: &String| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let place = |tag| self.story.about.languages.iter().position(|code| *code == base(tag));
        wanted.iter().find_map(place).unwrap_or_default()
    }
}
