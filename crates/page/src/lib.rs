//! The built page knows no story: here one is put into it, with values to check it by, with what stands there without JavaScript, and
//! with the security policy. And out of a site comes one file that needs no other.

mod cut;
mod elements;
mod error;
mod one_file;
mod packed;
mod policy;
mod reference;
mod static_page;
mod story;
mod workbook;

pub use elements::elements;
pub use error::PageError;
pub use one_file::{Program, START, one_file};
pub use policy::{LISTENER, hash};
pub use static_page::{Static, static_page};
pub use workbook::WORKBOOK;

use engine::story::Story;

/// The page while it is being finished.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The text of `index.html`.
    pub html: String,
}

impl Page {
    /// Puts a story into the page of a site or into one file, in place of the one that it may hold.
    ///
    /// # Errors
    /// [`PageError`] if a place is missing or the story cannot stand in one.
    pub fn tell(&mut self, story: &Story) -> Result<(), PageError> {
        let (told, reference) = (story::block(story)?, reference::block(story)?);
        if self.html.contains(one_file::TALE) {
            let workbook = workbook::block(story)?;
            let parts = [&told, &reference, &workbook].map(|part| part.as_bytes());
            self.fill(one_file::TALE, &packed::packed(&parts)?)?;
        } else {
            self.fill("id=story", &told)?;
            self.fill("id=reference", &reference)?;
        }
        static_page::write(self, story)
    }

    /// Takes out what would load the program beside the page's own text.
    pub fn load_nothing_early(&mut self) {
        while cut::taken(&mut self.html, "<link", ">", |link| link.contains("preload")).is_some() {}
    }

    /// Writes the policy of a site. Last of all: it holds the hashes of every script and style that the page has.
    ///
    /// # Errors
    /// [`PageError::Policy`] where a script could run before it.
    pub fn protect(&mut self) -> Result<(), PageError> {
        policy::of_site(self)
    }

    /// Puts `text` into the one element whose opening tag holds `mark`: its id, or its name where it has none. The element has no
    /// elements inside.
    ///
    /// # Errors
    /// [`PageError::Place`] unless exactly one such element is there.
    pub fn fill(&mut self, mark: &str, text: &str) -> Result<(), PageError> {
        let missing = || PageError::Place(mark.to_owned());
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
    fn no_preload_stays() {
        let preloads =
            "<link crossorigin href=./a.js rel=modulepreload><link as=fetch href=./a.wasm rel=preload>";
        let mut page = Page { html: format!("<link href=icon.svg rel=icon>{preloads}<p>") };
        page.load_nothing_early();
        assert_eq!(page.html, "<link href=icon.svg rel=icon><p>");
    }

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
