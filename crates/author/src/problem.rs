//! What is wrong with a story, and where.

use std::fmt;
use std::path::PathBuf;
use thiserror::Error;

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
    let mut lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.push(match problems.len() {
        1 => "1 mistake".to_owned(),
        many => format!("{many} mistakes"),
    });
    lines.join("\n")
}
