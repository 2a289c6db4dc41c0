//! The page's own words, which every story starts from.

use engine::story::{Named, Text};
use std::sync::LazyLock;

/// Kept beside this crate and not in a story, since they belong to the page: so a new story need not repeat them.
static STANDARD: LazyLock<Named<Text>> =
    LazyLock::new(|| toml_edit::de::from_str(include_str!("../words.toml")).unwrap_or_default());

/// The page's own words in every language that it comes with.
#[must_use]
pub fn standard() -> &'static Named<Text> {
    &STANDARD
}

/// The page's words in the languages of a story, which may say each otherwise or bring a language of its own.
pub(crate) fn with(languages: &[String], own: Named<Text>) -> Named<Text> {
    let mut words = Vec::new();
    for (id, standard) in STANDARD.iter() {
        let said = |language: &String| {
            let text = own.get(id).and_then(|text| text.0.get(language)).or_else(|| standard.0.get(language));
            text.map(|text| (language.clone(), text.clone()))
        };
        words.push((id.to_owned(), Text(Named(languages.iter().filter_map(said).collect()))));
    }
    // One that the page does not know is reported by the check.
    words.extend(own.0.into_iter().filter(|(id, _)| STANDARD.get(id).is_none()));
    Named(words)
}

#[cfg(test)]
mod tests {
    use super::standard;

    #[test]
    fn the_page_comes_in_two_languages() {
        assert!(standard().len() > 100);
        for (id, text) in standard().iter() {
            for language in ["en", "de"] {
                assert!(!text.get(language).trim().is_empty(), "{id} in {language}");
            }
        }
    }
}
