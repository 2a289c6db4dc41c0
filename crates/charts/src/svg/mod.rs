//! A chart as SVG text, by the same drawing code as the page's canvas.

mod dashed;

use crate::draw::{Manner, Pen, draw_axes, draw_data};
use crate::geometry::{Point, Rect};
use crate::layout::{Frame, Words, layout};
use crate::measure::{Approximate, TickText, Weight};
use crate::theme::Theme;
use crate::view::ChartView;
use dashed::Dashed;
use plotters_backend::{DrawingBackend, DrawingErrorKind};

/// Where title and sentence stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// In the picture, above the chart.
    Inside,
    /// In the page around it. They are in the picture as its name and description alone.
    Outside,
}

/// A picture that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the chart \"{view}\" could not be drawn: {reason}")]
pub struct SvgError {
    view: String,
    reason: DrawingErrorKind<std::io::Error>,
}

/// Draws a chart as an SVG document of a size in css px.
///
/// # Errors
/// When the backend fails.
pub fn svg(
    view: &ChartView,
    (width_css, height_css): (u32, u32),
    theme: &Theme,
    ticks: &dyn TickText,
    heading: Heading,
) -> Result<String, SvgError> {
    let error = |reason| SvgError { view: view.id.clone(), reason };
    let mut drawing = String::new();
    let dashes = {
        let mut backend = Dashed::new(&mut drawing, (width_css * FINE, height_css * FINE));
        let ratio = f64::from(FINE);
        let origin = Point::default();
        let manner =
            Manner { font_scale: 1.24, dash: Some(|backend: &mut Dashed, dash| backend.next = Some(dash)) };
        let mut pen = Pen { backend: &mut backend, manner, ratio, origin, theme };
        let width = f64::from(width_css);
        let top = match heading {
            Heading::Inside => head(view, width, &mut pen).map_err(error)?,
            Heading::Outside => 0.0,
        };
        let frame = Frame { width_css: width, height_css: f64::from(height_css) - top, ratio };
        pen.origin.y = top;
        let layout = layout(view, frame, &Approximate, ticks);
        draw_axes(&layout.axes, &mut pen).map_err(error)?;
        draw_data(view, &layout, None, &mut pen).map_err(error)?;
        backend.present().map_err(error)?;
        backend.dashes
    };
    Ok(named(view, (width_css, height_css), &dashed::written(&drawing, &dashes)))
}

/// Units a css px: plotters rounds to whole units, and a quarter of a pixel cannot be seen.
const FINE: u32 = 4;

/// Title, unit and sentence; gives their height in css px.
fn head(
    view: &ChartView,
    width: f64,
    pen: &mut Pen<'_, Dashed<'_>>,
) -> Result<f64, DrawingErrorKind<std::io::Error>> {
    let words = |text: &str, size, weight| Words::wrapped(text, width - 8.0, &Approximate, size, weight);
    let mut title = words(&view.title, 15.5, Weight::Bold);
    let mut unit = words(&view.unit_label, 13.0, Weight::Regular);
    let mut sentence = words(&view.sentence, 13.0, Weight::Regular);
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

/// Replaces the backend's first tag: size in css px, name and description, joints that do not stick out.
fn named(view: &ChartView, (width, height): (u32, u32), drawing: &str) -> String {
    let body = drawing.split_once(">\n").map_or("", |(_, body)| body);
    // The backend breaks the line around the words of a text element, which some viewers show as spaces.
    let body: String = body
        .split_inclusive('\n')
        .map(|line| if line.starts_with("<text") { line.trim_end_matches('\n') } else { line })
        .collect();
    let body = body.replace("\n</text>", "</text>");
    let id = escaped(&view.id);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\" \
         role=\"img\" aria-labelledby=\"picture-{id}-title picture-{id}-desc\" stroke-linejoin=\"round\" \
         stroke-linecap=\"round\">\n<title id=\"picture-{id}-title\">{}</title>\n<desc id=\"picture-{id}-desc\">{}\
         </desc>\n{body}",
        width * FINE,
        height * FINE,
        escaped(&format!("{}, {}", view.title, view.unit_label)),
        escaped(&view.sentence),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
