//! The whole site as one file that opens from a disk, in a frame of any other site, and asks the network for nothing.

use crate::cut::{styles_of, taken};
use crate::packed::{packed, shifted};
use crate::policy::{self, Later};
use crate::{Page, PageError};

/// The block of a packed story.
pub(crate) const TALE: &str = "id=tale";

/// What a site loads beside its page, and what starts the file instead.
#[derive(Clone, Copy, Debug)]
pub struct Program<'a> {
    /// The program.
    pub wasm: &'a [u8],
    /// Joins program and page: a classic script that leaves its exports in `program`. The one file asks for `initSync` alone.
    pub script: &'a str,
    /// [`START`], made small.
    pub start: &'a str,
    /// The wasm of the crate `unpack`.
    pub unpack: &'a [u8],
    /// [`WORKBOOK`](crate::WORKBOOK), made small.
    pub workbook: &'a str,
    /// The page's icon, an SVG element.
    pub icon: &'a str,
}

/// The script that unpacks the file and starts it. Whoever builds makes it small.
pub const START: &str = concat!(include_str!("unpack.js"), include_str!("start.js"));

/// Makes the file out of a site's page that holds no policy yet. [`Page::tell`] puts another story into it.
///
/// Styles that stand before the first script stay as they are, for readers without scripts. All else is packed.
///
/// # Errors
/// [`PageError`] if the page is not built as expected.
pub fn one_file(site: &Page, program: &Program) -> Result<Page, PageError> {
    let mut html = site.html.clone();
    taken(&mut html, "<link", ">", |link| link.contains("rel=manifest"));
    let missing = |what: &str| PageError::Place(what.to_owned());
    let start = html.find("<script type=module>").ok_or_else(|| missing("type=module"))?;
    let end = start + html[start..].find("</script>").ok_or_else(|| missing("type=module"))?;
    html.replace_range(start + "<script type=module>".len()..end, program.start);
    let icon = format!("<link href=\"data:image/svg+xml,{}\" rel=icon>", in_address(program.icon));
    taken(&mut html, "<link", ">", |link| link.contains("rel=icon")).ok_or_else(|| missing("rel=icon"))?;
    let first_script = html.find("<script").unwrap_or_default();
    let mut rest = html.split_off(first_script);
    let styles = styles_of(&mut rest);
    // All scripts run as one, when the file is unpacked.
    let mut script = String::new();
    for opening in ["<script id=frame>", "<script id=tools>"] {
        let taken = taken(&mut rest, opening, "</script>", |_| true).ok_or_else(|| missing(opening))?;
        script += taken.trim_start_matches(opening).trim_end_matches("</script>");
    }
    script += program.workbook;
    script += program.script;
    html += &icon;
    html += &rest;
    let style = styles.concat();
    let blocks = format!(
        "<script id=unpack type=text/plain>{}</script><script id=program type=text/plain>{}</script>\
         <script {TALE} type=text/plain></script>",
        shifted(program.unpack),
        packed(&[program.wasm, script.as_bytes(), style.as_bytes()])?
    );
    let place = html.find("<script id=story").ok_or_else(|| missing("id=story"))?;
    html.insert_str(place, &blocks);
    for opening in ["<script id=story", "<script id=reference"] {
        taken(&mut html, opening, "</script>", |_| true).ok_or_else(|| missing(opening))?;
    }
    let mut page = Page { html };
    policy::of_file(&mut page, Later { scripts: &[&script], styles: &[&style] })?;
    Ok(page)
}

/// What an address cannot hold, written as it can.
fn in_address(text: &str) -> String {
    let kept = |letter: char| letter.is_ascii_alphanumeric() || " -./:='(),".contains(letter);
    text.chars()
        .map(|letter| if kept(letter) { letter.to_string() } else { format!("%{:02X}", u32::from(letter)) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>a</title><link href=icon.svg rel=icon>\
        <style>p{}</style><script>guard()</script><script id=frame>frame()</script><script id=tools>save()</script><style>b{}</style><script type=module>import init from './a.js';</script>\
        <script id=story type=text/plain>old</script><script id=reference type=application/json>\"old\"</script>\
        <link href=a.webmanifest rel=manifest>\
        </head><body><main id=static><div id=static-verdict></div><figure id=static-picture></figure></main>";

    #[test]
    fn the_file_names_no_other() {
        let program = Program {
            wasm: b"wasm",
            script: "var program=1;",
            start: "start()",
            unpack: b"",
            workbook: "book();",
            icon: "<svg fill='#000'/>",
        };
        let file = one_file(&Page { html: SITE.into() }, &program).unwrap().html;
        for other in ["./a", "icon.svg", "manifest", "import", "old", "b{}", "frame()", "save()", "'self'"] {
            assert!(!file.contains(other), "{other} in {file}");
        }
        assert!(file.contains("<style>p{}</style>") && file.contains("<script type=module>start()</script>"));
        assert!(file.contains("data:image/svg+xml,%3Csvg fill='%23000'/%3E"), "{file}");
        assert!(file.contains("default-src 'none'; script-src 'sha256-"));
        assert_eq!(
            file.matches("sha256-").count(),
            5,
            "two scripts here, one later, one style here, one later"
        );
        assert!(one_file(&Page::default(), &program).is_err());
    }

    #[test]
    fn a_story_is_packed_into_the_file() {
        let story =
            author::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story")).unwrap();
        let program = Program { wasm: b"wasm", script: "", start: "", unpack: b"", workbook: "", icon: "" };
        let mut file = one_file(&Page { html: SITE.into() }, &program).unwrap();
        file.tell(&story).unwrap();
        assert!(!file.html.contains("id=story") && !file.html.contains("id=reference"));
        assert!(file.html.len() < 70_000, "{}", file.html.len());
        assert!(file.html.contains("AWS runs 45"));
    }
}
