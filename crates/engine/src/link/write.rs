//! A state becomes a text.

use super::differences::{Differences, start};
use super::digits::Digits;
use super::encoding::{encode, harmless};
use super::read::{ADDRESS, BASELINE, NAME, REASON};
use super::versions::VERSION;
use super::{ENTRIES, KEPT, LONGEST, Link, Outcome};
use crate::ensemble::Ranges;
use crate::model::Model;
use crate::path::Path;
use crate::story::Story;

/// The text of a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The text without its `#`; empty where nothing differs from the start.
    pub text: String,
    /// False where something had to be left out to keep within [`LONGEST`]: addresses first, then reasons, kept scenarios and
    /// ranges, the last of each first.
    pub whole: bool,
}

/// What can be left out first where there is too much.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Needed,
    Set,
    Range,
    Outcome,
    Kept,
    Reason,
    Address,
}

/// Takes an entry: its rank, how its name begins, the rest of the name and what it is set to.
pub(super) type Say<'a> = &'a mut dyn FnMut(Rank, &'static str, &str, &str);

/// Some entries that are left out together.
struct Part {
    rank: Rank,
    text: String,
    entries: usize,
}

/// The text of a state: the same for the same state.
#[must_use]
pub fn write(link: &Link, story: &Story, model: &Model, digits: Digits) -> Written {
    let mut parts = Vec::new();
    state(link, story, model, digits, &mut |rank, name, id, value| {
        parts.push(Part::one(rank, name, id, value))
    });
    for (at, (name, kept)) in link.kept.iter().take(KEPT).enumerate() {
        let kind = if link.baseline == Some(at) { BASELINE } else { "kept-as" };
        let mut part = Part::one(Rank::Kept, kind, "", &harmless(name, NAME));
        differences(kept, story, model, digits, &mut |rank, name, id, value| {
            part.text += &Part::one(rank, name, id, value).text;
            part.entries += 1;
        });
        parts.push(part);
    }
    let usual = |asked: &Outcome| asked.quantity == story.asks() && asked.year == model.years.last().copied();
    let wish = link.wish.filter(|_| link.outcome.is_some());
    if parts.is_empty() && wish.is_none() && link.outcome.as_ref().is_none_or(usual) {
        return Written { text: String::new(), whole: true };
    }
    let before = parts.iter().position(|part| part.rank == Rank::Kept).unwrap_or(parts.len());
    if let Some(wish) = wish {
        parts.insert(before, Part::one(Rank::Outcome, "shall-be", "", &digits.plain(wish)));
    }
    if let Some(outcome) = link.outcome {
        let value = digits.plain((outcome.value * 1e3).round_ties_even() / 1e3);
        let quantity = &model.quantities[outcome.quantity].id;
        let year = outcome.year.map_or_else(String::new, |year| year.to_string() + ":");
        let text = [quantity, ":", &year, &value].concat();
        parts.insert(before, Part::one(Rank::Outcome, "came-to", "", &text));
    }
    if let Some((newest, _)) = story.changes.0.first() {
        parts.insert(0, Part::one(Rank::Needed, "story-of", "", newest));
    }
    parts.insert(0, Part::one(Rank::Needed, "v", "", &VERSION.to_string()));
    let whole = shorten(&mut parts);
    // Every entry begins with a sign between it and the one before it.
    let text: String = parts.iter().map(|part| part.text.as_str()).collect();
    Written { text: text[1..].to_owned(), whole }
}

/// True where nothing had to be left out.
fn shorten(parts: &mut Vec<Part>) -> bool {
    let all = parts.len();
    loop {
        let length: usize = parts.iter().map(|part| part.text.len()).sum();
        let entries: usize = parts.iter().map(|part| part.entries).sum();
        if length <= LONGEST + 1 && entries <= ENTRIES {
            return parts.len() == all;
        }
        let least = parts.iter().map(|part| part.rank).max();
        if let Some(at) = parts.iter().rposition(|part| Some(part.rank) == least) {
            parts.remove(at);
        }
    }
}

/// What differs in the scenario that is shown, and in what is believed.
pub(super) fn state(link: &Link, story: &Story, model: &Model, digits: Digits, say: Say) {
    differences(&link.now, story, model, digits, say);
    ranges(&link.ranges, model, digits, say);
    if let Some(seed) = link.seed {
        say(Rank::Range, "random-seed", "", &seed.to_string());
    }
}

fn differences(of: &Differences, story: &Story, model: &Model, digits: Digits, say: Say) {
    let start = start(story, model, of.date.as_deref());
    if let Some(date) = &of.date {
        say(Rank::Set, "as-of", "", date);
    }
    for (at, path) in &of.set {
        if path.level() != Some(start.values()[*at]) {
            say(Rank::Set, "", &model.inputs[*at].id, &held(path, digits));
        }
    }
    for figure in &of.overrides {
        let id = &figure.figure;
        say(Rank::Set, "figure.", id, &digits.plain(figure.value));
        let mut words = |rank: Rank, name: &'static str, text: &str, longest: usize| {
            let text = harmless(text, longest);
            if !text.is_empty() {
                say(rank, name, id, &text);
            }
        };
        words(Rank::Reason, "why.", &figure.reason, REASON);
        words(Rank::Address, "where.", &figure.address, ADDRESS);
    }
}

/// One value, or the points of a path.
fn held(path: &Path, digits: Digits) -> String {
    if let Some(value) = path.level() {
        return digits.plain(value);
    }
    let mut text = String::new();
    for (year, value) in path.points() {
        text += if text.is_empty() { "" } else { "," };
        text += &year.to_string();
        text.push(':');
        text += &digits.plain(*value);
    }
    text
}

fn ranges(ranges: &Ranges, model: &Model, digits: Digits, say: Say) {
    let usual = Ranges::default_of(model);
    for (at, input) in model.inputs.iter().enumerate().filter(|(_, input)| input.belief.is_some()) {
        let (range, usual) = (ranges.of(at), usual.of(at));
        if range == usual {
            continue;
        }
        let ends = [digits.plain(range.low), ":".to_owned(), digits.plain(range.high)].concat();
        let text = match (range.drawn, [range.low, range.high] == [usual.low, usual.high]) {
            (true, _) => ends,
            (false, true) => "off".to_owned(),
            (false, false) => ends + ":off",
        };
        say(Rank::Range, "range.", &input.id, &text);
    }
}

impl Part {
    fn one(rank: Rank, name: &str, id: &str, value: &str) -> Self {
        Self { rank, text: ["&", name, id, "=", &encode(value)].concat(), entries: 1 }
    }
}
