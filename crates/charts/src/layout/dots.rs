//! Figures as dots: apart from each other so that each can be pressed, their labels clear of the lines.

use super::axes;
use super::series::Shape;
use super::words::{Sizes, Words};
use crate::geometry::{Point, Rect};
use crate::measure::{Measure, Weight};
use crate::scale::Axis;
use crate::view::ChartView;

/// A dot that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DotPlace {
    /// Its position among the view's dots.
    pub dot: usize,
    /// Its middle; a button of 24 px there touches no other dot's.
    pub center: Point,
    /// Its label, where there is a free place for it.
    pub label: Option<Words>,
}

/// Radius of a dot in css px.
pub(crate) const RADIUS: f64 = 4.5;

/// Places the dots, then their labels one after the other.
pub(super) fn place(
    view: &ChartView,
    shapes: &[Shape],
    plot: &Rect,
    axis: &Axis,
    positions: &[f64],
    measure: &dyn Measure,
    sizes: Sizes,
) -> Vec<DotPlace> {
    let mut places: Vec<DotPlace> = view
        .dots
        .iter()
        .enumerate()
        .filter_map(|(dot, figure)| {
            let year = view.years.iter().position(|year| *year == figure.year)?;
            let value = figure.value * view.scale;
            value.is_finite().then(|| DotPlace {
                dot,
                center: Point { x: positions[year], y: axes::height(plot, axis, value) },
                label: None,
            })
        })
        .collect();
    separate(&mut places, plot);

    let mut taken: Vec<Rect> = places.iter().map(|place| around(place.center, RADIUS + 2.0)).collect();
    taken.extend(shapes.iter().flat_map(|shape| shape.bars.iter().flatten().copied()));
    for place in &mut places {
        let text = &view.dots[place.dot].label;
        let shapes_of_text = [plot.width() * 0.5, plot.width() * 0.3]
            .map(|widest| Words::wrapped(text, widest, measure, sizes.note, Weight::Regular));
        let found = shapes_of_text.iter().find_map(|words| free(words, place.center, plot, shapes, &taken));
        if let Some(words) = &found {
            taken.push(words.rect.grown(1.0));
        }
        place.label = found.filter(|_| !text.is_empty());
    }
    places
}

/// Distance between the middles of two buttons.
const APART: f64 = 24.0;

/// Moves dots that would cover each other sideways; within a year the exact place says nothing.
fn separate(places: &mut [DotPlace], plot: &Rect) {
    for _ in 0..6 {
        for second in 1..places.len() {
            for first in 0..second {
                let (a, b) = (places[first].center, places[second].center);
                let needed = (APART * APART - (a.y - b.y) * (a.y - b.y)).max(0.0).sqrt();
                let short = needed - (b.x - a.x).abs();
                if short <= 0.0 {
                    continue;
                }
                let side = if b.x < a.x { -1.0 } else { 1.0 };
                let inside = |x: f64| x.clamp(plot.left + RADIUS, (plot.right - RADIUS).max(plot.left + RADIUS));
                places[first].center.x = inside(a.x - side * short / 2.0);
                places[second].center.x = inside(b.x + side * short / 2.0);
            }
        }
    }
}

/// The words at the first of a fixed list of places around the dot that is inside the plot and free, so that a label
/// keeps its place until a line comes through it.
fn free(words: &Words, dot: Point, plot: &Rect, shapes: &[Shape], taken: &[Rect]) -> Option<Words> {
    let (width, height) = (words.width(), words.height());
    let inside = Rect { left: plot.left + 2.0, top: plot.top - 4.0, right: plot.right - 1.0, bottom: plot.bottom - 2.0 };
    let mut words = words.clone();
    for gap in [3.0, 9.0, 17.0, 27.0] {
        let (beside, above) = (RADIUS + gap + 2.0, RADIUS + gap * 0.6 + height / 2.0);
        let right = dot.x + beside;
        let left = dot.x - beside - width;
        let middle = dot.x - width / 2.0;
        let edge = RADIUS * 0.5;
        for (x, y) in [
            (right, dot.y - above * 0.45),
            (right, dot.y),
            (right, dot.y + above * 0.45),
            (left, dot.y - above * 0.45),
            (left, dot.y),
            (left, dot.y + above * 0.45),
            (dot.x - edge, dot.y - above),
            (dot.x - edge, dot.y + above),
            (middle, dot.y - above),
            (middle, dot.y + above),
            (dot.x + edge - width, dot.y - above),
            (dot.x + edge - width, dot.y + above),
        ] {
            words.move_to(Point { x, y });
            let clear = !taken.iter().any(|other| other.overlaps(&words.rect));
            if clear && inside.holds(&words.rect) && !crossed(&words.rect, shapes) {
                return Some(words);
            }
        }
    }
    None
}

/// True where a line passes through, with half its width and a little air.
fn crossed(rect: &Rect, shapes: &[Shape]) -> bool {
    let rect = rect.grown(2.0);
    let lines = shapes.iter().filter(|shape| shape.bars.is_empty()).map(|shape| &shape.points);
    lines.chain(shapes.iter().map(|shape| &shape.defaults)).any(|points| {
        points.windows(2).any(|pair| match (pair[0], pair[1]) {
            (Some(from), Some(to)) => rect.meets(from, to),
            (Some(alone), None) | (None, Some(alone)) => rect.meets(alone, alone),
            (None, None) => false,
        })
    })
}

fn around(center: Point, by: f64) -> Rect {
    Rect { left: center.x, top: center.y, right: center.x, bottom: center.y }.grown(by)
}
