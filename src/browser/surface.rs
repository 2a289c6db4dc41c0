//! A canvas to draw charts on: what stands still is kept as a picture, so that a moving value redraws itself alone.

#[cfg(not(feature = "plotters-canvas"))]
use super::brush::Brush;
use super::measure::new_canvas;
use super::paint::FINER;
#[cfg(feature = "plotters-canvas")]
use super::plotters_brush::Brush;
use super::{El, Look};
use charts::{Axes, ChartView, Frame, Layout, Measure, Theme, TickText, draw_axes, draw_data, layout};
use wasm_bindgen::JsCast;

/// A canvas of the page.
pub(crate) struct Surface {
    page: Brush,
    /// A canvas beside the page, with the axes.
    still: Brush,
    /// What stands on it.
    axes: Option<(Axes, Theme)>,
}

impl Surface {
    /// Draws on `canvas`; absent where the browser draws on none.
    pub(crate) fn new(canvas: &El) -> Option<Self> {
        let page = Brush::new(canvas.node().clone().unchecked_into(), 1.0 / FINER)?;
        Some(Self { page, still: Brush::new(new_canvas()?, 1.0 / FINER)?, axes: None })
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
    pub(crate) fn draw(&mut self, view: &ChartView, layout: &Layout, look: &Look, cursor: Option<usize>) {
        let (axes, theme) = (&layout.axes, &look.theme);
        let ratio = axes.frame.ratio;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a canvas of some thousand px"
        )]
        let pixels = |css: f64| (css * ratio / FINER).round().clamp(1.0, 16_384.0) as u32;
        let size = (pixels(axes.frame.width_css), pixels(axes.frame.height_css));
        self.page.resize(size);
        if theme.bare {
            // No paper will cover what stood there.
            self.page.clear();
            self.still.clear();
            self.axes = None;
        }
        let mut drawn = Ok(());
        if self.still.resize(size) || self.axes.as_ref().is_none_or(|had| (&had.0, &had.1) != (axes, theme)) {
            drawn = draw_axes(axes, &mut self.still.pen(ratio, theme));
            self.axes = Some((axes.clone(), theme.clone()));
        }
        self.page.paste(&self.still);
        drawn = drawn.and_then(|()| draw_data(view, layout, cursor, &mut self.page.pen(ratio, theme)));
        if let Err(error) = drawn {
            leptos::logging::error!("{}: {error}", view.id);
        }
    }
}
