//! The two axes: ticks upwards, years to the right.

use super::spans::Span;
use super::words::{Sizes, Words};
use crate::geometry::{Point, Rect};
use crate::measure::{Measure, TickText, Weight};
use crate::scale::{Axis, axis};
use crate::view::ChartView;
use engine::story::LayerKind;

/// A number of the vertical axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Written value.
    pub value: f64,
    /// Height of its grid line.
    pub y: f64,
    /// Its number, ending left of the plot.
    pub words: Words,
}

/// A year of the horizontal axis.
#[derive(Clone, Debug, PartialEq)]
pub struct YearTick {
    /// Its place.
    pub x: f64,
    /// Its number in full, centred under its place within the frame.
    pub words: Words,
    /// The text that stands there; absent where the axis is too narrow for every year.
    pub short: Option<Words>,
}

/// The vertical axis that holds layers, their bands, the default scenario and dots.
pub(super) fn vertical(view: &ChartView, spans: &[Span], plot_height: f64) -> Axis {
    let steps = if plot_height >= 160.0 { 5 } else { 4 };
    let drawn = spans.iter().flat_map(|span| span.values.iter().chain(&span.defaults)).flatten();
    let dots = view.dots.iter().filter(|dot| view.years.contains(&dot.year));
    let dots = dots.filter_map(|dot| Some(dot.value? * view.scale)).filter(|value| value.is_finite());
    let bands = spans.iter().flat_map(|span| &span.bands).flatten().flat_map(|band| [band[0], band[4]]);
    axis(drawn.flat_map(|(from, to)| [*from, *to]).chain(bands).chain(dots), steps)
}

/// The text of a tick; zero needs no digits after its sign.
pub(super) fn tick_text(value: f64, decimals: usize, ticks: &dyn TickText) -> String {
    if value == 0.0 { ticks.tick(0.0, 0) } else { ticks.tick(value, decimals) }
}

/// Height of a written value.
pub(super) fn height(plot: &Rect, axis: &Axis, value: f64) -> f64 {
    plot.bottom - (value - axis.low) / (axis.high - axis.low) * plot.height()
}

/// The place of each year: in the middle of a bar's room, or from edge to edge for lines.
pub(super) fn positions(view: &ChartView, plot: &Rect) -> Vec<f64> {
    let count = f64::from(u32::try_from(view.years.len()).unwrap_or(1).max(1));
    let bars = view.layers.iter().any(|layer| layer.kind == LayerKind::Bar);
    let (first, step) = if bars {
        (plot.left + plot.width() / count / 2.0, plot.width() / count)
    } else {
        (plot.left + LINE_INSET, (plot.width() - LINE_INSET - LINE_END) / (count - 1.0).max(1.0))
    };
    let mut x = first - step;
    view.years
        .iter()
        .map(|_| {
            x += step;
            x
        })
        .collect()
}

/// The years under their places: first and last in full, the others as ’27, and as many as fit left of `end`, whose
/// height is the middle of the text.
pub(super) fn years(
    view: &ChartView,
    positions: &[f64],
    end: Point,
    measure: &dyn Measure,
    sizes: Sizes,
) -> Vec<YearTick> {
    let last = view.years.len().saturating_sub(1);
    let words = |text: String, x: f64| {
        let mut words = Words::line(text, measure, sizes.axis, Weight::Regular);
        let half = words.width() / 2.0;
        words.move_to(Point { x: (x - half).min(end.x - 2.0 * half).max(0.0), y: end.y });
        words
    };
    let mut ticks: Vec<YearTick> = view
        .years
        .iter()
        .zip(positions)
        .enumerate()
        .map(|(place, (year, x))| {
            let full = words(year.to_string(), *x);
            let short = if place == 0 || place == last {
                full.clone()
            } else {
                words(format!("’{:02}", year.rem_euclid(100)), *x)
            };
            YearTick { x: *x, words: full, short: Some(short) }
        })
        .collect();
    let every = (1..=last.max(1)).find(|every| fit(&ticks, *every)).unwrap_or(last.max(1));
    for (place, tick) in ticks.iter_mut().enumerate() {
        if !stays(place, last, every) {
            tick.short = None;
        }
    }
    ticks
}

/// Room at the left of the first point, so that it does not touch the numbers.
const LINE_INSET: f64 = 12.0;
/// Room at the right of the last point, for the round of its line.
const LINE_END: f64 = 3.0;

fn stays(place: usize, last: usize, every: usize) -> bool {
    // The last year always stands, so its neighbour gives way where the rhythm does not end on it.
    place == last || (place.is_multiple_of(every) && (place + every <= last || every == 1))
}

fn fit(ticks: &[YearTick], every: usize) -> bool {
    let last = ticks.len().saturating_sub(1);
    let mut end = f64::NEG_INFINITY;
    for (place, tick) in ticks.iter().enumerate() {
        let Some(words) = tick.short.as_ref().filter(|_| stays(place, last, every)) else { continue };
        if words.rect.left < end + 5.0 {
            return false;
        }
        end = words.rect.right;
    }
    true
}
