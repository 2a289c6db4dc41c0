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
    /// Its middle, beside its year where another dot would cover it.
    pub center: Point,
    /// The middle of a button of 24 px that covers the dot and overlaps no other dot's.
    pub button: Point,
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
            let value = figure.value? * view.scale;
            let center = Point { x: positions[year], y: axes::height(plot, axis, value) };
            value.is_finite().then_some(DotPlace { dot, center, button: center, label: None })
        })
        .collect();
    // Within a year the exact place to the left or right says nothing.
    let centers = apart(places.iter().map(|place| place.center).collect(), |a, b| {
        let needed = (COVER * COVER - (a.y - b.y) * (a.y - b.y)).max(0.0).sqrt();
        Point { x: needed - (b.x - a.x).abs(), y: 0.0 }
    });
    let buttons = apart(centers.clone(), |a, b| {
        let (x, y) = (BUTTON - (b.x - a.x).abs(), BUTTON - (b.y - a.y).abs());
        if x <= 0.0 || y <= 0.0 {
            Point::default()
        } else if x <= y {
            Point { x, y: 0.0 }
        } else {
            Point { x: 0.0, y }
        }
    });
    for ((place, center), button) in places.iter_mut().zip(centers).zip(buttons) {
        (place.center, place.button) = (center, button);
    }

    let free = Free {
        plot: Rect {
            left: plot.left + 2.0,
            top: plot.top - 4.0,
            right: plot.right - 1.0,
            bottom: plot.bottom - 2.0,
        },
        shapes,
        dots: places.iter().map(|place| place.center).collect(),
    };
    let mut taken: Vec<Rect> = shapes.iter().flat_map(|shape| shape.bars.iter().flatten().copied()).collect();
    for place in places.iter_mut().filter(|place| !view.dots[place.dot].label.is_empty()) {
        let text = &view.dots[place.dot].label;
        let mut widths = [plot.width() * 0.5, plot.width() * 0.3]
            .map(|widest| Words::wrapped(text, widest, measure, sizes.note, Weight::Regular));
        place.label = free.place(&mut widths, place.center, &taken);
        taken.extend(place.label.iter().map(|words| words.rect.grown(1.0)));
    }
    places
}

/// Distance at which two marks stand beside each other.
const COVER: f64 = 11.0;
/// Edge of a button.
const BUTTON: f64 = 24.0;

/// Moves points that are too near to each other apart, half the missing distance each.
fn apart(mut points: Vec<Point>, missing: impl Fn(Point, Point) -> Point) -> Vec<Point> {
    for _ in 0..8 {
        for second in 1..points.len() {
            for first in 0..second {
                let (a, b) = (points[first], points[second]);
                let push = missing(a, b);
                let half = |push: f64, from: f64, to: f64| {
                    let way = if to < from { -0.5 } else { 0.5 };
                    push.max(0.0) * way
                };
                let by = Point { x: half(push.x, a.x, b.x), y: half(push.y, a.y, b.y) };
                points[first] = Point { x: a.x - by.x, y: a.y - by.y };
                points[second] = Point { x: b.x + by.x, y: b.y + by.y };
            }
        }
    }
    points
}

/// Where labels may stand.
struct Free<'a> {
    plot: Rect,
    shapes: &'a [Shape],
    dots: Vec<Point>,
}

impl Free<'_> {
    /// The first of several wordings, at the first of a fixed list of places around the dot that is free, so that a
    /// label keeps its place until a line comes through it.
    fn place(&self, wordings: &mut [Words], dot: Point, taken: &[Rect]) -> Option<Words> {
        for gap in [3.0, 8.0, 15.0] {
            for words in &mut *wordings {
                for place in around(dot, words.width(), words.height(), gap) {
                    words.move_to(place);
                    let clear = !taken.iter().any(|other| other.overlaps(&words.rect));
                    if clear
                        && self.plot.holds(&words.rect)
                        && self.belongs(&words.rect, dot)
                        && !self.crossed(&words.rect)
                    {
                        return Some(words.clone());
                    }
                }
            }
        }
        None
    }

    /// True where no dot is nearer than the one it labels, and none is covered.
    fn belongs(&self, rect: &Rect, own: Point) -> bool {
        let distance = |dot: &Point| {
            let x = (rect.left - dot.x).max(dot.x - rect.right).max(0.0);
            let y = (rect.top - dot.y).max(dot.y - rect.bottom).max(0.0);
            (x * x + y * y).sqrt()
        };
        let limit = distance(&own);
        limit > RADIUS && self.dots.iter().all(|dot| distance(dot) >= limit)
    }

    /// True where a line passes through, with half its width and a little air.
    fn crossed(&self, rect: &Rect) -> bool {
        let rect = rect.grown(2.0);
        let lines = self.shapes.iter().filter(|shape| shape.bars.is_empty()).map(|shape| &shape.points);
        lines.chain(self.shapes.iter().map(|shape| &shape.defaults)).any(|points| {
            let alone = points.first().copied().flatten().is_some_and(|point| rect.meets(point, point));
            alone
                || points.windows(2).any(|pair| match (pair[0], pair[1]) {
                    (Some(from), Some(to)) => rect.meets(from, to),
                    (None, Some(to)) => rect.meets(to, to),
                    (_, None) => false,
                })
        })
    }
}

/// Middles of the left edges of a label around a dot: beside it, above and below, the most natural first.
fn around(dot: Point, width: f64, height: f64, gap: f64) -> [Point; 12] {
    let (beside, above) = (RADIUS + gap + 2.0, RADIUS + gap * 0.6 + height / 2.0);
    let (right, left, middle) = (dot.x + beside, dot.x - beside - width, dot.x - width / 2.0);
    let edge = RADIUS * 0.5;
    [
        (right, -above * 0.45),
        (right, 0.0),
        (right, above * 0.45),
        (left, -above * 0.45),
        (left, 0.0),
        (left, above * 0.45),
        (dot.x - edge, -above),
        (dot.x - edge, above),
        (middle, -above),
        (middle, above),
        (dot.x + edge - width, -above),
        (dot.x + edge - width, above),
    ]
    .map(|(x, y)| Point { x, y: dot.y + y })
}
