//! Reads the project's Rust files as the house rules see them: without comments, texts and tests.

mod blank;
mod paths;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Folders that hold nothing of ours.
const SKIPPED: [&str; 4] = ["target", "dist", "fuzz", "node_modules"];

/// A Rust file.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path within the project, with `/`.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The text with comments and the insides of literals blanked; lines stay where they are.
    pub code: String,
}

/// A place that a rule objects to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// What stands there.
    pub what: String,
}

impl Source {
    /// A file's text, read.
    #[must_use]
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.into(), text: text.into(), code: blank::literals(text) }
    }

    /// Whether the whole file is a test.
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs") || self.path.contains("/benches/")
    }

    /// Places where the code outside tests holds `pattern`.
    #[must_use]
    pub fn places_of(&self, pattern: &str) -> Vec<Place> {
        let code = blank::tests(&self.code);
        let lines = code.lines().enumerate();
        lines
            .filter(|(_, line)| line.contains(pattern))
            .map(|(at, _)| Place { line: at + 1, what: pattern.into() })
            .collect()
    }

    /// Places that name something under `path` (`plotters`, `std::time`), in a `use` or in full.
    #[must_use]
    pub fn names(&self, path: &str) -> Vec<Place> {
        let wanted: Vec<&str> = path.split("::").collect();
        let mut places: Vec<Place> = paths::named(&self.code)
            .into_iter()
            .filter(|(_, segments)| {
                segments.len() >= wanted.len() && segments.iter().zip(&wanted).all(|(a, b)| a == b)
            })
            .map(|(line, segments)| Place { line, what: segments.join("::") })
            .collect();
        places.dedup();
        places
    }
}

/// Every Rust file of the project in a fixed order.
///
/// # Errors
/// If a folder or file cannot be read.
pub fn sources(root: &Path) -> io::Result<Vec<Source>> {
    files(root, &["rs"])?
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            Ok(Source::new(&name, &fs::read_to_string(&path)?))
        })
        .collect()
}

/// Files below a folder with one of these endings, sorted; hidden and foreign folders are skipped.
///
/// # Errors
/// If a folder cannot be read.
pub fn files(folder: &Path, endings: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') || name.starts_with("target-") || SKIPPED.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path, endings)?);
        } else if path.extension().is_some_and(|end| endings.iter().any(|wanted| end == *wanted)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_every_spelling_and_in_no_text() {
        let text = "// use plotters;\nuse {plotters::prelude::*, std::{fmt, time::Instant}};\n\
                    fn f() { let s = \"plotters::x\"; plotters_canvas::Y::new(); own.plotters(); }\n";
        let source = Source::new("src/a.rs", text);
        assert_eq!(source.names("plotters"), [Place { line: 2, what: "plotters::prelude::*".into() }]);
        assert_eq!(source.names("std::time").len(), 1);
        assert_eq!(
            source.names("plotters_canvas"),
            [Place { line: 3, what: "plotters_canvas::Y::new".into() }]
        );
        assert!(source.names("fmt").is_empty());
    }

    #[test]
    fn tests_may_unwrap_and_comments_may_speak_of_it() {
        let text = "fn f() {} // .unwrap()\n#[cfg(test)]\nmod tests {\n    fn g() { x.unwrap(); }\n}\nfn h() { x.unwrap() }\n";
        let places = Source::new("src/a.rs", text).places_of(".unwrap()");
        assert_eq!(places, [Place { line: 6, what: ".unwrap()".into() }]);
    }
}
