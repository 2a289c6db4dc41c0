//! What is wrong with a story, and where.

use crate::limits::PRINTED;
use std::fmt;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Letters of a line that are shown around the place of a mistake.
const SHOWN: usize = 96;

/// One mistake in a story.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as the story's folder was given.
    pub file: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Letter in the line, from 1.
    pub column: usize,
    /// The block's name, empty where it concerns a whole file.
    pub block: String,
    /// The entry in the block, empty where it concerns all of it.
    pub key: String,
    /// What is wrong and what would fit.
    pub message: String,
    /// The line itself, empty where the whole file is meant.
    pub text: String,
    /// How many letters of the line are meant, from `column` on.
    pub letters: usize,
}

impl Problem {
    /// A problem of a whole file or folder.
    pub(crate) fn of_file(path: &Path, message: String) -> Self {
        let (block, key, text) = (String::new(), String::new(), String::new());
        Self { file: path.to_owned(), line: 1, column: 1, block, key, message, text, letters: 0 }
    }

    /// The line with a mark under the place, as a compiler shows it; empty where a whole file is meant.
    #[must_use]
    pub fn excerpt(&self) -> String {
        if self.text.trim().is_empty() {
            return String::new();
        }
        let line: Vec<char> = self.text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let at = (self.column - 1).min(line.len());
        let from = (at + 20).saturating_sub(SHOWN);
        let to = line.len().min(from + SHOWN);
        let (before, after) = (if from > 0 { "…" } else { "" }, if to < line.len() { "…" } else { "" });
        let number = self.line.to_string();
        let edge = " ".repeat(number.len());
        let shown: String = line[from..to].iter().collect();
        let indent = " ".repeat(before.chars().count() + at - from);
        let mark = "^".repeat(self.letters.clamp(1, to.saturating_sub(at).max(1)));
        format!("  {number} | {before}{shown}{after}\n  {edge} | {indent}{mark}")
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}: ", self.file.display(), self.line, self.column)?;
        if !self.block.is_empty() {
            write!(out, "[{}] ", self.block)?;
        }
        if !self.key.is_empty() {
            write!(out, "{}: ", self.key)?;
        }
        out.write_str(&self.message)
    }
}

/// Every mistake of a story, in the order of files and lines.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", listed(.0))]
pub struct Problems(pub Vec<Problem>);

fn listed(problems: &[Problem]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for problem in &problems[..problems.len().min(PRINTED)] {
        lines.push(problem.to_string());
        lines.extend(Some(problem.excerpt()).filter(|excerpt| !excerpt.is_empty()));
    }
    lines.push(match problems.len() {
        1 => "1 mistake".to_owned(),
        many if many > PRINTED => format!("{many} mistakes, of which the first {PRINTED} are shown"),
        many => format!("{many} mistakes"),
    });
    lines.join("\n")
}
