//! Where everything that has a name is used: in equations, claims, charts, sentences, assumptions, backtests.

use crate::model::{Name, Names, placeholders, uses};
use crate::story::{Named, Setting, Story, Text, Variant};

/// A place that uses something; every number is a place in the story's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// The equation of a quantity.
    Equation(usize),
    /// What an assumption rests on.
    Assumption(usize),
    /// A claim on a lever's track.
    Claim(usize),
    /// Where a lever started before an article came out.
    Start(usize),
    /// A line, bar or opening value of a chart.
    Layer(usize),
    /// A dot in a chart.
    Dot(usize),
    /// The sentence under a chart.
    Sentence(usize),
    /// The verdict.
    Verdict,
    /// A backtest.
    Backtest(usize),
    /// A preset.
    Preset(usize),
    /// A step of the tour.
    Step(usize),
    /// A number in a paragraph.
    Paragraph(usize),
}

/// Every use of a story, each once, in the order of the story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Uses(Vec<(Name, Use)>);

impl Uses {
    /// Reads every expression of a story.
    #[must_use]
    pub fn of(story: &Story) -> Self {
        let names = Names::new(story);
        let mut found = Found { names: &names, uses: Self::default() };
        for (at, (_, quantity)) in story.model.iter().enumerate() {
            found.text(&quantity.value, Use::Equation(at));
        }
        for (at, (_, assumption)) in story.assumptions.iter().enumerate() {
            assumption.figures.iter().for_each(|figure| found.figure(figure, Use::Assumption(at)));
        }
        for (at, (_, lever)) in story.levers.iter().enumerate() {
            for claim in &lever.claims {
                found.figure(&claim.figure, Use::Claim(at));
                found.text(&claim.at, Use::Claim(at));
            }
            lever.earlier.iter().for_each(|earlier| found.figure(&earlier.figure, Use::Start(at)));
        }
        for (at, (_, view)) in story.views.iter().enumerate() {
            for layer in &view.layers {
                found.text(&layer.quantity, Use::Layer(at));
                layer.opening.iter().for_each(|text| found.text(text, Use::Layer(at)));
            }
            for dot in &view.dots {
                found.figure(&dot.figure, Use::Dot(at));
                found.text(&dot.at, Use::Dot(at));
            }
            found.sentence(&view.sentence, Use::Sentence(at));
        }
        for (_, variants) in story.verdict.iter() {
            found.sentence(variants, Use::Verdict);
        }
        for (at, (_, backtest)) in story.backtests.iter().enumerate() {
            for (_, text) in backtest.set.iter().chain(backtest.figures.iter()) {
                found.text(text, Use::Backtest(at));
            }
            for row in &backtest.compare {
                found.text(&row.actual, Use::Backtest(at));
                row.naive.iter().for_each(|text| found.text(text, Use::Backtest(at)));
            }
        }
        for (at, (_, preset)) in story.presets.iter().enumerate() {
            preset.figures.iter().for_each(|figure| found.figure(figure, Use::Preset(at)));
            found.settings(&preset.set, Use::Preset(at));
        }
        for (at, (_, step)) in story.tour.iter().enumerate() {
            found.settings(&step.set, Use::Step(at));
            found.numbers(&step.text, Use::Step(at));
        }
        for (at, (_, paragraph)) in story.prose.iter().enumerate() {
            found.numbers(&paragraph.text, Use::Paragraph(at));
        }
        found.uses
    }

    /// Where something is used.
    pub fn by(&self, name: Name) -> impl Iterator<Item = Use> {
        self.0.iter().filter(move |(used, _)| *used == name).map(|(_, place)| *place)
    }

    /// What a place uses, in the order of its texts; of an equation its operands.
    pub fn at(&self, place: Use) -> impl Iterator<Item = Name> {
        self.0.iter().filter(move |(_, by)| *by == place).map(|(name, _)| *name)
    }
}

struct Found<'a> {
    names: &'a Names<'a>,
    uses: Uses,
}

impl Found<'_> {
    fn add(&mut self, name: Name, place: Use) {
        // A series is no more than its figures: only they have a place of their own, with words and a source.
        if let Name::Series(at) = name {
            let years = &self.names.story().series.0[at].1.years;
            years.iter().for_each(|(_, figure)| self.figure(figure, place));
        } else if !self.uses.0.contains(&(name, place)) {
            self.uses.0.push((name, place));
        }
    }

    fn figure(&mut self, id: &str, place: Use) {
        if let Some(at) = self.names.story().figures.position(id) {
            self.add(Name::Figure(at), place);
        }
    }

    fn text(&mut self, text: &str, place: Use) {
        uses(text, self.names).into_iter().for_each(|name| self.add(name, place));
    }

    fn sentence(&mut self, variants: &[Variant], place: Use) {
        for variant in variants {
            variant.when.iter().for_each(|text| self.text(text, place));
            self.numbers(&variant.text, place);
        }
    }

    fn numbers(&mut self, text: &Text, place: Use) {
        for (_, text) in text.0.iter() {
            for (_, inner) in placeholders(text).unwrap_or_default() {
                self.text(inner, place);
            }
        }
    }

    fn settings(&mut self, set: &Named<Setting>, place: Use) {
        for (id, setting) in set.iter() {
            self.text(id, place);
            setting.0.iter().for_each(|(_, text)| self.text(text, place));
        }
    }
}
