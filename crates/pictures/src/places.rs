//! Where what is shared of a card stands in the site.

use crate::card::Card;

/// The folder of the pictures, in the site's.
pub const PICTURES: &str = "pictures";
/// The folder of the small pages. No visit of the page itself loads anything of either.
pub const SHARE: &str = "share";

/// Where the picture of a card stands.
pub(crate) fn picture_of(card: &Card) -> String {
    format!("{PICTURES}/{}.png", card.name)
}

/// The same with four times as many pixels.
pub(crate) fn picture_twice(card: &Card) -> String {
    format!("{PICTURES}/{}@2x.png", card.name)
}

/// Its small page.
pub(crate) fn page_of(card: &Card) -> String {
    format!("{SHARE}/{}.html", card.name)
}

/// What a site that embeds links is told.
pub(crate) fn answer_of(card: &Card) -> String {
    format!("{SHARE}/{}.json", card.name)
}
