//! Pages for sharing: a link with a `#` cannot say what stands behind it, so each scenario has a small page that can. And the tags by
//! which chats and feeds know what to show.

use crate::Address;
use crate::card::{Card, NAME};
use crate::drawing::SIZE;
use crate::places::{answer_of, page_of, picture_of, picture_twice};
use charts::escaped;

/// How these pages look, in one file for all of them.
pub(crate) const STYLE: &str = include_str!("share.css");
/// What that file is called.
pub(crate) const STYLE_NAME: &str = "share.css";

/// Nothing runs, and nothing comes from elsewhere.
const POLICY: &str =
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

/// The tags of a page that shows a card. Those that need the site's address are left out where it is not known; `own` is the page's
/// path in the site.
pub(crate) fn tags(card: &Card, address: Option<&Address>, own: &str) -> String {
    let tag =
        |name: &str, content: &str| format!("<meta property=\"og:{name}\" content=\"{}\">", escaped(content));
    let said = [tag("title", &card.title), tag("description", &card.takeaway)].concat();
    let Some(address) = address else { return said };
    let shown = [
        tag("url", &address.of(own)),
        tag("image", &address.of(&picture_of(card))),
        tag("image:alt", &card.takeaway),
        "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
        format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\">",
            escaped(&address.of(&answer_of(card)))
        ),
    ];
    said + &shown.concat()
}

/// The small page of a card: title, picture, sentence and a link to the page in that very state.
pub(crate) fn page(card: &Card, address: Option<&Address>) -> String {
    let language = escaped(&card.language);
    let [title, takeaway, lead] = [&card.title, &card.takeaway, &card.lead].map(|text| escaped(text));
    let reason =
        card.reason.as_deref().map(|reason| format!("<p class=\"reason\">{}</p>\n", escaped(reason)));
    let link = escaped(&format!("../?lang={}{}", card.language, card.fragment()));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title} – {NAME}</title>\n{}\n<link rel=\"icon\" href=\"../icon.svg\">\n\
         <link rel=\"stylesheet\" href=\"{STYLE_NAME}\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <img src=\"../{}\" srcset=\"../{} 2x\" width=\"{}\" height=\"{}\" alt=\"{takeaway}\">\n\
         <p class=\"takeaway\">{takeaway}</p>\n{}<p><a href=\"{link}\">{lead}</a></p>\n</main>\n</body>\n</html>\n",
        tags(card, address, &page_of(card)),
        picture_of(card),
        picture_twice(card),
        SIZE.0,
        SIZE.1,
        reason.unwrap_or_default(),
    )
}
