//! Sentences that are true now.

use super::Voice;
use crate::ensemble::Bands;
use crate::model::{Model, Number, Part, ShownVariant, Slot};
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

/// The bands of a slot, where they are known.
pub type Spread<'a> = dyn Fn(Slot) -> Option<Bands> + 'a;

/// The first variant that is true; nothing where none is.
#[must_use]
pub fn sentence(
    variants: &[ShownVariant],
    projection: &Projection,
    model: &Model,
    voice: Voice,
) -> Vec<Said> {
    true_parts(variants, projection, voice).iter().map(|part| say(part, projection, model, voice)).collect()
}

/// All sentences of the verdict. How far the number that the story asks about can differ, from 10 to 90 % of the draws,
/// stands behind it.
#[must_use]
pub fn verdict(model: &Model, projection: &Projection, voice: Voice, spread: &Spread) -> Vec<Vec<Said>> {
    let mut sentences = Vec::new();
    for variants in &model.shown.verdict {
        let mut sentence = Vec::new();
        for part in true_parts(variants, projection, voice) {
            sentence.push(say(part, projection, model, voice));
            let range =
                asked(part, voice).and_then(|number| between(spread(number.value)?, &number.unit, voice));
            sentence.extend(range.map(Said::Words));
        }
        if !sentence.is_empty() {
            sentences.push(sentence);
        }
    }
    sentences
}

/// The slots of the verdict's numbers that are given with their range.
pub fn ranged<'a>(model: &'a Model, voice: Voice<'a>) -> impl Iterator<Item = Slot> + 'a {
    let variants = model.shown.verdict.iter().flatten();
    let parts = variants.flat_map(move |variant| parts(variant, voice));
    parts.filter_map(move |part| asked(part, voice)).map(|number| number.value)
}

fn true_parts<'a>(variants: &'a [ShownVariant], projection: &Projection, voice: Voice) -> &'a [Part] {
    let holds = |variant: &&ShownVariant| variant.when.is_none_or(|slot| projection.holds(slot));
    variants.iter().find(holds).map_or(&[], |variant| parts(variant, voice))
}

fn parts<'a>(variant: &'a ShownVariant, voice: Voice) -> &'a [Part] {
    let text = variant.text.iter().find(|(language, _)| language == voice.language);
    text.map_or(&[], |(_, template)| template.0.as_slice())
}

/// The number that a part is, if it is of the quantity that the story asks about.
fn asked<'a>(part: &'a Part, voice: Voice) -> Option<&'a Number> {
    match part {
        Part::Number(number) if number.quantity.as_ref() == Some(&voice.story.about.asked) => Some(number),
        _ => None,
    }
}

/// ` (80% between $37 billion and $157 billion)`; nothing where both read the same.
fn between(bands: Bands, unit: &str, voice: Voice) -> Option<String> {
    let [low, high] = [bands.p10, bands.p90].map(|value| voice.prose(value, unit));
    let words = (low != high).then(|| voice.word("between"))?;
    Some(format!(" ({})", words.replace("{low}", &low).replace("{high}", &high)))
}

fn say(part: &Part, projection: &Projection, model: &Model, voice: Voice) -> Said {
    match part {
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
    }
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
