//! Which number a local has: the one that locals have elsewhere where they are used between the same operators.

use crate::read::Function;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// How many operators around a use are looked at on either side: the more are the same, the more it tells.
const AROUND: [usize; 3] = [1, 2, 3];

/// So many uses must be seen between the same operators to tell as much as what is known from fewer of these.
const TRUSTED: f64 = 2.0;

/// How often every function is gone through; each time more of the others have their numbers.
const ROUNDS: usize = 3;

/// The most times that a function's locals are exchanged in pairs until nothing is gained.
const EXCHANGES: usize = 30;

/// What a use of a local stands between, seen ever further.
type Contexts = [u64; AROUND.len()];

/// The new numbers of each function's locals, by their old ones.
pub(crate) fn locals(functions: &[Function]) -> Vec<Vec<u32>> {
    let uses: Vec<Vec<(u32, Contexts)>> = functions.iter().map(uses).collect();
    let mut numbers: Vec<Vec<u32>> =
        functions.iter().map(|function| (0..function.locals).collect()).collect();
    let mut habits = Habits::default();
    for (uses, numbers) in uses.iter().zip(&numbers) {
        habits.count(uses, numbers, true);
    }
    for _ in 0..ROUNDS {
        for ((function, uses), numbers) in functions.iter().zip(&uses).zip(&mut numbers) {
            habits.count(uses, numbers, false);
            for run in function.runs.iter().filter(|run| run.len() > 1) {
                let (first, end) = (run.start as usize, run.end as usize);
                exchange(&mut numbers[first..end], &habits.fitness(uses, first, end), run.start);
            }
            habits.count(uses, numbers, true);
        }
    }
    numbers
}

fn uses(function: &Function) -> Vec<(u32, Contexts)> {
    let operators = &function.operators;
    let context = |at: usize, around: usize| {
        let mut context = DefaultHasher::new();
        for place in (at + AROUND[AROUND.len() - 1] - around)..=(at + AROUND[AROUND.len() - 1] + around) {
            // Counted from before the first.
            let operator = place.checked_sub(AROUND[AROUND.len() - 1]).and_then(|place| operators.get(place));
            operator.map(|operator| operator.kind).hash(&mut context);
        }
        context.finish()
    };
    let of = |(at, local): (usize, Option<u32>)| Some((local?, AROUND.map(|around| context(at, around))));
    operators.iter().map(|operator| operator.local).enumerate().filter_map(of).collect()
}

/// How often each number is used: anywhere, and in each context.
#[derive(Default)]
struct Habits {
    anywhere: Vec<u32>,
    within: HashMap<u64, Vec<(u32, u32)>>,
}

impl Habits {
    /// Adds a function's uses, or takes them away.
    fn count(&mut self, uses: &[(u32, Contexts)], numbers: &[u32], add: bool) {
        let step = |count: &mut u32| *count = if add { *count + 1 } else { count.saturating_sub(1) };
        for (local, contexts) in uses {
            let number = numbers[*local as usize];
            if self.anywhere.len() <= number as usize {
                self.anywhere.resize(number as usize + 1, 0);
            }
            step(&mut self.anywhere[number as usize]);
            for context in contexts {
                let counts = self.within.entry(*context).or_default();
                match counts.iter_mut().find(|(known, _)| *known == number) {
                    Some((_, count)) => step(count),
                    None => counts.push((number, u32::from(add))),
                }
            }
        }
    }

    /// How well each number of a run would suit each of its locals, as the logarithm of how likely it is: by local, then by number.
    fn fitness(&self, uses: &[(u32, Contexts)], first: usize, end: usize) -> Vec<Vec<f64>> {
        let all = f64::from(self.anywhere.iter().sum::<u32>()) + (end - first) as f64;
        let anywhere =
            |number: usize| f64::from(self.anywhere.get(number).copied().unwrap_or_default() + 1) / all;
        let anywhere: Vec<f64> = (first..end).map(anywhere).collect();
        let mut fitness = vec![vec![0.0; end - first]; end - first];
        for (local, contexts) in uses {
            let Some(fitness) = (*local as usize).checked_sub(first).and_then(|local| fitness.get_mut(local))
            else {
                continue;
            };
            let mut likely = anywhere.clone();
            for counts in contexts.iter().filter_map(|context| self.within.get(context)) {
                let all = f64::from(counts.iter().map(|(_, count)| count).sum::<u32>()) + TRUSTED;
                likely.iter_mut().for_each(|likely| *likely *= TRUSTED / all);
                for (number, count) in counts {
                    if let Some(likely) =
                        (*number as usize).checked_sub(first).and_then(|at| likely.get_mut(at))
                    {
                        *likely += f64::from(*count) / all;
                    }
                }
            }
            for (fitness, likely) in fitness.iter_mut().zip(likely) {
                *fitness += libm::log(likely);
            }
        }
        fitness
    }
}

/// Exchanges the numbers of two locals as long as that suits both together better.
fn exchange(numbers: &mut [u32], fitness: &[Vec<f64>], first: u32) {
    let suits = |local: usize, number: u32| fitness[local][(number - first) as usize];
    for _ in 0..EXCHANGES {
        let mut better = false;
        for one in 0..numbers.len() {
            for other in one + 1..numbers.len() {
                let (this, that) = (numbers[one], numbers[other]);
                // More than rounding.
                if suits(one, that) + suits(other, this) > suits(one, this) + suits(other, that) + 1e-9 {
                    numbers.swap(one, other);
                    better = true;
                }
            }
        }
        if !better {
            break;
        }
    }
}
