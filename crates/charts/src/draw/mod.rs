//! Puts a laid out chart onto a plotters backend, from back to front, in few long paths: first what stands still, then
//! what moves with every value, so that a page can keep the first as a picture.

mod dash;
mod marks;
mod pen;
mod series;

pub use dash::Dash;
pub use pen::{Manner, Pen};

use crate::geometry::{Point, Rect};
use crate::layout::{Axes, Layout};
use crate::view::ChartView;
use pen::Drawn;
use plotters_backend::DrawingBackend;

/// Draws paper, grid, numbers and years over everything in the frame.
///
/// # Errors
/// What the backend says; the drawing ends there.
pub fn draw_axes<DB: DrawingBackend>(axes: &Axes, pen: &mut Pen<'_, DB>) -> Drawn<DB> {
    let theme = pen.theme;
    let frame = Rect { left: 0.0, top: 0.0, right: axes.frame.width_css, bottom: axes.frame.height_css };
    pen.cover(frame, 1.0)?;
    for tick in &axes.ticks {
        pen.horizontal(axes.plot.left, axes.plot.right, tick.y, theme.grid)?;
        pen.words(&tick.words, theme.soft)?;
    }
    pen.horizontal(axes.plot.left, axes.plot.right, axes.zero_y, theme.base)?;
    for words in axes.years.iter().filter_map(|year| year.short.as_ref()) {
        pen.words(words, theme.soft)?;
    }
    if let Some(veil) = axes.veil {
        let edge = [Point { x: veil.left, y: veil.top + 4.0 }, Point { x: veil.left, y: veil.bottom }];
        pen.dashed(&edge, theme.base, 1.0, Dash { on: 1.0, off: 3.0 })?;
    }
    if let Some(word) = &axes.veil_word {
        pen.words(word, theme.soft)?;
    }
    Ok(())
}

/// Draws the data over the axes. `cursor` is the position of a year of the view.
///
/// # Errors
/// What the backend says; the drawing ends there.
pub fn draw_data<DB: DrawingBackend>(
    view: &ChartView,
    layout: &Layout,
    cursor: Option<usize>,
    pen: &mut Pen<'_, DB>,
) -> Drawn<DB> {
    let theme = pen.theme;
    let cursor = cursor.filter(|year| *year < layout.axes.years.len());
    if let Some(year) = cursor {
        series::hairline(layout, year, pen)?;
    }
    // Nothing of the axes runs through a label. Bands then lie over its paper, so that none shows a patch.
    for words in layout.dots.iter().filter_map(|place| place.label.as_ref()) {
        pen.cover(words.rect, 1.0)?;
    }
    series::bars(view, layout, pen)?;
    series::bands(view, layout, pen)?;
    series::defaults(view, layout, pen)?;
    series::lines(view, layout, pen)?;
    if let Some(veil) = layout.axes.veil {
        // Thin enough that the lines under it keep the contrast of a shape. The plot alone: no data stand elsewhere.
        let veil = Rect { top: layout.axes.plot.top, right: veil.right + 3.0, ..veil };
        pen.cover(veil, 0.2)?;
    }
    for label in &layout.labels {
        let ink = if label.default { theme.soft } else { theme.of(view.layers[label.layer].ink) };
        if let Some((from, to)) = label.leader {
            pen.path([from, to], ink, 0.8)?;
        }
        pen.words(&label.words, ink)?;
    }
    if let Some(year) = cursor {
        series::beads(view, layout, year, pen)?;
    }
    for place in &layout.dots {
        if let Some((from, to)) = place.leader {
            pen.path([from, to], theme.soft, 0.8)?;
        }
        marks::mark(view.dots[place.dot].mark, place.center, pen)?;
        if let Some(words) = &place.label {
            pen.words(words, theme.soft)?;
        }
    }
    Ok(())
}
