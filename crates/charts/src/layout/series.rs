//! Layers as points and bars, values first in written units and then in css px.

use super::axes;
use crate::geometry::{Point, Rect};
use crate::scale::Axis;
use crate::view::ChartView;
use engine::Bands;
use engine::story::LayerKind;

/// What one layer draws.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// One a year: the point of a line, or the middle of a bar.
    pub points: Vec<Option<Point>>,
    /// One a year, of bars alone.
    pub bars: Vec<Option<Rect>>,
    /// One a year where the layer has bands.
    pub bands: Vec<Option<BandPlace>>,
    /// The default scenario's points (of bars: their far edges), empty where it does not differ.
    pub defaults: Vec<Option<Point>>,
}

/// The band of one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandPlace {
    /// The place of the year.
    pub x: f64,
    /// The heights of 10, 25, 50, 75 and 90 %.
    pub y: [f64; 5],
}

/// One layer in written units, from where it starts to its value: both the same for a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Span {
    pub(super) values: Vec<Option<(f64, f64)>>,
    pub(super) defaults: Vec<Option<(f64, f64)>>,
    /// 10, 25, 50, 75 and 90 %, of lines and of the first bars of a stack; nothing in a year that is the same in every draw.
    pub(super) bands: Vec<Option<[f64; 5]>>,
}

/// Stacks the bars: what is above zero upwards, what is below downwards.
pub(super) fn spans(view: &ChartView) -> Vec<Span> {
    let years = 0..view.years.len();
    let mut now = Stack::new(years.len());
    let mut default = Stack::new(years.len());
    let mut stacked_on = false;
    let written = |value: f64| (value * view.scale).clamp(-LARGEST, LARGEST);
    view.layers
        .iter()
        .map(|layer| {
            let bar = layer.kind == LayerKind::Bar;
            let mut span = Span::default();
            for year in years.clone() {
                let value = layer.value(year).map(written);
                // Bars stand on each other's default even where their own does not differ.
                let other =
                    if layer.baseline.is_some() { layer.default_value(year).map(written) } else { value };
                let stacked = |stack: &mut Stack, value: Option<f64>| {
                    value.map(|value| if bar { stack.add(year, value) } else { (value, value) })
                };
                let other = stacked(&mut default, other);
                span.values.push(stacked(&mut now, value));
                if layer.baseline.is_some() {
                    span.defaults.push(other);
                }
            }
            // What stands on another part of a stack has a range that moves with that one's.
            let alone = !bar || !stacked_on;
            stacked_on |= bar;
            if alone && layer.kind != LayerKind::Limit {
                let edges = |band: &Bands| [band.p10, band.p25, band.p50, band.p75, band.p90].map(written);
                let known = |edges: &[f64; 5]| edges[0] < edges[4];
                span.bands = layer.bands.iter().map(|band| band.as_ref().map(edges).filter(known)).collect();
            }
            span
        })
        .collect()
}

/// Turns values into places.
pub(super) fn shapes(
    view: &ChartView,
    spans: &[Span],
    plot: &Rect,
    axis: &Axis,
    positions: &[f64],
) -> Vec<Shape> {
    let room = plot.width() / f64::from(u32::try_from(positions.len()).unwrap_or(1).max(1));
    let half = (room * 0.31).min(24.0);
    let y = |value: f64| axes::height(plot, axis, value);
    let line = |spans: &[Option<(f64, f64)>]| -> Vec<Option<Point>> {
        let places = positions.iter().zip(spans);
        places.map(|(x, span)| span.map(|(_, to)| Point { x: *x, y: y(to) })).collect()
    };
    view.layers
        .iter()
        .zip(spans)
        .map(|(layer, span)| {
            let defaults = line(&span.defaults);
            let places = positions.iter().zip(&span.bands);
            let bands =
                places.map(|(x, band)| band.map(|band| BandPlace { x: *x, y: band.map(y) })).collect();
            if layer.kind != LayerKind::Bar {
                return Shape { points: line(&span.values), bars: Vec::new(), bands, defaults };
            }
            let places = positions.iter().zip(&span.values);
            let bars: Vec<Option<Rect>> = places
                .map(|(x, span)| {
                    span.map(|(from, to)| Rect {
                        left: x - half,
                        top: y(from.max(to)),
                        right: x + half,
                        bottom: y(from.min(to)),
                    })
                })
                .collect();
            let middle =
                |bar: &Rect| Point { x: (bar.left + bar.right) / 2.0, y: (bar.top + bar.bottom) / 2.0 };
            let points = bars.iter().map(|bar| bar.as_ref().map(middle)).collect();
            Shape { points, bars, bands, defaults }
        })
        .collect()
}

/// Beyond this a number has left every chart; it keeps sums finite.
const LARGEST: f64 = 1e18;

/// How far each year's bars reach so far.
struct Stack {
    up: Vec<f64>,
    down: Vec<f64>,
}

impl Stack {
    fn new(years: usize) -> Self {
        Self { up: vec![0.0; years], down: vec![0.0; years] }
    }

    fn add(&mut self, year: usize, value: f64) -> (f64, f64) {
        let side = if value < 0.0 { &mut self.down } else { &mut self.up };
        let from = side[year];
        side[year] += value;
        (from, side[year])
    }
}
