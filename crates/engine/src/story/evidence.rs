//! Sources and the figures that come from them.

use super::Text;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer};
use std::fmt;

/// An article, filing, other publication or chain of reasoning.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What sort of thing it is.
    pub kind: SourceKind,
    /// What it is called, in our words where it has no title of its own.
    pub title: Text,
    /// `2025-11-03`, or the month or year alone where no more is known.
    pub date: String,
    /// True where the source prints no date and ours is concluded.
    #[serde(default)]
    pub date_inferred: bool,
    /// File name of an article in the folder of sources.
    #[serde(default)]
    pub file: Option<String>,
    /// Language of an article.
    #[serde(default)]
    pub language: Option<String>,
    /// How the date was concluded, how an inference reasons, what to beware of.
    #[serde(default)]
    pub note: Option<Text>,
}

/// Kinds of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// One of the news reports.
    Article,
    /// A company's filing or release.
    Filing,
    /// Any other publication.
    Publication,
    /// Concluded, not published: its note holds the reasoning.
    Inference,
}

impl SourceKind {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Article => "kind_article",
            Self::Filing => "kind_filing",
            Self::Publication => "kind_publication",
            Self::Inference => "kind_inference",
        }
    }
}

/// One published or inferred number.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The number in `unit`; absent where the source prints only a magnitude.
    #[serde(default)]
    pub value: Option<FigureValue>,
    /// Unit of `value`.
    pub unit: String,
    /// What time it is about.
    pub period: String,
    /// Whom it is about.
    pub entity: String,
    /// How sure its source is of it.
    pub status: Status,
    /// Name of its source.
    pub source: String,
    /// Of an article: the n-th line that is not empty, from 1.
    #[serde(default)]
    pub paragraph: Option<u32>,
    /// Of an article: the number, letter by letter.
    #[serde(default)]
    pub printed: Option<String>,
    /// What it is, a few words.
    pub label: Text,
    /// What to know before using it.
    #[serde(default)]
    pub note: Option<Text>,
    /// Of an article's figure that equations use: what it counts as before the article came out.
    #[serde(default)]
    pub before: Option<f64>,
    /// True where it is kept for the reader and feeds nothing.
    #[serde(default)]
    pub context: bool,
    /// True where the printed number is wrong: kept as printed, never fed to the model.
    #[serde(default)]
    pub wrong: bool,
}

/// A number, or a date that is not one.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureValue {
    /// In the figure's unit.
    Number(f64),
    /// Of a figure with the unit `date`: `2025-11` or `2025-11-03`.
    Date(String),
}

// By hand, since the derived one keeps a copy of whatever it is given and tries each kind on it.
impl<'de> Deserialize<'de> for FigureValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberOrDate)
    }
}

struct NumberOrDate;

impl Visitor<'_> for NumberOrDate {
    type Value = FigureValue;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a number, or a date in quotes")
    }

    fn visit_f64<E>(self, value: f64) -> Result<FigureValue, E> {
        Ok(FigureValue::Number(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "figures are rounded long before")]
    fn visit_i64<E>(self, value: i64) -> Result<FigureValue, E> {
        Ok(FigureValue::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "figures are rounded long before")]
    fn visit_u64<E>(self, value: u64) -> Result<FigureValue, E> {
        Ok(FigureValue::Number(value as f64))
    }

    fn visit_str<E>(self, date: &str) -> Result<FigureValue, E> {
        Ok(FigureValue::Date(date.to_owned()))
    }
}

impl Figure {
    /// The value as a number, where it is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self.value {
            Some(FigureValue::Number(value)) => Some(value),
            _ => None,
        }
    }
}

/// How sure the source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Stated as having happened.
    Reported,
    /// The company's outlook.
    Guidance,
    /// Announced for later.
    Plan,
    /// From papers that were not meant to be public.
    LeakedPlan,
    /// Somebody's estimate.
    Estimate,
    /// The company says so of itself.
    Claim,
    /// Said to be so.
    Rumour,
    /// Somebody concerned denies it, or other sources contradict it.
    Disputed,
    /// Concluded by us.
    Inferred,
}

impl Status {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reported => "status_reported",
            Self::Guidance => "status_guidance",
            Self::Plan => "status_plan",
            Self::LeakedPlan => "status_leaked_plan",
            Self::Estimate => "status_estimate",
            Self::Claim => "status_claim",
            Self::Rumour => "status_rumour",
            Self::Disputed => "status_disputed",
            Self::Inferred => "status_inferred",
        }
    }
}
