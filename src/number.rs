//! A projected number: its exact value for machines, and for people a button that opens its arithmetic.

use crate::browser::{El, decimal, el};

/// The number as it is read. `value` is absent where it has no meaning; a single value has no year.
pub(crate) fn number(id: &str, year: Option<i32>, value: Option<f64>, text: &str) -> El {
    let data = el("data").set("data-quantity", id);
    let data = match year {
        Some(year) => data.set("data-year", &year.to_string()),
        None => data,
    };
    write(&data, value, text);
    opens(data)
}

/// The button around a number. What a click on it does stands in one place for all: in [`crate::explanation`].
pub(crate) fn opens(data: El) -> El {
    el("button").set("type", "button").class("number").with([data])
}

/// Writes another value into the number.
pub(crate) fn write(data: &El, value: Option<f64>, text: &str) {
    data.say(text);
    if let Some(value) = value.map(decimal) {
        data.clone().set("value", &value).set("data-value", &value);
    }
}
