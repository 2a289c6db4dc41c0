//! Sources and the figures that come from them.

use super::Text;
use serde::{Deserialize, Serialize};

/// An article, filing, other publication or chain of reasoning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What sort of thing it is.
    pub kind: SourceKind,
    /// What it is called, in our words where it has no title of its own.
    pub title: Text,
    /// `2025-11-03`, or the month or year alone where no more is known.
    pub date: String,
    /// True where the source prints no date and ours is concluded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub date_inferred: bool,
    /// File name of an article in the folder of sources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Language of an article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// How the date was concluded, how an inference reasons, what to beware of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Kinds of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// One published or inferred number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The number in `unit`; absent where the source prints only a magnitude.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
    /// Of an article: the number, letter by letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
    /// What it is, a few words.
    pub label: Text,
    /// What to know before using it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// True where it is kept for the reader and feeds nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub context: bool,
    /// True where the printed number is wrong: kept as printed, never fed to the model.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub wrong: bool,
}

/// A number, or a date that is not one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FigureValue {
    /// In the figure's unit.
    Number(f64),
    /// Of a figure with the unit `date`: `2025-11` or `2025-11-03`.
    Date(String),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
