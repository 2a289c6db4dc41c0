//! Layers as points and bars in css px.

use super::axes;
use super::spans::Span;
use crate::geometry::{Point, Rect};
use crate::scale::Axis;
use crate::view::ChartView;
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
