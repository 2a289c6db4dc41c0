//! Why a page and a story do not become one.

/// The text is for the person who builds.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// A place for something is missing, or there are several.
    #[error("the page must hold one element with {0}")]
    Place(String),
    /// The story does not compile, or cannot be written without loss or harm.
    #[error("the story does not fit into a page: {0}")]
    Story(String),
    /// More bytes than what unpacks them has room for.
    #[error("one file has room for {room} bytes of a story or a program, and these are {0}", room = unpack::ROOM)]
    Room(usize),
    /// The picture of the main chart cannot be drawn.
    #[error("the picture of the main chart: {0}")]
    Picture(String),
    /// A script would run before the policy holds.
    #[error("{0}")]
    Policy(&'static str),
}
