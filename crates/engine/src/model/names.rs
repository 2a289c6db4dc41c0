//! One namespace for all that equations can name.

use crate::expr::{Expr, ExprError, ExprKind, ExprProblem, parse};
use crate::nearest::did_you_mean;
use crate::story::{Story, Text};
use crate::units::Unit;
use std::collections::BTreeMap;

/// What a name stands for; the number is its place in the story's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// Set by the reader's decision.
    Lever(usize),
    /// Set by belief.
    Assumption(usize),
    /// Published.
    Figure(usize),
    /// Computed.
    Quantity(usize),
    /// Figures by year.
    Series(usize),
}

/// All names of a story with their units. A figure can also be called `figure.<name>`, which settles names used twice.
pub struct Names<'a> {
    story: &'a Story,
    by_name: BTreeMap<&'a str, Name>,
}

impl<'a> Names<'a> {
    /// Of the names used twice the first of quantity, lever, assumption, series, figure wins.
    #[must_use]
    pub fn new(story: &'a Story) -> Self {
        let mut by_name = BTreeMap::new();
        let figures = story.figures.names().enumerate().map(|(at, name)| (name, Name::Figure(at)));
        let series = story.series.names().enumerate().map(|(at, name)| (name, Name::Series(at)));
        let assumptions =
            story.assumptions.names().enumerate().map(|(at, name)| (name, Name::Assumption(at)));
        let levers = story.levers.names().enumerate().map(|(at, name)| (name, Name::Lever(at)));
        let quantities = story.model.names().enumerate().map(|(at, name)| (name, Name::Quantity(at)));
        by_name.extend(figures.chain(series).chain(assumptions).chain(levers).chain(quantities));
        Self { story, by_name }
    }

    /// The story whose names these are.
    #[must_use]
    pub fn story(&self) -> &'a Story {
        self.story
    }

    /// What the name at `expr` stands for.
    ///
    /// # Errors
    /// Where nothing is called so.
    pub fn find(&self, name: &str, expr: &Expr) -> Result<Name, ExprError> {
        let found = match name.strip_prefix("figure.") {
            Some(figure) => self.story.figures.position(figure).map(Name::Figure),
            None => self.by_name.get(name).copied(),
        };
        found.ok_or_else(|| {
            let nearest = did_you_mean(name, self.by_name.keys().copied());
            ExprError {
                span: expr.span,
                problem: ExprProblem::UnknownName { name: name.to_owned(), nearest },
            }
        })
    }

    /// What it is called.
    #[must_use]
    pub fn id(&self, name: Name) -> &'a str {
        match name {
            Name::Lever(at) => &self.story.levers.0[at].0,
            Name::Assumption(at) => &self.story.assumptions.0[at].0,
            Name::Figure(at) => &self.story.figures.0[at].0,
            Name::Quantity(at) => &self.story.model.0[at].0,
            Name::Series(at) => &self.story.series.0[at].0,
        }
    }

    /// What it is, in words; a series has none.
    #[must_use]
    pub fn label(&self, name: Name) -> Option<&'a Text> {
        match name {
            Name::Lever(at) => Some(&self.story.levers.0[at].1.label),
            Name::Assumption(at) => Some(&self.story.assumptions.0[at].1.label),
            Name::Figure(at) => Some(&self.story.figures.0[at].1.label),
            Name::Quantity(at) => Some(&self.story.model.0[at].1.label),
            Name::Series(_) => None,
        }
    }

    /// The unit as the story writes it.
    #[must_use]
    pub fn unit_text(&self, name: Name) -> &'a str {
        match name {
            Name::Lever(at) => &self.story.levers.0[at].1.unit,
            Name::Assumption(at) => &self.story.assumptions.0[at].1.unit,
            Name::Figure(at) => &self.story.figures.0[at].1.unit,
            Name::Quantity(at) => &self.story.model.0[at].1.unit,
            Name::Series(at) => &self.story.series.0[at].1.unit,
        }
    }

    /// The unit, none where it cannot be read (which the author's check reports at its own place).
    #[must_use]
    pub fn unit(&self, name: Name) -> Unit {
        Unit::parse(self.unit_text(name)).unwrap_or_default()
    }
}

/// Every name that an expression's text uses, with what it stands for; unreadable texts use none.
#[must_use]
pub fn uses(text: &str, names: &Names) -> Vec<Name> {
    let mut found = Vec::new();
    if let Ok(expr) = parse(text) {
        expr.walk(&mut |part| {
            if let ExprKind::Name(name) = &part.kind {
                found.extend(names.find(name, part));
            }
        });
    }
    found
}
