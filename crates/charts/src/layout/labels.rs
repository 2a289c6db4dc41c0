//! The labels at the ends of the lines: beside the plot, spread so that none touches another.

use super::series::Shape;
use super::spans::Span;
use super::words::{Sizes, Words};
use super::{LABEL_GAP, PAD};
use crate::geometry::{Point, Rect};
use crate::measure::{Measure, Weight};
use crate::view::ChartView;
use engine::story::LayerKind;
use std::cmp::Ordering;

/// The label of a layer, or of the default scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Position of the layer it belongs to.
    pub layer: usize,
    /// True for the word that says what the quiet lines are.
    pub default: bool,
    /// Its text with its place.
    pub words: Words,
    /// A thin line from what it labels, where that lies elsewhere.
    pub leader: Option<(Point, Point)>,
}

/// A label before its place is known.
#[derive(Debug)]
pub(super) struct Wanted {
    layer: usize,
    default: bool,
    words: Words,
    pub(super) width: f64,
}

/// The labels of what can be seen, wrapped so that the plot keeps most of the width.
pub(super) fn wanted(
    view: &ChartView,
    spans: &[Span],
    room: f64,
    measure: &dyn Measure,
    sizes: Sizes,
) -> Vec<Wanted> {
    let comfortable = (room * 0.27).clamp(56.0, 130.0);
    let longest = (room * 0.48).max(40.0);
    let label = |text: &str, weight| {
        Words::wrapped(text, comfortable, measure, sizes.label, weight).shortened(longest, measure)
    };
    let drawn = |span: &Span| span.values.iter().any(Option::is_some);
    let mut wanted: Vec<Wanted> = (0..view.layers.len())
        .filter(|layer| drawn(&spans[*layer]) && !view.layers[*layer].label.is_empty())
        .map(|layer| {
            let weight = if view.layers[layer].kept { Weight::Regular } else { Weight::Bold };
            let words = label(&view.layers[layer].label, weight);
            Wanted { layer, default: false, width: words.width(), words }
        })
        .collect();
    if let Some(layer) = most_different(spans).filter(|_| !view.default_label.is_empty()) {
        let words = label(&view.default_label, Weight::Regular);
        wanted.push(Wanted { layer, default: true, width: words.width(), words });
    }
    wanted
}

/// Puts each label beside the end of its line, or as near to it as the others allow.
pub(super) fn place(
    view: &ChartView,
    shapes: &[Shape],
    plot: &Rect,
    wanted: &mut Vec<Wanted>,
    sizes: Sizes,
) -> Vec<Label> {
    let (low, high) = (PAD, plot.bottom + sizes.label * 0.55);
    let fits = |wanted: &[Wanted]| wanted.iter().map(|one| one.words.height()).sum::<f64>() <= high - low;
    while !fits(wanted) && wanted.pop().is_some() {}

    // At equal ends what ran higher stands higher.
    let mut ends: Vec<(Wanted, Point, f64)> = wanted
        .drain(..)
        .filter_map(|one| {
            let points = if one.default { &shapes[one.layer].defaults } else { &shapes[one.layer].points };
            let end = points.iter().flatten().next_back().copied()?;
            let count = points.iter().flatten().count().max(1);
            let sum: f64 = points.iter().flatten().map(|point| point.y).sum();
            Some((one, end, sum / f64::from(u32::try_from(count).unwrap_or(1))))
        })
        .collect();
    // Downwards; of lines that end at one px the one that ran higher first.
    ends.sort_unstable_by(|a, b| {
        (a.1.y.round(), a.2).partial_cmp(&(b.1.y.round(), b.2)).unwrap_or(Ordering::Equal)
    });
    let centres =
        spread(&ends.iter().map(|(one, end, _)| (end.y, one.words.height())).collect::<Vec<_>>(), low, high);

    let half_bar = |layer: usize| match view.layers[layer].kind {
        LayerKind::Bar => {
            shapes[layer].bars.iter().flatten().next_back().map_or(0.0, |bar| bar.width() / 2.0)
        }
        LayerKind::Line | LayerKind::Limit => 0.0,
    };
    ends.into_iter()
        .zip(centres)
        .map(|((mut one, end, _), y)| {
            one.words.move_to(Point { x: plot.right + LABEL_GAP, y });
            let start = Point { x: end.x + half_bar(one.layer) + 2.0, y: end.y };
            let goal = Point { x: plot.right + LABEL_GAP - 2.0, y };
            let far = (y - end.y).abs() > one.words.height() / 2.0 || goal.x - start.x > 24.0;
            let leader = (far && goal.x > start.x).then_some((start, goal));
            Label { layer: one.layer, default: one.default, words: one.words, leader }
        })
        .collect()
}

