//! What can go wrong in a task, each as one line for the person at the terminal.

use std::{io, path::Path};

/// A task's failure. Its text is printed as it is.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The command line could not be read.
    #[error("{0}\n{usage}", usage = crate::arguments::USAGE)]
    Usage(String),
    /// A file or folder.
    #[error("{what}: {source}")]
    Io {
        /// What was being done, with the path.
        what: String,
        /// The system's reason.
        source: io::Error,
    },
    /// Another program could not be started, failed or took too long.
    #[error("{command}: {reason}")]
    Command {
        /// The command line.
        command: String,
        /// Exit status or the system's reason.
        reason: String,
    },
    /// Set-up cannot go on; the text says what to install.
    #[error("set-up stops: {0}")]
    Setup(String),
    /// The page cannot be finished.
    #[error("the page: {0}")]
    Page(String),
    /// The program cannot be made to compress better.
    #[error("the program: {0}")]
    Wasm(#[from] alike::WasmError),
    /// The story cannot be put into the page.
    #[error(transparent)]
    Tell(#[from] page::PageError),
    /// A picture for sharing cannot be made.
    #[error(transparent)]
    Pictures(#[from] pictures::PictureError),
    /// The story has mistakes, all of them in the text.
    #[error("the story:\n{0}")]
    Story(#[from] author::Problems),
    /// The address cannot be listened on.
    #[error("{0}")]
    Serve(String),
    /// The page's files are too many bytes, or some are missing.
    #[error("size: {0}")]
    Size(String),
    /// The page is worse than it must be, or could not be measured.
    #[error("lighthouse: {0}")]
    Lighthouse(String),
    /// Tests that failed, by name.
    #[error("failed: {0}")]
    Tests(String),
}

impl Error {
    /// An [`Error::Io`] from what was being done to which path.
    pub fn io<'a>(doing: &'a str, path: &'a Path) -> impl FnOnce(io::Error) -> Self + 'a {
        move |source| Self::Io { what: format!("{doing} {}", path.display()), source }
    }
}
