//! A chart with its title, unit and sentence: a picture that stands alone.

use crate::draw::{Pen, draw_axes, draw_data};
use crate::geometry::{Point, Rect};
use crate::layout::{Frame, Words, layout};
use crate::measure::{Approximate, TickText, Weight};
use crate::view::ChartView;
use plotters_backend::{DrawingBackend, DrawingErrorKind};

/// Where title and sentence stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// In the picture, above the chart.
    Inside,
    /// In the page around it. They are in the picture as its name and description alone.
    Outside,
}

/// Draws a chart over a size in css px. Nobody knows the fonts that such a picture will be looked at with, so the widest count.
///
/// # Errors
/// What the backend says; the drawing ends there.
pub fn draw_picture<DB: DrawingBackend>(
    view: &ChartView,
    (width_css, height_css): (u32, u32),
    ticks: &dyn TickText,
    heading: Heading,
    pen: &mut Pen<'_, DB>,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let width = f64::from(width_css);
    let top = match heading {
        Heading::Inside => head([&view.title, &view.unit_label, &view.sentence], width, pen)?,
        Heading::Outside => 0.0,
    };
    let frame = Frame { width_css: width, height_css: f64::from(height_css) - top, ratio: pen.ratio };
    pen.origin.y = top;
    let layout = layout(view, frame, &Approximate, ticks);
    draw_axes(&layout.axes, pen)?;
    draw_data(view, &layout, None, pen)
}

/// Title, unit and sentence; gives their height in css px.
pub(crate) fn head<DB: DrawingBackend>(
    [title, unit, sentence]: [&str; 3],
    width: f64,
    pen: &mut Pen<'_, DB>,
) -> Result<f64, DrawingErrorKind<DB::ErrorType>> {
    let words = |text: &str, size, weight| Words::wrapped(text, width - 8.0, &Approximate, size, weight);
    let mut title = words(title, 15.5, Weight::Bold);
    let mut unit = words(unit, 13.0, Weight::Regular);
    let mut sentence = words(sentence, 13.0, Weight::Regular);
    title.move_to(Point { x: 2.0, y: 4.0 + title.height() / 2.0 });
    // The unit stands behind the title, on its base line, where there is room.
    if title.lines.len() == 1 && title.width() + unit.width() + 12.0 < width {
        unit.move_to(Point { x: title.rect.right + 7.0, y: 4.9 + title.height() / 2.0 });
    } else {
        unit.move_to(Point { x: 2.0, y: title.rect.bottom + 2.0 + unit.height() / 2.0 });
    }
    let below = title.rect.bottom.max(unit.rect.bottom) + 3.0;
    sentence.move_to(Point { x: 2.0, y: below + sentence.height() / 2.0 });
    let height = sentence.rect.bottom + 12.0;
    pen.fill(Rect { left: 0.0, top: 0.0, right: width, bottom: height }, pen.theme.paper, 1.0)?;
    pen.words(&title, pen.theme.ink)?;
    pen.words(&unit, pen.theme.soft)?;
    pen.words(&sentence, pen.theme.soft)?;
    Ok(height)
}
