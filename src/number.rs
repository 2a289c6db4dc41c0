//! A projected number: its exact value for machines, and for people a button that opens its arithmetic.

use crate::browser::{El, decimal, el};
use crate::explorer::Explorer;
use charts::{Ink, LayerView};
use engine::story::LayerKind;

/// The element of a computed number in running text: in the colour of the first line that a chart draws of it.
pub(crate) fn data(explorer: Explorer, id: &str) -> El {
    let data = el("data").set("data-quantity", id);
    let mut layers = explorer.story().views.iter().flat_map(|(_, view)| &view.layers);
    let drawn = layers.find(|layer| layer.quantity == id && layer.kind != LayerKind::Limit);
    match drawn.and_then(|layer| Ink::parse(&layer.colour)) {
        Some(ink) => data.class(ink.token()),
        None => data,
    }
}

/// The number as it is read. `value` is absent where it has no meaning; a single value has no year.
fn number(id: &str, year: Option<i32>, value: Option<f64>, text: &str) -> El {
    let data = el("data").set("data-quantity", id);
    let data = match year {
        Some(year) => data.set("data-year", &year.to_string()),
        None => data,
    };
    write(&data, value, text);
    opens(data)
}

/// The number of a layer in a year, by the year's place. That of a kept scenario does not open: the arithmetic is of another.
pub(crate) fn of_layer(layer: &LayerView, at: usize, year: i32, text: &str) -> El {
    match layer.kept {
        true => {
            let span = el("span");
            write(&span, layer.value(at), text);
            span
        }
        false => number(&layer.quantity, Some(year), layer.value(at), text),
    }
}

/// The button around a number. What a click on it does stands in one place for all: in [`crate::explanation`].
pub(crate) fn opens(data: El) -> El {
    el("button").set("type", "button").class("number").with([data])
}

/// What a quantity comes to in a year, by their places: exactly, and as it is read. Follows the scenario and the language.
pub(crate) fn now(explorer: Explorer, quantity: usize, year: usize) -> (Option<f64>, String) {
    let value = explorer.projection.with(|projection| projection.value(explorer.model(), quantity, year));
    let (voice, about) = (explorer.voice(), &explorer.story().model.0[quantity].1);
    let text = match about.choice(value) {
        Some((_, words)) => words.get(voice.language).to_owned(),
        None => value.map_or_else(|| voice.word("absent"), |value| voice.prose(value, &about.unit)),
    };
    (value, text)
}

/// Writes another value into the number.
pub(crate) fn write(data: &El, value: Option<f64>, text: &str) {
    data.say(text);
    if let Some(value) = value.map(decimal) {
        data.clone().set("value", &value).set("data-value", &value);
    }
}
