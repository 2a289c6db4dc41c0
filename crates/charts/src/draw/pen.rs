//! A pen in css px over a backend in its own units: the one place that rounds and that knows how backends set text.

use super::dash::{Dash, dashes};
use crate::geometry::{Point, Rect};
use crate::layout::Words;
use crate::measure::Weight;
use crate::theme::{Rgb, Theme};
use plotters::style::{RGBAColor, ShapeStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle,
};
use std::convert::Infallible;

/// How a backend differs from what plotters says of all.
pub struct Manner<DB> {
    /// What a font size is multiplied by so that it comes out as it is: plotters-svg divides it by 1.24.
    pub font_scale: f64,
    /// Tells the backend to draw its next path in dashes, with lengths in its units; where it cannot, dashes are drawn
    /// as a shape.
    pub dash: Option<fn(&mut DB, Dash)>,
}

/// Draws in css px.
pub struct Pen<'a, DB> {
    /// What it draws on.
    pub backend: &'a mut DB,
    /// How that wants to be treated.
    pub manner: Manner<DB>,
    /// The backend's units a css px.
    pub ratio: f64,
    /// What is added to every place, in css px.
    pub origin: Point,
    /// Colours and font.
    pub theme: &'a Theme,
}

/// What drawing on a backend comes to.
pub(crate) type Drawn<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

