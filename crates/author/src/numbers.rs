//! Reads numbers the way newspapers print them: `180,2 Milliarden US-Dollar`, `over 60%`, `three-quarters`.

mod words;

use words::Words;

/// The one number in `printed`, written in `language` (`de` or `en`), in plain units: dollars and not billions of them,
/// 0.13 and not 13 percent.
///
/// Absent where the text holds no number (`December`), only a magnitude (`tens of billions`), more than one number, a date
/// (`2025-11-03`), a number that breaks the language's rules (`180.2` in German), or where the language is unknown.
/// Words like "over" and "nearly" are passed over: that a number is a bound is for its note to say.
#[must_use]
pub fn parse(printed: &str, language: &str) -> Option<f64> {
    let words = Words::of(language)?;
    let mut mantissa = None;
    let mut exponent = 0;
    for token in printed.split_whitespace() {
        match Token::read(token, words)? {
            Token::Number { digits, power } if mantissa.is_none() => {
                mantissa = Some(digits);
                exponent += power;
            }
            Token::Number { .. } => return None,
            Token::Scale(power) => exponent += power,
            Token::Other => {}
        }
    }
    // The standard library reads the decimal text as a whole, so that 180.2e9 is exact and no product is rounded.
    format!("{}e{exponent}", mantissa?).parse().ok()
}

/// What a word of the printed text does to the number.
enum Token {
    /// The number itself: digits with a decimal point, to be taken times ten to the `power`.
    Number { digits: String, power: i32 },
    /// A power of ten: a million, a percent.
    Scale(i32),
    /// A word that says nothing about size.
    Other,
}

impl Token {
    /// Absent where the word holds digits that cannot be read.
    fn read(token: &str, words: &Words) -> Option<Self> {
        let token = token.trim_matches(|c: char| ".,;:!?()„“”\"»«".contains(c));
        let lower = token.to_lowercase();
        if let Some(power) = words.scale(&lower) {
            return Some(Self::Scale(power));
        }
        if let Some(digits) = words.number(&lower) {
            return Some(Self::Number { digits: digits.to_owned(), power: 0 });
        }
        if !token.contains(|c: char| c.is_ascii_digit()) {
            return Some(Self::Other);
        }
        let (token, power) = token.strip_suffix('%').map_or((token, 0), |rest| (rest, -2));
        let token = token.trim_start_matches("US").trim_start_matches(['$', '€', '£']);
        digits(product_number(token), words).map(|digits| Self::Number { digits, power })
    }
}

/// `2` of `Trainium2`, `200` of `H200`; anything else as it is.
fn product_number(token: &str) -> &str {
    let number = token.trim_start_matches(|c: char| c.is_alphabetic());
    if number.contains(|c: char| !c.is_ascii_digit()) { token } else { number }
}

