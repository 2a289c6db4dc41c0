//! A text becomes a state, whatever the text is.

use super::differences::{Differences, start};
use super::digits::Digits;
use super::encoding::{harmless, is_address};
use super::entries::{Entry, entries};
use super::notice::{Notice, Why};
use super::versions::present;
use super::{KEPT, Link, Outcome};
use crate::as_of::is_day;
use crate::model::{Model, Name};
use crate::overrides::{Override, OverrideError};
use crate::path::Path;
use crate::scenario::{Scenario, SetError, fits};
use crate::story::Story;

/// As many characters a reason, an address and a name have at most.
pub(super) const REASON: usize = 200;
pub(super) const ADDRESS: usize = 300;
pub(super) const NAME: usize = 16;

/// What a scenario is kept as that changes are measured against.
pub(super) const BASELINE: &str = "baseline-as";

/// The state that a text holds, and what its reader should know. What cannot be taken leaves everything else as it is.
#[must_use]
pub fn read(text: &str, story: &Story, model: &Model, digits: Digits) -> (Link, Vec<Notice>) {
    let mut notices = Vec::new();
    let entries = present(entries(text, &mut notices), &mut notices);
    let mut reader = Reader { story, model, digits, notices, link: Link::start(model) };
    let is_kept = |entry: &Entry| matches!(entry.name.as_str(), "kept-as" | BASELINE);
    let mut rest = &entries[..];
    loop {
        let (head, behind) = match rest {
            [head, behind @ ..] if is_kept(head) => (Some(head), behind),
            _ => (None, rest),
        };
        let (section, next) = behind.split_at(behind.iter().position(is_kept).unwrap_or(behind.len()));
        reader.section(head, section);
        if next.is_empty() {
            return (reader.link, reader.notices);
        }
        rest = next;
    }
}

/// What an entry is about.
enum Target {
    Day,
    Input(usize),
    Figure(usize),
    Words,
    Range(usize),
    Seed,
    Outcome,
    Wish,
    Story,
}

struct Reader<'a> {
    story: &'a Story,
    model: &'a Model,
    digits: Digits,
    notices: Vec<Notice>,
    link: Link,
}

