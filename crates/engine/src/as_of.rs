//! What was known on a day: the articles that were out, their figures, and where the levers started then.

use crate::model::Model;
use crate::scenario::Scenario;
use crate::story::{SourceKind, Story};

/// What was known on a day. Articles alone are picked by their dates; the state of 2025 that the projection starts from
/// stays whatever the day, as do assumptions.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The day, as given.
    pub date: String,
    /// One entry a source of the story: was it out?
    pub sources: Vec<bool>,
    /// One entry a figure of the story: was its source out?
    pub figures: Vec<bool>,
}

/// What was known at the end of `date`, which is written `2025-11-03`.
#[must_use]
pub fn as_of(story: &Story, date: &str) -> Known {
    let out = |kind: SourceKind, source: &str| kind != SourceKind::Article || day(source).as_str() <= date;
    let sources: Vec<bool> = story.sources.iter().map(|(_, source)| out(source.kind, &source.date)).collect();
    let known = |source: &str| story.sources.position(source).is_none_or(|at| sources[at]);
    let figures = story.figures.iter().map(|(_, figure)| known(&figure.source)).collect();
    Known { date: date.to_owned(), sources, figures }
}

/// The day that an article's date stands for: of a month alone its middle.
#[must_use]
pub fn day(date: &str) -> String {
    if date.len() == "2026-02".len() { format!("{date}-15") } else { date.to_owned() }
}

/// True for a day of the calendar such as `2025-11-03`; a month would leave open which of its articles were out.
#[must_use]
pub fn is_day(text: &str) -> bool {
    let number = |from: usize, to: usize| {
        let digits = text.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        digits.and_then(|digits| digits.parse::<u32>().ok())
    };
    let signs =
        text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| (byte == b'-') == matches!(at, 4 | 7));
    let (Some(year), Some(month), Some(day), true) = (number(0, 4), number(5, 7), number(8, 10), signs)
    else {
        return false;
    };
    let days = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

impl Known {
    /// Was the figure called `id` published? What a claim and a dot stand on.
    #[must_use]
    pub fn figure(&self, story: &Story, id: &str) -> bool {
        story.figures.position(id).is_none_or(|at| self.figures[at])
    }

    /// Where a lever, by its place, started.
    #[must_use]
    pub fn default(&self, story: &Story, lever: usize) -> f64 {
        let lever = &story.levers.0[lever].1;
        let open = |source: &str| story.sources.position(source).is_some_and(|at| !self.sources[at]);
        lever
            .earlier
            .iter()
            .find(|earlier| open(&earlier.until))
            .map_or(lever.default, |earlier| earlier.value)
    }

    /// The scenario from which the reader of that day starts.
    #[must_use]
    pub fn scenario(&self, story: &Story, model: &Model) -> Scenario {
        let mut scenario = Scenario::default_of(model);
        // The author's check holds every one of these values to its range.
        for lever in 0..story.levers.len() {
            scenario.set_at(model, lever, self.default(story, lever)).ok();
        }
        for ((id, figure), known) in story.figures.iter().zip(&self.figures) {
            if let (false, Some(before), Some(at)) = (known, figure.before, model.figure(id)) {
                scenario.set_at(model, at, before).ok();
            }
        }
        scenario
    }
}
