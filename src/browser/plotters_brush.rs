//! The same as `brush`, by plotters-canvas: to compare with, and the only file that knows it.

use charts::{Manner, Pen, Point, Theme};
use plotters_canvas::CanvasBackend;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A canvas with its backend.
pub(super) struct Brush {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    backend: CanvasBackend,
    unit: f64,
}

impl Brush {
    /// A brush on a canvas, in units of `unit` device pixels; absent where the browser draws on none.
    pub(super) fn new(canvas: HtmlCanvasElement, unit: f64) -> Option<Self> {
        let context = super::measure::context(&canvas)?;
        let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
        Some(Self { canvas, context, backend, unit })
    }

    /// Gives the canvas a size in device pixels; true where it had another, and is clear now.
    pub(super) fn resize(&mut self, (width, height): (u32, u32)) -> bool {
        let other = self.canvas.width() != width || self.canvas.height() != height;
        if other {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
            self.context.set_line_join("round");
            self.context.set_line_cap("round");
        }
        other
    }

    /// Takes everything off the canvas.
    pub(super) fn clear(&self) {
        self.context.reset_transform().ok();
        let (width, height) = (self.canvas.width(), self.canvas.height());
        self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    }

    /// Covers the canvas with another of the same size.
    pub(super) fn paste(&self, other: &Self) {
        self.context.reset_transform().ok();
        self.context.draw_image_with_html_canvas_element(&other.canvas, 0.0, 0.0).ok();
    }

    /// A pen on it: `ratio` is in its units a css px. plotters-canvas knows whole units alone, so the context scales.
    pub(super) fn pen<'a>(&'a mut self, ratio: f64, theme: &'a Theme) -> Pen<'a, CanvasBackend> {
        self.context.set_transform(self.unit, 0.0, 0.0, self.unit, 0.0, 0.0).ok();
        let manner = Manner { font_scale: 1.0, dash: None };
        Pen { backend: &mut self.backend, manner, ratio, origin: Point::default(), theme }
    }
}
