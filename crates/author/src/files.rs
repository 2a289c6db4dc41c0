//! The files of a story's folder.

use crate::problem::Problem;
use crate::text_file::TextFile;
use engine::nearest::did_you_mean;
use std::fs;
use std::path::{Path, PathBuf};

/// The lists of a story; each is one file or one folder of files of that name.
const LISTS: [&str; 17] = [
    "story",
    "sources",
    "figures",
    "series",
    "assumptions",
    "levers",
    "model",
    "views",
    "verdict",
    "backtests",
    "presets",
    "tour",
    "prose",
    "changes",
    "terms",
    "units",
    "words",
];

/// What a story can do without.
const MAY_MISS: [&str; 7] = ["backtests", "series", "presets", "tour", "prose", "changes", "terms"];

/// Files of a story by list.
pub(crate) struct Files {
    files: Vec<(&'static str, TextFile)>,
}

impl Files {
    /// The files of `list` in order.
    pub(crate) fn of(&self, list: &str) -> impl Iterator<Item = &TextFile> {
        self.files.iter().filter(move |(name, _)| *name == list).map(|(_, file)| file)
    }

    /// The file of `list` that has `block`, or its first.
    pub(crate) fn with(&self, list: &str, block: &str) -> Option<&TextFile> {
        self.of(list).find(|file| file.has(block)).or_else(|| self.of(list).next())
    }
}

/// Reads every file that is there; what cannot be read, is missing or does not belong goes to `problems`.
pub(crate) fn files(folder: &Path, problems: &mut Vec<Problem>) -> Files {
    let mut files = Vec::new();
    for list in LISTS {
        let alone = folder.join(format!("{list}.toml"));
        let mut paths: Vec<PathBuf> = if alone.is_file() { vec![alone.clone()] } else { Vec::new() };
        if let Ok(entries) = fs::read_dir(folder.join(list)) {
            let mut inside: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
            inside.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
            inside.sort();
            paths.extend(inside);
        }
        if paths.is_empty() && !MAY_MISS.contains(&list) {
            problems
                .push(about_file(&alone, format!("missing; a story needs {list}.toml or a folder {list}/")));
        }
        for path in paths {
            match fs::read_to_string(&path) {
                Ok(text) => match TextFile::parse(path, text) {
                    Ok(file) => files.push((list, file)),
                    Err(problem) => problems.push(problem),
                },
                Err(error) => problems.push(about_file(&path, error.to_string())),
            }
        }
    }
    if let Ok(entries) = fs::read_dir(folder) {
        for path in entries.flatten().map(|entry| entry.path()) {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if path.extension().is_some_and(|extension| extension == "toml")
                && !LISTS.contains(&stem.as_str())
            {
                let nearest = did_you_mean(&stem, LISTS.into_iter());
                problems.push(about_file(&path, format!("a story has no file of this name{nearest}")));
            }
        }
    }
    Files { files }
}

fn about_file(path: &Path, message: String) -> Problem {
    Problem { file: path.to_owned(), line: 1, column: 1, block: String::new(), key: String::new(), message }
}
