//! Numbers and sentences as people read them: the six faces of a value share these words.

mod belief;
mod numbers;
mod rounding;
mod sentence;
mod typed;

pub use belief::belief;
pub use numbers::{NumberText, Plain};
pub use rounding::{axis_decimals, column_decimals, prose_decimals};
pub use sentence::{Said, Spread, plain_text, ranged, sentence, verdict};
pub use typed::typed;

use crate::explain::{Explanation, Writing};
use crate::story::{Named, Story, Text, UnitWords};
use std::borrow::Cow;

/// How values of one story are written in one language.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The story whose units and words are used.
    pub story: &'a Story,
    /// The language's code.
    pub language: &'a str,
    /// Writes digits.
    pub numbers: &'a dyn NumberText,
}

impl<'a> Voice<'a> {
    /// A value with its unit, as running text has it: `$132 billion`. The sign stands before the whole.
    #[must_use]
    pub fn prose(&self, value: f64, unit: &str) -> String {
        let words = self.unit(unit);
        let scaled = value * words.scale;
        let digits = self.numbers.number(scaled.abs(), prose_decimals(scaled, &words), !words.plain);
        let sign = sign(scaled, &digits);
        // A space that never breaks: the unit stays with its number.
        let pattern = words.prose.get(self.language).replace("{} ", "{}\u{a0}");
        format!("{sign}{}", pattern.replace("{}", &digits))
    }

    /// A value without its unit, with as many decimals as its column has.
    #[must_use]
    pub fn cell(&self, value: f64, unit: &str, decimals: usize) -> String {
        let words = self.unit(unit);
        let scaled = value * words.scale;
        let digits = match words.plain {
            true => self.numbers.number(scaled.abs(), decimals, false),
            false => self.numbers.fixed(scaled.abs(), decimals),
        };
        format!("{}{digits}", sign(scaled, &digits))
    }

    /// A value with all the digits it has, as a box shows it.
    #[must_use]
    pub fn exact(&self, value: f64, unit: &str) -> String {
        let words = self.unit(unit);
        self.numbers.number(value * words.scale, 12, !words.plain)
    }

    /// A value with all its digits and the name of its unit: `5 years`.
    #[must_use]
    pub fn stated(&self, value: f64, unit: &str) -> String {
        format!("{} {}", self.exact(value, unit), self.unit(unit).name.get(self.language))
    }

    /// An equation with its numbers in their places, in six digits each.
    #[must_use]
    pub fn filled(&self, of: &Explanation) -> String {
        // Where the comma is in the numbers, something else stands between them.
        let between = if self.numbers.fixed(0.5, 1).contains(',') { "; " } else { ", " };
        let writing = Writing { number: &|value| self.digits(value), absent: &self.word("absent"), between };
        of.filled_in(self.story, &writing)
    }

    /// A value as arithmetic has it: six digits, in the unit of the equations.
    #[must_use]
    pub fn digits(&self, value: f64) -> String {
        let (mut decimals, mut size) = (0, value.abs());
        while size < 100_000.0 && decimals < 12 {
            (decimals, size) = (decimals + 1, size * 10.0);
        }
        self.numbers.number(value, decimals, false)
    }

    /// What somebody else wrote, between the quotation marks of the language.
    #[must_use]
    pub fn quoted(&self, text: &str) -> String {
        self.word("quote").replace("{}", text)
    }

    /// A word of the page.
    #[must_use]
    pub fn word(&self, id: &str) -> String {
        self.story.words.get(id).map_or_else(|| id.to_owned(), |text| text.get(self.language).to_owned())
    }

    /// An entity or a period of a figure: a phrase that has words of its own, or else word by word.
    #[must_use]
    pub fn term(&self, text: &str) -> String {
        let find = |text: &str| self.story.terms.get(text).map(|words| words.get(self.language));
        let found = |text: &str| find(text).filter(|words| !words.is_empty()).map(str::to_owned);
        found(text).unwrap_or_else(|| {
            let mut said = String::new();
            for word in text.split(' ') {
                let bare = word.trim_end_matches(',');
                said += if said.is_empty() { "" } else { " " };
                said += &found(bare).unwrap_or_else(|| bare.to_owned());
                said += &word[bare.len()..];
            }
            said
        })
    }

    /// How a unit is written; a unit without words is written as it is.
    #[must_use]
    pub fn unit(&self, unit: &str) -> Cow<'a, UnitWords> {
        self.story.units.get(unit).map_or_else(
            || {
                let text = |pattern: String| Text(Named(vec![(self.language.to_owned(), pattern)]));
                let (prose, name) = (text(format!("{{}} {unit}")), text(unit.to_owned()));
                Cow::Owned(UnitWords { prose, name, scale: 1.0, ..UnitWords::default() })
            },
            Cow::Borrowed,
        )
    }
}

/// A minus, unless nothing but noughts is left of the number.
fn sign(value: f64, digits: &str) -> &'static str {
    if value < 0.0 && digits.chars().any(|c| ('1'..='9').contains(&c)) { "−" } else { "" }
}
