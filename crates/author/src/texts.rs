//! Every text of a story with its place, so that none can be missing in a language.

use engine::model::Place;
use engine::story::{Story, Text, Variant};

/// All texts.
pub(crate) fn texts(story: &Story) -> Vec<(Place, &Text)> {
    let mut found = Found(Vec::new());
    let about = &story.about;
    for (key, text) in [("subject", &about.subject), ("question", &about.question), ("lead", &about.lead)] {
        found.add("story", "", key, text);
    }
    for (at, limit) in about.limits.iter().enumerate() {
        found.add("story", "", &format!("limits.{at}"), limit);
    }
    for (at, weakness) in about.weaknesses.iter().enumerate() {
        found.add("story", "", &format!("weaknesses.{at}"), weakness);
    }
    for (id, change) in story.changes.iter() {
        found.add("changes", id, "what", &change.what);
        found.add("changes", id, "effect", &change.effect);
    }
    for (id, source) in story.sources.iter() {
        found.add("sources", id, "title", &source.title);
        found.maybe("sources", id, "note", source.note.as_ref());
    }
    for (id, figure) in story.figures.iter() {
        found.add("figures", id, "label", &figure.label);
        found.maybe("figures", id, "note", figure.note.as_ref());
    }
    for (id, assumption) in story.assumptions.iter() {
        found.add("assumptions", id, "label", &assumption.label);
        found.add("assumptions", id, "reason", &assumption.reason);
    }
    for (id, lever) in story.levers.iter() {
        found.add("levers", id, "label", &lever.label);
        found.add("levers", id, "unit_label", &lever.unit_label);
        found.add("levers", id, "reason", &lever.reason);
        for (at, claim) in lever.claims.iter().enumerate() {
            found.add("levers", id, &format!("claims.{at}.label"), &claim.label);
        }
    }
    for (id, quantity) in story.model.iter() {
        found.add("model", id, "label", &quantity.label);
        found.maybe("model", id, "note", quantity.note.as_ref());
        for (name, choice) in quantity.choices.iter() {
            found.add("model", id, &format!("choices.{name}"), choice);
        }
    }
    for (id, view) in story.views.iter() {
        found.add("views", id, "title", &view.title);
        found.add("views", id, "unit_label", &view.unit_label);
        for (at, layer) in view.layers.iter().enumerate() {
            found.add("views", id, &format!("layers.{at}.label"), &layer.label);
        }
        for (at, dot) in view.dots.iter().enumerate() {
            found.add("views", id, &format!("dots.{at}.label"), &dot.label);
        }
        found.variants("views", id, "sentence.", &view.sentence);
    }
    for (id, variants) in story.verdict.iter() {
        found.variants("verdict", id, "", variants);
    }
    for (id, backtest) in story.backtests.iter() {
        found.add("backtests", id, "note", &backtest.note);
    }
    for (id, preset) in story.presets.iter() {
        found.add("presets", id, "label", &preset.label);
        found.add("presets", id, "reason", &preset.reason);
    }
    for (id, step) in story.tour.iter() {
        found.add("tour", id, "text", &step.text);
    }
    for (id, paragraph) in story.prose.iter() {
        found.add("prose", id, "text", &paragraph.text);
    }
    for (id, unit) in story.units.iter() {
        found.add("units", id, "prose", &unit.prose);
        found.add("units", id, "name", &unit.name);
    }
    for (id, text) in story.words.iter() {
        found.add("words", id, "", text);
    }
    found.0
}

struct Found<'a>(Vec<(Place, &'a Text)>);

impl<'a> Found<'a> {
    fn add(&mut self, list: &'static str, block: &str, key: &str, text: &'a Text) {
        self.0.push((Place::new(list, block, key), text));
    }

    fn maybe(&mut self, list: &'static str, block: &str, key: &str, text: Option<&'a Text>) {
        if let Some(text) = text {
            self.add(list, block, key, text);
        }
    }

    fn variants(&mut self, list: &'static str, block: &str, key: &str, variants: &'a [Variant]) {
        for (at, variant) in variants.iter().enumerate() {
            self.add(list, block, &format!("{key}{at}.text"), &variant.text);
        }
    }
}
