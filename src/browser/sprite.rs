//! Texts as small pictures: a browser needs ten microseconds to set a text, one to copy a picture of it, and hundreds to make the
//! picture. So a text gets one when it has been drawn before, and no more than a few do at a time.

use super::measure::{context, css_font, new_canvas};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A text in a font and a colour.
#[derive(Clone, Copy)]
pub(super) struct Type<'a> {
    pub(super) text: &'a str,
    pub(super) family: &'a str,
    pub(super) bold: bool,
    /// In device pixels.
    pub(super) size: f64,
    /// Red, green, blue, opacity.
    pub(super) colour: u32,
}

impl Type<'_> {
    /// Writes the text from its left end on its base line.
    pub(super) fn write(self, on: &CanvasRenderingContext2d, left: f64, base: f64) {
        on.set_font(&self.font());
        super::paint::hex(self.colour, |colour| on.set_fill_style_str(colour));
        on.fill_text(self.text, left, base).ok();
    }

    /// The same with a picture of it.
    pub(super) fn copy(
        self,
        picture: &HtmlCanvasElement,
        on: &CanvasRenderingContext2d,
        left: f64,
        base: f64,
    ) {
        // Fails only for a canvas without pixels.
        on.draw_image_with_html_canvas_element(picture, left - RIM, base - ascent(self.size)).ok();
    }

    fn font(self) -> String {
        css_font(self.size, self.bold, self.family)
    }

    fn picture(self) -> Option<HtmlCanvasElement> {
        let canvas = new_canvas()?;
        let context = context(&canvas)?;
        context.set_font(&self.font());
        let width = context.measure_text(self.text).map_or(0.0, |metrics| metrics.width());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few words")]
        let pixels = |length: f64| length.ceil() as u32;
        canvas.set_width(pixels(width + 2.0 * RIM));
        canvas.set_height(pixels(ascent(self.size) + self.size * 0.5));
        // A new size forgets the font.
        self.write(&context, RIM, ascent(self.size));
        Some(canvas)
    }
}

/// Texts that have been drawn, and pictures of them.
#[derive(Default)]
pub(super) struct Sprites(Vec<Sprite>);

struct Sprite {
    text: String,
    bold: bool,
    size: f64,
    colour: u32,
    /// How often it was drawn.
    drawn: usize,
    /// Absent the first times.
    picture: Option<HtmlCanvasElement>,
}

/// More pictures than this are forgotten, so that a long visit does not grow.
const MOST: usize = 100;
/// More pictures than this are not made in one drawing.
const AT_ONCE: usize = 4;
/// Room around a text for letters that hang over, in device pixels.
const RIM: f64 = 2.0;

impl Sprites {
    /// The picture of a text, if it has one by now.
    pub(super) fn of(&mut self, set: Type) -> Option<&HtmlCanvasElement> {
        let known = |sprite: &Sprite| {
            sprite.text == set.text
                && sprite.colour == set.colour
                && sprite.bold == set.bold
                && sprite.size == set.size
        };
        if self.0.len() > MOST {
            self.0.clear();
        }
        if let Some(place) = self.0.iter().position(known) {
            let sprite = &mut self.0[place];
            // Four of them in the second drawing, the next four in the third.
            if sprite.picture.is_none() && sprite.drawn > place / AT_ONCE {
                sprite.picture = set.picture();
            }
            sprite.drawn += 1;
            return sprite.picture.as_ref();
        }
        let Type { text, bold, size, colour, .. } = set;
        self.0.push(Sprite { text: text.to_owned(), bold, size, colour, drawn: 1, picture: None });
        None
    }
}

/// From the upper edge of a picture to the base line: more than the tallest letter with its accent.
fn ascent(size: f64) -> f64 {
    (size * 1.2).ceil()
}
