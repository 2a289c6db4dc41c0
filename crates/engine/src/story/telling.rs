//! What leads through the story: ready-made scenarios, a tour and paragraphs to read.

use super::{Named, Text};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// What a lever or an assumption is set to: expressions of figures in its unit, each with the year of a point of a path.
/// A single one is one value for all years, whatever its year. An author writes `"200 [B$/yr]"`, or
/// `{ 2026 = "200 [B$/yr]", 2028 = "250 [B$/yr]" }`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Setting(pub Vec<(i32, String)>);

/// A scenario to start from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// Its name on the page.
    pub label: Text,
    /// Why anybody would look at it, one sentence.
    pub reason: Text,
    /// What differs from the default.
    pub set: Named<Setting>,
    /// Figures it rests on.
    pub figures: Vec<String>,
}

/// A step of the tour: it sets the levers itself and says what to look at.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What is to be seen, with numbers in it as in a sentence of the verdict.
    pub text: Text,
    /// What differs from the default, not from the step before.
    pub set: Named<Setting>,
    /// The chart to look at.
    pub view: String,
}

/// A paragraph to read. Numbers in it follow the model; a lever or assumption named alone, as in `{power}`, can be moved.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// The paragraph.
    pub text: Text,
    /// The chart that belongs beside it.
    #[serde(default)]
    pub view: Option<String>,
    /// Figures that it speaks of.
    pub figures: Vec<String>,
}

impl<'de> Deserialize<'de> for Setting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Points)
    }
}

struct Points;

impl<'de> Visitor<'de> for Points {
    type Value = Setting;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an expression, or a table of years with an expression each")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Setting, E> {
        Ok(Setting(vec![(0, text.to_owned())]))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Setting, A::Error> {
        let mut points = Vec::new();
        while let Some((year, text)) = entries.next_entry::<String, String>()? {
            points.push((year.parse().map_err(|_| A::Error::custom("a year belongs here"))?, text));
        }
        Ok(Setting(points))
    }
}
