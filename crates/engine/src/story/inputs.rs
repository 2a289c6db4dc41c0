//! What can be set: assumptions and levers.

use super::Text;
use serde::Deserialize;

/// A belief with a range and a reason.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// What it is, a few words.
    pub label: Text,
    /// Unit of all its values.
    pub unit: String,
    /// The low end of what is believed; absent for a value that is not drawn and has no range.
    #[serde(default)]
    pub low: Option<f64>,
    /// The value of the central case.
    pub central: f64,
    /// The high end.
    #[serde(default)]
    pub high: Option<f64>,
    /// How it is drawn for the bands; absent: it is held at its value.
    #[serde(default)]
    pub draw: Option<Draw>,
    /// What can be set at all. Absent: 0 to 1 for a share, else a tenth of low to three times high.
    #[serde(default)]
    pub range: Option<[f64; 2]>,
    /// True where only whole numbers make sense.
    #[serde(default)]
    pub whole: bool,
    /// Why these values, and how weak they are.
    pub reason: Text,
    /// Figures it rests on.
    #[serde(default)]
    pub figures: Vec<String>,
    /// Sources it rests on.
    #[serde(default)]
    pub sources: Vec<String>,
}

impl Assumption {
    /// Lowest and highest value that can be set.
    #[must_use]
    pub fn settable(&self) -> [f64; 2] {
        match self.range {
            Some(range) => range,
            None if self.unit == "share" => [0.0, 1.0],
            None => [self.low.unwrap_or(self.central) / 10.0, self.high.unwrap_or(self.central) * 3.0],
        }
    }
}

/// How an assumption is drawn from `low`, `central` and `high`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draw {
    /// Triangular with its peak at `central`.
    Triangular,
    /// Every value as likely as any other.
    Uniform,
    /// A tenth below `low`, half below `central`, nine tenths below `high`: two half normal curves.
    Normal,
    /// The same in logarithms.
    Lognormal,
    /// One of some values, each with its weight.
    Discrete(Vec<(f64, f64)>),
}

/// A decision the reader makes.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lever {
    /// Its name on the page.
    pub label: Text,
    /// Unit of all its values.
    pub unit: String,
    /// What stands beside the box: `billion $ a year`.
    pub unit_label: Text,
    /// The low case.
    pub low: f64,
    /// Where it starts.
    pub default: f64,
    /// Where it started before articles came out, the oldest first.
    #[serde(default)]
    pub earlier: Vec<Earlier>,
    /// The high case.
    pub high: f64,
    /// What can be set.
    pub range: [f64; 2],
    /// Step of the slider; a typed value is taken exactly.
    pub step: f64,
    /// What is a reasonable value, and why.
    pub reason: Text,
    /// The chart it moves most.
    pub view: String,
    /// What the sources say it is or will be.
    #[serde(default)]
    pub claims: Vec<Claim>,
}

/// Where a lever started when less was known.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Earlier {
    /// The article that ended it, by the name of its source.
    pub until: String,
    /// The value, in the lever's unit.
    pub value: f64,
    /// The figure that it was taken from.
    pub figure: String,
}

/// A labelled tick on a lever's track.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Where it stands, an expression of figures in the lever's unit.
    pub at: String,
    /// The figure that claims it.
    pub figure: String,
    /// A few words under the tick, without the number: `plan for 2026`.
    pub label: Text,
}
