//! Which local a value is in: the one that values are in elsewhere where they are used between the same operators.

use crate::read::Function;
use crate::webs::Webs;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// How many operators around a use are looked at on either side: the more are the same, the more it tells.
const AROUND: [usize; 3] = [1, 2, 3];

/// So many uses must be seen between the same operators to tell as much as what is known from fewer of these.
const TRUSTED: f64 = 2.0;

/// How often every function is gone through; each time more of the others have their numbers.
const ROUNDS: usize = 3;

/// The most times that all webs of a function are gone through.
const EXCHANGES: usize = 10;

/// What a use of a local stands between, seen ever further.
type Contexts = [u64; AROUND.len()];

/// The new local of each use of one, for each function, in the order of the operators.
pub(crate) fn locals(functions: &[Function]) -> Vec<Vec<usize>> {
    let uses: Vec<Vec<Contexts>> = functions.iter().map(uses).collect();
    let mut webs: Vec<Webs> =
        functions.iter().map(|function| Webs::of(function).unwrap_or_default()).collect();
    let mut habits = Habits::default();
    for (uses, webs) in uses.iter().zip(&webs) {
        habits.count(uses, webs, true);
    }
    for _ in 0..ROUNDS {
        for (uses, webs) in uses.iter().zip(&mut webs) {
            habits.count(uses, webs, false);
            let fitness = habits.fitness(uses, webs);
            exchange(webs, &fitness);
            habits.count(uses, webs, true);
        }
    }
    webs.iter().map(|webs| webs.of_uses.iter().map(|web| webs.locals[*web]).collect()).collect()
}

/// The contexts of each use of a local.
fn uses(function: &Function) -> Vec<Contexts> {
    let kinds: Vec<u64> = function.operators.iter().map(|operator| operator.kind).collect();
    let context = |at: usize, around: usize| {
        let mut context = DefaultHasher::new();
        kinds[at.saturating_sub(around)..kinds.len().min(at + around + 1)].hash(&mut context);
        context.finish()
    };
    let used = function.operators.iter().enumerate().filter(|(_, operator)| operator.local.is_some());
    used.map(|(at, _)| AROUND.map(|around| context(at, around))).collect()
}

/// How often each local is used: anywhere, and in each context.
#[derive(Default)]
struct Habits {
    anywhere: Vec<u32>,
    within: HashMap<u64, Vec<(usize, u32)>>,
}

impl Habits {
    /// Adds a function's uses, or takes them away.
    fn count(&mut self, uses: &[Contexts], webs: &Webs, add: bool) {
        let step = |count: &mut u32| *count = if add { *count + 1 } else { count.saturating_sub(1) };
        for (contexts, web) in uses.iter().zip(&webs.of_uses) {
            let local = webs.locals[*web];
            if self.anywhere.len() <= local {
                self.anywhere.resize(local + 1, 0);
            }
            step(&mut self.anywhere[local]);
            for context in contexts {
                let counts = self.within.entry(*context).or_default();
                match counts.iter_mut().find(|(known, _)| *known == local) {
                    Some((_, count)) => step(count),
                    None => counts.push((local, u32::from(add))),
                }
            }
        }
    }

    /// How well each local would suit each web, as the logarithm of how likely it is.
    fn fitness(&self, uses: &[Contexts], webs: &Webs) -> Vec<Vec<f64>> {
        let width = webs.fit.iter().flatten().max().map_or(0, |most| most + 1);
        let all = f64::from(self.anywhere.iter().sum::<u32>()) + width as f64;
        let anywhere =
            |local: usize| f64::from(self.anywhere.get(local).copied().unwrap_or_default() + 1) / all;
        let anywhere: Vec<f64> = (0..width).map(anywhere).collect();
        let mut fitness = vec![vec![0.0; width]; webs.locals.len()];
        for (contexts, web) in uses.iter().zip(&webs.of_uses) {
            let mut likely = anywhere.clone();
            for counts in contexts.iter().filter_map(|context| self.within.get(context)) {
                let all = f64::from(counts.iter().map(|(_, count)| count).sum::<u32>()) + TRUSTED;
                likely.iter_mut().for_each(|likely| *likely *= TRUSTED / all);
                for (local, count) in counts.iter().filter(|(local, _)| *local < width) {
                    likely[*local] += f64::from(*count) / all;
                }
            }
            for (fitness, likely) in fitness[*web].iter_mut().zip(likely) {
                *fitness += libm::log(likely);
            }
        }
        fitness
    }
}

/// Exchanges the locals of webs as long as that suits all that change better.
fn exchange(webs: &mut Webs, fitness: &[Vec<f64>]) {
    for _ in 0..EXCHANGES {
        let mut better = false;
        for web in 0..webs.locals.len() {
            for to in webs.fit[web].clone() {
                let from = webs.locals[web];
                // What loses by itself is helped by others at times, but seldom.
                if to == from || fitness[web][to] <= fitness[web][from] {
                    continue;
                }
                let Some(all) = webs.exchanged(web, to) else { continue };
                let other = |web: usize| if webs.locals[web] == from { to } else { from };
                let gain: f64 =
                    all.iter().map(|web| fitness[*web][other(*web)] - fitness[*web][webs.locals[*web]]).sum();
                // More than rounding.
                if gain > 1e-9 {
                    let others: Vec<usize> = all.iter().map(|web| other(*web)).collect();
                    all.iter().zip(others).for_each(|(web, other)| webs.locals[*web] = other);
                    better = true;
                }
            }
        }
        if !better {
            break;
        }
    }
}
