//! The story: everything an author writes, as plain data. Read from `story/` on the host, carried as one text in the page ([`pack`]).

mod evidence;
mod inputs;
mod outputs;
mod packed;
mod telling;
mod text;

pub use evidence::{Figure, FigureValue, Source, SourceKind, Status};
pub use inputs::{Assumption, Claim, Draw, Earlier, Lever};
pub use outputs::{Backtest, COLOURS, Comparison, Dot, Layer, LayerKind, Quantity, Series, Variant, View};
pub use packed::{pack, unpack};
pub use telling::{Paragraph, Preset, Setting, Step};
pub use text::{Named, Text};

use serde::Deserialize;

/// A whole story. Every list keeps the order of its file, which is the order of reading.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Story {
    /// Title, years and languages.
    pub about: About,
    /// Where figures come from.
    pub sources: Named<Source>,
    /// Published and inferred numbers.
    pub figures: Named<Figure>,
    /// Figures by year, for `lag`.
    pub series: Named<Series>,
    /// Beliefs of the model, each with range and reason.
    pub assumptions: Named<Assumption>,
    /// What the reader decides.
    pub levers: Named<Lever>,
    /// The equations.
    pub model: Named<Quantity>,
    /// The charts.
    pub views: Named<View>,
    /// The verdict, sentence by sentence; of each the first variant that is true is shown.
    pub verdict: Named<Vec<Variant>>,
    /// Tests of the model against years that have passed.
    #[serde(default)]
    pub backtests: Named<Backtest>,
    /// Scenarios to start from.
    #[serde(default)]
    pub presets: Named<Preset>,
    /// The tour, step by step.
    #[serde(default)]
    pub tour: Named<Step>,
    /// The story told in paragraphs.
    #[serde(default)]
    pub prose: Named<Paragraph>,
    /// Changes that alter results, the newest first.
    #[serde(default)]
    pub changes: Named<Change>,
    /// Words of entities and periods in the languages other than the first.
    #[serde(default)]
    pub terms: Named<Text>,
    /// How units are written.
    pub units: Named<UnitWords>,
    /// The page's own words.
    pub words: Named<Text>,
}

impl Story {
    /// The quantities that are put out, with their places.
    pub fn put_out(&self) -> impl Iterator<Item = (usize, (&str, &Quantity))> {
        self.model.iter().enumerate().filter(|(_, (_, quantity))| !quantity.intermediate)
    }

    /// The quantities that charts draw, in their order, each once.
    #[must_use]
    pub fn drawn(&self) -> Vec<&str> {
        let mut drawn: Vec<&str> = Vec::new();
        for layer in self.views.iter().flat_map(|(_, view)| &view.layers) {
            if !drawn.contains(&layer.quantity.as_str()) {
                drawn.push(&layer.quantity);
            }
        }
        drawn
    }

    /// The place of the quantity that is asked about first, in the last year.
    #[must_use]
    pub fn asks(&self) -> usize {
        let asked = self.model.position(&self.about.asked);
        asked.or_else(|| self.model.position(self.drawn().first()?)).unwrap_or(0)
    }
}

/// `story/story.toml`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The story's name in links and files.
    pub id: String,
    /// Version of the equations.
    pub model_version: String,
    /// Languages by code, the first being the fallback.
    pub languages: Vec<String>,
    /// Subject, a few words.
    pub subject: Text,
    /// The question the page asks.
    pub question: Text,
    /// One or two sentences under the question.
    pub lead: Text,
    /// First projected year.
    pub first_year: i32,
    /// Last projected year.
    pub last_year: i32,
    /// After this year drawings say "illustrative".
    pub illustrative_after: i32,
    /// The quantity that the page asks about first, in the last year: what moves it, what would have to be true. Empty: the
    /// first one that is drawn.
    #[serde(default)]
    pub asked: String,
    /// What the model cannot tell, one paragraph each.
    pub limits: Vec<Text>,
    /// Where its inputs and equations are known to be weak, one paragraph each.
    #[serde(default)]
    pub weaknesses: Vec<Text>,
}

/// A change that alters results.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The day, `2026-11-22`.
    pub date: String,
    /// What was changed.
    pub what: Text,
    /// Which results are other than before.
    pub effect: Text,
}

/// How a unit is written; `{}` stands for the number.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitWords {
    /// In running text: `${} billion`.
    pub prose: Text,
    /// Beside a chart's title or a table's head: `billion $ a year`.
    pub name: Text,
    /// Factor from the stored value to the written number, 100 for a share in percent.
    #[serde(default = "one")]
    pub scale: f64,
    /// True where fractions are never written (jobs, days).
    #[serde(default)]
    pub whole: bool,
    /// True where digits are not grouped (calendar years).
    #[serde(default)]
    pub plain: bool,
}

fn one() -> f64 {
    1.0
}
