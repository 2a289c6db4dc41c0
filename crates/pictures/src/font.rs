//! The font that pictures are set in: it lies here, so that they look the same wherever they are made.

use charts::{Measure, Weight};
use resvg::usvg::fontdb;
use skrifa::{
    FontRef, GlyphId, MetadataProvider as _,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};
use std::sync::Arc;

/// The family's name.
pub(crate) const FAMILY: &str = "Figtree";

/// A hyphen where no line breaks, which the font does not have. In an SVG no line breaks at any.
const STIFF_HYPHEN: char = '\u{2011}';

const REGULAR: &[u8] = include_bytes!("../fonts/Figtree-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/Figtree-Bold.ttf");

/// Both weights, measured.
pub(crate) struct Font {
    regular: Face,
    bold: Face,
}

struct Face {
    letters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
}

impl Font {
    /// Reads the files; none where they are no fonts.
    pub(crate) fn read() -> Option<Self> {
        Some(Self { regular: Face::read(REGULAR)?, bold: Face::read(BOLD)? })
    }

    /// The first letter of a text that is in neither weight.
    pub(crate) fn missing(&self, text: &str) -> Option<char> {
        let is_there = |letter| self.regular.glyph(letter).and(self.bold.glyph(letter)).is_some();
        text.chars().find(|letter| !letter.is_control() && !is_there(*letter))
    }
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        // At a size of one, so that widths are shares of the size.
        let widths = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        Some(Self { letters: font.charmap(), widths })
    }

    fn glyph(&self, letter: char) -> Option<GlyphId> {
        self.letters.map(if letter == STIFF_HYPHEN { '-' } else { letter })
    }
}

impl Measure for Font {
    /// Without kerning, which makes a line narrower if anything.
    fn width_px(&self, text: &str, size_px: f64, weight: Weight) -> f64 {
        let face = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        let width = |letter| {
            face.glyph(letter).and_then(|glyph| face.widths.advance_width(glyph)).map_or(0.0, f64::from)
        };
        text.chars().map(width).sum::<f64>() * size_px
    }
}

/// A text in letters that the font has.
pub(crate) fn in_own_letters(text: &str) -> String {
    text.replace(STIFF_HYPHEN, "-")
}

/// Both files, for the drawing library.
pub(crate) fn database() -> Arc<fontdb::Database> {
    let mut fonts = fontdb::Database::new();
    for bytes in [REGULAR, BOLD] {
        fonts.load_font_data(bytes.to_vec());
    }
    Arc::new(fonts)
}
