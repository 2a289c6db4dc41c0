//! What a chart shows, as plain data: the picture, the table and the sentence are made from the same value.

use crate::Ink;
use engine::Bands;
use engine::story::{LayerKind, Status};

/// One chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartView {
    /// Name in the story.
    pub id: String,
    /// The answer's quantity.
    pub title: String,
    /// What the chart shows now; empty where it is said beside the picture.
    pub sentence: String,
    /// The vertical axis in words: `GW at year end`.
    pub unit_label: String,
    /// One position on the horizontal axis each; the first may be the opening year.
    pub years: Vec<i32>,
    /// The first year that is computed and not given.
    pub first_projected: i32,
    /// After this year a veil lies over the drawing.
    pub illustrative_after: i32,
    /// The word on the veil.
    pub illustrative_label: String,
    /// The word at the quiet line of the default scenario.
    pub default_label: String,
    /// From back to front.
    pub layers: Vec<LayerView>,
    /// Figures of the story.
    pub dots: Vec<DotView>,
    /// Factor from the stored value to the written number, 100 for shares in percent.
    pub scale: f64,
}

/// One thing drawn in a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerView {
    /// Name of the quantity.
    pub quantity: String,
    /// How it is drawn.
    pub kind: LayerKind,
    /// True for a scenario that is kept beside the one in hand: a thin line.
    pub kept: bool,
    /// In which colour.
    pub ink: Ink,
    /// The label on the line.
    pub label: String,
    /// Stored values, one a year; what is absent or not finite breaks the line.
    pub values: Vec<Option<f64>>,
    /// The default scenario's values where they differ.
    pub baseline: Option<Vec<Option<f64>>>,
    /// How uncertain the values are, one a year; empty where nothing is known of that.
    pub bands: Vec<Option<Bands>>,
}

/// One figure in a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct DotView {
    /// The figure whose card it opens.
    pub figure: String,
    /// One of the chart's years; a dot of another year is not drawn.
    pub year: i32,
    /// Stored value; a dot without one is not drawn.
    pub value: Option<f64>,
    /// A few words beside it.
    pub label: String,
    /// How sure it is.
    pub mark: Mark,
}

/// The marks of how sure a number is, the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Solid: it happened.
    Fact,
    /// A dashed ring: somebody means to do it.
    Plan,
    /// A hollow ring: somebody believes it.
    Assumption,
    /// Half filled: somebody denies it.
    Disputed,
}

impl From<Status> for Mark {
    fn from(status: Status) -> Self {
        match status {
            Status::Reported => Self::Fact,
            Status::Guidance | Status::Plan | Status::LeakedPlan => Self::Plan,
            Status::Estimate | Status::Claim | Status::Inferred => Self::Assumption,
            Status::Rumour | Status::Disputed => Self::Disputed,
        }
    }
}

impl LayerView {
    /// The value of a year by its position; absent where there is none that can be drawn.
    #[must_use]
    pub fn value(&self, year: usize) -> Option<f64> {
        finite(&self.values, year)
    }

    /// The default scenario's value, where the layer has one of its own.
    #[must_use]
    pub fn default_value(&self, year: usize) -> Option<f64> {
        self.baseline.as_ref().and_then(|values| finite(values, year))
    }
}

fn finite(values: &[Option<f64>], year: usize) -> Option<f64> {
    values.get(year).copied().flatten().filter(|value| value.is_finite())
}
