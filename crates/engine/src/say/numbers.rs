//! Digits in the manner of a language. The page asks the browser instead; both write the same.

/// Writes a number with at most `decimals` places.
pub trait NumberText {
    /// Zeros at the end of the decimals are not written; thousands are grouped where `grouped`.
    fn number(&self, value: f64, decimals: usize, grouped: bool) -> String;
    /// The same with exactly `decimals` places, for columns and axes.
    fn fixed(&self, value: f64, decimals: usize) -> String;
}

/// The numbers of English and German without a browser.
#[derive(Clone, Copy, Debug)]
pub struct Plain {
    decimal: char,
    group: char,
}

impl Plain {
    /// German has comma and dot, every other language point and comma.
    #[must_use]
    pub fn new(language: &str) -> Self {
        if language.starts_with("de") {
            Self { decimal: ',', group: '.' }
        } else {
            Self { decimal: '.', group: ',' }
        }
    }

    fn write(self, digits: &str, grouped: bool) -> String {
        let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut out = String::from(sign);
        for (at, digit) in whole.chars().enumerate() {
            if grouped && at > 0 && (whole.len() - at).is_multiple_of(3) {
                out.push(self.group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push(self.decimal);
            out.push_str(fraction);
        }
        out
    }
}

impl NumberText for Plain {
    fn number(&self, value: f64, decimals: usize, grouped: bool) -> String {
        let text = rounded(value, decimals);
        let trimmed =
            if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        self.write(if trimmed == "-0" { "0" } else { trimmed }, grouped)
    }

    fn fixed(&self, value: f64, decimals: usize) -> String {
        self.write(&rounded(value, decimals), true)
    }
}

/// Half away from zero, as browsers round the shortest decimal of a number: 2.5 is 3, 1.005 is 1.01.
fn rounded(value: f64, decimals: usize) -> String {
    let shortest = value.abs().to_string();
    let exact = format!("{:.decimals$}", value.abs());
    let up = shortest
        .split_once('.')
        .is_some_and(|(_, fraction)| fraction.len() == decimals + 1 && fraction.ends_with('5'));
    let magnitude = if up {
        #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "a few decimals")]
        let step = libm::pow(10.0, -(decimals as i32 as f64));
        format!("{:.decimals$}", value.abs() + step * 0.01)
    } else {
        exact
    };
    let nought = magnitude.chars().all(|c| matches!(c, '0' | '.'));
    if value < 0.0 && !nought { format!("-{magnitude}") } else { magnitude }
}
