//! Sentences that are true now.

use super::Voice;
use crate::model::{Model, Part, ShownVariant};
use crate::projection::Projection;

/// A part of a finished sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Words.
    Words(String),
    /// A number.
    Number {
        /// As it is read, with its unit.
        text: String,
        /// The exact value of its quantity, negative where the text says "loses" and writes no sign.
        value: f64,
        /// The quantity, lever or assumption that it is a value of.
        id: Option<String>,
        /// True for a computed quantity, false for something that is set.
        computed: bool,
        /// The year that it is the value of.
        year: Option<i32>,
    },
}

/// The first variant that is true; nothing where none is.
#[must_use]
pub fn sentence(
    variants: &[ShownVariant],
    projection: &Projection,
    model: &Model,
    voice: Voice,
) -> Vec<Said> {
    let holds = |variant: &&ShownVariant| variant.when.is_none_or(|slot| projection.holds(slot));
    let Some(variant) = variants.iter().find(holds) else { return Vec::new() };
    let Some((_, template)) = variant.text.iter().find(|(language, _)| language == voice.language) else {
        return Vec::new();
    };
    let parts = template.0.iter().map(|part| match part {
        Part::Words(words) => Said::Words(words.clone()),
        Part::Years(slots) => {
            let years = model.years.iter().zip(slots).filter(|(_, slot)| projection.holds(**slot));
            Said::Words(ranges(years.map(|(year, _)| *year)))
        }
        Part::Number(number) => match projection.slot(number.slot).zip(projection.slot(number.value)) {
            #[expect(clippy::cast_possible_truncation, reason = "a calendar year")]
            Some((written, value)) => Said::Number {
                text: voice.prose(written, &number.unit),
                value,
                id: number.quantity.clone().or_else(|| number.input.clone()),
                computed: number.quantity.is_some(),
                year: number.year.and_then(|slot| projection.slot(slot)).map(|year| year as i32),
            },
            None => Said::Words("–".to_owned()),
        },
    });
    parts.collect()
}

/// All sentences of the verdict.
#[must_use]
pub fn verdict(model: &Model, projection: &Projection, voice: Voice) -> Vec<Vec<Said>> {
    let sentences = model.shown.verdict.iter().map(|variants| sentence(variants, projection, model, voice));
    sentences.filter(|said| !said.is_empty()).collect()
}

/// A sentence as plain text.
#[must_use]
pub fn plain_text(said: &[Said]) -> String {
    said.iter()
        .map(|part| match part {
            Said::Words(words) => words.as_str(),
            Said::Number { text, .. } => text.as_str(),
        })
        .collect()
}

/// 2026, 2028–2030
fn ranges(years: impl Iterator<Item = i32>) -> String {
    let mut found: Vec<(i32, i32)> = Vec::new();
    for year in years {
        match found.last_mut() {
            Some((_, last)) if *last + 1 == year => *last = year,
            _ => found.push((year, year)),
        }
    }
    let written = found.iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        _ => format!("{first}–{last}"),
    });
    written.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn years_in_ranges() {
        assert_eq!(ranges([2026, 2028, 2029, 2030].into_iter()), "2026, 2028–2030");
        assert_eq!(ranges([2026, 2027].into_iter()), "2026–2027");
    }
}
