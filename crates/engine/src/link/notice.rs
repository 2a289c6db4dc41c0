//! What the reader of a link should know. Nothing of the link itself is repeated but names that stand in the story.

use std::fmt;

/// What could not be taken as it was written, and what has changed since.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The text went on where reading ended.
    Long,
    /// There were more entries, or more scenarios kept, than are read.
    Many,
    /// The link was made by a later version of the program.
    Newer,
    /// The n-th entry, from 1, names nothing that the story has.
    Unknown(usize),
    /// An entry that was left out.
    Ignored {
        /// What it was about, in the words of the grammar.
        entry: String,
        /// Why.
        why: Why,
    },
    /// Results have changed since the link was made: the place among the story's changes.
    Changed(usize),
}

/// Why an entry was left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    /// It cannot be read.
    Unreadable,
    /// The same is said again further on.
    Twice,
    /// It lies outside what can be set.
    Outside([f64; 2]),
    /// Only whole numbers make sense there.
    Whole,
    /// One value for all years belongs there.
    OneValue,
    /// The figure feeds no equation.
    FeedsNothing,
}

impl fmt::Display for Notice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Long => out.write_str("the link is too long, its end was not read"),
            Self::Many => out.write_str("the link has too many entries, the last were not read"),
            Self::Newer => out.write_str("the link was made by a later version of this program"),
            Self::Unknown(entry) => write!(out, "entry {entry} names nothing that the story has"),
            Self::Ignored { entry, why } => write!(out, "`{entry}` was left out: {why}"),
            Self::Changed(at) => write!(out, "results have changed since ({at} in story/changes.toml)"),
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => out.write_str("it cannot be read"),
            Self::Twice => out.write_str("it is said again further on"),
            Self::Outside([low, high]) => write!(out, "it lies outside {low} to {high}"),
            Self::Whole => out.write_str("only whole numbers make sense there"),
            Self::OneValue => out.write_str("it takes one value for all years"),
            Self::FeedsNothing => out.write_str("nothing is calculated from it"),
        }
    }
}
