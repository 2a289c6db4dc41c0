//! Why there is no picture.

/// The text is for the person who builds.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The story does not compile, or a preset cannot be set.
    #[error("the story: {0}")]
    Story(String),
    /// The words of a picture leave no room for its chart.
    #[error(
        "the picture {name}: its words leave {room} of the {least} px that the chart needs: shorten the verdict or the title"
    )]
    Room {
        /// The picture.
        name: String,
        /// Px that are left.
        room: i32,
        /// Px that are needed.
        least: i32,
    },
    /// What carries the pictures fails.
    #[error("pictures: {0}")]
    Failed(&'static str),
    /// A letter is in neither of the fonts.
    #[error("the picture {name}: the font has no {letter:?}")]
    Letter {
        /// The picture.
        name: String,
        /// The letter.
        letter: char,
    },
    /// The chart cannot be drawn.
    #[error(transparent)]
    Chart(#[from] charts::SvgError),
    /// The picture cannot be made of its SVG.
    #[error("the picture {name}: {reason}")]
    Drawing {
        /// The picture.
        name: String,
        /// What the library says.
        reason: String,
    },
}
