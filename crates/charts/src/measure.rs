//! How wide text is and how numbers are written: asked of the surroundings, so that page and command line agree.

use engine::say::{NumberText, Plain};

/// How heavy text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 700.
    Bold,
}

/// Measures text.
pub trait Measure {
    /// Width in css px of one line of text at a size in css px.
    fn width_px(&self, text: &str, size_px: f64, weight: Weight) -> f64;
}

/// Writes the numbers of the vertical axis.
pub trait TickText {
    /// The text of a written value (already scaled) with so many digits after the decimal sign.
    fn tick(&self, value: f64, decimals: usize) -> String;
}

impl TickText for Plain {
    fn tick(&self, value: f64, decimals: usize) -> String {
        self.fixed(value, decimals)
    }
}

/// A measurer without fonts: the widths of DejaVu Sans, the widest of the usual system faces, so that what it lets
/// stand beside each other has room in all of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Approximate;

impl Measure for Approximate {
    fn width_px(&self, text: &str, size_px: f64, weight: Weight) -> f64 {
        let hundredths: f64 = text.chars().map(advance).sum();
        let heavy = match weight {
            Weight::Regular => 1.0,
            Weight::Bold => 1.12,
        };
        hundredths / 100.0 * size_px * heavy
    }
}

/// Widths from the space to the tilde, in hundredths of the size.
const ADVANCES: [u8; 95] = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63,
    61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97,
    63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
];

fn advance(letter: char) -> f64 {
    let place = usize::try_from(u32::from(letter)).unwrap_or(0).wrapping_sub(32);
    let known = match letter {
        '\u{2019}' | '\u{a0}' | '\u{202f}' => Some(32),
        '\u{ad}' => Some(0),
        _ => ADVANCES.get(place).copied(),
    };
    known.map_or(68.0, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_count_once() {
        let width = |text| Approximate.width_px(text, 10.0, Weight::Regular);
        assert!((width("2026") - 25.6).abs() < 1e-9);
        assert!(width("ü") < 8.0);
        assert!(Approximate.width_px("income", 10.0, Weight::Bold) > width("income"));
    }
}