impl<DB: DrawingBackend> Pen<'_, DB> {
    /// Fills a box.
    pub(crate) fn fill(&mut self, rect: Rect, colour: Rgb, alpha: f64) -> Drawn<DB> {
        let from = self.at(Point { x: rect.left, y: rect.top });
        let to = self.at(Point { x: rect.right, y: rect.bottom });
        self.backend.draw_rect(from, to, &style(colour, alpha, 1), true)
    }

    /// Covers a box with paper, unless what lies behind shall show through.
    pub(crate) fn cover(&mut self, rect: Rect, alpha: f64) -> Drawn<DB> {
        if self.theme.bare { Ok(()) } else { self.fill(rect, self.theme.paper, alpha) }
    }

    /// A hairline as a box on whole pixels, which stays sharp where a stroke would straddle two rows.
    pub(crate) fn horizontal(&mut self, left: f64, right: f64, y: f64, colour: Rgb) -> Drawn<DB> {
        let (start, end) = (self.at(Point { x: left, y }), self.at(Point { x: right, y }));
        let (top, bottom) = self.hairline(start.1);
        self.backend.draw_rect((start.0, top), (end.0, bottom), &style(colour, 1.0, 1), true)
    }

    /// A hairline downwards.
    pub(crate) fn vertical(&mut self, x: f64, top: f64, bottom: f64, colour: Rgb) -> Drawn<DB> {
        let (start, end) = (self.at(Point { x, y: top }), self.at(Point { x, y: bottom }));
        let (left, right) = self.hairline(start.0);
        self.backend.draw_rect((left, start.1), (right, end.1), &style(colour, 1.0, 1), true)
    }

    /// Strokes a line through all points.
    pub(crate) fn path(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        colour: Rgb,
        width_css: f64,
    ) -> Drawn<DB> {
        let (ratio, origin) = (self.ratio, self.origin);
        let path = points.into_iter().map(|point| to_units(point, origin, ratio));
        self.backend.draw_path(path, &style(colour, 1.0, self.stroke(width_css)))
    }

    /// Strokes a line in dashes, as one shape.
    pub(crate) fn dashed(&mut self, points: &[Point], colour: Rgb, width_css: f64, dash: Dash) -> Drawn<DB> {
        let (ratio, origin) = (self.ratio, self.origin);
        if let Some(tell) = self.manner.dash {
            tell(self.backend, Dash { on: dash.on * ratio, off: dash.off * ratio });
            return self.path(points.iter().copied(), colour, width_css);
        }
        let outline =
            dashes(points.iter().map(|point| to_exact_units(*point, origin, ratio)), dash, width_css, ratio);
        if outline.is_empty() {
            return Ok(());
        }
        self.backend.fill_polygon(outline, &style(colour, 1.0, 1))
    }

    /// Fills a shape.
    pub(crate) fn polygon(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        colour: Rgb,
        alpha: f64,
    ) -> Drawn<DB> {
        let (ratio, origin) = (self.ratio, self.origin);
        let path = points.into_iter().map(|point| to_units(point, origin, ratio));
        self.backend.fill_polygon(path, &style(colour, alpha, 1))
    }

    /// Fills a disc.
    pub(crate) fn disc(&mut self, center: Point, radius_css: f64, colour: Rgb) -> Drawn<DB> {
        let (center, radius) = (self.at(center), self.stroke(radius_css));
        self.backend.draw_circle(center, radius, &style(colour, 1.0, 1), true)
    }

    /// Strokes a circle.
    pub(crate) fn ring(&mut self, center: Point, radius_css: f64, colour: Rgb, width_css: f64) -> Drawn<DB> {
        let (center, radius, width) = (self.at(center), self.stroke(radius_css), self.stroke(width_css));
        self.backend.draw_circle(center, radius, &style(colour, 1.0, width), false)
    }

    /// Sets words where they are laid out.
    pub(crate) fn words(&mut self, words: &Words, colour: Rgb) -> Drawn<DB> {
        let size = words.size * self.ratio * self.manner.font_scale;
        let count = f64::from(u32::try_from(words.lines.len()).unwrap_or(1).max(1));
        let line = words.height() / count;
        let mut middle = words.rect.top + line / 2.0;
        for text in &words.lines {
            // Backends put the base line of text that hangs from its top 0.76 of its size lower (plotters-canvas: 0.76
            // to 0.78 by the font). Digits and most letters then stand around the middle, 0.36 above the base line.
            let top = middle + (0.36 - 0.76) * words.size;
            let place = self.at(Point { x: words.rect.left, y: top });
            let style = Type { size, weight: words.weight, colour, font: &self.theme.font };
            self.backend.draw_text(text, &style, place)?;
            middle += line;
        }
        Ok(())
    }

    fn at(&self, point: Point) -> BackendCoord {
        to_units(point, self.origin, self.ratio)
    }

    /// Both edges of a line of one css px around a place.
    fn hairline(&self, middle: i32) -> (i32, i32) {
        let thick = self.ratio.round().max(1.0) as i32;
        let start = middle.div_euclid(thick) * thick;
        (start, start + thick)
    }

    fn stroke(&self, width_css: f64) -> u32 {
        (width_css * self.ratio).round().max(1.0) as u32
    }
}

/// A place in the backend's units, before rounding.
fn to_exact_units(point: Point, origin: Point, ratio: f64) -> Point {
    Point { x: (point.x + origin.x) * ratio, y: (point.y + origin.y) * ratio }
}

fn to_units(point: Point, origin: Point, ratio: f64) -> BackendCoord {
    let exact = to_exact_units(point, origin, ratio);
    (exact.x.round() as i32, exact.y.round() as i32)
}

fn style(Rgb(red, green, blue): Rgb, alpha: f64, stroke_width: u32) -> ShapeStyle {
    ShapeStyle { color: RGBAColor(red, green, blue, alpha), filled: true, stroke_width }
}

/// Text as the backends ask for it.
struct Type<'a> {
    size: f64,
    weight: Weight,
    colour: Rgb,
    font: &'a str,
}

impl BackendTextStyle for Type<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (self.colour.0, self.colour.1, self.colour.2) }
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        match self.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        }
    }

    fn anchor(&self) -> Pos {
        Pos::new(HPos::Left, VPos::Top)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.font)
    }

    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        // Only backends without text of their own ask, and none of ours is one.
        Ok(((0, 0), (0, 0)))
    }

    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: DrawFunc,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}
