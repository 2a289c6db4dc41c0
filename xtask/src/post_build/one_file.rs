//! The one file beside the site, and the same without a story, which the command line carries.

use super::glue;
use crate::{Error, paths};
use engine::Story;
use page::{Page, Program, START, one_file};
use std::{fs, path::Path};

/// What the file is called, on the site and where readers keep it.
pub const NAME: &str = "sliderule.html";

/// Writes the file into the built site's folder, and the one without a story where the command line takes it from.
///
/// # Errors
/// [`Error::Tell`] if the page is not as expected, [`Error::Io`] for a file, [`Error::Command`] for a tool that fails.
pub(super) fn write(folder: &Path, site: &Page, story: &Story) -> Result<(), Error> {
    let (wasm, script) = glue::program(folder)?;
    let start = paths::template().with_file_name("start.js");
    put(&start, START)?;
    let start = glue::small(&start, &["--format=esm"])?;
    let icon = folder.join("icon.svg");
    let icon = fs::read_to_string(&icon).map_err(Error::io("read", &icon))?;
    let mut file =
        one_file(site, &Program { wasm: &wasm, script: &script, start: &start, icon: icon.trim() })?;
    put(&paths::template(), &file.html)?;
    file.tell(story)?;
    put(&folder.join(NAME), &file.html)
}

fn put(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::io("make", folder))?;
    }
    fs::write(path, text).map_err(Error::io("write", path))
}
