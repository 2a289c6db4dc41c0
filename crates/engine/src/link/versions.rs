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
    walk(&STEPS, entries, from);
}

fn walk(steps: &[Step], entries: &mut Vec<Entry>, from: u32) {
    steps.iter().skip(from as usize - 1).for_each(|step| step(entries));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_from_its_version_on() {
        let renamed: Step = |entries| entries.iter_mut().for_each(|entry| entry.name += "_gw");
        let doubled: Step = |entries| entries.extend(entries.clone());
        let entry = || Entry { number: 1, name: "power".to_owned(), value: Some("3".to_owned()) };
        for (from, names) in
            [(1, &["power_gw", "power_gw"][..]), (2, &["power", "power"][..]), (3, &["power"][..])]
        {
            let mut entries = vec![entry()];
            walk(&[renamed, doubled], &mut entries, from);
            assert_eq!(entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), names);
        }
    }
}