/// The digits with a decimal point and without groups. Groups count only where exactly three digits follow each sign.
fn digits(token: &str, words: &Words) -> Option<String> {
    let (sign, token) = match token.strip_prefix(['-', '−']) {
        Some(rest) => ("-", rest),
        None => ("", token),
    };
    let (whole, fraction) = match token.split_once(words.decimal) {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (token, ""),
    };
    let mut groups = whole.split(words.group);
    let first = groups.next().filter(|first| !first.is_empty())?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || (first.len() <= 3 && !first.starts_with('0'));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let sound = grouped && rest.iter().all(|group| group.len() == 3 && all_digits(group));
    if !(sound && all_digits(first) && all_digits(fraction)) {
        return None;
    }
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{first}{}{point}{fraction}", rest.concat()))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_german_comma_is_a_decimal_sign() {
        assert_eq!(parse("180,2 Milliarden US-Dollar", "de"), Some(180.2e9));
        assert_eq!(parse("3,8 Gigawatt", "de"), Some(3.8));
        assert_eq!(parse("1,95 US-Dollar", "de"), Some(1.95));
        assert_eq!(parse("180.2", "de"), None, "a dot groups only before three digits");
    }

    #[test]
    fn a_german_dot_groups_thousands() {
        assert_eq!(parse("2.300", "de"), Some(2300.0));
        assert_eq!(parse("14.000", "de"), Some(14e3));
        assert_eq!(parse("500.000", "de"), Some(5e5));
        assert_eq!(parse("1.234.567,5", "de"), Some(1_234_567.5));
        assert_eq!(parse("0.500", "de"), None);
        assert_eq!(parse("1234.567", "de"), None);
    }

    #[test]
    fn english_signs_are_the_other_way_round() {
        assert_eq!(parse("30,000", "en"), Some(30e3));
        assert_eq!(parse("2.300", "en"), Some(2.3));
        assert_eq!(parse("3.2 million", "en"), Some(3.2e6));
        assert_eq!(parse("180,2", "en"), None);
    }

    #[test]
    fn a_german_billion_is_an_english_trillion() {
        assert_eq!(parse("1,4 Billionen US-Dollar", "de"), Some(1.4e12));
        assert_eq!(parse("eine Billion", "de"), Some(1e12));
        assert_eq!(parse("$200 Billion", "en"), Some(200e9));
        assert_eq!(parse("near $4 trillion", "en"), Some(4e12));
        assert_eq!(parse("250 Millionen", "de"), Some(250e6));
    }

    #[test]
    fn words_are_numbers() {
        for (printed, language, value) in [
            ("zwei", "de", 2.0),
            ("zwei Gigawatt", "de", 2.0),
            ("vier Monaten", "de", 4.0),
            ("acht Jahren", "de", 8.0),
            ("zwölf Monaten", "de", 12.0),
            ("dritten Quartal", "de", 3.0),
            ("vierten Quartal", "de", 4.0),
            ("mehr als dem Doppelten", "de", 2.0),
            ("three-quarters", "en", 0.75),
            ("next three years", "en", 3.0),
            ("one million", "en", 1e6),
            ("double", "en", 2.0),
            ("more than a dozen", "en", 12.0),
            ("once a week", "en", 1.0),
        ] {
            assert_eq!(parse(printed, language), Some(value), "{printed}");
        }
    }

    #[test]
    fn percent_becomes_a_share() {
        assert_eq!(parse("13 Prozent", "de"), Some(0.13));
        assert_eq!(parse("vier Prozent", "de"), Some(0.04));
        assert_eq!(parse("80%", "en"), Some(0.8));
        assert_eq!(parse("80 %", "de"), Some(0.8));
        assert_eq!(parse("−20%", "en"), Some(-0.2));
    }

    #[test]
    fn bounds_are_passed_over() {
        assert_eq!(parse("over 60%", "en"), Some(0.6));
        assert_eq!(parse("more than 20%", "en"), Some(0.2));
        assert_eq!(parse("nearly $130 billion", "en"), Some(130e9));
        assert_eq!(parse("bis zu 213 Milliarden US-Dollar", "de"), Some(213e9));
    }

    #[test]
    fn product_names_give_their_number() {
        assert_eq!(parse("Trainium2", "de"), Some(2.0));
        assert_eq!(parse("H200", "de"), Some(200.0));
        assert_eq!(parse("GB300", "de"), Some(300.0));
        assert_eq!(parse("Day 2", "en"), Some(2.0));
    }

    #[test]
    fn magnitudes_dates_and_pairs_are_no_numbers() {
        for (printed, language) in [
            ("multi-billion dollar", "en"),
            ("tens of billions of dollars", "en"),
            ("Hunderttausenden", "de"),
            ("dreistelliger Milliardenhöhe", "de"),
            ("last November", "en"),
            ("2025-11-03", "de"),
            ("206 bis 213", "de"),
            ("erst im November", "de"),
            ("", "en"),
            ("12", "fr"),
        ] {
            assert_eq!(parse(printed, language), None, "{printed}");
        }
    }
}
