//! The last steps on the built page, in order: the story, values to check it by, what stands there without JavaScript, the
//! security policy.

mod glue;
mod policy;
mod reference;
mod static_page;
mod story;

pub use static_page::{Static, static_page};

use crate::{Error, paths};
use std::{env, fs, path::PathBuf};

/// The page while it is being finished.
#[derive(Debug, Default)]
pub struct Page {
    /// The text of `index.html`.
    pub html: String,
}

/// Finishes the page in Trunk's staging folder; Trunk's hook calls this.
///
/// # Errors
/// [`Error::Page`] or [`Error::Story`] with what is wrong, [`Error::Io`] for a file.
pub fn finish_staged() -> Result<(), Error> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| Error::Page("post-build is called by Trunk, which sets TRUNK_STAGING_DIR".into()))?;
    glue::shorten(&folder)?;
    let file = folder.join("index.html");
    let mut page = Page { html: fs::read_to_string(&file).map_err(Error::io("read", &file))? };
    let story = story::read(&paths::root().join("story"))?;
    story::write(&mut page, &story)?;
    reference::write(&mut page, &story)?;
    static_page::write(&mut page, &story)?;
    // Last: it holds the hashes of every script that the steps before have left.
    policy::write(&mut page)?;
    fs::write(&file, &page.html).map_err(Error::io("write", &file))
}

impl Page {
    /// Puts `text` into the one element whose opening tag holds `mark`: its id, or its name where it has none. The element has no
    /// elements inside.
    ///
    /// # Errors
    /// [`Error::Page`] unless exactly one such element is there.
    pub fn fill(&mut self, mark: &str, text: &str) -> Result<(), Error> {
        let missing = || Error::Page(format!("index.html must hold one element with {mark}"));
        let tags = self.html.match_indices('<').filter_map(|(at, _)| {
            let length = self.html[at..].find('>')?;
            let tag = &self.html[at + 1..at + length];
            let is_it = tag.split([' ', '\n']).any(|part| part.replace('"', "") == mark);
            is_it.then_some(at + length + 1)
        });
        let starts: Vec<usize> = tags.collect();
        let [start] = starts[..] else { return Err(missing()) };
        let end = start + self.html[start..].find("</").ok_or_else(missing)?;
        self.html.replace_range(start..end, text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn a_place_is_filled_and_a_missing_or_double_one_named() {
        let mut page = Page { html: "<p id=a>old</p>".into() };
        page.fill("id=a", "new").unwrap();
        assert_eq!(page.html, "<p id=a>new</p>");
        page.html = "<p id=\"ab\"></p><p class=x id=\"a\">old</p>".into();
        page.fill("id=a", "new").unwrap();
        assert_eq!(page.html, "<p id=\"ab\"></p><p class=x id=\"a\">new</p>");
        assert!(page.fill("id=b", "").is_err());
        page.html += "<p id=a></p>";
        assert!(page.fill("id=a", "").is_err());
    }
}
