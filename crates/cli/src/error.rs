//! What can go wrong, in words, with the exit status of each.

use engine::{ExplainError, OverrideError, SetError};
use std::path::PathBuf;
use thiserror::Error;

/// Why there is no answer.
#[derive(Debug, Error)]
pub(crate) enum CliError {
    /// The call itself.
    #[error("{0}\nTry: sliderule --help")]
    Call(String),
    /// Mistakes in the story.
    #[error("{0}")]
    Story(#[from] author::Problems),
    /// A value that cannot be set.
    #[error("{0}")]
    Set(#[from] SetError),
    /// A figure that cannot be overridden.
    #[error("{0}")]
    Override(#[from] OverrideError),
    /// A number that cannot be opened.
    #[error("{0}")]
    Explain(#[from] ExplainError),
    /// A number that is not what its operands give.
    #[error("`{id}` is {projected} in the projection, but its operands give {result}: not explained")]
    Disagrees {
        /// The quantity.
        id: String,
        /// What the projection holds.
        projected: String,
        /// What the operands give.
        result: String,
    },
    /// An equation that no other program can be made of.
    #[error("{0}")]
    Equation(#[from] engine::expr::ExprError),
    /// A workbook that cannot be made.
    #[error("{0}")]
    Workbook(#[from] take_home::WorkbookError),
    /// The picture.
    #[error("the picture cannot be drawn: {0}")]
    Picture(#[from] charts::SvgError),
    /// A story that does not fit into the page.
    #[error("{0}")]
    Page(page::PageError),
    /// A file that cannot be read as a scenario.
    #[error("{path}: {message}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why not.
        message: String,
    },
    /// A file that cannot be written.
    #[error("{path}: {source}")]
    Write {
        /// Which file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
}

impl CliError {
    /// 2 for a wrong call, 1 for everything else.
    pub(crate) fn status(&self) -> u8 {
        match self {
            Self::Call(_) | Self::Set(_) | Self::Override(_) | Self::Explain(_) | Self::File { .. } => 2,
            _ => 1,
        }
    }
}
