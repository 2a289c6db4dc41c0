//! What the promises are tested with: a page in a browser of its own, and a reader of the project's files.

mod axe;
mod driver;
mod failure;
mod gestures;
pub mod house;
mod page;
mod visit;

pub use failure::{Failure, Outcome};
pub use page::Page;
pub use thirtyfour::{Key, WebElement};
pub use visit::Visit;
