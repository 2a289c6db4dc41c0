//! What things can be called: names that equations, links and pages can hold, each for one thing.

use super::Checks;
use engine::model::Place;
use std::collections::BTreeSet;

/// Words of the language, and the version in a link.
const TAKEN: [&str; 5] = ["year", "absent", "and", "or", "v"];

impl Checks<'_> {
    /// A name stands for one thing, but for figures, which can be called `figure.<name>`.
    pub(super) fn names(&mut self) {
        let story = self.story;
        let mut taken = BTreeSet::from(TAKEN);
        let lists: [(&'static str, Vec<&str>); 4] = [
            ("model", story.model.names().collect()),
            ("levers", story.levers.names().collect()),
            ("assumptions", story.assumptions.names().collect()),
            ("series", story.series.names().collect()),
        ];
        for (list, names) in lists {
            for name in names {
                if !taken.insert(name) {
                    let message = "the name is taken already; quantities, levers, assumptions and series share one list";
                    self.report(&Place::new(list, name, ""), message.to_owned());
                }
                self.plain(list, name);
            }
        }
        let others: [(&'static str, Vec<&str>); 9] = [
            ("sources", story.sources.names().collect()),
            ("figures", story.figures.names().collect()),
            ("views", story.views.names().collect()),
            ("verdict", story.verdict.names().collect()),
            ("backtests", story.backtests.names().collect()),
            ("presets", story.presets.names().collect()),
            ("tour", story.tour.names().collect()),
            ("prose", story.prose.names().collect()),
            ("changes", story.changes.names().collect()),
        ];
        for (list, names) in others {
            names.into_iter().for_each(|name| self.plain(list, name));
        }
        for (id, quantity) in story.model.iter() {
            for name in quantity.choices.names().filter(|name| !is_plain(name)) {
                let message = format!("`{name}` cannot be a choice: letters, digits and _ can");
                self.report(&Place::new("model", id, "choices"), message);
            }
        }
        for (at, language) in story.about.languages.iter().enumerate() {
            let place = Place::new("story", "", format!("languages.{at}"));
            if !is_plain(&language.replace('-', "_")) {
                self.report(
                    &place,
                    format!("`{language}` is no code of a language; write it like `en` or `pt-BR`"),
                );
            } else if story.about.languages[..at].contains(language) {
                self.report(&place, format!("`{language}` stands there twice"));
            }
        }
    }

    fn plain(&mut self, list: &'static str, name: &str) {
        if !is_plain(name) {
            let message = format!("`{name}` cannot be a name: a letter and then letters, digits and _ can");
            self.report(&Place::new(list, name, ""), message);
        }
    }
}

/// A letter of ASCII, then letters, digits and underscores.
fn is_plain(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}