impl Reader<'_> {
    /// The entries of the scenario that is shown, or of one that is kept.
    fn section(&mut self, kept: Option<&Entry>, entries: &[Entry]) {
        let mut found = Differences::default();
        let mut words = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            let target = self.target(&entry.name);
            // Only the scenario that is shown is drawn.
            let Some(target) = target.filter(|target| kept.is_none() || target.is_of_a_scenario()) else {
                self.notices.push(Notice::Unknown(entry.number));
                continue;
            };
            let taken = match &entry.value {
                _ if entries[at + 1..].iter().any(|later| later.name == entry.name) => Err(Why::Twice),
                None => Err(Why::Unreadable),
                Some(value) if matches!(target, Target::Words) => {
                    words.push((entry, value));
                    Ok(())
                }
                Some(value) => self.take(&target, &entry.name, value, &mut found),
            };
            self.note(entry, taken);
        }
        for (entry, value) in words {
            let taken = reason(&mut found.overrides, &entry.name, value);
            self.note(entry, taken);
        }
        if self.link.outcome.is_none() && self.link.wish.take().is_some() {
            // Of what number, is not said.
            self.notices.push(Notice::Ignored { entry: "shall-be".to_owned(), why: Why::FeedsNothing });
        }
        let start = start(self.story, self.model, found.date.as_deref());
        found.set.retain(|(at, path)| path.level() != Some(start.values()[*at]));
        match kept {
            None => self.link.now = found,
            Some(entry) => self.keep(entry, found),
        }
    }

    fn note(&mut self, entry: &Entry, taken: Result<(), Why>) {
        if let Err(why) = taken {
            self.notices.push(Notice::Ignored { entry: entry.name.clone(), why });
        }
    }

    fn keep(&mut self, entry: &Entry, scenario: Differences) {
        let name = harmless(entry.value.as_deref().unwrap_or_default(), NAME);
        if self.link.kept.len() == KEPT {
            self.notices.push(Notice::Many);
        } else if name.is_empty() {
            self.note(entry, Err(Why::Unreadable));
        } else if self.link.kept.iter().any(|(known, _)| *known == name) {
            self.note(entry, Err(Why::Twice));
        } else {
            let is_baseline = entry.name == BASELINE;
            if is_baseline && self.link.baseline.is_some() {
                self.note(entry, Err(Why::Twice));
            }
            self.link.baseline = if is_baseline { Some(self.link.kept.len()) } else { self.link.baseline };
            self.link.kept.push((name, scenario));
        }
    }

    fn target(&self, name: &str) -> Option<Target> {
        let input = |id: &str| {
            let at = self.model.input(id)?;
            (!matches!(self.model.inputs[at].name, Name::Figure(_))).then_some(at)
        };
        match name {
            "as-of" => return Some(Target::Day),
            "random-seed" => return Some(Target::Seed),
            "came-to" => return Some(Target::Outcome),
            "shall-be" => return Some(Target::Wish),
            "story-of" => return Some(Target::Story),
            _ => {}
        }
        let Some((kind, id)) = name.split_once('.') else { return input(name).map(Target::Input) };
        let figure = self.story.figures.position(id);
        match kind {
            "figure" => figure.map(Target::Figure),
            "why" | "where" => figure.map(|_| Target::Words),
            "range" => input(id).filter(|at| self.model.inputs[*at].belief.is_some()).map(Target::Range),
            _ => None,
        }
    }

    fn take(&mut self, target: &Target, name: &str, value: &str, found: &mut Differences) -> Result<(), Why> {
        match *target {
            Target::Day if is_day(value) => found.date = Some(value.to_owned()),
            Target::Day | Target::Words => return Err(Why::Unreadable),
            // In the order of the story, whatever that of the text is.
            Target::Input(at) => {
                let place = found.set.partition_point(|(before, _)| *before < at);
                found.set.insert(place, (at, self.path(at, value)?));
            }
            Target::Figure(at) => {
                let figure = self.figure(name, value)?;
                let of = |other: &Override| self.story.figures.position(&other.figure);
                let place = found.overrides.partition_point(|before| of(before) < Some(at));
                found.overrides.insert(place, figure);
            }
            Target::Range(at) => self.range(at, value)?,
            Target::Seed => self.link.seed = Some(value.parse().map_err(|_| Why::Unreadable)?),
            Target::Outcome => self.link.outcome = Some(self.outcome(value).ok_or(Why::Unreadable)?),
            Target::Wish => self.link.wish = Some(self.digits.number(value).ok_or(Why::Unreadable)?),
            Target::Story => {
                let known = self.story.changes.position(value).ok_or(Why::Unreadable)?;
                self.notices.extend((0..known).map(Notice::Changed));
            }
        }
        Ok(())
    }

    fn path(&self, at: usize, value: &str) -> Result<Path, Why> {
        let number = |text: &str| self.digits.number(text);
        let path = match value.contains(':') {
            true => Path::read(value, &number).map_err(|_| Why::Unreadable)?,
            false => Path::constant(number(value).ok_or(Why::Unreadable)?),
        };
        for (_, value) in path.points() {
            fits(self.model, at, *value).map_err(|error| match error {
                SetError::Range { low, high, .. } => Why::Outside([low, high]),
                _ => Why::Whole,
            })?;
        }
        match path.level() {
            Some(value) => Ok(Path::constant(value)),
            None if self.model.inputs[at].whole => Err(Why::OneValue),
            None => Ok(path),
        }
    }

    fn figure(&self, name: &str, value: &str) -> Result<Override, Why> {
        let value = self.digits.number(value).ok_or(Why::Unreadable)?;
        let figure = name.strip_prefix("figure.").unwrap_or(name).to_owned();
        let other = Override { figure, value, ..Override::default() };
        let tried = other.apply(self.story, self.model, &mut Scenario::default_of(self.model));
        tried.map(|()| other).map_err(|error| match error {
            OverrideError::Value { .. } => Why::Unreadable,
            _ => Why::FeedsNothing,
        })
    }

    fn range(&mut self, at: usize, value: &str) -> Result<(), Why> {
        let ranges = &mut self.link.ranges;
        let (ends, off) = value.strip_suffix("off").map_or((value, None), |ends| (ends, Some(())));
        if !ends.is_empty() {
            let ends = if off.is_some() { ends.strip_suffix(':').ok_or(Why::Unreadable)? } else { ends };
            let (low, high) = ends.split_once(':').ok_or(Why::Unreadable)?;
            let ends = self.digits.number(low).zip(self.digits.number(high)).ok_or(Why::Unreadable)?;
            let set = ranges.set(self.model, at, ends.into());
            set.map_err(|_| Why::Outside(self.model.inputs[at].range))?;
        }
        if off.is_some() {
            ranges.hold(at);
        }
        Ok(())
    }

    fn outcome(&self, value: &str) -> Option<Outcome> {
        let (rest, number) = value.rsplit_once(':')?;
        let (id, year) = rest.split_once(':').map_or((rest, None), |(id, year)| (id, Some(year)));
        let quantity = self.model.quantities.iter().position(|quantity| quantity.id == id)?;
        let year = match year {
            Some(year) => Some(year.parse().ok().filter(|year| self.model.years.contains(year))?),
            None => None,
        };
        let is_number = self.story.model.get(id)?.choices.is_empty();
        let fits = is_number && self.model.quantities[quantity].varies == year.is_some();
        fits.then_some(Outcome { quantity, year, value: self.digits.number(number)? })
    }
}

impl Target {
    fn is_of_a_scenario(&self) -> bool {
        matches!(self, Self::Day | Self::Input(_) | Self::Figure(_) | Self::Words)
    }
}

/// Gives an overridden figure its reason or its address.
fn reason(overrides: &mut [Override], name: &str, value: &str) -> Result<(), Why> {
    let (kind, id) = name.split_once('.').ok_or(Why::Unreadable)?;
    let figure = overrides.iter_mut().find(|figure| figure.figure == id).ok_or(Why::FeedsNothing)?;
    if kind == "why" {
        figure.reason = harmless(value, REASON);
    } else {
        figure.address =
            Some(harmless(value, ADDRESS)).filter(|text| is_address(text)).ok_or(Why::Unreadable)?;
    }
    Ok(())
}
