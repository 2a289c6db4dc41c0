//! `sliderule equations`: every equation with its unit, linked both ways, as text, MathML and JSON.

mod mathml;

use crate::answer::put_out;
use crate::arguments::Options;
use crate::case::Case;
use crate::choice::{Choices, choice};
use crate::error::CliError;
use engine::mathematics::equation;
use engine::model::{Name, Names};
use engine::{ExplainError, Use, Uses};
use serde_json::{Value, json};
use std::fmt::Write;

/// The first where none is named.
const FORMATS: Choices<fn(&[Entry]) -> String> = &[("text", text), ("mathml", page), ("json", json)];

/// One equation of the list.
struct Entry<'a> {
    id: &'a str,
    label: &'a str,
    unit: &'a str,
    text: &'a str,
    mathml: String,
    uses: Vec<&'a str>,
    used_by: Vec<&'a str>,
}

/// The answer as text.
pub(crate) fn equations(options: &Options) -> Result<String, CliError> {
    let write = choice("format", options.format.as_deref(), FORMATS)?;
    let case = Case::of(options)?;
    let entries = entries(&case)?;
    put_out(options, write(&entries))
}

fn entries(case: &Case) -> Result<Vec<Entry<'_>>, CliError> {
    let story = &case.story;
    let (names, uses) = (Names::new(story), Uses::of(story));
    let mut entries = Vec::new();
    for (at, (id, quantity)) in story.model.iter().enumerate() {
        let written = equation(&names, &case.model, at)
            .map_err(|error| ExplainError::Equation { id: id.to_owned(), error })?;
        let used_by = uses.by(Name::Quantity(at)).filter_map(|place| match place {
            Use::Equation(by) => Some(story.model.0[by].0.as_str()),
            _ => None,
        });
        entries.push(Entry {
            id,
            label: quantity.label.get(&case.language),
            unit: &quantity.unit,
            text: &quantity.value,
            mathml: mathml::equation(&written, case),
            uses: uses.at(Use::Equation(at)).map(|name| names.id(name)).collect(),
            used_by: used_by.collect(),
        });
    }
    Ok(entries)
}

fn text(entries: &[Entry]) -> String {
    let mut text = String::new();
    for entry in entries {
        // Writing to a string cannot fail.
        write!(text, "{}\n  {} [{}] = {}\n", entry.label, entry.id, entry.unit, entry.text).ok();
        for (words, list) in [("uses", &entry.uses), ("used by", &entry.used_by)] {
            if !list.is_empty() {
                writeln!(text, "  {words}: {}", list.join(", ")).ok();
            }
        }
        text.push('\n');
    }
    text
}

/// A page that any browser shows, without a program.
fn page(entries: &[Entry]) -> String {
    let mut page = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Equations</title>\n".to_owned();
    for entry in entries {
        write!(page, "<h2>{}</h2>\n{}\n", mathml::escaped(entry.label), entry.mathml).ok();
    }
    page
}

fn json(entries: &[Entry]) -> String {
    let one = |entry: &Entry| {
        json!({
            "id": entry.id,
            "label": entry.label,
            "unit": entry.unit,
            "equation": entry.text,
            "mathml": entry.mathml,
            "uses": entry.uses,
            "used_by": entry.used_by,
        })
    };
    format!("{:#}\n", Value::Array(entries.iter().map(one).collect()))
}
