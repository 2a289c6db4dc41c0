//! What a person types into a box becomes a plain decimal.

/// Reads a number typed in a language whose decimal sign is `decimal` (`.` or `,`): that sign wins, and the other one
/// groups thousands only before exactly three digits. `30.000` is thirty thousand where the comma is decimal, else thirty.
/// Spaces and apostrophes between digits are passed over. The answer has a point and no groups, as every program reads it;
/// `None` if it is not a number.
#[must_use]
pub fn typed(text: &str, decimal: char) -> Option<String> {
    let text: String =
        text.trim().chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’')).collect();
    let (sign, digits) = match text.chars().next()? {
        '-' | '−' => ("-", text.trim_start_matches(['-', '−'])),
        '+' => ("", &text[1..]),
        _ => ("", text.as_str()),
    };
    let other = if decimal == ',' { '.' } else { ',' };
    let (whole, fraction) = match digits.matches(decimal).count() {
        0 if groups(digits, other) => (digits, ""),
        // The other sign, once and not before three digits, can only have been meant as the decimal sign.
        0 => digits.split_once(other).unwrap_or((digits, "")),
        1 => digits.split_once(decimal)?,
        _ => return None,
    };
    let whole = if groups(whole, other) { whole.replace(other, "") } else { whole.to_owned() };
    let plain = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    if !plain(&whole) || !plain(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let nought = whole.chars().chain(fraction.chars()).all(|c| c == '0');
    Some(format!("{}0{whole}.{fraction}0", if nought { "" } else { sign }))
}

/// True for `1.234.567`: one to three digits, then groups of exactly three.
fn groups(text: &str, sign: char) -> bool {
    let mut parts = text.split(sign);
    let first = parts.next().unwrap_or("");
    let rest: Vec<&str> = parts.collect();
    !rest.is_empty() && (1..=3).contains(&first.len()) && rest.iter().all(|part| part.len() == 3)
}
