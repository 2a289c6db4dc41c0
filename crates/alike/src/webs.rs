//! Values that must share a local, since one may be read where another is: each such web can be given another local than it has, if
//! nothing that is still read stands there.

use crate::flow::{LOCALS, after, each, live, successors};
use crate::read::Function;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A function's webs, numbered from 0.
#[derive(Debug, Default)]
pub(crate) struct Webs {
    /// The web of each use of a local, in the order of the operators.
    pub(crate) of_uses: Vec<usize>,
    /// Each web's local now.
    pub(crate) locals: Vec<usize>,
    /// The locals that each could have.
    pub(crate) fit: Vec<Vec<usize>>,
    /// The webs that cannot have the same local.
    pub(crate) apart: Vec<Vec<usize>>,
}

impl Webs {
    /// Absent where a function has too many locals.
    pub(crate) fn of(function: &Function) -> Option<Self> {
        let (operators, width) = (&function.operators, function.locals.len());
        if width > LOCALS {
            return None;
        }
        let successors = successors(function);
        let live = live(function, &successors);
        // A value before an operator, or one that an operator writes.
        let before = |at: usize, local: usize| at * width + local;
        let written = |at: usize| operators.len() * width + at;
        let mut same = Same((0..written(operators.len())).collect());
        for (at, operator) in operators.iter().enumerate() {
            for local in each(after(&live, &successors[at])) {
                let value = if operator.writes && operator.local == Some(local) {
                    written(at)
                } else {
                    before(at, local)
                };
                for next in successors[at].iter().filter(|next| live[**next] >> local & 1 == 1) {
                    same.join(value, before(*next, local));
                }
            }
        }
        let (mut webs, mut numbers) = (Self::default(), HashMap::new());
        let mut web = |webs: &mut Self, value: usize, local: usize| {
            *numbers.entry(same.first(value)).or_insert_with(|| {
                let of = function.locals[local];
                webs.locals.push(local);
                webs.fit.push((0..width).filter(|local| function.locals[*local] == of).collect());
                webs.locals.len() - 1
            })
        };
        // What is read without being written is a parameter or zero.
        let entry: Vec<usize> = each(live.first().copied().unwrap_or_default()).collect();
        let mut apart: BTreeSet<(usize, usize)> = BTreeSet::new();
        for local in &entry {
            let this = web(&mut webs, before(0, *local), *local);
            let fixed = *local < function.parameters;
            webs.fit[this].retain(|fit| if fixed { fit == local } else { *fit >= function.parameters });
            for other in &entry {
                apart.insert((this, web(&mut webs, before(0, *other), *other)));
            }
        }
        for (at, operator) in operators.iter().enumerate() {
            let Some(local) = operator.local else { continue };
            let this = web(&mut webs, if operator.writes { written(at) } else { before(at, local) }, local);
            webs.of_uses.push(this);
            if operator.writes {
                for other in each(after(&live, &successors[at])).filter(|other| *other != local) {
                    apart.insert((this, web(&mut webs, before(at, other), other)));
                }
            }
        }
        webs.apart = vec![Vec::new(); webs.locals.len()];
        for (one, other) in apart.iter().filter(|(one, other)| one != other) {
            webs.apart[*one].push(*other);
            webs.apart[*other].push(*one);
        }
        Some(webs)
    }

    /// All webs that must change between the local of this one and another one with it; absent where one of them cannot.
    pub(crate) fn exchanged(&self, web: usize, to: usize) -> Option<Vec<usize>> {
        let from = self.locals[web];
        let (mut found, mut seen) = (vec![web], HashSet::from([web]));
        let mut at = 0;
        while let Some(web) = found.get(at).copied() {
            if !self.fit[web].contains(&(if self.locals[web] == from { to } else { from })) {
                return None;
            }
            let both = |other: &&usize| [from, to].contains(&self.locals[**other]);
            for other in self.apart[web].iter().filter(both) {
                if seen.insert(*other) {
                    found.push(*other);
                }
            }
            at += 1;
        }
        Some(found)
    }
}

/// Things that are one, each with a way to the first of them.
struct Same(Vec<usize>);

impl Same {
    fn first(&mut self, mut of: usize) -> usize {
        while self.0[of] != of {
            self.0[of] = self.0[self.0[of]];
            of = self.0[of];
        }
        of
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.0[one.max(other)] = one.min(other);
    }
}

#[cfg(test)]
mod tests;
