//! What a story must keep to beside its types: names, units, texts, ranges, sources.

mod dates;
mod figures;
mod inputs;
mod names;
mod size;
mod telling;
mod terms;
mod years;

use crate::files::Files;
use crate::limits::PROBLEMS;
use crate::problem::Problem;
use engine::Model;
use engine::model::{ModelError, Place};
use engine::nearest::did_you_mean;
use engine::story::{COLOURS, Named, Story, Text, Variant};
use engine::units::Unit;
use std::collections::BTreeSet;

/// Every mistake. What refers to one of the blocks `unread` is let pass: their own mistakes are reported already.
pub(crate) fn check(story: &Story, files: &Files, unread: &[String]) -> Vec<Problem> {
    let mut checks = Checks { story, files, unread, problems: Vec::new() };
    if !checks.about() {
        return checks.problems;
    }
    checks.equations();
    checks.names();
    checks.years();
    checks.units();
    checks.figures();
    checks.inputs();
    checks.dates();
    checks.terms();
    checks.series();
    checks.views();
    checks.strips();
    checks.sentences();
    checks.telling();
    for (place, text) in crate::texts::texts(story) {
        checks.text(&place, text, &story.about.languages);
    }
    checks.problems
}

struct Checks<'a> {
    story: &'a Story,
    files: &'a Files,
    unread: &'a [String],
    problems: Vec<Problem>,
}

impl Checks<'_> {
    fn report(&mut self, place: &Place, message: String) {
        self.within(place, None, message);
    }

    fn within(&mut self, place: &Place, part: Option<(usize, usize)>, message: String) {
        if self.full() || self.unread.iter().any(|id| message.contains(&format!("`{id}`"))) {
            return;
        }
        self.problems.push(self.files.problem(place.list, &place.block, &place.key, part, message));
    }

    /// Nobody reads more, and each takes time to word.
    fn full(&self) -> bool {
        self.problems.len() >= PROBLEMS
    }

    /// Without years, or beyond all measure, nothing else can be checked.
    fn about(&mut self) -> bool {
        let about = &self.story.about;
        if about.languages.is_empty() {
            let message = "a story needs one language at least".to_owned();
            self.report(&Place::new("story", "", "languages"), message);
        }
        if !self.size() {
            return false;
        }
        let drawn = self.story.drawn();
        if !about.asked.is_empty() && !drawn.contains(&about.asked.as_str()) {
            let message = format!(
                "no chart draws a quantity called `{}`{}",
                about.asked,
                did_you_mean(&about.asked, drawn.into_iter())
            );
            self.report(&Place::new("story", "", "asked"), message);
        }
        true
    }

    fn equations(&mut self) {
        let compiled = Model::compile(self.story).err().unwrap_or_default();
        let checked = engine::model::check(self.story);
        let backtests = engine::backtest::check(self.story);
        for ModelError { place, error } in compiled.into_iter().chain(checked).chain(backtests) {
            self.within(&place, Some((error.span.start, error.span.end)), error.problem.to_string());
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
            if !self.full() && !Unit::parse(text).is_some_and(|unit| known.contains(&unit)) {
                let nearest = did_you_mean(text, story.units.names());
                self.report(&place, format!("`{text}` has no words in units.toml{nearest}"));
            }
        }
    }

    fn views(&mut self) {
        for (id, view) in self.story.views.iter() {
            for (at, layer) in view.layers.iter().enumerate() {
                if !self.full() && !COLOURS.contains(&layer.colour.as_str()) {
                    let nearest = did_you_mean(&layer.colour, COLOURS.into_iter());
                    let message = format!(
                        "no colour is called `{}`{nearest}; there are {}",
                        layer.colour,
                        COLOURS.join(", ")
                    );
                    self.report(&Place::new("views", id, format!("layers.{at}.colour")), message);
                }
            }
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

    /// Beside a choice stands something that can be read.
    fn strips(&mut self) {
        for (id, quantity) in self.story.model.iter() {
            let Some(beside) = &quantity.beside else { continue };
            let place = Place::new("model", id, "beside");
            self.known(beside, &self.story.model, "quantity", &place);
            if quantity.choices.is_empty() {
                self.report(&place, "only a choice, with `choices`, has something beside it".to_owned());
            } else if self.story.model.get(beside).is_some_and(|other| other.intermediate) {
                self.report(&place, format!("`{beside}` is intermediate; what is shown is put out"));
            }
        }
    }

    /// Where no variant holds there would be no sentence.
    fn sentences(&mut self) {
        let story = self.story;
        for (id, variants) in story.verdict.iter() {
            self.last_variant(variants, "verdict", id, "");
        }
        for (id, view) in story.views.iter() {
            self.last_variant(&view.sentence, "views", id, "sentence.");
        }
    }

    fn last_variant(&mut self, variants: &[Variant], list: &'static str, id: &str, key: &str) {
        let message = match variants.iter().position(|variant| variant.when.is_none()) {
            Some(at) if at + 1 < variants.len() => {
                let place = Place::new(list, id, format!("{key}{}", at + 1));
                self.report(
                    &place,
                    "never shown: the variant before it has no `when` and always holds".to_owned(),
                );
                return;
            }
            Some(_) => return,
            None if variants.is_empty() => "a sentence is missing",
            None => "the last variant may have no `when`, so that there always is a sentence",
        };
        let last = variants.len().checked_sub(1).map_or(String::new(), |last| last.to_string());
        self.report(&Place::new(list, id, format!("{key}{last}")), message.to_owned());
    }

    /// A text has each of `languages` and no other than those of the story.
    fn text(&mut self, place: &Place, text: &Text, languages: &[String]) {
        let mut whole = true;
        for language in languages.iter().filter(|language| text.get(language).trim().is_empty()) {
            self.report(place, format!("missing in the language `{language}`"));
            whole = false;
        }
        let all = &self.story.about.languages;
        if whole && let Some(other) = text.0.names().find(|name| !all.iter().any(|language| language == name))
        {
            let known = all.join(", ");
            self.report(place, format!("the story has no language `{other}`; its languages are {known}"));
        }
    }

    fn known<T>(&mut self, name: &str, list: &Named<T>, what: &str, place: &Place) {
        if list.get(name).is_none() && !self.full() {
            let nearest = did_you_mean(name, list.names());
            self.report(place, format!("there is no {what} `{name}`{nearest}"));
        }
    }
}
