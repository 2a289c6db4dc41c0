//! A state becomes a call of the command line that comes to the same numbers.

use super::differences::start;
use super::digits::Digits;
use super::write::{ends, held};
use super::{Differences, Link};
use crate::DRAWS;
use crate::ensemble::Ranges;
use crate::model::Model;
use crate::story::Story;

/// The call, as shells of every Unix read it: what differs from the start, for the story in `folder`. Ranges and the seed come with
/// as many draws as the page makes; what is kept beside the scenario has no numbers here and is left out.
#[must_use]
pub fn command(link: &Link, folder: &str, story: &Story, model: &Model, digits: Digits) -> String {
    let mut words = ["sliderule run ", &quoted(folder)].concat();
    let mut say = |option: &str, value: &str| {
        words += &[" --", option, " ", &quoted(value)].concat();
    };
    let Differences { date, set, overrides } = &link.now;
    let start = start(story, model, date.as_deref());
    date.iter().for_each(|date| say("as-of", date));
    for (at, path) in set.iter().filter(|(at, path)| path.level() != Some(start.values()[*at])) {
        say("set", &[&model.inputs[*at].id, "=", &held(path, digits)].concat());
    }
    for figure in overrides {
        let reason = if figure.reason.is_empty() { String::new() } else { [":", &figure.reason].concat() };
        say("override", &[&figure.figure, "=", &digits.plain(figure.value), &reason].concat());
    }
    let usual = Ranges::default_of(model);
    if link.ranges != usual || link.seed.is_some() {
        say("draws", &DRAWS.to_string());
    }
    for (at, input) in model.inputs.iter().enumerate().filter(|(at, _)| link.ranges.of(*at) != usual.of(*at))
    {
        let (range, usual) = (link.ranges.of(at), usual.of(at));
        if range.drawn || [range.low, range.high] != [usual.low, usual.high] {
            say("range", &[&input.id, "=", &ends(&range, digits)].concat());
        }
        if !range.drawn {
            say("range", &[&input.id, "=off"].concat());
        }
    }
    link.seed.iter().for_each(|seed| say("seed", &seed.to_string()));
    words
}

/// A word that a shell takes as it is: anything but letters, digits and harmless signs stands between quotes.
fn quoted(word: &str) -> String {
    let plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ',' | ':' | '=' | '/' | '+');
    match word.chars().all(plain) && !word.is_empty() {
        true => word.to_owned(),
        false => ["'", &word.replace('\'', "'\\''"), "'"].concat(),
    }
}
