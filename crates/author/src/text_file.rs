//! One file of a story with the place of everything in it.

use crate::plain;
use crate::problem::Problem;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml_edit::{Document, Item, TableLike, Value};

/// A file that could be read as TOML.
pub(crate) struct TextFile {
    pub(crate) path: PathBuf,
    document: Document<String>,
}

impl TextFile {
    /// Reads `text`; what is wrong with it stands in the problem.
    pub(crate) fn parse(path: PathBuf, text: String) -> Result<Self, Box<Problem>> {
        match Document::parse(text.clone()) {
            Ok(document) => Ok(Self { path, document }),
            Err(error) => {
                let span = error.span().unwrap_or_default();
                let message = plain::of_text(error.message(), &text, &span);
                Err(Box::new(placed(&path, &text, span, message)))
            }
        }
    }

    /// How many values it holds, with lists and tables.
    pub(crate) fn values(&self) -> usize {
        values(self.document.as_item())
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

    /// A problem at `key` of `block`, or as near to it as there is something. `within` counts from the start of a text and
    /// says how much of it is meant.
    pub(crate) fn problem(
        &self,
        block: &str,
        key: &str,
        within: Option<(usize, usize)>,
        message: String,
    ) -> Problem {
        let raw = self.document.raw();
        let mut span = self.span_of(block, key).unwrap_or_default();
        if let Some((start, end)) = within {
            // Behind the quotes that open the text, one or three.
            let quotes = raw[span.start..].chars().take_while(|c| matches!(c, '"' | '\'')).count().min(3);
            span = span.start + quotes + start..span.start + quotes + end;
        }
        Problem { block: block.to_owned(), key: key.to_owned(), ..placed(&self.path, raw, span, message) }
    }

    /// The problem of a block that does not fit its type.
    pub(crate) fn misfit(&self, block: &str, span: Option<Range<usize>>, message: String) -> Problem {
        let span = span.or_else(|| self.span_of(block, "")).unwrap_or_default();
        Problem { block: block.to_owned(), ..placed(&self.path, self.document.raw(), span, message) }
    }

    fn span_of(&self, block: &str, key: &str) -> Option<Range<usize>> {
        let table = self.document.as_table();
        let mut best = table.key(block).and_then(|key| key.span());
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
                best = Some(span);
            }
        }
        best
    }
}

fn values(item: &Item) -> usize {
    let tables = item.as_array_of_tables().map_or(0, |tables| {
        tables.iter().map(|table| table.iter().map(|(_, item)| values(item)).sum::<usize>()).sum()
    });
    let table = item.as_table_like().map_or(0, |table| table.iter().map(|(_, item)| values(item)).sum());
    let list = item.as_array().map_or(0, |list| list.iter().map(value_count).sum());
    1 + tables + table + list
}

fn value_count(value: &Value) -> usize {
    match value {
        Value::Array(list) => 1 + list.iter().map(value_count).sum::<usize>(),
        Value::InlineTable(table) => 1 + table.iter().map(|(_, value)| value_count(value)).sum::<usize>(),
        _ => 1,
    }
}

/// A problem at a place of a file's text, with the line that it begins in.
fn placed(path: &Path, text: &str, span: Range<usize>, message: String) -> Problem {
    let within = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = within(span.start);
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let end = within(span.end).clamp(start, start.max(line_start + line.len()));
    Problem {
        line: text[..start].matches('\n').count() + 1,
        column: text[line_start..start].chars().count() + 1,
        text: line.to_owned(),
        letters: text[start..end].chars().count(),
        ..Problem::of_file(path, message)
    }
}
