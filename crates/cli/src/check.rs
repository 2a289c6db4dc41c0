//! `sliderule check`: names every mistake of a story, once or again at each save.

use crate::error::CliError;
use author::Problems;
use engine::Story;
use std::fs::metadata;
use std::io::{IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

/// How often files are looked at. Nobody waits for less, and a story has few files.
const EVERY: Duration = Duration::from_millis(300);
/// Clears a terminal and goes to its top.
const CLEAR: &str = "\x1b[2J\x1b[3J\x1b[H";

/// What there is in a story without mistakes.
pub(crate) fn check(folder: &Path) -> Result<String, CliError> {
    Ok(summary(&author::read(folder)?))
}

/// Checks at each save and prints the outcome, until it is ended from outside.
///
/// # Errors
/// Where nothing can be printed any more.
pub(crate) fn watch(folder: &Path) -> Result<String, CliError> {
    let mut seen = None;
    loop {
        let now = saved(folder);
        if seen.as_ref() != Some(&now) {
            let outcome = author::read(folder)
                .map_or_else(|problems: Problems| format!("{problems}\n"), |story| summary(&story));
            let clear = if stdout().is_terminal() { CLEAR } else { "" };
            let text = format!(
                "{clear}{outcome}Looking at {} for the next save; Ctrl-C ends it.\n",
                folder.display()
            );
            let printed = stdout().write_all(text.as_bytes()).and_then(|()| stdout().flush());
            printed.map_err(|source| CliError::Write { path: PathBuf::from("standard output"), source })?;
            seen = Some(now);
        }
        sleep(EVERY);
    }
}

/// The story's files, each with the time of its last save and its length.
pub(crate) fn saved(folder: &Path) -> Vec<(PathBuf, Option<(SystemTime, u64)>)> {
    let state = |path: &PathBuf| {
        let metadata = metadata(folder.join(path)).ok()?;
        Some((metadata.modified().ok()?, metadata.len()))
    };
    author::paths(folder).into_iter().map(|path| (path.clone(), state(&path))).collect()
}

fn summary(story: &Story) -> String {
    let count = |many: usize, what: &str, plural: &str| {
        format!("{many} {}", if many == 1 { what.to_owned() } else { plural.to_owned() })
    };
    format!(
        "{}: {}, {}, {}, {}, {}. No mistakes.\n",
        story.about.id,
        count(story.figures.len(), "figure", "figures"),
        count(story.assumptions.len(), "assumption", "assumptions"),
        count(story.levers.len(), "lever", "levers"),
        count(story.model.len(), "quantity", "quantities"),
        count(story.views.len(), "view", "views"),
    )
}
