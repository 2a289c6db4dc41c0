//! Figures as dots: apart from each other so that each can be pressed, their labels clear of the lines.

use super::Axes;
use super::axes::height;
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
    /// A thin line to a label that stands farther away.
    pub leader: Option<(Point, Point)>,
}

/// Radius of a dot in css px.
pub(crate) const RADIUS: f64 = 4.5;

/// Places the dots, then their labels one after the other, clear of bars, lines and the word on the veil.
pub(super) fn place(
    view: &ChartView,
    shapes: &[Shape],
    axes: &Axes,
    axis: &Axis,
    measure: &dyn Measure,
    sizes: Sizes,
) -> Vec<DotPlace> {
    let plot = &axes.plot;
    let mut places: Vec<DotPlace> = view
        .dots
        .iter()
        .enumerate()
        .filter_map(|(dot, figure)| {
            let year = view.years.iter().position(|year| *year == figure.year)?;
            let value = figure.value? * view.scale;
            let center = Point { x: axes.years[year].x, y: height(plot, axis, value) };
            value.is_finite().then_some(DotPlace { dot, center, button: center, label: None, leader: None })
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
        // Up to the edge of the frame: above the plot comes no line.
        room: Rect { left: plot.left + 2.0, top: 0.0, right: plot.right - 1.0, bottom: plot.bottom - 2.0 },
        shapes,
        dots: places.iter().map(|place| place.center).collect(),
    };
    let bars = shapes.iter().flat_map(|shape| shape.bars.iter().flatten().copied());
    let word = axes.veil_word.as_ref().map(|word| word.rect.grown(9.0));
    let mut taken: Vec<Rect> = bars.chain(word).collect();
    for place in places.iter_mut().filter(|place| !view.dots[place.dot].label.is_empty()) {
        let text = &view.dots[place.dot].label;
        let mut widths = [plot.width() * 0.5, plot.width() * 0.3]
            .map(|widest| Words::wrapped(text, widest, measure, sizes.note, Weight::Regular));
        (place.label, place.leader) = free.place(&mut widths, place.center, &taken).unzip();
        place.leader = place.leader.filter(|(from, to)| far(*from, *to));
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
    room: Rect,
    shapes: &'a [Shape],
    dots: Vec<Point>,
}

impl Free<'_> {
    /// The first of several wordings, at the first of a fixed list of places around the dot that is free, so that a
    /// label keeps its place until a line comes through it; with the line between both.
    fn place(&self, wordings: &mut [Words], dot: Point, taken: &[Rect]) -> Option<(Words, (Point, Point))> {
        for gap in [3.0, 8.0, 15.0, 24.0, 36.0, 50.0, 66.0] {
            for words in &mut *wordings {
                for place in around(dot, words.width(), words.height(), gap) {
                    words.move_to(place);
                    let leader = leader(dot, &words.rect);
                    let led = far(leader.0, leader.1);
                    let clear = !taken
                        .iter()
                        .any(|other| other.overlaps(&words.rect) || led && other.meets(leader.0, leader.1));
                    if clear
                        && self.room.holds(&words.rect)
                        && if led { self.apart(&words.rect, leader) } else { self.belongs(&words.rect, dot) }
                        && !self.crossed(&words.rect)
                    {
                        return Some((words.clone(), leader));
                    }
                }
            }
        }
        None
    }

    /// True where neither a label nor the line to it touches a dot, and that line no other.
    fn apart(&self, rect: &Rect, (from, to): (Point, Point)) -> bool {
        let at = |point: Point| Rect { left: point.x, top: point.y, right: point.x, bottom: point.y };
        let touched = self.dots.iter().any(|dot| {
            let mark = at(*dot).grown(RADIUS + 1.0);
            mark.overlaps(rect) || mark.meets(from, to)
        });
        // In steps shorter than what `crossed` sees around a place, and not where the dot's own line leaves it.
        let steps = ((to.x - from.x).abs().max((to.y - from.y).abs()) / 4.0).ceil().max(1.0);
        let mut step = 2.0;
        while step <= steps && !touched {
            let share = step / steps;
            let place = Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
            if self.crossed(&at(place)) {
                return false;
            }
            step += 1.0;
        }
        !touched
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

/// The line from the edge of a dot to the nearest place of a label.
fn leader(dot: Point, label: &Rect) -> (Point, Point) {
    let to = Point { x: dot.x.max(label.left).min(label.right), y: dot.y.max(label.top).min(label.bottom) };
    let (x, y) = (to.x - dot.x, to.y - dot.y);
    let length = (x * x + y * y).sqrt().max(1.0);
    let start = (RADIUS + 2.0) / length;
    (Point { x: dot.x + x * start, y: dot.y + y * start }, to)
}

/// True where a label needs that line to be seen as the dot's own.
fn far(from: Point, to: Point) -> bool {
    (to.x - from.x).abs().max((to.y - from.y).abs()) > 12.0
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
