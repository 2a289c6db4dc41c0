//! Where control goes within a function, and which locals hold something that is still read.

use crate::read::{Function, Next};

/// The most locals of a function that is looked into: each is a bit.
pub(crate) const LOCALS: usize = 128;

/// A set of locals.
pub(crate) type Locals = u128;

/// What may be done after each operator.
pub(crate) fn successors(function: &Function) -> Vec<Vec<usize>> {
    let operators = &function.operators;
    let (mut ends, mut elses) = (vec![0; operators.len()], vec![None; operators.len()]);
    let mut open = Vec::new();
    for (at, operator) in operators.iter().enumerate() {
        match operator.next {
            Next::Block | Next::Loop | Next::If => open.push(at),
            Next::Else => open.last().into_iter().for_each(|of| elses[*of] = Some(at)),
            Next::End => open.pop().into_iter().for_each(|of| ends[of] = at),
            _ => {}
        }
    }
    let last = operators.len() - 1;
    let follows = |at: usize| if at < last { vec![at + 1] } else { Vec::new() };
    let mut open = Vec::new();
    let successors = operators.iter().enumerate().map(|(at, operator)| {
        let label = |label: &u32| {
            let block: Option<&usize> = open.iter().rev().nth(*label as usize);
            block.map_or(last, |of| if operators[*of].next == Next::Loop { *of } else { ends[*of] })
        };
        match &operator.next {
            Next::Labels(labels, also) => {
                let next = if *also { follows(at) } else { Vec::new() };
                labels.iter().map(label).chain(next).collect()
            }
            Next::Nowhere => Vec::new(),
            Next::Else => open.last().map(|of: &usize| ends[*of]).into_iter().collect(),
            Next::If => {
                open.push(at);
                vec![at + 1, elses[at].map_or(ends[at], |of| of + 1)]
            }
            Next::Block | Next::Loop => {
                open.push(at);
                follows(at)
            }
            Next::End => {
                open.pop();
                follows(at)
            }
            Next::Follows => follows(at),
        }
    });
    successors.collect()
}

/// The locals whose values before each operator are read later.
pub(crate) fn live(function: &Function, successors: &[Vec<usize>]) -> Vec<Locals> {
    let mut live: Vec<Locals> = vec![0; function.operators.len()];
    loop {
        let mut changed = false;
        for (at, operator) in function.operators.iter().enumerate().rev() {
            let mut now = after(&live, &successors[at]);
            if let Some(local) = operator.local {
                now = if operator.writes { now & !(1 << local) } else { now | (1 << local) };
            }
            changed |= now != live[at];
            live[at] = now;
        }
        if !changed {
            return live;
        }
    }
}

/// Those that are read after an operator with these successors.
pub(crate) fn after(live: &[Locals], successors: &[usize]) -> Locals {
    successors.iter().fold(0, |all, next| all | live[*next])
}

/// The locals of a set.
pub(crate) fn each(locals: Locals) -> impl Iterator<Item = usize> {
    (0..LOCALS).filter(move |local| locals >> local & 1 == 1)
}
