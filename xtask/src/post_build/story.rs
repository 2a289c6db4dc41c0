//! The story as a data block of the page: the wasm knows no story.

use super::Page;
use crate::Error;
use engine::story::Story;
use std::path::Path;

/// Reads and checks the story's folder.
///
/// # Errors
/// [`Error::Story`] with every mistake.
pub(super) fn read(folder: &Path) -> Result<Story, Error> {
    Ok(author::read(folder)?)
}

/// Writes the story into its data block.
///
/// # Errors
/// [`Error::Page`] if the block is missing.
pub(super) fn write(page: &mut Page, story: &Story) -> Result<(), Error> {
    let json = positional(story).map_err(|error| Error::Page(format!("the story as JSON: {error}")))?;
    page.fill("id=story", &escape(&json))
}

/// JSON in which every block is a list in the order of its fields, without their names: MessagePack writes structs so.
fn positional(story: &Story) -> Result<String, Box<dyn std::error::Error>> {
    let packed = rmp_serde::to_vec(story)?;
    let values: serde_json::Value = rmp_serde::from_slice(&packed)?;
    Ok(shortened(values).to_string())
}

/// Whole numbers without a decimal point.
fn shortened(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Array(list) => Value::Array(list.into_iter().map(shortened).collect()),
        Value::Object(entries) => entries.into_iter().map(|(name, value)| (name, shortened(value))).collect(),
        Value::Number(number) => match number.as_f64() {
            #[expect(clippy::cast_possible_truncation, reason = "whole and small")]
            Some(value) if value.fract() == 0.0 && value.abs() < 9e15 => Value::from(value as i64),
            _ => Value::Number(number),
        },
        other => other,
    }
}

/// A `<` could close the block or open a comment.
fn escape(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_the_story_closes_its_block() {
        let mut story = Story::default();
        story.about.id = "</script><script>".into();
        let mut page = Page { html: "<script id=story></script>".into() };
        write(&mut page, &story).unwrap();
        assert_eq!(page.html.matches('<').count(), 2);
        let json = page.html.trim_start_matches("<script id=story>").trim_end_matches("</script>");
        let values: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(values[0][0], "</script><script>");
    }
}
