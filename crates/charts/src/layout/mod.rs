//! Where everything of a chart stands, in css px, as plain data.

mod axes;
mod dots;
mod labels;
mod series;
mod spans;
mod words;

pub use axes::{Tick, YearTick};
pub use dots::DotPlace;
pub(crate) use dots::RADIUS;
pub use labels::Label;
pub use series::{BandPlace, Shape};
pub use words::Words;

use crate::geometry::{Point, Rect};
use crate::measure::{Measure, TickText, Weight};
use crate::view::ChartView;
use words::Sizes;

/// The room a chart has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width in css px, 280 at least.
    pub width_css: f64,
    /// Height in css px, 120 at least.
    pub height_css: f64,
    /// Units of the backend per css px: the device's ratio, or a multiple of it where the backend is scaled down.
    pub ratio: f64,
}

/// What stands still while values move: everything that depends on the scale, the room and the years alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Axes {
    /// The room it was made for.
    pub frame: Frame,
    /// Where the data stand.
    pub plot: Rect,
    /// The vertical axis, upwards; its grid lines reach from edge to edge of the plot.
    pub ticks: Vec<Tick>,
    /// Height of zero.
    pub zero_y: f64,
    /// One a year.
    pub years: Vec<YearTick>,
    /// What is only illustrative, where there is any.
    pub veil: Option<Rect>,
    /// The word on it.
    pub veil_word: Option<Words>,
}

/// A chart with every place decided, all in css px.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// What stands still.
    pub axes: Axes,
    /// One a layer of the view.
    pub shapes: Vec<Shape>,
    /// The labels at the ends of the lines, downwards.
    pub labels: Vec<Label>,
    /// The dots that are drawn.
    pub dots: Vec<DotPlace>,
}

/// Lays a chart out. Labels stand within the frame and on nothing else; a dot's label that finds no free place is left
/// out, since the dot itself can be asked.
#[must_use]
pub fn layout(view: &ChartView, frame: Frame, measure: &dyn Measure, ticks: &dyn TickText) -> Layout {
    let sizes = Sizes::of(frame.width_css);
    let spans = spans::spans(view);
    let veiled = view.years.last().is_some_and(|year| *year > view.illustrative_after);
    let top = HALF_LINE + if veiled { STRIP } else { 0.0 };
    let bottom = (frame.height_css - FOOT).max(top + 20.0);
    let axis = axes::vertical(view, &spans, bottom - top);

    let texts: Vec<String> =
        axis.ticks.iter().map(|value| axes::tick_text(*value, axis.decimals, ticks)).collect();
    let widest =
        texts.iter().map(|text| measure.width_px(text, sizes.axis, Weight::Regular)).fold(0.0_f64, f64::max);
    let left = PAD + widest + TICK_GAP;
    let mut labels = labels::wanted(view, &spans, frame.width_css - left, measure, sizes);
    let margin = labels.iter().map(|label| label.width + LABEL_GAP + PAD).fold(sizes.axis * 1.6, f64::max);
    let plot = Rect { left, top, right: (frame.width_css - margin).max(left + 20.0), bottom };

    let axis_ticks: Vec<Tick> = axis
        .ticks
        .iter()
        .zip(texts)
        .map(|(value, text)| {
            let y = axes::height(&plot, &axis, *value);
            let mut words = Words::line(text, measure, sizes.axis, Weight::Regular);
            words.move_to(Point { x: plot.left - TICK_GAP - words.width(), y });
            Tick { value: *value, y, words }
        })
        .collect();
    let positions = axes::positions(view, &plot);
    let shapes = series::shapes(view, &spans, &plot, &axis, &positions);
    let years =
        axes::years(view, &positions, Point { x: frame.width_css, y: plot.bottom + 15.0 }, measure, sizes);
    let labels = labels::place(view, &shapes, &plot, &mut labels, sizes);
    let veil = veil(view, &plot, &positions);
    let veil_word = veil.as_ref().map(|veil| {
        let mut words = Words::line(view.illustrative_label.clone(), measure, sizes.note, Weight::Regular);
        // A word wider than its veil ends with the veil, where there is room to the left of it.
        let start = (veil.left + 5.0).min(plot.right - words.width()).max(PAD);
        words.move_to(Point { x: start, y: sizes.note * 0.5 + 3.0 });
        words
    });
    let zero_y = axes::height(&plot, &axis, 0.0);
    let axes = Axes { frame, plot, ticks: axis_ticks, zero_y, years, veil, veil_word };
    let dots = dots::place(view, &shapes, &axes, &axis, measure, sizes);
    Layout { axes, shapes, labels, dots }
}

impl Layout {
    /// Position of the year nearest to a place, for the pointer; absent where the chart has no years.
    #[must_use]
    pub fn year_at(&self, x_css: f64) -> Option<usize> {
        let years = &self.axes.years;
        let distance = |year: usize| (years[year].x - x_css).abs();
        (0..years.len()).min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
    }
}

/// From the edge of the frame to the first ink.
const PAD: f64 = 2.0;
/// From the numbers of the vertical axis to the plot.
const TICK_GAP: f64 = 8.0;
/// From the plot to the labels of its lines.
pub(crate) const LABEL_GAP: f64 = 8.0;
/// Above the plot: the word on the veil stands where no line comes.
const STRIP: f64 = 13.0;
/// Above the plot: the upper half of the highest tick's number.
const HALF_LINE: f64 = 8.0;
/// Below the plot: the years.
const FOOT: f64 = 24.0;

fn veil(view: &ChartView, plot: &Rect, positions: &[f64]) -> Option<Rect> {
    let first = view.years.iter().position(|year| *year > view.illustrative_after)?;
    let here = *positions.get(first)?;
    let left = match first.checked_sub(1).and_then(|before| positions.get(before)) {
        Some(before) => (before + here) / 2.0,
        None => plot.left,
    };
    Some(Rect { left, top: 0.0, right: plot.right, bottom: plot.bottom })
}
