//! Old links are brought to the present grammar, one version after the other.

use super::entries::Entry;

/// What turns the entries of a version into those of the next.
type Step = fn(&mut Vec<Entry>);

/// The first turns version 1 into version 2. A name that the story gives up is replaced by a step here, and never used again.
const STEPS: [Step; 0] = [];

/// The present version.
#[expect(clippy::cast_possible_truncation, reason = "a few versions")]
pub(super) const VERSION: u32 = STEPS.len() as u32 + 1;

/// Brings entries of some version to the present one.
pub(super) fn migrated(entries: &mut Vec<Entry>, from: u32) {
    STEPS.iter().skip(from as usize - 1).for_each(|step| step(entries));
}
