//! Which figures feed something: an equation, claim, dot, opening, series, assumption or backtest.

use engine::model::{Name, Names, placeholders, uses};
use engine::story::Story;
use std::collections::BTreeSet;

/// The names of all figures that are used.
pub(crate) fn used_figures(story: &Story) -> BTreeSet<&str> {
    let names = Names::new(story);
    let mut used = BTreeSet::new();
    for text in expressions(story) {
        for name in uses(text, &names) {
            if let Name::Figure(at) = name {
                used.insert(story.figures.0[at].0.as_str());
            }
        }
    }
    used.extend(
        story.series.iter().flat_map(|(_, series)| series.years.iter().map(|(_, figure)| figure.as_str())),
    );
    used.extend(story.assumptions.iter().flat_map(|(_, entry)| entry.figures.iter().map(String::as_str)));
    used.extend(
        story.levers.iter().flat_map(|(_, lever)| lever.claims.iter().map(|claim| claim.figure.as_str())),
    );
    used.extend(story.presets.iter().flat_map(|(_, preset)| preset.figures.iter().map(String::as_str)));
    used.extend(story.views.iter().flat_map(|(_, view)| view.dots.iter().map(|dot| dot.figure.as_str())));
    used
}

/// Every expression of a story.
fn expressions(story: &Story) -> Vec<&str> {
    let mut found: Vec<&str> = story.model.iter().map(|(_, quantity)| quantity.value.as_str()).collect();
    found.extend(
        story.levers.iter().flat_map(|(_, lever)| lever.claims.iter().map(|claim| claim.at.as_str())),
    );
    let mut sentences: Vec<_> = story.verdict.iter().flat_map(|(_, variants)| variants).collect();
    for (_, view) in story.views.iter() {
        found.extend(view.layers.iter().filter_map(|layer| layer.opening.as_deref()));
        found.extend(view.dots.iter().map(|dot| dot.at.as_str()));
        sentences.extend(&view.sentence);
    }
    found.extend(sentences.iter().filter_map(|sentence| sentence.when.as_deref()));
    let steps = || story.tour.iter().map(|(_, step)| step);
    let said = sentences.into_iter().map(|sentence| &sentence.text).chain(steps().map(|step| &step.text));
    for text in said.chain(story.prose.iter().map(|(_, paragraph)| &paragraph.text)) {
        for (_, text) in text.0.iter() {
            found.extend(placeholders(text).unwrap_or_default().into_iter().map(|(_, inner)| inner));
        }
    }
    let sets = story.presets.iter().map(|(_, preset)| &preset.set).chain(steps().map(|step| &step.set));
    for (_, setting) in sets.flat_map(|set| set.iter()) {
        found.extend(setting.0.iter().map(|(_, text)| text.as_str()));
    }
    for (_, backtest) in story.backtests.iter() {
        found.extend(backtest.set.iter().chain(backtest.figures.iter()).map(|(_, text)| text.as_str()));
        for comparison in &backtest.compare {
            found.push(&comparison.actual);
            found.extend(comparison.naive.as_deref());
        }
    }
    found
}
