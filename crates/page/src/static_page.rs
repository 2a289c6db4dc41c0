//! What a reader without JavaScript or WebAssembly sees: the verdict of the default scenario and a picture of the main
//! chart, made by the same code as in the page.

use crate::{Page, PageError};
use charts::{Heading, Rgb, Shot, Theme, compose, escaped, svg};
use engine::say::{Plain, Said, Voice, plain_text, ranged, verdict};
use engine::story::Story;
use engine::{DRAWS, Ensemble, Model, Ranges, Scenario, project};

/// Width and height of the picture in css px.
const SIZE: (u32, u32) = (720, 320);

/// The parts of the page that are made at build time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Static {
    /// The window's title, escaped.
    pub title_html: String,
    /// Question, lead, verdict and notice in every language, as HTML, escaped.
    pub verdict_html: String,
    /// The main chart as an SVG element that takes its colours from the page's style.
    pub picture_svg: String,
}

/// Makes them from the story's default scenario. The first view is the main chart.
///
/// # Errors
/// [`PageError`] where the story does not compile or the picture cannot be drawn.
pub fn static_page(story: &Story) -> Result<Static, PageError> {
    let model = Model::compile(story).map_err(|errors| PageError::Story(format!("{errors:?}")))?;
    let scenario = Scenario::default_of(&model);
    let projection = project(&model, &scenario);
    let mut draws = Ensemble::new(DRAWS, None);
    let mut parts = Static::default();
    for (at, language) in story.about.languages.iter().enumerate() {
        let numbers = Plain::new(language);
        let voice = Voice { story, language, numbers: &numbers };
        draws.update(
            &model,
            &Ranges::default_of(&model),
            &scenario,
            &ranged(&model, voice).collect::<Vec<_>>(),
        );
        let sentences = verdict(&model, &projection, voice, &|slot| draws.bands(slot));
        parts.verdict_html += &words(&sentences, voice);
        if at == 0 {
            parts.title_html = escaped(&format!("{} – Sliderule", story.about.question.get(language)));
            let shot = Shot { model: &model, projection: &projection, spread: &|_| None };
            let picture =
                svg(&compose(shot, shot, voice, 0), SIZE, &Theme::light(), &numbers, Heading::Inside);
            let picture = picture.map_err(|error| PageError::Picture(error.to_string()))?;
            parts.picture_svg = inside_html(&themed(&picture));
        }
    }
    Ok(parts)
}

/// Writes them into the title and into the elements `static-verdict` and `static-picture`.
///
/// # Errors
/// [`PageError`] if one is missing or the story does not compile.
pub(super) fn write(page: &mut Page, story: &Story) -> Result<(), PageError> {
    let parts = static_page(story)?;
    page.fill("title", &parts.title_html)?;
    page.fill("id=static-verdict", &parts.verdict_html)?;
    page.fill("id=static-picture", &parts.picture_svg)
}

fn words(verdict: &[Vec<Said>], voice: Voice) -> String {
    let about = &voice.story.about;
    let language = voice.language;
    let sentences: Vec<String> = verdict.iter().map(|said| plain_text(said)).collect();
    let block =
        |tag: &str, class: &str, text: &str| format!("<{tag} class=\"{class}\">{}</{tag}>\n", escaped(text));
    // One heading of the first rank is enough for a page.
    let heading = if about.languages.first().is_some_and(|first| first == language) { "h1" } else { "h2" };
    format!(
        "<section lang=\"{}\">\n{}{}{}{}</section>\n",
        escaped(language),
        block(heading, "question", about.question.get(language)),
        block("p", "lead", about.lead.get(language)),
        block("p", "verdict", &sentences.join(" ")),
        block("p", "notice", &voice.word("static_notice")),
    )
}

/// Colours of the light theme become names of the page's style, so that the picture follows the reader's theme.
fn themed(picture: &str) -> String {
    let theme = Theme::light();
    let mut tokens = vec![
        (theme.paper, "--paper"),
        (theme.ink, "--ink"),
        (theme.soft, "--soft"),
        (theme.grid, "--grid"),
        (theme.base, "--base"),
    ];
    tokens.extend(charts::Ink::ALL.into_iter().zip(theme.inks).map(|(ink, rgb)| (rgb, ink.token())));
    tokens.into_iter().fold(picture.to_owned(), |text, (Rgb(r, g, b), token)| {
        text.replace(&format!("\"#{r:02X}{g:02X}{b:02X}\""), &format!("\"var({token})\""))
    })
}

