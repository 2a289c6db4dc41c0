//! What a feed, a newsletter or a chat shows of a story's scenarios: a picture, the sentence that it comes to, and a link. All of it is
//! made where the page is built, for the default and every preset, in every language; a visit of the page loads none of it.

mod address;
mod card;
mod case;
mod drawing;
mod error;
mod font;
mod oembed;
mod picture;
mod places;
mod share;
mod shared;

pub use address::{Address, AddressError};
pub use drawing::SIZE;
pub use error::PictureError;
pub use places::{PICTURES, SHARE};
pub use shared::{File, Shared, shared};
