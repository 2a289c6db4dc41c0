//! One file of a story with the place of everything in it.

use crate::problem::Problem;
use std::ops::Range;
use std::path::PathBuf;
use toml_edit::{Document, Item, TableLike};

/// A file that could be read as TOML.
pub(crate) struct TextFile {
    pub(crate) path: PathBuf,
    document: Document<String>,
}

impl TextFile {
    /// Reads `text`; what is wrong with it stands in the problem.
    pub(crate) fn parse(path: PathBuf, text: String) -> Result<Self, Problem> {
        match Document::parse(text.clone()) {
            Ok(document) => Ok(Self { path, document }),
            Err(error) => {
                let (line, column) = line_and_column(&text, error.span().map_or(0, |span| span.start));
                let message = error.message().trim().replace('\n', ", ");
                Err(Problem { file: path, line, column, block: String::new(), key: String::new(), message })
            }
        }
    }

    /// The blocks in order.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = (&str, &Item)> {
        self.document.as_table().iter()
    }

    /// The whole file as one block.
    pub(crate) fn whole(&self) -> &Item {
        self.document.as_item()
    }

    /// True where the file has a block called `name`.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.document.as_table().contains_key(name)
    }

    /// A problem at `key` of `block`, or as near to it as there is something. `within` counts from the start of a text.
    pub(crate) fn problem(&self, block: &str, key: &str, within: Option<usize>, message: String) -> Problem {
        let raw = self.document.raw();
        let mut start = self.start_of(block, key).unwrap_or(0);
        if let Some(offset) = within {
            // Behind the quotes that open the text, one or three.
            let quotes = raw[start..].chars().take_while(|c| matches!(c, '"' | '\'')).count();
            start += quotes.min(3) + offset;
        }
        let (line, column) = line_and_column(raw, start);
        Problem {
            file: self.path.clone(),
            line,
            column,
            block: block.to_owned(),
            key: key.to_owned(),
            message,
        }
    }

    /// The problem of a block that does not fit its type.
    pub(crate) fn misfit(&self, block: &str, span: Option<Range<usize>>, message: String) -> Problem {
        let raw = self.document.raw();
        let start = span.map_or_else(|| self.start_of(block, "").unwrap_or(0), |span| span.start);
        let (line, column) = line_and_column(raw, start);
        Problem {
            file: self.path.clone(),
            line,
            column,
            block: block.to_owned(),
            key: String::new(),
            message,
        }
    }

    fn start_of(&self, block: &str, key: &str) -> Option<usize> {
        let table = self.document.as_table();
        let mut best = table.key(block).and_then(|key| key.span()).map(|span| span.start);
        let mut item = Some(if block.is_empty() { self.document.as_item() } else { table.get(block)? });
        for part in key.split('.').filter(|part| !part.is_empty()) {
            let inner = item?;
            let table: Option<&dyn TableLike> = inner.as_table_like();
            item = match (table, part.parse::<usize>()) {
                (Some(table), _) => table.get(part),
                (None, Ok(index)) => inner.get(index),
                (None, Err(_)) => None,
            };
            if let Some(span) = item.and_then(Item::span) {
                best = Some(span.start);
            }
        }
        best
    }
}

fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}
