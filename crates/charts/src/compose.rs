//! A story's view at a scenario becomes a chart as plain data, and its table.

use crate::{ChartView, DotView, Ink, LayerView, Mark};
use engine::say::{Voice, column_decimals, plain_text, sentence};
use engine::story::LayerKind;
use engine::{Model, Projection};

/// What a chart is made from.
#[derive(Clone, Copy)]
pub struct Shot<'a> {
    /// The compiled story.
    pub model: &'a Model,
    /// The scenario's projection.
    pub projection: &'a Projection,
    /// The default scenario's projection, drawn as a quiet line where it differs.
    pub default: &'a Projection,
    /// Language and numbers.
    pub voice: Voice<'a>,
}

/// The chart of the view at place `at` of the story.
#[must_use]
pub fn compose(shot: Shot, at: usize) -> ChartView {
    let Shot { model, projection, default, voice } = shot;
    let (id, view) = &voice.story.views.0[at];
    let shown = &model.shown.views[at];
    let text = |text: &engine::story::Text| text.get(voice.language).to_owned();
    let first = voice.story.about.first_year;
    let opens = shown.layers.iter().any(|(_, opening)| opening.is_some())
        || view.dots.iter().any(|dot| dot.year < first);
    let years: Vec<i32> = opens.then_some(first - 1).into_iter().chain(model.years.iter().copied()).collect();
    let values =
        |from: &Projection, quantity: usize, opening: Option<engine::model::Slot>| -> Vec<Option<f64>> {
            let before = opens.then(|| opening.and_then(|slot| from.slot(slot)));
            before
                .into_iter()
                .chain((0..model.years.len()).map(|year| from.value(model, quantity, year)))
                .collect()
        };
    let layers = view.layers.iter().zip(&shown.layers).map(|(layer, (quantity, opening))| {
        let now = values(projection, *quantity, *opening);
        let before = values(default, *quantity, *opening);
        LayerView {
            quantity: layer.quantity.clone(),
            kind: layer.kind,
            ink: Ink::parse(&layer.colour).unwrap_or(Ink::Limit),
            label: text(&layer.label),
            // A limit that moved is seen by what it limits.
            baseline: (before != now && layer.kind != LayerKind::Limit).then_some(before),
            values: now,
        }
    });
    let dots = view.dots.iter().zip(&shown.dots).filter_map(|(dot, slot)| {
        let status = voice.story.figures.get(&dot.figure)?.status;
        let value = projection.slot(*slot)?;
        Some(DotView {
            figure: dot.figure.clone(),
            year: dot.year,
            value,
            label: text(&dot.label),
            mark: Mark::from(status),
        })
    });
    ChartView {
        id: id.clone(),
        title: text(&view.title),
        sentence: plain_text(&sentence(&shown.sentence, projection, model, voice)),
        unit_label: text(&view.unit_label),
        years,
        first_projected: first,
        illustrative_after: voice.story.about.illustrative_after,
        illustrative_label: voice.word("illustrative"),
        default_label: voice.word("default"),
        layers: layers.collect(),
        dots: dots.collect(),
        scale: voice.unit(&view.unit).scale,
    }
}

/// The numbers of a chart as rows of text: one row a year, one cell a layer, a dash where a value is absent.
#[must_use]
pub fn table(view: &ChartView, unit: &str, voice: Voice) -> Vec<(i32, Vec<String>)> {
    let words = voice.unit(unit);
    let decimals: Vec<usize> = view
        .layers
        .iter()
        .map(|layer| column_decimals(layer.values.iter().flatten().map(|value| value * words.scale), &words))
        .collect();
    let row = |(at, year): (usize, &i32)| {
        let cells = view.layers.iter().zip(&decimals).map(|(layer, decimals)| {
            layer.value(at).map_or_else(|| "–".to_owned(), |value| voice.cell(value, unit, *decimals))
        });
        (*year, cells.collect())
    };
    view.years.iter().enumerate().map(row).collect()
}
