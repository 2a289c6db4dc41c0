//! Values of the model made where it is built, so that the page can check its own arithmetic before it shows any of it.

use crate::model::{Input, Model, Name};
use crate::projection::project;
use crate::scenario::Scenario;
use crate::story::Story;

/// How many scenarios are checked; the first is the default.
const SCENARIOS: usize = 9;
/// Every scenario has every so manieth year of a quantity that varies, each another one.
const STRIDE: usize = 4;
/// The relative difference that is a mismatch. What the digits leave out is half of it at most.
const SLACK: f64 = 1e-9;
/// Stands for a value that is absent.
const ABSENT: u8 = b'~';
/// The letter behind the digits of a value from 1 to below 10; later ones are larger. Negative values have capitals.
const ONES: i32 = 'm' as i32;

/// A value that is not what it was where the page was built.
#[derive(Clone, Debug, PartialEq)]
pub struct Mismatch {
    /// The quantity.
    pub quantity: String,
    /// The year; none of a single value.
    pub year: Option<i32>,
    /// Which scenario, the default being 0.
    pub scenario: usize,
    /// What it was, absent where it had no meaning.
    pub expected: Option<f64>,
    /// What it is here.
    pub found: Option<f64>,
}

/// The scenarios: the default, then every lever and assumption in turn at its low, middle and high value, so that of two of
/// them most pairs of values meet.
#[must_use]
pub fn scenarios(story: &Story, model: &Model) -> Vec<Scenario> {
    let mut scenarios = vec![Scenario::default_of(model); SCENARIOS];
    for (number, scenario) in scenarios.iter_mut().enumerate().skip(1) {
        let (a, b) = (number % 3, number / 3);
        for (at, input) in model.inputs.iter().enumerate() {
            if let Some([low, high]) = ends(story, input) {
                let turn = [a, b, a + b, a + 2 * b][at % 4] + at / 4;
                scenario.set_at(model, at, [low, input.default, high][turn % 3]).ok();
            }
        }
    }
    scenarios
}

fn ends(story: &Story, input: &Input) -> Option<[f64; 2]> {
    match input.name {
        Name::Lever(at) => Some([story.levers.0[at].1.low, story.levers.0[at].1.high]),
        Name::Assumption(at) => Some([story.assumptions.0[at].1.low?, story.assumptions.0[at].1.high?]),
        _ => None,
    }
}

/// Calls `visit` with every value that is checked, in one fixed order: quantity, year, scenario, value.
fn values(story: &Story, model: &Model, mut visit: impl FnMut(usize, usize, usize, Option<f64>)) {
    for (number, scenario) in scenarios(story, model).iter().enumerate() {
        let projection = project(model, scenario);
        for (at, quantity) in model.quantities.iter().enumerate() {
            // A step on the way shows in what comes of it.
            let steps = story.model.0[at].1.intermediate;
            for year in 0..quantity.slots.len() {
                if !steps && (!quantity.varies || (year + at + number) % STRIDE == 0) {
                    visit(at, year, number, projection.value(model, at, year));
                }
            }
        }
    }
}

/// The reference as text: of each value ten digits at most and a letter for its size and sign.
#[must_use]
pub fn make(story: &Story, model: &Model) -> String {
    let mut text = String::new();
    values(story, model, |_, _, _, value| match value {
        None => text.push(char::from(ABSENT)),
        Some(value) => {
            let written = format!("{value:.9e}");
            let (digits, power) = written.split_once('e').unwrap_or((&written, "0"));
            let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
            text += match digits.trim_end_matches('0') {
                "" => "0",
                digits => digits,
            };
            let letter = ONES + power.parse::<i32>().unwrap_or_default();
            let letter = u8::try_from(letter).map_or('m', char::from);
            text.push(if value < 0.0 { letter.to_ascii_uppercase() } else { letter });
        }
    });
    text
}

/// The values that are not what `reference` says, in its order; all of them where it ends too early.
#[must_use]
pub fn check(story: &Story, model: &Model, reference: &str) -> Vec<Mismatch> {
    let mut rest = reference.bytes();
    let mut found = Vec::new();
    values(story, model, |at, year, scenario, value| {
        let expected = next(&mut rest);
        let same = match (expected, value) {
            (Some(expected), Some(value)) => (value - expected).abs() <= SLACK * expected.abs(),
            (None, None) => true,
            _ => false,
        };
        if !same {
            let quantity = &model.quantities[at];
            let year = quantity.varies.then(|| model.years[year]);
            found.push(Mismatch { quantity: quantity.id.clone(), year, scenario, expected, found: value });
        }
    });
    found
}

/// The next value of the text.
fn next(text: &mut impl Iterator<Item = u8>) -> Option<f64> {
    let (mut value, mut power) = (0.0, 1);
    for byte in text {
        match byte {
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(byte - b'0');
                power -= 1;
            }
            ABSENT => return None,
            letter => {
                power += i32::from(letter.to_ascii_lowercase()) - ONES;
                let scale = libm::pow(10.0, f64::from(power.abs()));
                let value = if power < 0 { value / scale } else { value * scale };
                return Some(if letter.is_ascii_uppercase() { -value } else { value });
            }
        }
    }
    Some(f64::NAN)
}
