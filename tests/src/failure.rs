//! Why a promise could not be tested, or was broken.

/// What a test on a page gives back.
pub type Outcome = Result<(), Failure>;

/// A failure of a visit.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The browser or its driver refused.
    #[error(transparent)]
    Driver(#[from] thirtyfour::error::WebDriverError),
    /// A file, a process or a connection.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The server of the page.
    #[error(transparent)]
    Server(#[from] xtask::Error),
    /// A script gave back something else than was asked for.
    #[error("a script's answer: {0}")]
    Json(#[from] serde_json::Error),
    /// Something that tests need is not there.
    #[error("{0}: cargo xtask test sets it up")]
    Missing(String),
    /// The page did not do what was waited for.
    #[error("waited in vain: {0}")]
    Waited(String),
    /// Console errors, refused loads and the like.
    #[error("the page complained:\n  {}", .0.join("\n  "))]
    Complaints(Vec<String>),
    /// What the accessibility checker found.
    #[error("not accessible:\n  {}", .0.join("\n  "))]
    Inaccessible(Vec<String>),
    /// Anything a test finds itself.
    #[error("{0}")]
    Broken(String),
}
