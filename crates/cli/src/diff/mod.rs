//! `sliderule diff`: what differs between two versions of a story, and what each difference alone does to the default results.

mod alone;
mod told;

use crate::answer::put_out;
use crate::arguments::Options;
use crate::case::language;
use crate::choice::{Choices, choice};
use crate::error::CliError;
use alone::{Alone, Results, alone};
use author::{Block, blocks};
use engine::story::Story;

/// The first where none is named.
const FORMATS: Choices<fn(&Versions) -> String> = &[("text", told::text), ("json", told::json)];

/// What one block has become.
pub(crate) struct Difference {
    pub(crate) list: &'static str,
    pub(crate) id: String,
    pub(crate) kind: Kind,
    /// The way to each entry that differs, with what stands there in the old version and in the new one.
    pub(crate) entries: Vec<(String, [Option<String>; 2])>,
    /// What it alone does.
    pub(crate) alone: Alone,
}

/// What has happened to a block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Added,
    Removed,
    Changed,
}

/// Two versions of a story side by side.
pub(crate) struct Versions {
    pub(crate) old: Story,
    pub(crate) new: Story,
    pub(crate) language: String,
    /// The numbers that are looked at, in the old version and in the new one.
    pub(crate) results: Results,
    /// In the order of the lists.
    pub(crate) differences: Vec<Difference>,
}

/// The answer as text.
pub(crate) fn diff(options: &Options) -> Result<String, CliError> {
    let write = choice("format", options.format.as_deref(), FORMATS)?;
    let [folder] = &options.files[..] else {
        return Err(CliError::Call("`diff` needs two folders, the old version first".to_owned()));
    };
    let (old, new) = (author::read(&options.story)?, author::read(folder)?);
    let results = Results::of(&old, &new, &options.of)?;
    let mut differences = differences(&blocks(&options.story)?, &blocks(folder)?);
    for difference in &mut differences {
        difference.alone = alone(&old, &new, difference, &results);
    }
    let language = language(&new, options)?;
    put_out(options, write(&Versions { old, new, language, results, differences }))
}

/// What was removed stands where it was, what was added behind what it follows.
fn differences(old: &[Block], new: &[Block]) -> Vec<Difference> {
    let mut lists: Vec<&'static str> = Vec::new();
    for block in old.iter().chain(new) {
        if !lists.contains(&block.list) {
            lists.push(block.list);
        }
    }
    let find = |blocks: &'_ [Block], wanted: &Block| {
        blocks.iter().position(|block| (block.list, &block.id) == (wanted.list, &wanted.id))
    };
    let mut found = Vec::new();
    for list in lists {
        for before in old.iter().filter(|block| block.list == list) {
            let after = find(new, before).map(|at| &new[at]);
            found.extend(between(Some(before), after));
        }
        let added = new.iter().filter(|block| block.list == list && find(old, block).is_none());
        found.extend(added.filter_map(|block| between(None, Some(block))));
    }
    found
}

fn between(before: Option<&Block>, after: Option<&Block>) -> Option<Difference> {
    let kind = match (before, after) {
        (None, _) => Kind::Added,
        (_, None) => Kind::Removed,
        _ => Kind::Changed,
    };
    let of = |block: Option<&Block>| block.map_or(&[][..], |block| &block.entries).to_vec();
    let [old, new] = [of(before), of(after)];
    let at = |entries: &[(String, String)], way: &str| {
        entries.iter().find(|(known, _)| known == way).map(|(_, text)| text.clone())
    };
    let mut ways: Vec<&String> = old.iter().map(|(way, _)| way).collect();
    ways.extend(new.iter().map(|(way, _)| way).filter(|way| at(&old, way).is_none()));
    let sides = ways.into_iter().map(|way| (way.clone(), [at(&old, way), at(&new, way)]));
    let entries: Vec<_> = sides.filter(|(_, [old, new])| old != new).collect();
    let block = before.or(after)?;
    let differs = kind != Kind::Changed || !entries.is_empty();
    let alone = Alone::Words;
    differs.then(|| Difference { list: block.list, id: block.id.clone(), kind, entries, alone })
}
