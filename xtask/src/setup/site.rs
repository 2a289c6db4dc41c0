//! Where a step works: the tool folder, a log of what the installers print, and a line to the person who waits.

use crate::{Error, process};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// Longer than any step ever took; a hanging download must not hang for ever.
pub(super) const LONG: Duration = Duration::from_secs(1800);

/// A step's working place.
pub(super) struct Site {
    /// The folder of all tools.
    pub(super) folder: PathBuf,
    log: File,
    log_path: PathBuf,
}

impl Site {
    /// Opens a fresh log for the step of that name.
    pub(super) fn open(folder: &Path, name: &str) -> Result<Self, Error> {
        let log_path = folder.join("log").join(format!("{}.log", name.replace([' ', '/'], "-")));
        let log = File::create(&log_path).map_err(Error::io("write", &log_path))?;
        Ok(Self { folder: folder.to_path_buf(), log, log_path })
    }

    /// Tells which way is taken, and why.
    #[expect(clippy::unused_self, reason = "only a step at its site has something to say")]
    pub(super) fn say(&self, text: &str) {
        println!("set-up:   {text}");
    }

    /// Runs an installer with its output in the log. On failure gives its last complaint as one short text.
    pub(super) fn run(&self, command: &mut Command, limit: Duration) -> Result<(), String> {
        process::run_logged(command, &self.log, limit).map_err(|error| {
            let log = fs::read_to_string(&self.log_path).unwrap_or_default();
            complaint(&log).map_or_else(|| error.to_string(), str::to_owned)
        })
    }

    /// Like [`Site::run`] for one part of a longer step, which it announces with its time.
    pub(super) fn part(&self, what: &str, command: &mut Command) -> Result<(), String> {
        let start = Instant::now();
        let result = self.run(command, LONG);
        if result.is_ok() {
            self.say(&format!("{what}: {:.0} s", start.elapsed().as_secs_f64()));
        }
        result
    }

    /// An error of one line: what failed, why, where the log lies and what to do by hand.
    pub(super) fn stop(&self, what: &str, reason: &str, by_hand: &str) -> Error {
        let log = self.log_path.display();
        Error::Setup(format!(
            "{what} could not be installed ({reason}; log: {log}). Do it by hand: {by_hand}"
        ))
    }
}

/// The last line of a log in which an installer complains.
fn complaint(log: &str) -> Option<&str> {
    let complains = |line: &&str| {
        ["error", "E: ", "npm error code", "npm ERR! code"].iter().any(|start| line.starts_with(start))
    };
    log.lines().map(str::trim).rfind(complains)
}

#[cfg(test)]
mod tests {
    use super::complaint;

    #[test]
    fn the_last_complaint_is_found() {
        assert_eq!(complaint("Get:1\nE: one\n  E: two\nrest"), Some("E: two"));
        assert_eq!(complaint("fine"), None);
    }
}
