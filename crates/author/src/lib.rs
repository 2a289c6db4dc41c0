//! What an author writes becomes a story: read, check, and name every mistake with its file, block, place and what would fit.

mod check;
mod files;
pub mod numbers;
mod problem;
mod read;
mod text_file;
mod texts;

pub use problem::{Problem, Problems};
pub use read::read;
