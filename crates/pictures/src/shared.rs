//! All that is made of a story for others to show, as files.

use crate::card::Card;
use crate::drawing::Type;
use crate::font::Font;
use crate::picture::Press;
use crate::places::{PICTURES, SHARE, answer_of, page_of, picture_of, picture_twice};
use crate::share::{STYLE, STYLE_NAME, page, tags};
use crate::{Address, PictureError, case, oembed};
use engine::story::Story;
use std::{num::NonZero, thread};

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it stands in the site's folder, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What others show of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// Pictures and small pages, below [`PICTURES`] and [`SHARE`].
    pub files: Vec<File>,
    /// Tags for the head of the page itself, which shows the default.
    pub tags_html: String,
}

/// Makes all of it. Without the site's address, chats get words but no picture, and nobody can ask for a frame.
///
/// # Errors
/// [`PictureError`] where the story does not compile, or a picture has too many words, or a letter that its font lacks.
pub fn shared(story: &Story, address: Option<&Address>) -> Result<Shared, PictureError> {
    let font = Font::read().ok_or_else(|| PictureError::Failed("the font cannot be read"))?;
    let mut cards = Vec::new();
    for case in case::all(story)? {
        let case = case?;
        cards.extend(story.about.languages.iter().map(|language| Card::of(&case, story, language)));
    }
    for card in &cards {
        if let Some(letter) = card.texts().find_map(|text| font.missing(text)) {
            return Err(PictureError::Letter { name: card.name.clone(), letter });
        }
    }
    let tags_html = cards.first().map(|card| tags(card, address, "")).unwrap_or_default();
    let mut files = vec![File { path: format!("{SHARE}/{STYLE_NAME}"), bytes: STYLE.into() }];
    for card in &cards {
        files.push(File { path: page_of(card), bytes: page(card, address).into() });
        if let Some(address) = address {
            files.push(File { path: answer_of(card), bytes: oembed::answer(card, address)?.into() });
        }
    }
    files.extend(pictures(&cards, &font)?);
    Ok(Shared { files, tags_html })
}

/// The pictures of all cards, drawn by as many threads as the machine runs at once.
fn pictures(cards: &[Card], font: &Font) -> Result<Vec<File>, PictureError> {
    let press = Press::new();
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let some =
        |cards: &[Card]| cards.iter().map(|card| three(card, font, &press)).collect::<Result<Vec<_>, _>>();
    let made = thread::scope(|scope| {
        let parts = cards.chunks(cards.len().div_ceil(threads).max(1));
        let parts: Vec<_> = parts.map(|part| scope.spawn(move || some(part))).collect();
        let lost = |_| Err(PictureError::Failed("a thread that drew has died"));
        parts.into_iter().map(|part| part.join().unwrap_or_else(lost)).collect::<Result<Vec<_>, _>>()
    })?;
    Ok(made.into_iter().flatten().flatten().collect())
}

/// A card as SVG and as PNG at two densities.
fn three(card: &Card, font: &Font, press: &Press) -> Result<[File; 3], PictureError> {
    let drawing = press.read(&card.name, &card.svg(&Type::own(font))?)?;
    let file = |path: String, bytes: Vec<u8>| File { path, bytes };
    Ok([
        file(format!("{PICTURES}/{}.svg", card.name), card.svg(&Type::any())?.into()),
        file(picture_of(card), press.png(&card.name, &drawing, 1)?),
        file(picture_twice(card), press.png(&card.name, &drawing, 2)?),
    ])
}
