//! What must hold for any text that somebody calls an expression.

use engine::Story;
use engine::expr::parse;
use engine::model::{Names, evaluate, kind};
use std::path::Path;

/// The story that authors start from, in which expressions are tried.
pub struct Bakery {
    story: Story,
}

impl Bakery {
    /// Reads it.
    ///
    /// # Errors
    /// Its mistakes, of which it has none.
    pub fn new() -> Result<Self, String> {
        let story = author::read_texts(Path::new("starter"), author::starter());
        Ok(Self { story: story.map_err(|problems| problems.to_string())? })
    }

    /// Reads, checks and computes an expression: true where it has one value. Mistakes stand within the text. Else it
    /// panics.
    pub fn try_expression(&self, text: &str) -> bool {
        let inside = |span: engine::expr::Span| {
            assert!(span.start <= span.end && span.end <= text.len(), "{span:?} of {text:?}");
            assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{text:?}");
        };
        match parse(text) {
            Err(error) => inside(error.span),
            Ok(expr) => {
                if let Err(error) = kind(&expr, &Names::new(&self.story)) {
                    inside(error.span);
                }
            }
        }
        match evaluate(&self.story, text) {
            Ok(value) => !value.is_nan(),
            Err(error) => {
                assert!(!error.to_string().is_empty());
                false
            }
        }
    }
}
