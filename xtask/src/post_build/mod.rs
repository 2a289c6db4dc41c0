//! The last steps on the built page, in order: short names, the one file, the story with all that belongs to it, the security policy.

mod glue;
mod one_file;

pub use one_file::NAME as ONE_FILE;

use crate::{Error, paths};
use page::Page;
use std::{env, fs, path::PathBuf};

/// Finishes the page in Trunk's staging folder; Trunk's hook calls this.
///
/// # Errors
/// [`Error::Page`] or [`Error::Story`] with what is wrong, [`Error::Io`] for a file.
pub fn finish_staged() -> Result<(), Error> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| Error::Page("post-build is called by Trunk, which sets TRUNK_STAGING_DIR".into()))?;
    let exports = glue::shorten(&folder)?;
    let file = folder.join("index.html");
    let mut page = Page { html: fs::read_to_string(&file).map_err(Error::io("read", &file))? };
    // Trunk's own way to make a script small changes what some of its texts say.
    page.fill("id=tools", &glue::small(&paths::root().join("src/browser/tools.js"), &["--format=esm"])?)?;
    let story = author::read(&paths::root().join("story"))?;
    one_file::write(&folder, &mut page, &story, &exports)?;
    page.tell(&story)?;
    page.protect()?;
    fs::write(&file, &page.html).map_err(Error::io("write", &file))
}
