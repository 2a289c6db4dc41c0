//! Numbers to text and back as the browser does it: the same digits as Rust's own, without their tables in the page.

use engine::link::Digits;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// Numbers as the browser writes and reads them.
pub(crate) const DIGITS: Digits = Digits { write: decimal, read: number };

/// The shortest decimal that reads back as the same number.
pub(crate) fn decimal(value: f64) -> String {
    js_sys::Number::from(value).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

/// The number that a plain decimal says.
pub(crate) fn number(text: &str) -> Option<f64> {
    Some(js_sys::Number::parse_float(text)).filter(|value| value.is_finite())
}

/// Without what a division leaves in the last bits: 33.3 / 100 is not the number that 0.333 says, and would give other
/// bits than the command line.
pub(crate) fn without_dust(value: f64) -> f64 {
    let text = js_sys::Number::from(value).to_precision(15).map(String::from);
    text.ok().and_then(|text| number(&text)).unwrap_or(value)
}

/// A text as it is searched and sorted: small letters, their dots and accents after them. Rust's own way brings large tables.
pub(crate) fn folded(text: &str) -> String {
    let small = js_sys::JsString::from(text).to_lower_case();
    String::from(small.normalize("NFD"))
}

/// The value of the slider that an event comes from.
pub(crate) fn slider_value(event: &Event) -> Option<f64> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    Some(input.value_as_number()).filter(|value| value.is_finite())
}
