//! The text of a link as a list of names with their values.

use super::encoding::decode;
use super::notice::Notice;
use super::{ENTRIES, LONGEST_READ};

/// A name and what it is set to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Which entry of the text it is, from 1.
    pub(super) number: usize,
    /// The name.
    pub(super) name: String,
    /// As it was meant, without the address's signs; none where that is no text.
    pub(super) value: Option<String>,
}

/// The entries of a text, in the version of the grammar that the first may name.
pub(super) fn entries(text: &str, notices: &mut Vec<Notice>) -> Vec<Entry> {
    let mut text = text.strip_prefix('#').unwrap_or(text);
    if text.len() > LONGEST_READ {
        notices.push(Notice::Long);
        // The last entry that is whole.
        let end = (0..=LONGEST_READ).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
        text = text[..end].rsplit_once('&').map_or("", |(whole, _)| whole);
    }
    let mut entries: Vec<Entry> = Vec::new();
    for part in text.split('&').filter(|part| !part.is_empty()) {
        if entries.len() == ENTRIES {
            notices.push(Notice::Many);
            break;
        }
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let name = decode(name).unwrap_or_default();
        entries.push(Entry { number: entries.len() + 1, name, value: decode(value) });
    }
    entries
}
