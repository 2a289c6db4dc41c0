//! Words of entities, periods and units of figures, in every language; words of the page; and the dates of changes.

use super::Checks;
use super::figures::is_date;
use crate::words::standard;
use engine::model::Place;
use engine::nearest::did_you_mean;
use std::collections::BTreeSet;

impl Checks<'_> {
    pub(super) fn terms(&mut self) {
        let story = self.story;
        let mut used = BTreeSet::new();
        for (id, figure) in story.figures.iter() {
            for (key, text) in [("period", figure.period.as_str()), ("entity", figure.entity.as_str())] {
                let words = text.split(' ').map(|word| word.trim_end_matches(','));
                let words: Vec<&str> =
                    if story.terms.get(text).is_some() { vec![text] } else { words.collect() };
                for word in words {
                    used.insert(word);
                    // Names and numbers are the same in every language.
                    let ordinary = word.starts_with(char::is_lowercase);
                    let others = story.about.languages.len() > 1;
                    if ordinary && others && !self.full() && story.terms.get(word).is_none() {
                        let nearest = did_you_mean(word, story.terms.names());
                        let message =
                            format!("`{word}` has no words in terms.toml for the other languages{nearest}");
                        self.report(&Place::new("figures", id, key), message);
                    }
                }
            }
            if !self.full() && figure.unit != "date" && story.units.get(&figure.unit).is_none() {
                let nearest = did_you_mean(&figure.unit, story.units.names());
                let message = format!("`{}` has no words in units.toml{nearest}", figure.unit);
                self.report(&Place::new("figures", id, "unit"), message);
            }
        }
        for (id, term) in story.terms.iter() {
            // In the first language a term is what it is called.
            self.text(&Place::new("terms", id, ""), term, story.about.languages.get(1..).unwrap_or_default());
            // What uses it may stand in a block that could not be read.
            if !used.contains(id) && self.unread.is_empty() {
                let message = "no figure has this word in its `period` or `entity`".to_owned();
                self.report(&Place::new("terms", id, ""), message);
            }
        }
        for id in story.words.names().filter(|id| standard().get(id).is_none()) {
            let nearest = did_you_mean(id, standard().names());
            self.report(&Place::new("words", id, ""), format!("the page has no word `{id}`{nearest}"));
        }
        for (id, change) in story.changes.iter() {
            if !is_date(&change.date) || change.date.len() != "2026-11-22".len() {
                let message = format!("`{}` is no day; write it like \"2026-11-22\"", change.date);
                self.report(&Place::new("changes", id, "date"), message);
            }
        }
    }
}
