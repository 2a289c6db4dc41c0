//! Colours and font of a drawing; light and dark are built in, the page fills them from its style.

use crate::Ink;

/// A colour without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// Everything a drawing takes from its surroundings.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Behind everything.
    pub paper: Rgb,
    /// Marks and the cursor.
    pub ink: Rgb,
    /// Small text.
    pub soft: Rgb,
    /// Grid lines.
    pub grid: Rgb,
    /// The zero line and the default scenario.
    pub base: Rgb,
    /// One colour an ink, in the order of [`Ink::ALL`].
    pub inks: [Rgb; 8],
    /// A CSS list of families.
    pub font: String,
    /// True where what lies behind the drawing shows through it: then nothing is covered with paper but marks.
    pub bare: bool,
}

impl Theme {
    /// Dark on warm white.
    #[must_use]
    pub fn light() -> Self {
        Self {
            paper: hex(0xfbfaf7),
            ink: hex(0x1d2126),
            soft: hex(0x666b72),
            grid: hex(0xe8e5dd),
            base: hex(0x8b8880),
            inks: [
                hex(0x0a6e64),
                hex(0xad5c06),
                hex(0x2d5da8),
                hex(0x37475f),
                hex(0x7c7163),
                hex(0x7d3f8c),
                hex(0xb3352b),
                hex(0x666b72),
            ],
            font: FONT.to_owned(),
            bare: false,
        }
    }

    /// Light on near black.
    #[must_use]
    pub fn dark() -> Self {
        Self {
            paper: hex(0x15181c),
            ink: hex(0xe9e7e2),
            soft: hex(0x9ba0a6),
            grid: hex(0x262b31),
            base: hex(0x7d8288),
            inks: [
                hex(0x4ccbb9),
                hex(0xdd8f42),
                hex(0x8fb8f6),
                hex(0xd3dcea),
                hex(0xa09382),
                hex(0xc795d6),
                hex(0xef7a6f),
                hex(0x9ba0a6),
            ],
            font: FONT.to_owned(),
            bare: false,
        }
    }

    /// This theme with every colour replaced that the look-up knows by its token: `--paper`, `--ink`, `--soft`,
    /// `--grid`, `--base` and [`Ink::token`]. What cannot be read stays.
    #[must_use]
    pub fn overlaid(mut self, mut look_up: impl FnMut(&str) -> Option<String>) -> Self {
        let mut colour =
            |token: &str, own: Rgb| look_up(token).and_then(|text| Rgb::parse(&text)).unwrap_or(own);
        self.paper = colour("--paper", self.paper);
        self.ink = colour("--ink", self.ink);
        self.soft = colour("--soft", self.soft);
        self.grid = colour("--grid", self.grid);
        self.base = colour("--base", self.base);
        for (ink, own) in Ink::ALL.iter().zip(&mut self.inks) {
            *own = colour(ink.token(), *own);
        }
        self
    }

    /// The colour of an ink.
    #[must_use]
    pub fn of(&self, ink: Ink) -> Rgb {
        self.inks[ink as usize]
    }
}

impl Rgb {
    /// Reads `#rgb`, `#rrggbb` and `rgb(1, 2, 3)`, as a computed style writes them; an opacity is ignored.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(digits) = text.strip_prefix('#') {
            let value = u32::from_str_radix(digits, 16).ok()?;
            return match digits.len() {
                3 => Some(Self(nibble(value >> 8), nibble(value >> 4), nibble(value))),
                6 => Some(hex(value)),
                8 => Some(hex(value >> 8)),
                _ => None,
            };
        }
        let inner = text.strip_prefix("rgba(").or_else(|| text.strip_prefix("rgb("))?.strip_suffix(')')?;
        let mut parts = inner.split([',', ' ', '/']).filter(|part| !part.is_empty()).map(str::parse::<u8>);
        Some(Self(parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?))
    }

    /// Contrast of two colours as WCAG defines it, 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let x = f64::from(channel) / 255.0;
            if x <= 0.039_28 { x / 12.92 } else { libm::pow((x + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

fn hex(value: u32) -> Rgb {
    let [_, red, green, blue] = value.to_be_bytes();
    Rgb(red, green, blue)
}

fn nibble(value: u32) -> u8 {
    let [.., low] = (value & 15).to_be_bytes();
    low * 17
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_readable_and_shapes_are_visible() {
        for theme in [Theme::light(), Theme::dark()] {
            for colour in theme.inks.iter().chain([&theme.ink, &theme.soft]) {
                assert!(colour.contrast(theme.paper) >= 4.5, "{colour:?} {}", colour.contrast(theme.paper));
            }
            assert!(theme.base.contrast(theme.paper) >= 3.0);
        }
    }

    #[test]
    fn inks_that_meet_in_a_chart_differ_in_lightness() {
        use Ink::{Depreciation, Idle, Income, Running, Sales};
        for theme in [Theme::light(), Theme::dark()] {
            for (a, b) in [
                (Running, Idle),
                (Income, Idle),
                (Income, Sales),
                (Income, Depreciation),
                (Sales, Depreciation),
                (Running, Depreciation),
            ] {
                let contrast = theme.of(a).contrast(theme.of(b));
                assert!(contrast >= 1.2, "{a:?} {b:?} {contrast}");
            }
        }
    }

    #[test]
    fn reads_the_colours_of_a_computed_style() {
        assert_eq!(Rgb::parse(" #0b7a6f "), Some(Rgb(11, 122, 111)));
        assert_eq!(Rgb::parse("#fa0"), Some(Rgb(255, 170, 0)));
        assert_eq!(Rgb::parse("rgb(11, 122, 111)"), Some(Rgb(11, 122, 111)));
        assert_eq!(Rgb::parse("rgba(11 122 111 / 0.5)"), Some(Rgb(11, 122, 111)));
        assert_eq!(Rgb::parse("CanvasText"), None);
        let read = Theme::light().overlaid(|token| (token == "--idle").then(|| "#010203".to_owned()));
        assert_eq!(
            (read.of(Ink::Idle), read.of(Ink::Running)),
            (Rgb(1, 2, 3), Theme::light().of(Ink::Running))
        );
        assert!((Rgb(255, 255, 255).contrast(Rgb(0, 0, 0)) - 21.0).abs() < 0.1);
        assert!((Rgb(0x66, 0x6b, 0x72).contrast(hex(0xfbfaf7)) - 5.14).abs() < 0.1);
    }
}
