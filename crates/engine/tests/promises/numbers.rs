//! Numbers as people write and type them, and as links hold them.

use crate::cases::{MODEL, STORY};
use engine::link::{Digits, Notice, Outcome, Why, read};
use engine::say::{NumberText, Plain, axis_decimals, prose_decimals, typed};
use engine::story::UnitWords;

#[test]
fn a_number_has_the_digits_that_it_deserves() {
    let plain = UnitWords { scale: 1.0, ..UnitWords::default() };
    let decimals =
        [131.75, 74.98, 12.28, 19.96, 6.0, 0.996, 0.448].map(|value| prose_decimals(value, &plain));
    assert_eq!(decimals, [0, 0, 1, 0, 1, 1, 2]);
    assert_eq!([20.0, 0.5, 0.25, 2.5].map(axis_decimals), [0, 1, 2, 1]);
}

#[test]
fn numbers_are_written_in_two_languages() {
    let (en, de) = (Plain::new("en"), Plain::new("de"));
    assert_eq!(en.number(30_000.0, 0, true), "30,000");
    assert_eq!(de.number(30_000.0, 0, true), "30.000");
    assert_eq!(de.number(12.28, 1, true), "12,3");
    assert_eq!(en.number(6.0, 1, true), "6");
    assert_eq!(en.number(2033.0, 0, false), "2033");
    assert_eq!(en.fixed(6.0, 1), "6.0");
    assert_eq!([2.5, 1.005, -0.4].map(|value| en.number(value, 0, true)), ["3", "1", "0"]);
    assert_eq!(en.number(1.005, 2, true), "1.01");
}

#[test]
fn either_decimal_sign_can_be_typed() {
    let cases = [
        ("30.000", Some(30_000.0), Some(30.0)),
        ("30,000", Some(30.0), Some(30_000.0)),
        ("3,5", Some(3.5), Some(3.5)),
        ("3.5", Some(3.5), Some(3.5)),
        ("1.234,5", Some(1234.5), None),
        ("1,234.5", None, Some(1234.5)),
        ("1.234.567", Some(1_234_567.0), None),
        ("600 000", Some(600_000.0), Some(600_000.0)),
        (" −2 ", Some(-2.0), Some(-2.0)),
        (",5", Some(0.5), Some(0.5)),
        ("3.", Some(3.0), Some(3.0)),
        ("", None, None),
        ("many", None, None),
        ("1e5", None, None),
        ("3,5,1", None, None),
        (".", None, None),
    ];
    for (text, german, english) in cases {
        let read = |decimal| typed(text, decimal).map(|plain| plain.parse::<f64>().unwrap());
        assert_eq!((read(','), read('.')), (german, english), "{text}");
    }
}

/// As browsers write numbers.
fn with_exponent(value: f64) -> String {
    if (1e-6..1e21).contains(&value.abs()) || value == 0.0 { value.to_string() } else { format!("{value:e}") }
}

/// The bits of a number in a link; none where the link's reader is told that it is none.
fn in_a_link(text: &str, digits: Digits) -> Option<u64> {
    let letters: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let (link, notices) = read(&format!("came-to=income:2033:{letters}"), &STORY, &MODEL, digits);
    let unreadable = Notice::Ignored { entry: "came-to".to_owned(), why: Why::Unreadable };
    assert_eq!(notices, if link.outcome.is_some() { vec![] } else { vec![unreadable] }, "{text}");
    link.outcome.map(|Outcome { value, .. }| value.to_bits())
}

#[test]
fn exponents_are_written_out() {
    let browser = Digits { write: with_exponent, read: |text| text.parse().ok() };
    for value in [0.0, -2.5, 1e21, -1.25e22, 1.5e-7, 5e-324, f64::MAX, 123_456.789, 1e-6, 9.007e300] {
        let text = browser.plain(value);
        assert_eq!(text, Digits::native().plain(value));
        assert_eq!(in_a_link(&text, browser), Some(value.to_bits()), "{text}");
    }
}

#[test]
fn nothing_but_decimals_is_a_number() {
    let read = |text: &str| in_a_link(text, Digits::native());
    // A nought with a sign would differ from nought in its bits.
    assert_eq!(
        ["2", "-2.50", "007", "-0"].map(read),
        [2.0, -2.5, 7.0, 0.0].map(|value: f64| Some(value.to_bits()))
    );
    let huge = "9".repeat(400);
    for text in ["", ".", "2.", ".5", "1e3", "NaN", "inf", "--1", "+1", "1,5", " 1", "1.2.3", "٣", &huge] {
        assert_eq!(read(text), None, "{text}");
    }
}
