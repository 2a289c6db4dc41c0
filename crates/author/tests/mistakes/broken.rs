//! A copy of the real story with something broken in it.

use author::Problem;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) struct Broken {
    folder: PathBuf,
}

impl Broken {
    /// A copy of the real story in a folder of its own; `name` tells tests apart.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mistakes").join(name);
        fs::remove_dir_all(&folder).ok();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story"), &folder);
        Self { folder }
    }

    /// Replaces the only place of `from` in a file.
    pub(crate) fn replace(self, file: &str, from: &str, to: &str) -> Self {
        self.edit(file, |text| {
            assert_eq!(text.matches(from).count(), 1, "{from:?} in {file}");
            text.replacen(from, to, 1)
        })
    }

    /// Replaces the first `from` behind the head of `block`.
    pub(crate) fn within(self, file: &str, block: &str, from: &str, to: &str) -> Self {
        self.edit(file, |text| {
            let head = text.find(&format!("[{block}]\n")).unwrap_or_else(|| panic!("no [{block}] in {file}"));
            let at = head + text[head..].find(from).unwrap_or_else(|| panic!("no {from:?} in [{block}]"));
            format!("{}{to}{}", &text[..at], &text[at + from.len()..])
        })
    }

    /// Adds text at the end of a file.
    pub(crate) fn append(self, file: &str, added: &str) -> Self {
        self.edit(file, |text| format!("{text}\n{added}\n"))
    }

    pub(crate) fn remove(self, file: &str) -> Self {
        fs::remove_file(self.folder.join(file)).unwrap();
        self
    }

    pub(crate) fn write(self, file: &str, text: &str) -> Self {
        let path = self.folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    pub(crate) fn edit(self, file: &str, change: impl FnOnce(&str) -> String) -> Self {
        let path = self.folder.join(file);
        let text = change(&fs::read_to_string(&path).unwrap());
        fs::write(path, text).unwrap();
        self
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// All that is wrong with it.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        author::read(&self.folder).map_or_else(|problems| problems.0, |_| Vec::new())
    }

    /// The only thing that is wrong with it.
    pub(crate) fn only(&self) -> Found<'_> {
        let mut problems = self.problems();
        assert_eq!(problems.len(), 1, "{problems:#?}");
        Found { broken: self, problem: problems.remove(0) }
    }
}

/// A problem to be looked at.
pub(crate) struct Found<'a> {
    broken: &'a Broken,
    problem: Problem,
}

impl Found<'_> {
    /// It stands in this file, block and key.
    pub(crate) fn stands_in(self, file: &str, block: &str, key: &str) -> Self {
        let found = self.problem.file.strip_prefix(&self.broken.folder).unwrap();
        let found = (found.to_str().unwrap(), self.problem.block.as_str(), self.problem.key.as_str());
        assert_eq!(found, (file, block, key), "{}", self.problem);
        self
    }

    /// Its line and column point at this text.
    pub(crate) fn at(self, start: &str) -> Self {
        let text = fs::read_to_string(&self.problem.file).unwrap();
        let line = text.lines().nth(self.problem.line - 1).unwrap_or_default();
        let rest: String = line.chars().skip(self.problem.column - 1).collect();
        assert!(rest.starts_with(start), "{} points at {rest:?}", self.problem);
        self
    }

    /// Its message says all of these.
    pub(crate) fn says(self, words: &[&str]) {
        for word in words {
            assert!(self.problem.message.contains(word), "{word:?} is missing in: {}", self.problem);
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn the_story_itself_has_no_mistakes() {
    assert_eq!(Broken::new("whole").problems(), []);
}
