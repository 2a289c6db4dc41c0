//! Runs the built program on the real story.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What a call came to.
pub(crate) struct Called {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) error: String,
}

impl Called {
    /// What it answered; it may not have failed.
    pub(crate) fn answer(self) -> String {
        assert_eq!((self.status, self.error.as_str()), (0, ""));
        self.out
    }
}

/// Calls `sliderule` with arguments separated by spaces; `STORY` stands for the real story's folder.
pub(crate) fn sliderule(arguments: &str) -> Called {
    let arguments = arguments.split_whitespace();
    with(arguments.map(|word| if word == "STORY" { story() } else { PathBuf::from(word) }))
}

/// Calls `sliderule` with paths that may hold spaces.
pub(crate) fn with(arguments: impl IntoIterator<Item = PathBuf>) -> Called {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_sliderule")).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Called { status: status.code().unwrap(), out: text(stdout), error: text(stderr) }
}

pub(crate) fn story() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story")
}

/// The folders of all stories, the page's own first.
pub(crate) fn stories() -> Vec<PathBuf> {
    let inside = std::fs::read_dir(story().join("../stories")).unwrap();
    let others = inside.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let all: Vec<_> = [story()].into_iter().chain(others).collect();
    assert!(all.len() > 1, "there is no second story");
    all
}

/// A file that does not exist yet, of a name that no other test uses.
pub(crate) fn fresh(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::remove_file(&path).ok();
    path
}
