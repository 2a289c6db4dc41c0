//! Old links are brought to the present grammar, one version after the other.

use super::entries::Entry;
use super::notice::Notice;

/// What turns the entries of a version into those of the next.
type Step = fn(&mut Vec<Entry>);

/// The first turns version 1 into version 2. A name that the story gives up is replaced by a step here, and never used again.
const STEPS: [Step; 0] = [];

/// The present version.
#[expect(clippy::cast_possible_truncation, reason = "a few versions")]
pub(super) const VERSION: u32 = STEPS.len() as u32 + 1;

/// Brings entries to the present version from that which the first of them names.
pub(super) fn present(mut entries: Vec<Entry>, notices: &mut Vec<Notice>) -> Vec<Entry> {
    let first = entries.first().filter(|entry| entry.name == "v").and_then(|entry| entry.value.as_deref());
    // Without a version it was written by hand, in the present one.
    let version = first.map_or(Some(VERSION), |version| version.parse().ok());
    if entries.first().is_some_and(|entry| entry.name == "v") {
        entries.remove(0);
    }
    match version {
        Some(from @ 1..=VERSION) => STEPS.iter().skip(from as usize - 1).for_each(|step| step(&mut entries)),
        _ => notices.push(Notice::Newer),
    }
    entries
}
