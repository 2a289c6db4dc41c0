//! Text with a place: lines of one size, set from the left.

use crate::geometry::{Point, Rect};
use crate::measure::{Measure, Weight};

/// One or more lines of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The lines, downwards.
    pub lines: Vec<String>,
    /// What they cover, in css px.
    pub rect: Rect,
    /// Size in css px.
    pub size: f64,
    /// How heavy they are.
    pub weight: Weight,
}

/// Sizes of text in css px; never below 11.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sizes {
    /// Numbers and years.
    pub(crate) axis: f64,
    /// Labels of lines.
    pub(crate) label: f64,
    /// Labels of dots.
    pub(crate) note: f64,
}

/// Height of a line over the size of its letters.
pub(crate) const LINE: f64 = 1.18;

impl Sizes {
    pub(crate) fn of(width_css: f64) -> Self {
        if width_css < 360.0 {
            Self { axis: 11.0, label: 12.0, note: 11.0 }
        } else {
            Self { axis: 11.5, label: 12.5, note: 11.5 }
        }
    }
}

impl Words {
    /// One line, with its left edge and middle at zero.
    pub(crate) fn line(text: String, measure: &dyn Measure, size: f64, weight: Weight) -> Self {
        let width = measure.width_px(&text, size, weight);
        Self::block(vec![text], width, size, weight)
    }

    /// Lines broken at spaces so that none is wider than asked, unless one word alone is.
    #[must_use]
    pub fn wrapped(text: &str, widest: f64, measure: &dyn Measure, size: f64, weight: Weight) -> Self {
        let (mut lines, mut width) = (Vec::<String>::new(), 0.0_f64);
        // Not at spaces that never break: a unit stays with its number.
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let joined = lines.last().map(|line| format!("{line} {word}"));
            match joined.map(|line| (measure.width_px(&line, size, weight), line)) {
                Some((wide, line)) if wide <= widest => {
                    width = width.max(wide);
                    lines.pop();
                    lines.push(line);
                }
                _ => {
                    width = width.max(measure.width_px(word, size, weight));
                    lines.push(word.to_owned());
                }
            }
        }
        Self::block(lines, width, size, weight)
    }

    /// Shortens lines wider than asked and says so with an ellipsis.
    pub(crate) fn shortened(mut self, widest: f64, measure: &dyn Measure) -> Self {
        if self.width() <= widest {
            return self;
        }
        for line in &mut self.lines {
            if measure.width_px(line, self.size, self.weight) <= widest {
                continue;
            }
            while line.pop().is_some() && measure.width_px(line, self.size, self.weight) + self.size > widest
            {
            }
            line.push('…');
        }
        let width = self.lines.iter().map(|line| measure.width_px(line, self.size, self.weight));
        let width = width.fold(0.0, f64::max);
        Self::block(self.lines, width, self.size, self.weight)
    }

    /// Width in css px.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.rect.width()
    }

    /// Height in css px.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.rect.height()
    }

    /// Moves the middle of the left edge.
    pub(crate) fn move_to(&mut self, place: Point) {
        let (width, height) = (self.width(), self.height());
        let top = place.y - height / 2.0;
        self.rect = Rect { left: place.x, top, right: place.x + width, bottom: top + height };
    }

    fn block(lines: Vec<String>, width: f64, size: f64, weight: Weight) -> Self {
        let height = size * LINE * f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX));
        let rect = Rect { left: 0.0, top: -height / 2.0, right: width, bottom: height / 2.0 };
        Self { lines, rect, size, weight }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Approximate;

    #[test]
    fn a_unit_stays_with_its_number() {
        let lines = |width| {
            Words::wrapped("it earns $111\u{a0}billion", width, &Approximate, 10.0, Weight::Regular).lines
        };
        assert_eq!(lines(1000.0), ["it earns $111\u{a0}billion"]);
        assert_eq!(lines(95.0), ["it earns", "$111\u{a0}billion"]);
    }
}
