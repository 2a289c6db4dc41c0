//! Finds and reads the stories' files and the articles.

use engine::story::{Figure, Source, SourceKind};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folders of all stories of the repository, the page's own first.
pub(crate) fn stories() -> Vec<PathBuf> {
    let inside = std::fs::read_dir(repository().join("stories")).unwrap();
    let mut others: Vec<_> = inside.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    others.sort();
    assert!(!others.is_empty(), "there is no second story");
    [vec![own()], others].concat()
}

/// The folder of the page's own story.
pub(crate) fn own() -> PathBuf {
    repository().join("story")
}

/// All files of a story's folder with their text.
pub(crate) fn story_files(story: &Path) -> Vec<(PathBuf, String)> {
    let texts = author::texts_of(story).unwrap();
    texts.into_iter().map(|(path, text)| (story.join(path), text)).collect()
}

/// Every figure by its name.
pub(crate) fn figures(story: &Path) -> BTreeMap<String, Figure> {
    let mut figures = BTreeMap::new();
    for (path, text) in story_files(story) {
        if path.parent().is_some_and(|folder| folder.ends_with("figures")) {
            let file: BTreeMap<String, Figure> = toml_edit::de::from_str(&text).unwrap();
            figures.extend(file);
        }
    }
    figures
}

/// The sources that are articles, by name.
pub(crate) fn articles(story: &Path) -> BTreeMap<String, Source> {
    let text = std::fs::read_to_string(story.join("sources.toml")).unwrap();
    let mut sources: BTreeMap<String, Source> = toml_edit::de::from_str(&text).unwrap();
    sources.retain(|_, source| source.kind == SourceKind::Article);
    sources
}

/// The text of an article; absent, with a word about it, where the articles are not at hand.
pub(crate) fn article_text(source: &Source) -> Option<String> {
    let folder = std::env::var_os("SLIDERULE_SOURCES")
        .map_or_else(|| repository().join("../shared/sources"), PathBuf::from);
    if !folder.is_dir() {
        println!(
            "skipped: there is no folder {} with the articles; SLIDERULE_SOURCES names another",
            folder.display()
        );
        return None;
    }
    Some(std::fs::read_to_string(folder.join(source.file.as_ref().unwrap())).unwrap())
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
