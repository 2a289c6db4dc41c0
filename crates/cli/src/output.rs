//! The output that a question is about: `income:2033`.

use crate::error::CliError;
use engine::model::Slot;
use engine::nearest::did_you_mean;
use engine::{ExplainError, Model, Story};

/// A quantity, in a year unless it has a single value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Output {
    /// The quantity.
    pub(crate) id: String,
    /// The year.
    pub(crate) year: Option<i32>,
}

impl Output {
    /// Reads `income:2033` and `payback`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (id, year) = match text.split_once(':') {
            Some((id, year)) => (id, Some(year.parse().ok()?)),
            None => (text, None),
        };
        (!id.is_empty()).then(|| Self { id: id.to_owned(), year })
    }

    /// Its slot.
    pub(crate) fn slot(&self, story: &Story, model: &Model) -> Result<Slot, CliError> {
        let (first, last) = (story.about.first_year, story.about.last_year);
        let id = self.id.clone();
        let Some(quantity) = model.quantity(&id) else {
            let nearest = did_you_mean(&id, story.model.names());
            return Err(ExplainError::Unknown { id, nearest }.into());
        };
        if story.model.get(&id).is_some_and(|entry| !entry.choices.is_empty()) {
            return Err(CliError::Call(format!("`{id}` is a choice and not a number")));
        }
        let index = match self.year {
            None if quantity.varies => return Err(ExplainError::YearMissing { id, first, last }.into()),
            None => 0,
            Some(year) => {
                let known = model.years.iter().position(|known| *known == year);
                known.ok_or(ExplainError::Year { year, first, last })?
            }
        };
        let slot = quantity.slots.get(index).or(quantity.slots.first());
        slot.copied().ok_or_else(|| CliError::Call(format!("`{id}` has no value")))
    }

    /// The quantity's unit, as the story writes it.
    pub(crate) fn unit<'a>(&self, story: &'a Story) -> &'a str {
        story.model.get(&self.id).map_or("", |entry| &entry.unit)
    }
}
