//! Where a figure stands, in the story's words.

use engine::say::Voice;
use engine::story::{Figure, Source};

/// A source as a line names it.
pub(crate) struct Told {
    /// Its title.
    pub(crate) title: String,
    /// Its date, with a word where that was concluded.
    pub(crate) date: String,
}

impl Told {
    /// A source in the language of `voice`.
    pub(crate) fn of(source: &Source, voice: Voice) -> Self {
        let title = source.title.get(voice.language).to_owned();
        let date = match source.date_inferred {
            true => format!("{} ({})", source.date, voice.word("inferred")),
            false => source.date.clone(),
        };
        Self { title, date }
    }

    /// `Source: Amazon’s annual report, 2026-02-05`
    pub(crate) fn text(&self, voice: Voice) -> String {
        format!("{}: {}, {}", voice.word("source"), self.title, self.date)
    }
}

/// `Paragraph 4, as printed “3.8 gigawatts”`; nothing for a figure that is of no article.
pub(crate) fn stands(figure: &Figure, voice: Voice) -> Option<String> {
    let paragraph = figure.paragraph.map(|paragraph| format!("{} {paragraph}", voice.word("paragraph")));
    let printed =
        figure.printed.as_ref().map(|printed| format!("{} {}", voice.word("printed"), voice.quoted(printed)));
    let parts: Vec<String> = paragraph.into_iter().chain(printed).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}