/// Centres of blocks in the order given, each as near to its wish as it can be without overlap or leaving the range.
fn spread(wishes: &[(f64, f64)], low: f64, high: f64) -> Vec<f64> {
    struct Group {
        top: f64,
        height: f64,
        sum: f64,
        members: usize,
    }
    let mut groups: Vec<Group> = Vec::with_capacity(wishes.len());
    for (wish, height) in wishes {
        let mut group = Group { top: 0.0, height: *height, sum: wish - height / 2.0, members: 1 };
        loop {
            let mean = group.sum / f64::from(u32::try_from(group.members).unwrap_or(1));
            group.top = mean.min(high - group.height).max(low);
            let Some(above) = groups.pop_if(|above| above.top + above.height > group.top) else { break };
            // Of a joined group each member wishes the top that would bring itself to its place.
            let below = f64::from(u32::try_from(group.members).unwrap_or(1));
            group = Group {
                top: 0.0,
                sum: above.sum + group.sum - below * above.height,
                height: above.height + group.height,
                members: above.members + group.members,
            };
        }
        groups.push(group);
    }
    let mut heights = wishes.iter().map(|(_, height)| *height);
    let mut centres = Vec::with_capacity(wishes.len());
    for group in groups {
        let mut top = group.top;
        for height in heights.by_ref().take(group.members) {
            centres.push(top + height / 2.0);
            top += height;
        }
    }
    centres
}

/// The layer whose default scenario ends farthest from it; absent where none differs.
fn most_different(spans: &[Span]) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (layer, span) in spans.iter().enumerate() {
        let gaps = span.values.iter().zip(&span.defaults);
        let gaps = gaps.filter_map(|(value, default)| Some(((*value)?.1 - (*default)?.1).abs()));
        let reach = span.defaults.iter().flatten().map(|(_, to)| to.abs()).fold(0.0, f64::max);
        let (mut largest, mut last) = (0.0_f64, 0.0);
        for gap in gaps {
            largest = largest.max(gap);
            last = gap;
        }
        // What runs along the zero line is not drawn, and no word points to it.
        if reach < largest * 0.02 {
            continue;
        }
        // The end counts most, since there the word stands; among equals the front layer does.
        let gap = last + largest * 1e-3;
        if gap > 0.0 && best.is_none_or(|(_, most)| gap > most * 0.99) {
            best = Some((layer, gap));
        }
    }
    best.map(|(layer, _)| layer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_room_stay_where_they_wish() {
        assert_eq!(spread(&[(20.0, 10.0), (60.0, 10.0)], 0.0, 100.0), vec![20.0, 60.0]);
    }

    #[test]
    fn labels_that_meet_share_the_shift_and_stay_inside() {
        assert_eq!(spread(&[(50.0, 10.0), (52.0, 10.0)], 0.0, 100.0), vec![46.0, 56.0]);
        assert_eq!(spread(&[(99.0, 10.0), (99.0, 10.0), (99.0, 10.0)], 0.0, 100.0), vec![75.0, 85.0, 95.0]);
        assert_eq!(spread(&[(1.0, 10.0), (1.0, 20.0)], 0.0, 100.0), vec![5.0, 20.0]);
    }
}
