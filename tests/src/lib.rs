//! What the promises are tested with: a page in a browser of its own, and a reader of the project's files.

mod alone;
mod axe;
mod changed;
pub mod command_line;
mod downloads;
mod driver;
mod engine;
mod explorer;
mod failure;
mod gestures;
mod host;
pub mod house;
mod native;
mod page;
mod pixels;
mod release;
mod surface;
mod visit;

pub use alone::{Report, alone};
pub use changed::changed;
pub use downloads::Downloads;
pub use engine::Engine;
pub use explorer::Cell;
pub use failure::{Failure, Outcome};
pub use host::Host;
pub use native::Native;
pub use page::Page;
pub use pixels::Drawn;
pub use release::Release;
pub use surface::Surface;
pub use thirtyfour::{Key, WebElement};
pub use visit::Visit;
