//! What matters most: how much of a number's spread goes back to which assumption.
//!
//! First-order Sobol indices come from the draws that are there: the points of every assumption fall evenly into classes, and
//! the means of a number over these classes vary as much as that assumption alone moves it. That costs one pass for each and
//! moves with the slider without shivering. Total indices need new draws and are computed apart.

use super::ranges::Ranges;
use super::sobol::Sobol;
use super::{Ensemble, bands, distribution};
use crate::model::{Model, Name, Slot};
use crate::scenario::Scenario;

/// Of so many classes each holds as many draws.
const CLASSES: usize = 32;
/// An eighth of the classes, at either end.
const END: usize = CLASSES / 8;

/// What one assumption does to a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Its place in the model's inputs.
    pub input: usize,
    /// The share of the number's variance that would go if this were known: the first-order Sobol index.
    pub share: f64,
    /// The number's mean where the assumption lies in its lowest eighth.
    pub low: f64,
    /// The same in its highest eighth.
    pub high: f64,
}

impl Ensemble {
    /// The assumptions that vary and that a slot depends on, the one that matters most first. The slot must have been wanted;
    /// none where it is the same in every draw.
    #[must_use]
    pub fn ranking(&self, model: &Model, slot: Slot) -> Vec<Effect> {
        let mut effects: Vec<Effect> = Vec::new();
        let Some((values, variance)) = self.spread(slot) else { return effects };
        let used = model.program.used(slot);
        for (at, input) in model.inputs.iter().enumerate() {
            if let (Some(_), true, Name::Assumption(dimension)) = (self.drawn[at], used[at], input.name) {
                let effect = effect(at, &values, variance, self.classes(dimension));
                // Few enough that a place is found by looking.
                let place = effects.iter().position(|other| other.share < effect.share);
                effects.insert(place.unwrap_or(effects.len()), effect);
            }
        }
        effects
    }

    /// The values of a slot and their variance, where they vary.
    fn spread(&self, slot: Slot) -> Option<(Vec<f64>, f64)> {
        let slot = self.traits.get(slot as usize)?.stands_for as usize;
        let column = self.kept.fresh(slot).filter(|_| self.traits[slot].spread)?;
        let values: Vec<f64> = bands::values(&column.lanes).collect();
        let [count, sum] = total(&values, |value| value);
        let mean = sum / count;
        let [_, squares] = total(&values, |value| (value - mean) * (value - mean));
        (squares > 0.0).then(|| (values, squares / count))
    }

    /// The class of every draw by the points of one dimension.
    fn classes(&self, dimension: usize) -> impl Iterator<Item = usize> {
        let own = distribution::shuffle(dimension, self.seed);
        Sobol::new(dimension).map(move |point| (own(point) >> 27) as usize)
    }
}

/// The total Sobol index of every assumption, 0 for those that do not vary, for one slot: the share of its variance that would
/// be left if all others were known, interactions included (M. J. W. Jansen, Analysis of variance designs for model output,
/// 1999). Two runs of `draws` draws for each.
#[must_use]
pub fn total_effects(
    model: &Model,
    ranges: &Ranges,
    scenario: &Scenario,
    slot: Slot,
    draws: usize,
) -> Vec<f64> {
    let mut ensemble = Ensemble::new(draws, None);
    ensemble.compute(model, ranges, scenario, &[slot]);
    let mut totals = vec![0.0; model.inputs.len()];
    let Some((known, variance)) = ensemble.spread(slot) else { return totals };
    for (at, total_effect) in totals.iter_mut().enumerate() {
        if ensemble.drawn[at].is_some() {
            ensemble.anew = Some(at);
            ensemble.compute(model, ranges, scenario, &[slot]);
            let moved = ensemble.values(slot);
            let squares: Vec<f64> = known.iter().zip(moved).map(|(a, b)| (a - b) * (a - b)).collect();
            let [count, sum] = total(&squares, |square| square);
            *total_effect = sum / count / 2.0 / variance;
        }
    }
    totals
}

fn effect(input: usize, values: &[f64], variance: f64, classes: impl Iterator<Item = usize>) -> Effect {
    let mut classed = [[0.0; 2]; CLASSES];
    for (value, class) in values.iter().zip(classes) {
        if value.is_finite() {
            classed[class][0] += 1.0;
            classed[class][1] += value;
        }
    }
    let mean = |classes: &[[f64; 2]]| {
        let (mut count, mut sum) = (0.0, 0.0);
        for class in classes {
            (count, sum) = (count + class[0], sum + class[1]);
        }
        [count, if count > 0.0 { sum / count } else { 0.0 }]
    };
    let [all, centre] = mean(&classed);
    let mut between = 0.0;
    for class in classed {
        let [count, mean] = mean(&[class]);
        between += count * (mean - centre) * (mean - centre) / all;
    }
    let share = between / variance;
    Effect { input, share, low: mean(&classed[..END])[1], high: mean(&classed[CLASSES - END..])[1] }
}

/// How many values there are, and the sum of something of each.
fn total(values: &[f64], of: impl Fn(f64) -> f64) -> [f64; 2] {
    let (mut count, mut sum) = (0.0, 0.0);
    for value in values {
        if value.is_finite() {
            (count, sum) = (count + 1.0, sum + of(*value));
        }
    }
    [count, sum]
}
