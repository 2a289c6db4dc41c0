//! A canvas to draw charts on. The only file that knows plotters-canvas.

use super::{El, Look};
use charts::{ChartView, FontRule, Frame, Layout, Measure, TickText, draw, layout};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Units of the drawing per device pixel, each way.
const FINER: f64 = 4.0;

/// A canvas of the page.
pub(crate) struct Surface {
    canvas: HtmlCanvasElement,
}

impl Surface {
    /// Draws on `canvas`.
    pub(crate) fn new(canvas: &El) -> Self {
        Self { canvas: canvas.node().clone().unchecked_into() }
    }

    /// Lays the chart out for a size in css px.
    pub(crate) fn lay_out(
        view: &ChartView,
        size: (f64, f64),
        ratio: f64,
        ruler: &dyn Measure,
        ticks: &dyn TickText,
    ) -> Layout {
        layout(view, Frame { width_css: size.0, height_css: size.1, ratio: ratio * FINER }, ruler, ticks)
    }

    /// Draws a laid out chart, sharp at any ratio: the backing store has the device's pixels.
    pub(crate) fn draw(&self, view: &ChartView, layout: &Layout, look: &Look, cursor: Option<usize>) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a canvas of some thousand px"
        )]
        let pixels = |css: f64| (css * layout.frame.ratio / FINER).round().clamp(1.0, 16_384.0) as u32;
        let (width, height) = (pixels(layout.frame.width_css), pixels(layout.frame.height_css));
        // Setting a size clears the canvas and costs time even where it is the same.
        if self.canvas.width() != width {
            self.canvas.set_width(width);
        }
        if self.canvas.height() != height {
            self.canvas.set_height(height);
        }
        // plotters places things on whole units: a quarter of a pixel is fine enough for smooth curves.
        let context = self
            .canvas
            .get_context("2d")
            .ok()
            .flatten()
            .and_then(|it| it.dyn_into::<CanvasRenderingContext2d>().ok());
        if let Some(context) = context {
            context.set_transform(1.0 / FINER, 0.0, 0.0, 1.0 / FINER, 0.0, 0.0).ok();
            context.set_line_join("round");
            context.set_line_cap("round");
        }
        let Some(mut backend) = CanvasBackend::with_canvas_object(self.canvas.clone()) else { return };
        if let Err(error) = draw(view, layout, &look.theme, cursor, &mut backend, FontRule::AsGiven) {
            leptos::logging::error!("{}: {error}", view.id);
        }
    }
}
