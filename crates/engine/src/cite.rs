//! A ready citation of a story's explorer: as text, for BibTeX, for whatever reads CSL's JSON.

use crate::say::Voice;
use crate::story::{Change, Story};

/// What is cited.
#[derive(Clone, Debug, PartialEq)]
pub struct Citation<'a> {
    story: &'a Story,
    language: &'a str,
    /// Where it stands, with the scenario's link behind it; where that is not known, the link alone or nothing.
    address: &'a str,
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl<'a> Citation<'a> {
    /// The explorer of a story as it stands at an address.
    #[must_use]
    pub fn of(story: &'a Story, language: &'a str, address: &'a str) -> Self {
        Self { story, language, address }
    }

    /// One sentence, then the address.
    #[must_use]
    pub fn text(&self, voice: Voice) -> String {
        let words = voice.word("citation").replace("{title}", self.title());
        let words = words.replace("{subject}", self.story.about.subject.get(self.language));
        let words =
            words.replace("{version}", &self.story.about.model_version).replace("{date}", self.date());
        if self.address.is_empty() { words } else { [&words, " ", self.address].concat() }
    }

    /// An entry for BibTeX and biblatex.
    #[must_use]
    pub fn bibtex(&self) -> String {
        let about = &self.story.about;
        let mut parts = self.date().split('-');
        let [year, month] = [parts.next(), parts.next()].map(Option::unwrap_or_default);
        let month = month.parse().ok().and_then(|month: usize| MONTHS.get(month.checked_sub(1)?));
        let key: String = about.id.chars().filter(char::is_ascii_alphanumeric).collect();
        // Twofold brackets keep the capitals of names.
        let mut fields = vec![("title", ["{{", &tex(self.title()), "}}"].concat())];
        fields.push(("howpublished", ["{Sliderule, ", &tex(about.subject.get(self.language)), "}"].concat()));
        let state = if self.is_place() { String::new() } else { tex(self.address) };
        let between = if state.is_empty() { "" } else { ", " };
        fields.push(("note", ["{Version ", &tex(&about.model_version), between, &state, "}"].concat()));
        fields.extend((!year.is_empty()).then(|| ("year", ["{", &tex(year), "}"].concat())));
        // A month's short name stands without brackets: styles write it in their own language.
        fields.extend(month.map(|month| ("month", (*month).to_owned())));
        if self.is_place() {
            fields.push(("url", ["{", &self.address.replace(['{', '}', '\\'], ""), "}"].concat()));
        }
        let mut text = ["@misc{", &key, year].concat();
        for (name, value) in fields {
            text += &[",\n  ", name, " = ", &value].concat();
        }
        text + "\n}\n"
    }

    /// A list with one item of CSL's JSON.
    #[must_use]
    pub fn csl(&self) -> String {
        let about = &self.story.about;
        let mut fields = vec![
            ("id", quoted(&about.id)),
            ("type", quoted("webpage")),
            ("title", quoted(self.title())),
            ("container-title", quoted("Sliderule")),
            ("genre", quoted(about.subject.get(self.language))),
            ("version", quoted(&about.model_version)),
            ("language", quoted(self.language)),
        ];
        let parts: Vec<String> =
            self.date().split('-').map(|part| part.trim_start_matches('0').to_owned()).collect();
        if !self.date().is_empty() {
            fields.push(("issued", ["{ \"date-parts\": [[", &parts.join(", "), "]] }"].concat()));
        }
        if !self.address.is_empty() {
            fields.push((if self.is_place() { "URL" } else { "note" }, quoted(self.address)));
        }
        let fields: Vec<String> =
            fields.into_iter().map(|(name, value)| ["    ", &quoted(name), ": ", &value].concat()).collect();
        ["[\n  {\n", &fields.join(",\n"), "\n  }\n]\n"].concat()
    }

    /// Is it an address that can be gone to, and not the scenario's link alone?
    fn is_place(&self) -> bool {
        !self.address.is_empty() && !self.address.starts_with('#')
    }

    fn title(&self) -> &'a str {
        self.story.about.question.get(self.language)
    }

    /// The day of the newest change of results; a story that never changed has none.
    fn date(&self) -> &'a str {
        self.story.changes.0.first().map_or("", |(_, Change { date, .. })| date)
    }
}

/// Signs that mean something to TeX become ones that do not.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '{' | '}' | '\\' | '~' | '^' => out.push(' '),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A text as JSON has it.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
