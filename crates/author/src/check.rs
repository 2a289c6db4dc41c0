//! What a story must keep to beside its types: names, units, texts, ranges, sources.

use crate::problem::Problem;
use crate::read::Files;
use crate::used::used_figures;
use engine::Model;
use engine::model::{ModelError, Place};
use engine::nearest::did_you_mean;
use engine::story::{Named, SourceKind, Story};
use engine::units::Unit;
use std::collections::BTreeSet;

/// Every mistake.
pub(crate) fn check(story: &Story, files: &Files) -> Vec<Problem> {
    let mut checks = Checks { story, files, problems: Vec::new() };
    checks.equations();
    checks.names();
    checks.units();
    checks.figures();
    checks.inputs();
    checks.views();
    for (place, text) in crate::texts::texts(story) {
        for language in &story.about.languages {
            if text.get(language).trim().is_empty() {
                checks.report(&place, format!("missing in the language `{language}`"));
            }
        }
    }
    checks.problems
}

struct Checks<'a> {
    story: &'a Story,
    files: &'a Files,
    problems: Vec<Problem>,
}

impl Checks<'_> {
    fn report(&mut self, place: &Place, message: String) {
        self.within(place, None, message);
    }

    fn within(&mut self, place: &Place, offset: Option<usize>, message: String) {
        if let Some(file) = self.files.with(place.list, &place.block) {
            self.problems.push(file.problem(&place.block, &place.key, offset, message));
        }
    }

    fn equations(&mut self) {
        let compiled = Model::compile(self.story).err().unwrap_or_default();
        let checked = engine::model::check(self.story);
        let backtests = engine::backtest::check(self.story);
        for ModelError { place, error } in compiled.into_iter().chain(checked).chain(backtests) {
            self.within(&place, Some(error.span.start), error.problem.to_string());
        }
    }

    /// A name stands for one thing, but for figures, which can be called `figure.<name>`.
    fn names(&mut self) {
        let story = self.story;
        let mut taken = BTreeSet::from(["year", "absent"]);
        let lists: [(&'static str, Vec<&str>); 4] = [
            ("model", story.model.names().collect()),
            ("levers", story.levers.names().collect()),
            ("assumptions", story.assumptions.names().collect()),
            ("series", story.series.names().collect()),
        ];
        for (list, names) in lists {
            for name in names {
                if !taken.insert(name) {
                    let message = "the name is taken already; quantities, levers, assumptions and series share one list";
                    self.report(&Place::new(list, name, ""), message.to_owned());
                }
            }
        }
    }

    fn units(&mut self) {
        let story = self.story;
        let known: BTreeSet<Unit> = story.units.names().filter_map(Unit::parse).collect();
        let mut wanted: Vec<(Place, &str)> = Vec::new();
        for (id, entry) in
            story.model.iter().filter(|(_, entry)| entry.unit != "choice" && !entry.intermediate)
        {
            wanted.push((Place::new("model", id, "unit"), &entry.unit));
        }
        wanted.extend(
            story.levers.iter().map(|(id, entry)| (Place::new("levers", id, "unit"), entry.unit.as_str())),
        );
        wanted.extend(
            story.views.iter().map(|(id, entry)| (Place::new("views", id, "unit"), entry.unit.as_str())),
        );
        for (place, text) in wanted {
            if !Unit::parse(text).is_some_and(|unit| known.contains(&unit)) {
                let nearest = did_you_mean(text, story.units.names());
                self.report(&place, format!("`{text}` has no words in units.toml{nearest}"));
            }
        }
    }

    fn figures(&mut self) {
        let story = self.story;
        let used = used_figures(story);
        for (id, figure) in story.figures.iter() {
            let at = |key: &str| Place::new("figures", id, key);
            let Some(source) = story.sources.get(&figure.source) else {
                let nearest = did_you_mean(&figure.source, story.sources.names());
                self.report(&at("source"), format!("there is no source `{}`{nearest}", figure.source));
                continue;
            };
            let printed = figure.paragraph.is_some() && figure.printed.is_some();
            if source.kind == SourceKind::Article && !printed {
                self.report(&at(""), "a figure of an article needs `paragraph` and `printed`".to_owned());
            }
            match (used.contains(id), figure.context) {
                (false, false) => {
                    let message =
                        "used nowhere; mark it `context = true` if it is there for the reader alone";
                    self.report(&at(""), message.to_owned());
                }
                (true, true) => {
                    self.report(&at("context"), "marked as context, but something uses it".to_owned())
                }
                _ => {}
            }
            if used.contains(id) && figure.wrong {
                self.report(&at("wrong"), "marked as wrong, but something uses it".to_owned());
            }
        }
    }

    fn inputs(&mut self) {
        let story = self.story;
        for (id, lever) in story.levers.iter() {
            let [low, high] = lever.range;
            for (key, value) in [("low", lever.low), ("default", lever.default), ("high", lever.high)] {
                if !(low..=high).contains(&value) {
                    let message = format!("{value} lies outside the range {low} to {high}");
                    self.report(&Place::new("levers", id, key), message);
                }
            }
            self.known(&lever.view, &story.views, "view", &Place::new("levers", id, "view"));
            for (at, claim) in lever.claims.iter().enumerate() {
                let place = Place::new("levers", id, format!("claims.{at}.figure"));
                self.known(&claim.figure, &story.figures, "figure", &place);
            }
        }
        for (id, assumption) in story.assumptions.iter() {
            let [low, high] = assumption.settable();
            let (from, to) = (assumption.low.unwrap_or(low), assumption.high.unwrap_or(high));
            if !(from..=to).contains(&assumption.central) {
                let message = format!("{} lies outside its range {from} to {to}", assumption.central);
                self.report(&Place::new("assumptions", id, "central"), message);
            }
            for (at, figure) in assumption.figures.iter().enumerate() {
                self.known(
                    figure,
                    &story.figures,
                    "figure",
                    &Place::new("assumptions", id, format!("figures.{at}")),
                );
            }
            for (at, source) in assumption.sources.iter().enumerate() {
                self.known(
                    source,
                    &story.sources,
                    "source",
                    &Place::new("assumptions", id, format!("sources.{at}")),
                );
            }
        }
        for (id, series) in story.series.iter() {
            for (at, (_, figure)) in series.years.iter().enumerate() {
                self.known(
                    figure,
                    &story.figures,
                    "figure",
                    &Place::new("series", id, format!("years.{at}")),
                );
            }
        }
    }

    fn views(&mut self) {
        for (id, view) in self.story.views.iter() {
            for (at, dot) in view.dots.iter().enumerate() {
                self.known(
                    &dot.figure,
                    &self.story.figures,
                    "figure",
                    &Place::new("views", id, format!("dots.{at}.figure")),
                );
            }
        }
    }

    fn known<T>(&mut self, name: &str, list: &Named<T>, what: &str, place: &Place) {
        if list.get(name).is_none() {
            let nearest = did_you_mean(name, list.names());
            self.report(place, format!("there is no {what} `{name}`{nearest}"));
        }
    }
}
