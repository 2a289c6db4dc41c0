//! Parts of equations that get a row of their own: what is summed or looked over in every year, and what a formula would have to
//! write twice. Each becomes a quantity, so that all formulas are over cells and each has a value from the engine.

use super::WorkbookError;
use super::written::written;
use engine::expr::{Binary, Expr, ExprKind, Function, parse};
use engine::model::{Name, Names};
use engine::story::{Quantity, Story};
use std::collections::BTreeMap;

/// Parts of so many names, numbers and operations may stand twice in one formula.
const SMALL: u32 = 12;

/// A story whose equations are cut into steps.
pub(super) struct Steps {
    /// The story, the steps behind its quantities.
    pub(super) story: Story,
    /// Of each quantity its equation.
    pub(super) parsed: Vec<Expr>,
    /// The quantity that a part is, by its text.
    by_text: BTreeMap<String, usize>,
}

impl Steps {
    /// Cuts the equations of a story.
    ///
    /// # Errors
    /// An equation that cannot be read, or a step that is nested deeper than equations may be.
    pub(super) fn of(story: &Story) -> Result<Self, WorkbookError> {
        let mut steps = Self { story: story.clone(), parsed: Vec::new(), by_text: BTreeMap::new() };
        let names = Names::new(story);
        let prefix = prefix(&names);
        while let Some((id, quantity)) = steps.story.model.0.get(steps.parsed.len()) {
            let expr =
                parse(&quantity.value).map_err(|error| WorkbookError::Equation { id: id.clone(), error })?;
            for (part, kind) in parts(&expr, &names) {
                steps.add(step_text(part, kind), &prefix);
            }
            steps.parsed.push(expr);
        }
        Ok(steps)
    }

    /// The quantity that a part of an equation is.
    pub(super) fn step(&self, part: &Expr, kind: Kind) -> Option<usize> {
        self.by_text.get(&step_text(part, kind)).copied()
    }

    fn add(&mut self, text: String, prefix: &str) {
        if !self.by_text.contains_key(&text) {
            self.by_text.insert(text.clone(), self.story.model.len());
            let id = format!("{prefix}{}", self.by_text.len());
            let quantity = Quantity { value: text, intermediate: true, ..Quantity::default() };
            self.story.model.0.push((id, quantity));
        }
    }
}

/// What a part gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Condition,
}

/// A condition is counted as 1 where it holds.
fn step_text(part: &Expr, kind: Kind) -> String {
    match kind {
        Kind::Number => written(part),
        Kind::Condition => format!("if({}, 1, 0)", written(part)),
    }
}

/// What steps are called: nothing of the story is called so.
fn prefix(names: &Names) -> String {
    let mut prefix = "step_".to_owned();
    let story = names.story();
    let mut all = story.levers.names().chain(story.assumptions.names()).collect::<Vec<_>>();
    all.extend(story.figures.names().chain(story.series.names()).chain(story.model.names()));
    while all.iter().any(|name| name.starts_with(&prefix)) {
        prefix.push('_');
    }
    prefix
}

/// The parts of an equation that need a row.
fn parts<'a>(expr: &'a Expr, names: &Names) -> Vec<(&'a Expr, Kind)> {
    let mut found = Vec::new();
    expr.walk(&mut |part| match &part.kind {
        ExprKind::Binary(Binary::Power, a, b) => {
            found.extend(
                [a, b].into_iter().filter(|side| !is_small(side)).map(|side| (&**side, Kind::Number)),
            );
        }
        ExprKind::Call(Function::Min | Function::Max, parts) if !is_small(&parts[1]) => {
            found.push((&parts[1], Kind::Number));
        }
        ExprKind::Call(Function::FirstYear | Function::Count, parts) => {
            found.push((&parts[0], Kind::Condition));
        }
        ExprKind::Call(function, parts) if looks_over_years(*function) => {
            if !is_quantity(&parts[0], names) {
                found.push((&parts[0], Kind::Number));
            }
            if *function == Function::StraightLine && !is_small(&parts[1]) {
                found.push((&parts[1], Kind::Number));
            }
        }
        _ => {}
    });
    found
}

fn looks_over_years(function: Function) -> bool {
    use Function::{Lag, Lowest, LowestYear, Peak, PeakYear, StraightLine, Sum};
    matches!(function, Lag | StraightLine | Sum | Peak | PeakYear | Lowest | LowestYear)
}

pub(super) fn is_quantity(expr: &Expr, names: &Names) -> bool {
    matches!(&expr.kind, ExprKind::Name(text) if matches!(names.find(text, expr), Ok(Name::Quantity(_))))
}

fn is_small(expr: &Expr) -> bool {
    weight(expr) <= SMALL
}

/// How much a part takes to write, with all that is written twice.
fn weight(expr: &Expr) -> u32 {
    let twice = |a: &Expr, b: &Expr| weight(a).saturating_add(weight(b)).saturating_mul(2);
    let inner = match &expr.kind {
        ExprKind::Negative(inner) => weight(inner),
        ExprKind::Binary(Binary::Power, a, b) => twice(a, b),
        ExprKind::Binary(_, a, b) => weight(a).saturating_add(weight(b)),
        ExprKind::Call(Function::Min | Function::Max, parts) => twice(&parts[0], &parts[1]),
        // A row of its own, or a cell of it.
        ExprKind::Call(function, _) if looks_over_years(*function) => SMALL,
        ExprKind::Call(_, parts) => parts.iter().map(weight).fold(0, u32::saturating_add),
        _ => 0,
    };
    inner.saturating_add(1)
}
