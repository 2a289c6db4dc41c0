//! Finds all roots of a function with bends and flats: cuts its range, then closes in on every change of sign.

use super::{Effort, Goal, Nearest, Stretch};
use crate::model::{Input, Model};
use crate::reach::Reach;
use crate::scenario::Scenario;

/// Whole numbers are tried one by one; of more than this, evenly spaced ones.
const MOST_WHOLE: f64 = 1_000.0;

/// A value of the input and how far the output lies above the target, not a number where it is absent.
type Sample = (f64, f64);

pub(super) struct Search<'a> {
    model: &'a Model,
    input: &'a Input,
    place: usize,
    goal: Goal,
    effort: Effort,
    /// What the input is now.
    now: f64,
    slots: Vec<f64>,
    /// What is computed again for another value of the input: a few of a hundred steps.
    between: Vec<usize>,
    /// How far the output may lie from the target.
    slack: f64,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        model: &'a Model,
        scenario: &Scenario,
        goal: Goal,
        place: usize,
        effort: Effort,
    ) -> Self {
        let (input, now) = (&model.inputs[place], scenario.values()[place]);
        let mut slots = scenario.values().to_vec();
        model.program.run(&mut slots);
        let between = Reach::of(model, &[place]).on_the_way_to(model, goal.slot);
        Self { model, input, place, goal, effort, now, slots, between, slack: 0.0 }
    }

    pub(super) fn answer(mut self) -> (Vec<Stretch>, Option<Nearest>) {
        let [low, high] = self.input.range;
        let mut samples: Vec<Sample> = Vec::new();
        if self.input.whole {
            let (mut value, step) = (low.ceil(), ((high - low) / MOST_WHOLE).ceil().max(1.0));
            while value <= high {
                samples.push(self.sample(value));
                value += step;
            }
        } else {
            self.cut(&mut samples, low, high);
        }
        // A billionth of the target, or what subtracting large numbers leaves of a small one.
        let size = |size: f64, (_, above): &Sample| {
            let output = (above + self.goal.target).abs();
            if output.is_finite() && output > size { output } else { size }
        };
        self.slack = (1e-9 * self.goal.target.abs()).max(1e-12 * samples.iter().fold(0.0, size));
        if self.input.whole {
            return self.whole(&samples);
        }
        self.refine(&mut samples);
        let reached = self.reached(&samples);
        let nearest = if reached.is_empty() { self.nearest(&samples) } else { None };
        (reached, nearest)
    }

    fn sample(&mut self, value: f64) -> Sample {
        self.model.put(&mut self.slots, self.place, value);
        self.model.program.run_again(&self.between, &mut self.slots);
        let above = self.slots[self.goal.slot as usize] - self.goal.target;
        (value, if above.is_finite() { above } else { f64::NAN })
    }

    /// Equal cuts, and the value as it is now.
    fn cut(&mut self, samples: &mut Vec<Sample>, low: f64, high: f64) {
        let cells = self.effort.cells;
        for cell in 0..=cells {
            let even = low + (high - low) * f64::from(cell) / f64::from(cells);
            let value = if cell == cells { high } else { even };
            if samples.last().is_some_and(|last| last.0 < self.now) && self.now < value {
                let now = self.sample(self.now);
                samples.push(now);
            }
            let next = self.sample(value);
            samples.push(next);
        }
    }

    /// Adds where the output begins and ceases to have a value, and the tops of hills that may reach the target.
    fn refine(&mut self, samples: &mut Vec<Sample>) {
        for at in (1..samples.len()).rev() {
            let pair = [samples[at - 1], samples[at]];
            match pair.map(|sample| sample.1.is_nan()) {
                [false, true] => samples.insert(at, self.last(pair[0], pair[1].0, f64::INFINITY, 0.0)),
                [true, false] => samples.insert(at, self.last(pair[1], pair[0].0, f64::INFINITY, 0.0)),
                _ => {}
            }
        }
        for at in (1..samples.len().saturating_sub(1)).rev() {
            let [before, here, after] = [samples[at - 1], samples[at], samples[at + 1]];
            let side = |sample: Sample| if here.1 < 0.0 { -sample.1 } else { sample.1 };
            let hill = side(here) > self.slack && side(here) <= side(before) && side(here) <= side(after);
            if hill && (side(here) < side(before) || side(here) < side(after)) {
                let top = self.climb(before.0, after.0, here);
                let behind = usize::from(top.0 > here.0);
                if top.0 != here.0 {
                    samples.insert(at + behind, top);
                }
            }
        }
    }

    /// The point nearest to the target between `low` and `high`, by the golden section; `best` is known already.
    fn climb(&mut self, mut low: f64, mut high: f64, mut best: Sample) -> Sample {
        let start = best.1;
        for _ in 0..self.effort.climb {
            let left = best.0 - low > high - best.0;
            let value =
                if left { best.0 - 0.381_966 * (best.0 - low) } else { best.0 + 0.381_966 * (high - best.0) };
            let tried = self.sample(value);
            if tried.1.abs() < best.1.abs() || tried.1 * start < 0.0 {
                if left {
                    high = best.0
                } else {
                    low = best.0
                }
                best = tried;
            } else if left {
                low = value;
            } else {
                high = value;
            }
            if best.1 * start <= 0.0 {
                break;
            }
        }
        best
    }

    /// The last point between `from` and `to` that lies no further than `slack` from `level`.
    fn last(&mut self, mut from: Sample, mut to: f64, slack: f64, level: f64) -> Sample {
        for _ in 0..60 {
            let tried = self.sample(from.0 + (to - from.0) / 2.0);
            if tried.0 == from.0 || tried.0 == to {
                break;
            }
            if (tried.1 - level).abs() <= slack { from = tried } else { to = tried.0 }
        }
        from
    }

    fn reached(&mut self, samples: &[Sample]) -> Vec<Stretch> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < samples.len() {
            if samples[at].1.abs() <= self.slack {
                let (stretch, end) = self.flat(samples, at, 0.0);
                found.push(stretch);
                at = end;
            } else if at + 1 < samples.len()
                && samples[at].1 * samples[at + 1].1 < 0.0
                && samples[at + 1].1.abs() > self.slack
                && let Some(root) = self.root(samples[at], samples[at + 1])
            {
                found.push(Stretch { low: root, high: root });
            }
            at += 1;
        }
        found
    }

    /// The stretch around the sample `first` in which the output stays at `level`, and its last sample.
    fn flat(&mut self, samples: &[Sample], first: usize, level: f64) -> (Stretch, usize) {
        let mut end = first;
        while samples.get(end + 1).is_some_and(|next| (next.1 - level).abs() <= self.slack) {
            end += 1;
        }
        let low =
            if first > 0 { self.edge(samples[first], samples[first - 1].0, level) } else { samples[0].0 };
        let high = samples.get(end + 1).map_or(samples[end].0, |next| next.0);
        let high = self.edge(samples[end], high, level);
        (Stretch { low, high }, end)
    }

    /// Where a flat ends on the way to `to`. What is no wider than a millionth of the range is a single value.
    fn edge(&mut self, from: Sample, to: f64, level: f64) -> f64 {
        let [low, high] = self.input.range;
        let step = 1e-6 * (high - low) * if to < from.0 { -1.0 } else { 1.0 };
        if (to - from.0).abs() <= step.abs() || (self.sample(from.0 + step).1 - level).abs() > self.slack {
            return from.0;
        }
        self.last(from, to, self.slack, level).0
    }

    /// The root between two points on either side of it: by secants of which a stale end is pulled in (Illinois), by
    /// halves where these are slow. Nothing where the output jumps over the target.
    fn root(&mut self, mut a: Sample, mut b: Sample) -> Option<f64> {
        let (mut width, mut halve, mut moved) = (b.0 - a.0, false, 0);
        for step in 0..200 {
            let secant = a.0 - a.1 * (b.0 - a.0) / (b.1 - a.1);
            let value =
                if halve || !(secant > a.0 && secant < b.0) { a.0 + (b.0 - a.0) / 2.0 } else { secant };
            if value == a.0 || value == b.0 {
                break;
            }
            let tried = self.sample(value);
            if tried.1.abs() <= self.slack / 100.0 {
                return Some(tried.0);
            }
            if tried.1 * b.1 < 0.0 {
                a = tried;
                b.1 /= if moved == 1 { 2.0 } else { 1.0 };
                moved = 1;
            } else if tried.1 * a.1 < 0.0 {
                b = tried;
                a.1 /= if moved == 2 { 2.0 } else { 1.0 };
                moved = 2;
            } else {
                return None;
            }
            halve = step % 3 == 2 && b.0 - a.0 > width / 2.0;
            if step % 3 == 2 {
                width = b.0 - a.0;
            }
        }
        [a.0, b.0].into_iter().find(|value| self.sample(*value).1.abs() <= self.slack)
    }

    /// The samples nearest to the target; of equal ones those nearest to what is set now.
    fn nearest(&mut self, samples: &[Sample]) -> Option<Nearest> {
        let mut best: Option<usize> = None;
        for (at, sample) in samples.iter().enumerate().filter(|(_, sample)| !sample.1.is_nan()) {
            let better = best.is_none_or(|best| {
                let (before, gain) = (samples[best], samples[best].1.abs() - sample.1.abs());
                let closer = (sample.0 - self.now).abs() < (before.0 - self.now).abs();
                gain > self.slack || gain >= -self.slack && closer
            });
            if better {
                best = Some(at);
            }
        }
        let (mut first, level) = (best?, samples[best?].1);
        let output = level + self.goal.target;
        if self.input.whole {
            return Some(Nearest { output, at: Stretch { low: samples[first].0, high: samples[first].0 } });
        }
        while first > 0 && (samples[first - 1].1 - level).abs() <= self.slack {
            first -= 1;
        }
        Some(Nearest { output, at: self.flat(samples, first, level).0 })
    }

    fn whole(&mut self, samples: &[Sample]) -> (Vec<Stretch>, Option<Nearest>) {
        let hits = samples.iter().filter(|sample| sample.1.abs() <= self.slack);
        let reached: Vec<_> = hits.map(|(value, _)| Stretch { low: *value, high: *value }).collect();
        let nearest = if reached.is_empty() { self.nearest(samples) } else { None };
        (reached, nearest)
    }
}
