//! A small story to start from, kept as the text files that an author changes.

use crate::files::Texts;
use std::path::PathBuf;

/// File by file, with the line for editors on top.
const FILES: [(&str, &str); 9] = [
    ("story.toml", include_str!("../starter/story.toml")),
    ("sources.toml", include_str!("../starter/sources.toml")),
    ("figures.toml", include_str!("../starter/figures.toml")),
    ("levers.toml", include_str!("../starter/levers.toml")),
    ("assumptions.toml", include_str!("../starter/assumptions.toml")),
    ("model.toml", include_str!("../starter/model.toml")),
    ("views.toml", include_str!("../starter/views.toml")),
    ("verdict.toml", include_str!("../starter/verdict.toml")),
    ("units.toml", include_str!("../starter/units.toml")),
];

/// The folder of the schemas, seen from the story's.
pub const SCHEMAS: &str = "./.schema";

/// The files of a new story, which has no mistakes, and beside them the schemas by which editors complete and check them.
#[must_use]
pub fn starter() -> Texts {
    let files = FILES.iter().map(|(name, text)| (PathBuf::from(name), text.replace("{schema}", SCHEMAS)));
    files.collect()
}
