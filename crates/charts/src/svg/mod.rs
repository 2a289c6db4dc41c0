//! A chart as SVG text, by the same drawing code as the page's canvas.

mod dashed;

use crate::draw::{Manner, Pen, draw_axes, draw_data};
use crate::geometry::Point;
use crate::layout::{Frame, layout};
use crate::measure::{Measure, TickText};
use crate::picture::{Heading, draw_picture};
use crate::theme::Theme;
use crate::view::ChartView;
use dashed::Dashed;
use plotters_backend::{DrawingBackend, DrawingErrorKind};

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
    size: (u32, u32),
    theme: &Theme,
    ticks: &dyn TickText,
    heading: Heading,
) -> Result<String, SvgError> {
    let marks = drawn(view, size, theme, |pen| draw_picture(view, size, ticks, heading, pen))?;
    Ok(named(view, size, &theme.font, &marks))
}

/// Draws a chart without title and sentence as a part of a larger SVG document, whose font `measure` knows. It covers the size
/// in the document's units.
///
/// # Errors
/// When the backend fails.
pub fn svg_part(
    view: &ChartView,
    size: (u32, u32),
    theme: &Theme,
    measure: &dyn Measure,
    ticks: &dyn TickText,
) -> Result<String, SvgError> {
    let (width_css, height_css) = (f64::from(size.0), f64::from(size.1));
    let marks = drawn(view, size, theme, |pen| {
        let layout = layout(view, Frame { width_css, height_css, ratio: pen.ratio }, measure, ticks);
        draw_axes(&layout.axes, pen)?;
        draw_data(view, &layout, None, pen)
    })?;
    let marks = marks.trim_end().trim_end_matches("</svg>");
    let scale = 1.0 / f64::from(FINE);
    Ok(format!(
        "<g transform=\"scale({scale})\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n{marks}</g>\n"
    ))
}

type Drawn = Result<(), DrawingErrorKind<std::io::Error>>;

/// What `draw` draws, behind the backend's first tag, dashes included.
fn drawn(
    view: &ChartView,
    (width_css, height_css): (u32, u32),
    theme: &Theme,
    draw: impl FnOnce(&mut Pen<'_, Dashed<'_>>) -> Drawn,
) -> Result<String, SvgError> {
    let error = |reason| SvgError { view: view.id.clone(), reason };
    let mut drawing = String::new();
    let dashes = {
        let mut backend = Dashed::new(&mut drawing, (width_css * FINE, height_css * FINE));
        let manner =
            Manner { font_scale: 1.24, dash: Some(|backend: &mut Dashed, dash| backend.next = Some(dash)) };
        let mut pen =
            Pen { backend: &mut backend, manner, ratio: f64::from(FINE), origin: Point::default(), theme };
        draw(&mut pen).map_err(error)?;
        backend.present().map_err(error)?;
        backend.dashes
    };
    let drawing = dashed::written(&drawing, &dashes);
    let marks = drawing.split_once(">\n").map_or("", |(_, marks)| marks);
    // The backend breaks the line around the words of a text element, which some viewers show as spaces.
    let marks: String = marks
        .split_inclusive('\n')
        .map(|line| if line.starts_with("<text") { line.trim_end_matches('\n') } else { line })
        .collect();
    Ok(marks.replace("\n</text>", "</text>"))
}

/// Units a css px: plotters rounds to whole units, and a quarter of a pixel cannot be seen.
const FINE: u32 = 4;

/// Puts a first tag before a drawing: size in css px, name and description, font, joints that do not stick out.
fn named(view: &ChartView, (width, height): (u32, u32), font: &str, marks: &str) -> String {
    // What is so anyway need not be said at each text: half of the picture would be that. No text can hold such a mark.
    let font = format!(" font-family=\"{}\"", escaped(font).replace('\'', "&apos;"));
    let mut marks = marks.to_owned();
    // The last is what the backend's own factor leaves of a whole size.
    for usual in [" opacity=\"1\"", " stroke=\"none\"", " text-anchor=\"start\"", &font, ".00000000000001"] {
        marks = marks.replace(usual, "");
    }
    let id = escaped(&view.id);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\" \
         role=\"img\" aria-labelledby=\"picture-{id}-title picture-{id}-desc\" stroke-linejoin=\"round\" \
         stroke-linecap=\"round\"{font}>\n<title id=\"picture-{id}-title\">{}</title>\n<desc id=\"picture-{id}-desc\">{}\
         </desc>\n{marks}",
        width * FINE,
        height * FINE,
        escaped(&format!("{}, {}", view.title, view.unit_label)),
        escaped(&view.sentence),
    )
}

/// A text as it stands in SVG and HTML, in attributes too.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
