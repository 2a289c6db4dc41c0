//! A story as its files have it: blocks with their entries, for whoever compares two of them.

use crate::files::{gather, sorted};
use crate::problem::Problems;
use std::path::Path;
use toml_edit::{Item, TableLike, Value};

/// A block of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Its list: `figures`, `model` …; `story` is one block without a name.
    pub list: &'static str,
    /// Its name.
    pub id: String,
    /// Its entries: the way to each, `claims.0.at`, and what stands there.
    pub entries: Vec<(String, String)>,
}

/// Every block in the folder of a story, in the order of the files.
///
/// # Errors
/// Files that cannot be read.
pub fn blocks(folder: &Path) -> Result<Vec<Block>, Problems> {
    let mut problems = Vec::new();
    let texts = gather(folder, &mut problems);
    let files = sorted(folder, texts, &mut problems);
    if !problems.is_empty() {
        return Err(Problems(problems));
    }
    let mut found = Vec::new();
    for list in files.lists() {
        for file in files.of(list) {
            let whole = (list == "story").then(|| ("", file.whole()));
            let blocks = file.blocks().filter(|_| list != "story").chain(whole);
            for (id, item) in blocks {
                let mut entries = Vec::new();
                of_item(item, "", &mut entries);
                found.push(Block { list, id: id.to_owned(), entries });
            }
        }
    }
    Ok(found)
}

fn of_item(item: &Item, way: &str, out: &mut Vec<(String, String)>) {
    match item {
        Item::None => {}
        Item::Value(value) => of_value(value, way, out),
        Item::Table(table) => of_table(table, way, out),
        Item::ArrayOfTables(tables) => {
            tables
                .iter()
                .enumerate()
                .for_each(|(at, table)| of_table(table, &within(way, &at.to_string()), out));
        }
    }
}

fn of_table(table: &dyn TableLike, way: &str, out: &mut Vec<(String, String)>) {
    table.iter().for_each(|(key, item)| of_item(item, &within(way, key), out));
}

fn of_value(value: &Value, way: &str, out: &mut Vec<(String, String)>) {
    let mut entry = |text: String| out.push((way.to_owned(), text));
    match value {
        Value::String(text) => entry(text.value().clone()),
        // 12 and 12.0 are one number.
        #[expect(clippy::cast_precision_loss, reason = "what a story counts is far below")]
        Value::Integer(number) => entry((*number.value() as f64).to_string()),
        Value::Float(number) => entry(number.value().to_string()),
        Value::Boolean(holds) => entry(holds.value().to_string()),
        Value::Datetime(date) => entry(date.value().to_string()),
        Value::Array(values) => {
            values
                .iter()
                .enumerate()
                .for_each(|(at, value)| of_value(value, &within(way, &at.to_string()), out));
        }
        Value::InlineTable(table) => of_table(table, way, out),
    }
}

fn within(way: &str, key: &str) -> String {
    if way.is_empty() { key.to_owned() } else { format!("{way}.{key}") }
}
