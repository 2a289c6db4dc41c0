//! plotters' drawing calls on a canvas, few and cheap: what the context already has is not set again.

use super::measure::context;
use super::paint::{FINER, hex};
use super::sprite::{Sprites, Type};
use charts::{Dash, Manner, Pen, Point, Theme};
use js_sys::Array;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;
use std::f64::consts::TAU;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A canvas with what its context has been told.
pub(super) struct Brush {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// Device pixels a unit of the drawing.
    unit: f64,
    told: Told,
    /// Absent where texts stay texts.
    sprites: Option<Sprites>,
    /// For the next path alone.
    dash: Option<Dash>,
    /// The few kinds of dashes as the browser takes them.
    dashes: Vec<(Dash, Array)>,
    /// No dashes.
    solid: Array,
}

/// What a context has been told; nothing after its canvas has got another size.
#[derive(Default)]
struct Told {
    fill: Option<u32>,
    stroke: Option<u32>,
    width: Option<u32>,
    round: bool,
}

#[cfg_attr(feature = "plotters-canvas", expect(dead_code, reason = "then it draws nothing but sketches"))]
impl Brush {
    /// A brush on a canvas, in units of `unit` device pixels; absent where the browser draws on none.
    pub(super) fn new(canvas: HtmlCanvasElement, unit: f64) -> Option<Self> {
        let context = context(&canvas)?;
        Some(Self::on(canvas, context, unit, Some(Sprites::default())))
    }

    /// A brush on what `tools.js` has in a canvas's place: canvas and context in one, in css px.
    pub(super) fn of_sketch(sketch: JsValue) -> Self {
        let context = sketch.clone().unchecked_into();
        Self::on(sketch.unchecked_into(), context, 1.0 / FINER, None)
    }

    fn on(
        canvas: HtmlCanvasElement,
        context: CanvasRenderingContext2d,
        unit: f64,
        sprites: Option<Sprites>,
    ) -> Self {
        let (told, solid) = (Told::default(), Array::new());
        Self { canvas, context, unit, told, sprites, dash: None, dashes: Vec::new(), solid }
    }

    /// Gives the canvas a size in device pixels; true where it had another, and is clear now.
    pub(super) fn resize(&mut self, (width, height): (u32, u32)) -> bool {
        let other = self.canvas.width() != width || self.canvas.height() != height;
        if other {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
            self.told = Told::default();
        }
        other
    }

    /// Takes everything off the canvas.
    pub(super) fn clear(&self) {
        let (width, height) = (self.canvas.width(), self.canvas.height());
        self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    }

    /// Covers the canvas with another of the same size.
    pub(super) fn paste(&self, other: &Self) {
        // Fails only for a canvas without pixels, and ours have at least one.
        self.context.draw_image_with_html_canvas_element(&other.canvas, 0.0, 0.0).ok();
    }

    /// A pen on it: `ratio` is in its units a css px.
    pub(super) fn pen<'a>(&'a mut self, ratio: f64, theme: &'a Theme) -> Pen<'a, Self> {
        let manner = Manner { font_scale: 1.0, dash: Some(|brush: &mut Self, dash| brush.dash = Some(dash)) };
        Pen { backend: self, manner, ratio, origin: Point::default(), theme }
    }

    fn css(&self, units: i32) -> f64 {
        f64::from(units) * self.unit
    }

    fn fill_with(&mut self, colour: BackendColor) {
        let key = packed(colour);
        if self.told.fill != Some(key) {
            self.told.fill = Some(key);
            hex(key, |text| self.context.set_fill_style_str(text));
        }
    }

    fn stroke_with(&mut self, style: &impl BackendStyle) {
        let key = packed(style.color());
        if self.told.stroke != Some(key) {
            self.told.stroke = Some(key);
            hex(key, |text| self.context.set_stroke_style_str(text));
        }
        let width = style.stroke_width();
        if self.told.width != Some(width) {
            self.told.width = Some(width);
            self.context.set_line_width(f64::from(width) * self.unit);
        }
        // A context starts with square ends and sharp joints.
        if !self.told.round {
            self.told.round = true;
            self.context.set_line_join("round");
            self.context.set_line_cap("round");
        }
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        // The first line of a path has nowhere to come from, and so only moves there.
        for (x, y) in path {
            self.context.line_to(self.css(x), self.css(y));
        }
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Brush {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.canvas.width(), self.canvas.height())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, width, height) =
            (self.css(left), self.css(top), self.css(right - left), self.css(bottom - top));
        if fill {
            self.fill_with(style.color());
            self.context.fill_rect(x, y, width, height);
        } else {
            self.stroke_with(style);
            self.context.stroke_rect(x, y, width, height);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.stroke_with(style);
        self.trace(path);
        let Some(dash) = self.dash.take() else {
            self.context.stroke();
            return Ok(());
        };
        let place = self.dashes.iter().position(|(known, _)| *known == dash).unwrap_or_else(|| {
            let [on, off] = [dash.on, dash.off].map(|length| (length * self.unit).into());
            self.dashes.push((dash, Array::of2(&on, &off)));
            self.dashes.len() - 1
        });
        // A round end would close the gaps.
        self.context.set_line_cap("butt");
        self.context.set_line_dash(&self.dashes[place].1).ok();
        self.context.stroke();
        self.context.set_line_dash(&self.solid).ok();
        self.told.round = false;
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.context.begin_path();
        // Fails only for a radius below zero.
        self.context.arc(self.css(x), self.css(y), f64::from(radius) * self.unit, 0.0, TAU).ok();
        if fill {
            self.fill_with(style.color());
            self.context.fill();
        } else {
            self.stroke_with(style);
            self.context.stroke();
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.fill_with(style.color());
        self.trace(path);
        self.context.fill();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let size = style.size() * self.unit;
        let family = style.family();
        let set = Type {
            text,
            family: family.as_str(),
            bold: matches!(style.style(), FontStyle::Bold),
            size,
            colour: packed(style.color()),
        };
        // Text hangs from its top as in plotters-svg; the browser's own "top" differs from font to font.
        let (mut left, mut base) = (f64::from(x) * self.unit, f64::from(y) * self.unit + size * 0.76);
        if let Some(sprites) = &mut self.sprites {
            // On whole pixels, where letters are sharp.
            (left, base) = (left.round(), base.round());
            if let Some(picture) = sprites.of(set) {
                set.copy(picture, &self.context, left, base);
                return Ok(());
            }
        }
        self.told.fill = None;
        set.write(&self.context, left, base);
        Ok(())
    }
}

fn packed(colour: BackendColor) -> u32 {
    let (red, green, blue) = colour.rgb;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
    let alpha = (colour.alpha * 255.0).round() as u8;
    u32::from_be_bytes([red, green, blue, alpha])
}
