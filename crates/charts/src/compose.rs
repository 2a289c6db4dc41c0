//! A story's view at a scenario becomes a chart as plain data, and its table.

use crate::{ChartView, DotView, Ink, LayerView, Mark};
use engine::model::Slot;
use engine::say::{Spread, Voice, column_decimals, plain_text, sentence};
use engine::story::{LayerKind, Text};
use engine::{Model, Projection};

/// What the numbers of a chart are made from.
#[derive(Clone, Copy)]
pub struct Shot<'a> {
    /// The compiled story.
    pub model: &'a Model,
    /// The scenario's projection.
    pub projection: &'a Projection,
    /// The default scenario's projection, drawn as a quiet line where it differs.
    pub default: &'a Projection,
    /// The bands of slots, where they are known.
    pub spread: &'a Spread<'a>,
}

/// The chart of the view at place `at` of the story, with all its words.
#[must_use]
pub fn compose(shot: Shot, voice: Voice, at: usize) -> ChartView {
    let mut view = compose_words(shot.model, voice, at);
    let parts = sentence(&shot.model.shown.views[at].sentence, shot.projection, shot.model, voice);
    view.sentence = plain_text(&parts);
    compose_numbers(&mut view, shot, at);
    view
}

/// All of a chart that no scenario changes. It has no values, and no sentence, since that speaks of values.
#[must_use]
pub fn compose_words(model: &Model, voice: Voice, at: usize) -> ChartView {
    let (id, view) = &voice.story.views.0[at];
    let text = |text: &Text| text.get(voice.language).to_owned();
    let first = voice.story.about.first_year;
    let opens = model.shown.views[at].layers.iter().any(|(_, opening)| opening.is_some())
        || view.dots.iter().any(|dot| dot.year < first);
    let layers = view.layers.iter().map(|layer| LayerView {
        quantity: layer.quantity.clone(),
        kind: layer.kind,
        ink: Ink::parse(&layer.colour).unwrap_or(Ink::Limit),
        label: text(&layer.label),
        values: Vec::new(),
        baseline: None,
        bands: Vec::new(),
    });
    let dots = view.dots.iter().map(|dot| DotView {
        figure: dot.figure.clone(),
        year: dot.year,
        value: None,
        label: text(&dot.label),
        // A figure that is missing has stopped the build.
        mark: voice.story.figures.get(&dot.figure).map_or(Mark::Disputed, |figure| Mark::from(figure.status)),
    });
    ChartView {
        id: id.clone(),
        title: text(&view.title),
        sentence: String::new(),
        unit_label: text(&view.unit_label),
        years: opens.then_some(first - 1).into_iter().chain(model.years.iter().copied()).collect(),
        first_projected: first,
        illustrative_after: voice.story.about.illustrative_after,
        illustrative_label: voice.word("illustrative"),
        default_label: voice.word("default"),
        layers: layers.collect(),
        dots: dots.collect(),
        scale: voice.unit(&view.unit).scale,
    }
}

/// Sets the values of a chart made by [`compose_words`], in place: this is all that a moving slider changes.
pub fn compose_numbers(view: &mut ChartView, shot: Shot, at: usize) {
    let Shot { model, projection, default, spread } = shot;
    let shown = &model.shown.views[at];
    let opens = view.years.first().is_some_and(|year| *year < view.first_projected);
    let values = |from: &Projection, quantity: usize, opening: Option<Slot>| -> Vec<Option<f64>> {
        let before = opens.then(|| opening.and_then(|slot| from.slot(slot)));
        let projected = (0..model.years.len()).map(|year| from.value(model, quantity, year));
        before.into_iter().chain(projected).collect()
    };
    for (layer, (quantity, opening)) in view.layers.iter_mut().zip(&shown.layers) {
        layer.values = values(projection, *quantity, *opening);
        let bands = model.quantities[*quantity].slots.iter().map(|slot| spread(*slot));
        // The year before the first is not drawn from anything.
        layer.bands = opens.then_some(None).into_iter().chain(bands).collect();
        let before = values(default, *quantity, *opening);
        // A limit that moved is seen by what it limits.
        layer.baseline = (before != layer.values && layer.kind != LayerKind::Limit).then_some(before);
    }
    for (dot, slot) in view.dots.iter_mut().zip(&shown.dots) {
        dot.value = projection.slot(*slot);
    }
}

/// A number of a chart as text.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The value, a dash where it is absent.
    pub text: String,
    /// What 10, 25, 50, 75 and 90 % of the draws lie below, where that is not the same.
    pub bands: Option<[String; 5]>,
}

/// The numbers of a chart as rows of text: one row a year, one cell a layer.
#[must_use]
pub fn table(view: &ChartView, unit: &str, voice: Voice) -> Vec<(i32, Vec<Cell>)> {
    let words = voice.unit(unit);
    let decimals: Vec<usize> = view
        .layers
        .iter()
        .map(|layer| column_decimals(layer.values.iter().flatten().map(|value| value * words.scale), &words))
        .collect();
    let row = |(at, year): (usize, &i32)| {
        let cells = view.layers.iter().zip(&decimals).map(|(layer, decimals)| {
            let cell = |value: f64| voice.cell(value, unit, *decimals);
            let bands = layer.bands.get(at).copied().flatten().filter(|bands| bands.p10 < bands.p90);
            Cell {
                text: layer.value(at).map_or_else(|| "–".to_owned(), cell),
                bands: bands.map(|of| [of.p10, of.p25, of.p50, of.p75, of.p90].map(cell)),
            }
        });
        (*year, cells.collect())
    };
    view.years.iter().enumerate().map(row).collect()
}
