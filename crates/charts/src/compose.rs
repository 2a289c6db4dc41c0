//! A story's view at a scenario becomes a chart as plain data, and its table.

use crate::{ChartView, DotView, Ink, LayerView, Mark};
use engine::say::{Spread, Voice, column_decimals, plain_text, sentence};
use engine::story::{LayerKind, Text};
use engine::{Model, Projection};

/// What the numbers of a chart are made from.
#[derive(Clone, Copy)]
pub struct Shot<'a> {
    /// The compiled story.
    pub model: &'a Model,
    /// A scenario's projection.
    pub projection: &'a Projection,
    /// The bands of its slots, where they are known.
    pub spread: &'a Spread<'a>,
}

/// The chart of the view at place `at` of the story, with all its words. `default` is drawn as a quiet line where it differs.
#[must_use]
pub fn compose(shot: Shot, default: Shot, voice: Voice, at: usize) -> ChartView {
    let mut view = compose_words(shot.model, voice, at);
    let parts = sentence(&shot.model.shown.views[at].sentence, shot.projection, shot.model, voice);
    view.sentence = plain_text(&parts);
    compose_numbers(&mut view, shot, default, at);
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
        kept: false,
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
pub fn compose_numbers(view: &mut ChartView, shot: Shot, default: Shot, at: usize) {
    let opens = view.years.first().is_some_and(|year| *year < view.first_projected);
    for (place, layer) in view.layers.iter_mut().enumerate() {
        layer.values = values(shot, at, place, opens);
        let (quantity, _) = shot.model.shown.views[at].layers[place];
        let bands = shot.model.quantities[quantity].slots.iter().map(|slot| (shot.spread)(*slot));
        // The year before the first is not drawn from anything.
        layer.bands = opens.then_some(None).into_iter().chain(bands).collect();
        let before = values(default, at, place, opens);
        // A limit that moved is seen by what it limits.
        layer.baseline = (before != layer.values && layer.kind != LayerKind::Limit).then_some(before);
    }
    for (dot, slot) in view.dots.iter_mut().zip(&shot.model.shown.views[at].dots) {
        dot.value = shot.projection.slot(*slot);
    }
}

/// Adds the lines of a scenario that is kept beside the one in hand, under its name. Of stacked bars their sum is a line.
pub fn add_kept(view: &mut ChartView, name: &str, kept: Shot, at: usize) {
    let opens = view.years.first().is_some_and(|year| *year < view.first_projected);
    let count = kept.model.shown.views[at].layers.len();
    let lines = view.layers[..count].iter().filter(|layer| layer.kind == LayerKind::Line).count();
    let mut sum: Option<LayerView> = None;
    for place in 0..count {
        let layer = &view.layers[place];
        let values = values(kept, at, place, opens);
        match (layer.kind, &mut sum) {
            (LayerKind::Limit, _) => {}
            (LayerKind::Bar, Some(sum)) => {
                for (sum, value) in sum.values.iter_mut().zip(values) {
                    *sum = sum.zip(value).map(|(sum, value)| sum + value);
                }
            }
            (kind, _) => {
                let label = if lines > 1 { format!("{name}: {}", layer.label) } else { name.to_owned() };
                let kept = LayerView {
                    kind: LayerKind::Line,
                    kept: true,
                    label,
                    values,
                    baseline: None,
                    bands: Vec::new(),
                    ..layer.clone()
                };
                if kind == LayerKind::Bar { sum = Some(kept) } else { view.layers.push(kept) }
            }
        }
    }
    view.layers.extend(sum);
}

/// What a scenario gives for a layer, by the places of its view and its own; the opening value before it where the chart
/// has one.
fn values(of: Shot, view: usize, layer: usize, opens: bool) -> Vec<Option<f64>> {
    let Shot { model, projection, .. } = of;
    let (quantity, opening) = model.shown.views[view].layers[layer];
    let before = opens.then(|| opening.and_then(|slot| projection.slot(slot)));
    let projected = (0..model.years.len()).map(|year| projection.value(model, quantity, year));
    before.into_iter().chain(projected).collect()
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
