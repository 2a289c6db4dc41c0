//! The content security policy: nothing from elsewhere, and of inline scripts and styles only those that stand here, by their hash.

use crate::{Page, PageError};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// Scripts and styles that a page puts into itself, beside those that stand in it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Later<'a> {
    /// Their texts.
    pub(crate) scripts: &'a [&'a str],
    /// Their texts.
    pub(crate) styles: &'a [&'a str],
}

/// The script of a post with frames that are as high as what is in them. The page shows such a post in a frame of its own.
pub const LISTENER: &str = include_str!("../../../public/listener.js");

/// The policy of a site, whose files lie beside the page.
///
/// # Errors
/// As [`put`].
pub(crate) fn of_site(page: &mut Page) -> Result<(), PageError> {
    let scripts = hashes([inline_scripts(&page.html), vec![LISTENER]].concat());
    let styles = hashes(inline(&page.html, "style"));
    put(
        page,
        &[
            &format!("script-src 'self'{scripts} 'wasm-unsafe-eval'"),
            "frame-src 'self'",
            "connect-src 'self'",
            &format!("style-src{styles}"),
            "img-src 'self' data: blob:",
            "manifest-src 'self'",
            "worker-src 'self'",
        ],
    )
}

/// The policy of a file that asks the network for nothing at all.
///
/// # Errors
/// As [`put`].
pub(crate) fn of_file(page: &mut Page, later: Later) -> Result<(), PageError> {
    let scripts = hashes([inline_scripts(&page.html), later.scripts.to_vec()].concat());
    let styles = hashes([inline(&page.html, "style"), later.styles.to_vec()].concat());
    put(
        page,
        &[
            &format!("script-src{scripts} 'wasm-unsafe-eval'"),
            &format!("style-src{styles}"),
            "img-src data: blob:",
        ],
    )
}

/// Puts a policy right behind the character set, before any script can run.
///
/// # Errors
/// [`PageError::Policy`] if the page names no character set or a script stands before it.
fn put(page: &mut Page, allowed: &[&str]) -> Result<(), PageError> {
    let policy =
        [&["default-src 'none'"], allowed, &["base-uri 'none'", "form-action 'none'"]].concat().join("; ");
    let html = &page.html;
    let charset = html
        .find("<meta charset")
        .ok_or(PageError::Policy("the page needs <meta charset=\"utf-8\"> first in its head"))?;
    if html[..charset].contains("<script") {
        return Err(PageError::Policy("a script stands before <meta charset>, where no policy holds"));
    }
    let end = charset + html[charset..].find('>').map_or(0, |at| at + 1);
    page.html
        .insert_str(end, &format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"));
    Ok(())
}

/// The texts of scripts that stand in the page itself. Data blocks do not run and need no hash.
fn inline_scripts(html: &str) -> Vec<&str> {
    let mut scripts = inline(html, "script");
    scripts.retain(|script| !script.is_empty());
    scripts
}

/// The texts of the elements called `name`, but not of data blocks.
fn inline<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let (opening, closing) = (format!("<{name}"), format!("</{name}>"));
    let mut texts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find(&opening) {
        rest = &rest[start..];
        let (Some(open), Some(close)) = (rest.find('>'), rest.find(&closing)) else { break };
        let tag = &rest[..open];
        let runs =
            !["application/json", "application/ld+json", "text/plain"].iter().any(|data| tag.contains(data));
        if open < close && runs {
            texts.push(&rest[open + 1..close]);
        }
        rest = &rest[close..][1..];
    }
    texts
}

/// Each hash as it stands in a policy, after a space.
fn hashes(texts: Vec<&str>) -> String {
    texts.into_iter().map(|text| format!(" '{}'", hash(text))).collect()
}

/// The hash of a script or a style, as a policy writes it.
#[must_use]
pub fn hash(script: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(script)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_are_hashed_and_others_are_not() {
        let html = "<meta charset=\"utf-8\"><script>alert(1)</script><script type=\"module\">x\n</script>\
                    <script src=\"a.js\"></script><script type=\"application/json\" id=\"story\">{}</script>";
        assert_eq!(inline_scripts(html), ["alert(1)", "x\n"]);
        let mut page = Page { html: html.into() };
        of_site(&mut page).unwrap();
        // The browser's own answer for `alert(1)`.
        assert!(page.html.contains("sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI="), "{}", page.html);
        assert!(page.html.starts_with("<meta charset=\"utf-8\">\n<meta http-equiv"));
    }

    #[test]
    fn a_script_before_the_policy_is_refused() {
        for html in ["<script></script><meta charset=\"utf-8\">", "<p>"] {
            assert!(of_site(&mut Page { html: html.into() }).is_err());
        }
    }
}
