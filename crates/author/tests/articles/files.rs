//! Finds and reads the story's files and the articles.

use engine::story::{Figure, Source, SourceKind};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// All files of the story's folder with their text.
pub(crate) fn story_files() -> Vec<(PathBuf, String)> {
    let folder = repository().join("story");
    let mut paths = Vec::new();
    for folder in [folder.join("figures"), folder] {
        paths.extend(std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// Every figure by its name.
pub(crate) fn figures() -> BTreeMap<String, Figure> {
    let mut figures = BTreeMap::new();
    for (path, text) in story_files() {
        if path.parent().is_some_and(|folder| folder.ends_with("figures")) {
            let file: BTreeMap<String, Figure> = toml_edit::de::from_str(&text).unwrap();
            figures.extend(file);
        }
    }
    figures
}

/// The sources that are articles, by name.
pub(crate) fn articles() -> BTreeMap<String, Source> {
    let text = std::fs::read_to_string(repository().join("story/sources.toml")).unwrap();
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
