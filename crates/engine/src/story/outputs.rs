//! What is computed and how it is shown.

use super::{Named, Text};
use serde::Deserialize;

/// One equation.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// Unit of its value; `choice` where it is one of `choices`.
    pub unit: String,
    /// The equation.
    pub value: String,
    /// What it is, a few words.
    pub label: Text,
    /// What to know about it.
    #[serde(default)]
    pub note: Option<Text>,
    /// Names and words of the values of a choice.
    #[serde(default)]
    pub choices: Named<Text>,
    /// Of a choice: the quantity that stands small under it, year by year.
    #[serde(default)]
    pub beside: Option<String>,
    /// True for a step on the way that is explained but not put out.
    #[serde(default)]
    pub intermediate: bool,
}

impl Quantity {
    /// The name and the words of the choice that a value stands for; none where it is a number.
    #[must_use]
    pub fn choice(&self, value: Option<f64>) -> Option<(&str, &Text)> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the place of a choice")]
        let place = value? as usize;
        self.choices.0.get(place).map(|(name, words)| (name.as_str(), words))
    }
}

/// Figures by year, for `lag(x, n, series)`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Unit of every figure in it.
    pub unit: String,
    /// Year and name of its figure; years without one count as 0.
    pub years: Vec<(i32, String)>,
}

/// Names of colours that layers can have.
pub const COLOURS: [&str; 15] = [
    "running",
    "new",
    "idle",
    "gpu",
    "income",
    "trainium",
    "openai",
    "sales",
    "cash",
    "depreciation",
    "replacing",
    "saving",
    "hot",
    "limit",
    "base",
];

/// One chart.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The answer's quantity.
    pub title: Text,
    /// Unit of the vertical axis.
    pub unit: String,
    /// The unit in words: `GW at year end`.
    pub unit_label: Text,
    /// What is drawn, from back to front.
    pub layers: Vec<Layer>,
    /// Figures drawn as dots.
    #[serde(default)]
    pub dots: Vec<Dot>,
    /// The sentence under the title; the first variant that is true is shown.
    pub sentence: Vec<Variant>,
}

/// One thing drawn in a chart.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// How it is drawn.
    pub kind: LayerKind,
    /// What is drawn.
    pub quantity: String,
    /// Value in the year before the first, an expression of figures and assumptions.
    #[serde(default)]
    pub opening: Option<String>,
    /// Name of its colour, one of [`COLOURS`].
    pub colour: String,
    /// The label on the line.
    pub label: Text,
}

/// How a layer is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LayerKind {
    /// A line through the years; the default scenario's stays visible as a quiet line.
    Line,
    /// A thin dashed line: a limit or a yardstick.
    Limit,
    /// Bars stacked on the earlier bars of the chart.
    Bar,
}

/// A figure in a chart.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dot {
    /// The figure whose card it opens.
    pub figure: String,
    /// The year it is about.
    pub year: i32,
    /// Its height, an expression of figures in the view's unit.
    pub at: String,
    /// A few words beside it.
    pub label: Text,
}

/// A sentence that holds under a condition. Numbers stand in it as `{expression}`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// When it is true; absent: always.
    #[serde(default)]
    pub when: Option<String>,
    /// The sentence.
    pub text: Text,
}

/// The model run from the state at the end of a past year, held against what came.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Backtest {
    /// The year that is predicted.
    pub year: i32,
    /// Levers and assumptions that are set, each an expression of figures.
    pub set: Named<String>,
    /// Figures that stand for others: the opening state of the year before.
    pub figures: Named<String>,
    /// What is held against what.
    pub compare: Vec<Comparison>,
    /// What to know about it.
    pub note: Text,
}

/// One quantity of a backtest.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// What the model predicts.
    pub quantity: String,
    /// What came, a figure's name.
    pub actual: String,
    /// What repeating the last year's growth and margin gives, an expression of figures.
    #[serde(default)]
    pub naive: Option<String>,
}