/// A picture as it may stand in a page, a seventh smaller: it needs no name of its language, takes the page's font and leaves out
/// what only a file of its own must have.
fn inside_html(picture: &str) -> String {
    let picture = picture.replace(" xmlns=\"http://www.w3.org/2000/svg\"", "").replace(">\n", ">");
    let bare = |value: &str| {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-.()%,".contains(&byte);
        !value.is_empty() && value.bytes().all(is_plain)
    };
    let tag = |tag: &str| {
        let mut text = String::new();
        let mut parts = tag.split('"');
        while let Some(before) = parts.next() {
            // What ends the tag would be read as a part of the value.
            text += if before == "/>" { " />" } else { before };
            match parts.next() {
                Some(_) if before.ends_with(" font-family=") => {
                    text.truncate(text.len() - " font-family=".len())
                }
                Some(value) if bare(value) => text += value,
                Some(value) => text += &["\"", value, "\""].concat(),
                None => {}
            }
        }
        text
    };
    let mut tags: Vec<String> = picture.split_inclusive('>').map(tag).map(lowered).collect();
    said_once(&mut tags, " font-size=");
    // A shape without a colour of its own would take that of the texts.
    let shapes = ["<rect ", "<circle ", "<path ", "<polyline ", "<polygon "];
    let is_bare = |tag: &String| shapes.iter().any(|shape| tag.starts_with(shape)) && !tag.contains(" fill=");
    if !tags.iter().any(is_bare) {
        said_once(&mut tags, " fill=");
    }
    tags.concat()
}

/// A text whose place is its base line's, not that of its top. The picture's units are finer than what can be seen.
fn lowered(tag: String) -> String {
    let number =
        |name: &str| -> Option<f64> { tag.split_once(name)?.1.split([' ', '>']).next()?.parse().ok() };
    match (number(" y="), number(" font-size="), tag.split_once(" dy=0.76em")) {
        (Some(top), Some(size), Some((before, behind))) => {
            let line = format!(" y={:.0}", top + 0.76 * size);
            [before, behind].concat().replacen(&format!(" y={top}"), &line, 1)
        }
        _ => tag,
    }
}

/// What most texts of a picture say of themselves the picture says for them.
fn said_once(tags: &mut [String], name: &str) {
    let said = |tag: &str| {
        let rest = tag.strip_prefix("<text ")?.split_once(name)?.1;
        Some([name, rest.split([' ', '>']).next()?].concat())
    };
    let all: Vec<String> = tags.iter().filter_map(|tag| said(tag)).collect();
    let count = |one: &&String| all.iter().filter(|other| other == one).count();
    let Some(most) = all.iter().max_by_key(count) else { return };
    for tag in tags.iter_mut().filter(|tag| said(tag).as_ref() == Some(most)) {
        *tag = tag.replace(most, "");
    }
    tags[0] = tags[0].replacen("<svg", &["<svg", most].concat(), 1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_picture_inside_a_page_says_no_more_than_it_must() {
        let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"a b\" font-family=\"serif, &apos;x&apos;\">\n<desc id=\"d\">it&quot;s</desc>\n\
                       <rect x=\"1\" fill=\"var(--ink)\"/>\n<path d=\"\"/>\n</svg>\n";
        let inside =
            "<svg id=\"a b\"><desc id=d>it&quot;s</desc><rect x=1 fill=var(--ink) /><path d=\"\" /></svg>";
        assert_eq!(inside_html(picture), inside);
        let text = |size: u8| format!("<text x=\"1\" font-size=\"{size}\" fill=\"red\">\na\n</text>\n");
        let picture =
            ["<svg id=\"p\">\n", &text(9), &text(8), &text(9), "<rect fill=\"blue\"/>\n</svg>"].concat();
        let inside = "<svg fill=red font-size=9 id=p><text x=1>a\n</text><text x=1 font-size=8>a\n</text><text x=1>a\n</text>\
                      <rect fill=blue /></svg>";
        assert_eq!(inside_html(&picture), inside);
        let top = "<svg>\n<text x=\"1\" y=\"10\" dy=\"0.76em\" font-size=\"50\">\na\n</text>\n</svg>";
        assert_eq!(inside_html(top), "<svg font-size=50><text x=1 y=48>a\n</text></svg>");
        let bare = picture.replace("fill=\"blue\"", "x=\"1\"");
        assert_eq!(inside_html(&bare).matches("<text x=1 fill=red>").count(), 2);
    }

    #[test]
    fn every_place_must_be_there() {
        let story = author::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story")).unwrap();
        let mut page =
            Page { html: "<title>Draft</title><p id=static-verdict></p><p id=static-picture></p>".into() };
        write(&mut page, &story).unwrap();
        assert!(page.html.starts_with("<title>What if"));
        assert!(
            page.html.contains("AWS runs 45\u{a0}GW in 2033")
                && page.html.contains("betreibt AWS 2033 45\u{a0}GW")
        );
        assert!(page.html.contains("<svg") && page.html.contains("var(--running)"));
        page.html.clear();
        assert!(write(&mut page, &story).is_err());
    }
}
