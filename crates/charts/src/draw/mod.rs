//! Puts a laid out chart onto a plotters backend, from back to front, in few long paths.

mod dash;
mod marks;
mod pen;
mod series;

pub use pen::FontRule;

use crate::geometry::{Point, Rect};
use crate::layout::Layout;
use crate::theme::Theme;
use crate::view::ChartView;
use dash::Dash;
pub(crate) use pen::Pen;
use plotters_backend::{DrawingBackend, DrawingErrorKind};

/// Draws the chart, over everything in its frame. `cursor` is the position of a year of the view.
///
/// # Errors
/// What the backend says; the drawing ends there.
pub fn draw<DB: DrawingBackend>(
    view: &ChartView,
    layout: &Layout,
    theme: &Theme,
    cursor: Option<usize>,
    backend: &mut DB,
    fonts: FontRule,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let origin = Point::default();
    draw_at(
        view,
        layout,
        theme,
        cursor,
        &mut Pen { backend, ratio: layout.frame.ratio, origin, fonts, theme },
    )
}

/// The same with a pen that has an origin of its own.
pub(crate) fn draw_at<DB: DrawingBackend>(
    view: &ChartView,
    layout: &Layout,
    theme: &Theme,
    cursor: Option<usize>,
    pen: &mut Pen<'_, DB>,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let frame = Rect { left: 0.0, top: 0.0, right: layout.frame.width_css, bottom: layout.frame.height_css };
    pen.fill(frame, theme.paper, 1.0)?;
    axes(layout, theme, pen)?;
    series::bars(view, layout, theme, pen)?;
    series::defaults(view, layout, theme, pen)?;
    series::lines(view, layout, theme, pen)?;
    if let Some(veil) = layout.veil {
        // Thin enough that the lines under it keep the contrast of a shape.
        pen.fill(Rect { right: veil.right + 3.0, ..veil }, theme.paper, 0.2)?;
        let edge = [Point { x: veil.left, y: veil.top + 4.0 }, Point { x: veil.left, y: veil.bottom }];
        pen.dashed(&edge, theme.base, 1.0, Dash { on: 1.0, off: 3.0 })?;
    }
    for label in &layout.labels {
        let ink = if label.default { theme.soft } else { theme.of(view.layers[label.layer].ink) };
        if let Some((from, to)) = label.leader {
            pen.path([from, to], ink, 0.8)?;
        }
        pen.words(&label.words, ink)?;
    }
    if let Some(word) = &layout.veil_word {
        pen.words(word, theme.soft)?;
    }
    if let Some(year) = cursor.filter(|year| *year < layout.years.len()) {
        series::cursor(view, layout, theme, year, pen)?;
    }
    for place in &layout.dots {
        marks::mark(view.dots[place.dot].mark, place.center, theme, pen)?;
        if let Some(words) = &place.label {
            pen.fill(words.rect, theme.paper, 0.75)?;
            pen.words(words, theme.soft)?;
        }
    }
    Ok(())
}

fn axes<DB: DrawingBackend>(
    layout: &Layout,
    theme: &Theme,
    pen: &mut Pen<'_, DB>,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    for tick in &layout.ticks {
        pen.horizontal(layout.plot.left, layout.plot.right, tick.y, theme.grid)?;
        pen.words(&tick.words, theme.soft)?;
    }
    pen.horizontal(layout.plot.left, layout.plot.right, layout.zero_y, theme.base)?;
    for words in layout.years.iter().filter_map(|year| year.short.as_ref()) {
        pen.words(words, theme.soft)?;
    }
    Ok(())
}
