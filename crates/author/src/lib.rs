//! What an author writes becomes a story: read, check, and name every mistake with its file, block, place and what would fit.

mod blocks;
mod check;
mod files;
pub mod limits;
pub mod numbers;
mod one_line;
mod plain;
mod problem;
mod read;
mod schema;
mod starter;
mod text_file;
mod texts;
mod words;

pub use blocks::{Block, blocks};
pub use files::{Texts, paths};
pub use problem::{Problem, Problems};
pub use read::{read, read_texts, texts_of};
pub use schema::schemas;
pub use starter::{SCHEMAS, starter};
pub use words::standard as standard_words;
