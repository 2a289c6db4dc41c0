//! A chart as SVG text, by the same drawing code as the page's canvas.

mod dashed;

use crate::draw::{Manner, Pen};
use crate::geometry::Point;
use crate::measure::TickText;
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
    (width_css, height_css): (u32, u32),
    theme: &Theme,
    ticks: &dyn TickText,
    heading: Heading,
) -> Result<String, SvgError> {
    let error = |reason| SvgError { view: view.id.clone(), reason };
    let mut drawing = String::new();
    let dashes = {
        let mut backend = Dashed::new(&mut drawing, (width_css * FINE, height_css * FINE));
        let manner =
            Manner { font_scale: 1.24, dash: Some(|backend: &mut Dashed, dash| backend.next = Some(dash)) };
        let mut pen =
            Pen { backend: &mut backend, manner, ratio: f64::from(FINE), origin: Point::default(), theme };
        draw_picture(view, (width_css, height_css), ticks, heading, &mut pen).map_err(error)?;
        backend.present().map_err(error)?;
        backend.dashes
    };
    Ok(named(view, (width_css, height_css), &theme.font, &dashed::written(&drawing, &dashes)))
}

/// Units a css px: plotters rounds to whole units, and a quarter of a pixel cannot be seen.
const FINE: u32 = 4;

/// Replaces the backend's first tag: size in css px, name and description, font, joints that do not stick out.
fn named(view: &ChartView, (width, height): (u32, u32), font: &str, drawing: &str) -> String {
    let body = drawing.split_once(">\n").map_or("", |(_, body)| body);
    // The backend breaks the line around the words of a text element, which some viewers show as spaces.
    let body: String = body
        .split_inclusive('\n')
        .map(|line| if line.starts_with("<text") { line.trim_end_matches('\n') } else { line })
        .collect();
    let mut body = body.replace("\n</text>", "</text>");
    // What is so anyway need not be said at each text: half of the picture would be that. No text can hold such a mark.
    let font = format!(" font-family=\"{}\"", escaped(font).replace('\'', "&apos;"));
    for usual in [" opacity=\"1\"", " stroke=\"none\"", " text-anchor=\"start\"", &font] {
        body = body.replace(usual, "");
    }
    let id = escaped(&view.id);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\" \
         role=\"img\" aria-labelledby=\"picture-{id}-title picture-{id}-desc\" stroke-linejoin=\"round\" \
         stroke-linecap=\"round\"{font}>\n<title id=\"picture-{id}-title\">{}</title>\n<desc id=\"picture-{id}-desc\">{}\
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
