//! One namespace for all that equations can name.

use crate::expr::{Expr, ExprError, ExprKind, ExprProblem, parse};
use crate::index::{Index, hash};
use crate::nearest::did_you_mean;
use crate::story::{Story, Text};
use crate::units::Unit;

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
    /// The names that come first among the same ones come first here.
    all: Vec<Name>,
    by_name: Index,
}

impl<'a> Names<'a> {
    /// Of the names used twice the first of quantity, lever, assumption, series, figure wins.
    #[must_use]
    pub fn new(story: &'a Story) -> Self {
        let mut all = Vec::new();
        all.extend((0..story.model.len()).map(Name::Quantity));
        all.extend((0..story.levers.len()).map(Name::Lever));
        all.extend((0..story.assumptions.len()).map(Name::Assumption));
        all.extend((0..story.series.len()).map(Name::Series));
        all.extend((0..story.figures.len()).map(Name::Figure));
        let mut names = Self { story, all, by_name: Index::default() };
        for (at, name) in names.all.iter().enumerate() {
            names.by_name.add(hash_of(names.id(*name)), at);
        }
        names
    }

    /// The story whose names these are.
    #[must_use]
    pub fn story(&self) -> &'a Story {
        self.story
    }

    /// What a name stands for, if anything is called so.
    #[must_use]
    pub fn known(&self, name: &str) -> Option<Name> {
        match name.strip_prefix("figure.") {
            Some(figure) => self.story.figures.position(figure).map(Name::Figure),
            None => {
                let is = |at: usize| self.id(self.all[at]) == name;
                self.by_name.find(hash_of(name), is).map(|at| self.all[at])
            }
        }
    }

    /// True where every name in `expr` stands for something.
    #[must_use]
    pub fn all_known(&self, expr: &Expr) -> bool {
        let mut known = true;
        expr.walk(&mut |part| {
            if let ExprKind::Name(name) = &part.kind {
                known &= self.known(name).is_some();
            }
        });
        known
    }

    /// What the name at `expr` stands for.
    ///
    /// # Errors
    /// Where nothing is called so. To word that takes a look at every name: who needs no words asks [`Names::known`].
    pub fn find(&self, name: &str, expr: &Expr) -> Result<Name, ExprError> {
        self.known(name).ok_or_else(|| {
            let nearest = || did_you_mean(name, self.all.iter().map(|name| self.id(*name)));
            let problem = || ExprProblem::UnknownName { name: name.to_owned(), nearest: nearest() };
            ExprError::new(expr.span, problem)
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

fn hash_of(name: &str) -> u32 {
    hash(name.bytes().map(u32::from))
}

/// Every name that an expression's text uses, with what it stands for; unreadable texts use none.
#[must_use]
pub fn uses(text: &str, names: &Names) -> Vec<Name> {
    let mut found = Vec::new();
    if let Ok(expr) = parse(text) {
        expr.walk(&mut |part| {
            if let ExprKind::Name(name) = &part.kind {
                found.extend(names.known(name));
            }
        });
    }
    found
}
