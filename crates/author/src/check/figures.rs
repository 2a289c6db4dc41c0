//! Figures: where each comes from, what it is printed as, and whether anything uses it.

use super::Checks;
use engine::Uses;
use engine::model::{Name, Place};
use engine::nearest::did_you_mean;
use engine::story::{Figure, FigureValue, SourceKind, Status, Story};
use std::collections::BTreeSet;

impl Checks<'_> {
    pub(super) fn figures(&mut self) {
        let story = self.story;
        let used = used(story);
        for (id, figure) in story.figures.iter() {
            let at = |key: &str| Place::new("figures", id, key);
            self.date(id, figure);
            match (used.contains(id), figure.context) {
                // What uses it may stand in a block that could not be read.
                (false, false) if self.unread.is_empty() => {
                    let message =
                        "used nowhere; mark it `context = true` if it is there for the reader alone";
                    self.report(&at(""), message.to_owned());
                }
                (true, true) => {
                    self.report(&at("context"), "marked as context, but something uses it".to_owned());
                }
                _ => {}
            }
            if used.contains(id) && figure.wrong {
                self.report(&at("wrong"), "marked as wrong, but something uses it".to_owned());
            }
            let doubtful = matches!(figure.status, Status::Disputed | Status::Rumour | Status::LeakedPlan);
            if figure.note.is_none() && (doubtful || figure.wrong) {
                let message =
                    "a figure that is disputed, rumoured, leaked or wrong needs a `note` that says why";
                self.report(&at(""), message.to_owned());
            }
            let Some(source) = story.sources.get(&figure.source) else {
                let nearest = did_you_mean(&figure.source, story.sources.names());
                self.report(&at("source"), format!("there is no source `{}`{nearest}", figure.source));
                continue;
            };
            if figure.paragraph == Some(0) {
                self.report(&at("paragraph"), "paragraphs are counted from 1".to_owned());
            }
            if source.kind == SourceKind::Article {
                let missing =
                    [("paragraph", figure.paragraph.is_none()), ("printed", figure.printed.is_none())];
                for (key, _) in missing.iter().filter(|(_, missing)| *missing) {
                    let message =
                        format!("a figure of an article needs `paragraph` and `printed`; `{key}` is missing");
                    self.report(&at(""), message);
                }
            }
        }
    }

    /// A date is no number: it cannot stand in an equation, and a number is no date.
    fn date(&mut self, id: &str, figure: &Figure) {
        let message = match (&figure.value, figure.unit.as_str()) {
            (Some(FigureValue::Number(value)), "date") => {
                format!("{value} is no date; write it like \"2025-11-03\" or \"2025-11\"")
            }
            (Some(FigureValue::Date(date)), "date") if !is_date(date) || date.len() < "2025-11".len() => {
                format!("`{date}` is no date; write it like \"2025-11-03\" or \"2025-11\"")
            }
            (Some(FigureValue::Date(text)), unit) if unit != "date" => {
                format!("`{text}` is no number in {unit}; a date has the unit `date`")
            }
            _ => return,
        };
        self.report(&Place::new("figures", id, "value"), message);
    }
}

/// The names of all figures that are used, be it in a series that nothing uses.
fn used(story: &Story) -> BTreeSet<&str> {
    let uses = Uses::of(story);
    let figures = story.figures.names().enumerate();
    let used = figures.filter(|(at, _)| uses.by(Name::Figure(*at)).next().is_some()).map(|(_, id)| id);
    let listed = story.series.iter().flat_map(|(_, series)| series.years.iter().map(|(_, id)| id.as_str()));
    used.chain(listed).collect()
}

/// A year, then perhaps a month, then perhaps a day.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() <= 3
        && parts.iter().enumerate().all(|(at, part)| digits(part, if at == 0 { 4 } else { 2 }))
        && parts.get(1).is_none_or(|month| ("01"..="12").contains(month))
        && parts.get(2).is_none_or(|day| ("01"..="31").contains(day))
}
