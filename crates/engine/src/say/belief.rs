//! How an assumption is drawn, as a sentence for its card.

use super::Voice;
use crate::ensemble::{Range, choices};
use crate::model::Input;
use crate::story::Draw;

/// `Drawn between $18 billion and $35 billion …`; of what is not drawn, that it is held. `value` is the scenario's.
#[must_use]
pub fn belief(input: &Input, range: Range, value: f64, voice: Voice) -> String {
    // The range reaches as far as the value that is set.
    let low = if value < range.low { value } else { range.low };
    let high = if value > range.high { value } else { range.high };
    let draw = input.belief.as_ref().and_then(|belief| belief.draw.as_ref()).unwrap_or(&Draw::Triangular);
    let listed = choices(draw, input.default, value, [low, high]);
    let word = match draw {
        _ if !range.drawn || low >= high => "draw_held",
        Draw::Triangular => "draw_triangular",
        Draw::Uniform => "draw_uniform",
        Draw::Normal => "draw_normal",
        Draw::Lognormal => "draw_lognormal",
        Draw::Discrete(_) => "draw_discrete",
    };
    let mut text = voice.word(word);
    for (place, value) in [("{low}", low), ("{value}", value), ("{high}", high)] {
        text = text.replace(place, &voice.prose(value, &input.unit));
    }
    let all: f64 = listed.iter().map(|entry| entry.1).sum();
    let mut list = String::new();
    for (value, weight) in &listed {
        list += if list.is_empty() { "" } else { ", " };
        list += &voice.prose(*value, &input.unit);
        list += " (";
        list += &voice.prose(weight / all, "share");
        list += ")";
    }
    text.replace("{list}", &list)
}
