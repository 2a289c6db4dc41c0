//! Which explanations belong to a tree of a given depth: each value is opened once, where it stands highest.

use crate::case::Case;
use crate::error::CliError;
use engine::{Explanation, Operand, OperandKind, explain};
use std::collections::{BTreeMap, BTreeSet};

/// A value of a quantity.
type Key = (String, Option<i32>);

/// The explanations of a tree, each to be opened once.
pub(crate) struct Tree {
    root: Key,
    /// Everything that is opened somewhere.
    keys: BTreeSet<Key>,
    /// With the level at which each is opened, 1 for the root.
    unopened: BTreeMap<Key, (usize, Explanation)>,
}

impl Tree {
    /// Explains a value and the computed operands under it, level by level.
    pub(crate) fn of(case: &Case, id: &str, year: Option<i32>, depth: usize) -> Result<Self, CliError> {
        let one = |id: &str, year| -> Result<Explanation, CliError> {
            let found = explain(&case.story, &case.model, &case.projection, &case.scenario, id, year)?;
            if found.agrees {
                return Ok(found);
            }
            let number = |value: Option<f64>| value.map_or("absent".to_owned(), |value| value.to_string());
            let (projected, result) = (number(found.projected), number(found.result));
            Err(CliError::Disagrees { id: found.id, projected, result })
        };
        let first = one(id, year)?;
        let root = (first.id.clone(), first.year);
        let mut level = vec![root.clone()];
        let mut unopened = BTreeMap::from([(root.clone(), (1, first))]);
        for depth in 2..=depth {
            let mut next = Vec::new();
            for key in level {
                let operands = unopened.get(&key).map_or(&[][..], |(_, opened)| &opened.operands);
                next.extend(operands.iter().filter_map(key_of));
            }
            next.sort();
            next.dedup();
            next.retain(|key| !unopened.contains_key(key));
            for key in &next {
                unopened.insert(key.clone(), (depth, one(&key.0, key.1)?));
            }
            if next.is_empty() {
                break;
            }
            level = next;
        }
        let keys = unopened.keys().cloned().collect();
        Ok(Self { root, keys, unopened })
    }

    /// What the tree is about.
    pub(crate) fn root(&mut self) -> Option<Explanation> {
        self.unopened.remove(&self.root).map(|(_, explanation)| explanation)
    }

    /// True where an operand is opened somewhere in the tree.
    pub(crate) fn opens(&self, operand: &Operand) -> bool {
        key_of(operand).is_some_and(|key| self.keys.contains(&key))
    }

    /// Opens an operand that stands at `level`, if this is its place.
    pub(crate) fn open(&mut self, operand: &Operand, level: usize) -> Option<Explanation> {
        let key = key_of(operand)?;
        let here = self.unopened.get(&key).is_some_and(|(wanted, _)| *wanted == level);
        if here { self.unopened.remove(&key).map(|(_, explanation)| explanation) } else { None }
    }
}

fn key_of(operand: &Operand) -> Option<Key> {
    (operand.kind == OperandKind::Computed).then(|| (operand.id.clone(), operand.year))
}
