//! Digits in the manner of a language. The page asks the browser, once that is ready to answer; both write the same.

use crate::link::Digits;

/// Writes a number with at most `decimals` places.
pub trait NumberText {
    /// Zeros at the end of the decimals are not written; thousands are grouped where `grouped`.
    fn number(&self, value: f64, decimals: usize, grouped: bool) -> String;
    /// The same with exactly `decimals` places, for columns and axes.
    fn fixed(&self, value: f64, decimals: usize) -> String;
}

/// The numbers of English and German without a browser.
#[derive(Clone, Copy)]
pub struct Plain {
    decimal: u8,
    group: u8,
    digits: Digits,
}

impl Plain {
    /// German has comma and dot, every other language point and comma.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let (decimal, group) = if language.starts_with("de") { (b',', b'.') } else { (b'.', b',') };
        Self { decimal, group, digits: Digits::native() }
    }

    /// With digits that somebody else writes; nothing for a language whose manner is not known here.
    #[must_use]
    pub fn of(language: &str, digits: Digits) -> Option<Self> {
        matches!(language, "en" | "de").then(|| Self { digits, ..Self::new(language) })
    }

    fn write(self, value: f64, decimals: usize, exactly: bool, grouped: bool) -> String {
        let (mut digits, point) = rounded(self.digits.plain(value.abs()), decimals);
        while !exactly && digits.len() > point && digits.ends_with(b"0") {
            digits.pop();
        }
        let mut out = Vec::new();
        // Nothing that is written as nought has a sign.
        if value < 0.0 && digits.iter().any(|digit| *digit != b'0') {
            out.push(b'-');
        }
        for (at, digit) in digits.into_iter().enumerate() {
            if at == point {
                out.push(self.decimal);
            } else if grouped && at > 0 && at < point && (point - at).is_multiple_of(3) {
                out.push(self.group);
            }
            out.push(digit);
        }
        String::from_utf8(out).unwrap_or_default()
    }
}

impl NumberText for Plain {
    fn number(&self, value: f64, decimals: usize, grouped: bool) -> String {
        self.write(value, decimals, false, grouped)
    }

    fn fixed(&self, value: f64, decimals: usize) -> String {
        self.write(value, decimals, true, true)
    }
}

/// Half away from zero, as browsers round the fewest digits of a number: 2.5 is 3, 1.005 is 1.01. The digits, and how many of them
/// stand before the point.
fn rounded(text: String, decimals: usize) -> (Vec<u8>, usize) {
    let mut point = text.find('.').unwrap_or(text.len());
    let mut digits = text.into_bytes();
    if point < digits.len() {
        digits.remove(point);
    }
    let end = point + decimals;
    let up = digits.get(end).is_some_and(|next| *next >= b'5');
    digits.resize(end, b'0');
    if up {
        // The nines at the end become noughts, and what stands before them becomes one more.
        let nines = digits.iter().rev().take_while(|digit| **digit == b'9').count();
        let (before, nines) = digits.split_at_mut(end - nines);
        nines.fill(b'0');
        match before.last_mut() {
            Some(last) => *last += 1,
            None => {
                digits.insert(0, b'1');
                point += 1;
            }
        }
    }
    (digits, point)
}
