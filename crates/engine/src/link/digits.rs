//! Numbers as plain decimals that lose no bit: digits and at most one point.

/// Writes and reads numbers. What writes the fewest digits that tell a number apart is large and every browser has it, so the
/// page brings the browser's own.
#[derive(Clone, Copy)]
pub struct Digits {
    /// The fewest digits that read as this number, with or without an exponent.
    pub write: fn(f64) -> String,
    /// The nearest number to a plain decimal.
    pub read: fn(&str) -> Option<f64>,
}

impl Digits {
    /// Those of Rust.
    #[must_use]
    pub fn native() -> Self {
        Self { write: |value| value.to_string(), read: |text| text.parse().ok() }
    }

    /// A number without an exponent.
    #[must_use]
    pub fn plain(self, value: f64) -> String {
        let text = (self.write)(value);
        let Some((mantissa, exponent)) = text.split_once('e') else { return text };
        let Ok(exponent) = exponent.trim_start_matches('+').parse::<i32>() else { return text };
        let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = [whole, fraction].concat();
        // Where the point stands among the digits, before or behind them all.
        let point = i32::try_from(whole.len()).unwrap_or_default() + exponent;
        match usize::try_from(point) {
            Ok(point) if point > 0 && point < digits.len() => {
                [sign, &digits[..point], ".", &digits[point..]].concat()
            }
            Ok(point) if point > 0 => [sign, &digits, &"0".repeat(point - digits.len())].concat(),
            _ => [sign, "0.", &"0".repeat(point.unsigned_abs() as usize), &digits].concat(),
        }
    }

    /// The number that a plain decimal says; none for anything else.
    pub(super) fn number(self, text: &str) -> Option<f64> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let whole = whole.strip_prefix('-').unwrap_or(whole);
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let read = if plain(whole) && plain(fraction) { (self.read)(text) } else { None };
        // A negative zero would differ from zero in its bits.
        read.filter(|value| value.is_finite()).map(|value| if value == 0.0 { 0.0 } else { value })
    }
}
