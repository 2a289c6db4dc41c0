//! One script that gives somebody else's page elements, `<slide-chart>` and others, and holds all that they need.

use crate::cut::styles_of;
use crate::one_file::Program;
use crate::packed::packed_plain;
use crate::{Page, PageError, reference, story};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use engine::story::Story;

/// What pieces in somebody else's page need beside the page's own styles.
const STYLE: &str = include_str!("../../../style/elements.css");

/// The script, out of a site's page: program, styles and story, so that it works from any other site without a header. Whoever
/// builds makes it small.
///
/// # Errors
/// [`PageError::Story`] if the story cannot be told, [`PageError::Room`] if it is too much.
pub fn elements(site: &Page, program: &Program, story: &Story) -> Result<String, PageError> {
    let mut styles: Vec<String> =
        styles_of(&mut site.html.clone()).iter().map(|style| inside(style)).collect();
    styles.push(STYLE.to_owned());
    let mut parts = vec![program.wasm];
    parts.extend(styles.iter().map(|style| style.as_bytes()));
    let tale = [story::block(story)?, reference::block(story)?];
    let tale = packed_plain(&tale.each_ref().map(|part| part.as_bytes()))?;
    let program_text = packed_plain(&parts)?;
    Ok(format!(
        "(() => {{\nconst VERSION = \"{}\", PROGRAM = `{program_text}`, TALE = `{tale}`, \
         UNPACK = `{}`;\n{}\n{}\n{}\n}})();\n",
        env!("CARGO_PKG_VERSION"),
        STANDARD.encode(program.unpack),
        include_str!("unpack.js"),
        program.script,
        include_str!("elements.js"),
    ))
}

/// A style of the page as one of a piece: what is said of the page's root is said of the piece's, and every colour can be set by
/// the page around, `--ink` as `--slide-ink`.
fn inside(style: &str) -> String {
    let mut text = style.replace(":root", ".slide");
    let mut from = 0;
    while let Some(found) = text[from..].find(":#").map(|at| from + at) {
        let start = text[..found]
            .rfind(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
            .map_or(0, |at| at + 1);
        let end = found + 1 + text[found + 1..].find([';', '}']).unwrap_or(text.len() - found - 1);
        from = end;
        if let Some(token) = text[start..found].strip_prefix("--") {
            let set = format!(":var(--slide-{token},{})", &text[found + 1..end]);
            text.replace_range(found..end, &set);
            from = found + set.len();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_colour_of_a_piece_can_be_set_from_outside() {
        let style = ":root{--paper:#fff;--a-b:#123}:root[data-theme=dark]{--paper:#000}a{color:#abc}@media x{:root{--ink:CanvasText}}";
        assert_eq!(
            inside(style),
            ".slide{--paper:var(--slide-paper,#fff);--a-b:var(--slide-a-b,#123)}.slide[data-theme=dark]{--paper:var(--slide-paper,#000)}\
             a{color:#abc}@media x{.slide{--ink:CanvasText}}"
        );
    }

    #[test]
    fn the_script_is_plain_letters_in_one_function() {
        let story = author::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story")).unwrap();
        let program = Program {
            wasm: b"wasm",
            script: "var program=1;",
            start: "",
            unpack: b"",
            workbook: "",
            icon: "",
        };
        let script = elements(&Page { html: "<style>p{}</style>".into() }, &program, &story).unwrap();
        assert!(script.is_ascii() && script.starts_with("(() => {") && script.ends_with("})();\n"));
        assert!(script.contains("var program=1;"));
    }
}
