//! What a site that embeds links asks for: [oEmbed](https://oembed.com), version 1.0, as a file.

use crate::card::{Card, NAME};
use crate::drawing::SIZE;
use crate::places::{page_of, picture_of};
use crate::{Address, PictureError};
use charts::escaped;
use serde::Serialize;

/// Width and height of the frame in css px, which its host may change: the verdict, the chart and its levers have room in it.
const FRAME: (u32, u32) = (720, 780);

/// The fields of the type `rich`, in the order of the specification.
#[derive(Debug, Serialize)]
struct Rich<'a> {
    r#type: &'a str,
    version: &'a str,
    title: &'a str,
    provider_name: &'a str,
    provider_url: String,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
    html: String,
    width: u32,
    height: u32,
}

/// The answer for the page of a card.
pub(crate) fn answer(card: &Card, address: &Address) -> Result<String, PictureError> {
    let (width, height) = FRAME;
    let rich = Rich {
        r#type: "rich",
        version: "1.0",
        title: &card.title,
        provider_name: NAME,
        provider_url: address.to_string(),
        thumbnail_url: address.of(&picture_of(card)),
        thumbnail_width: SIZE.0,
        thumbnail_height: SIZE.1,
        html: frame(card, address),
        width,
        height,
    };
    serde_json::to_string(&rich)
        .map_err(|error| PictureError::Drawing { name: page_of(card), reason: error.to_string() })
}

/// The one file in a frame that can do nothing to its host, with the chart of the card and the levers that move it.
fn frame(card: &Card, address: &Address) -> String {
    let Card { language, chart, levers, .. } = card;
    let shown = format!("embed&views={}&levers={}&strip=no&lang={language}", chart.id, levers.join(","));
    let source = address.of(&format!("sliderule.html?{shown}{}", card.fragment()));
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{}\" height=\"{}\" sandbox=\"allow-scripts allow-popups allow-downloads\" \
         referrerpolicy=\"no-referrer\" loading=\"lazy\"></iframe>",
        escaped(&source),
        escaped(&card.title),
        FRAME.0,
        FRAME.1,
    )
}
