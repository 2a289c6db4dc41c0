//! The last steps on the built page, in order: short names, the one file, the story with all that belongs to it, pictures, what keeps
//! the page, the security policy, compressed forms.

mod glue;
mod names;
mod offline;
mod one_file;
mod pictures;
mod workbook;

pub use one_file::{ELEMENTS, NAME as ONE_FILE};
pub use pictures::ADDRESS as SITE_ADDRESS;
pub use workbook::WORKBOOK;

use crate::{Error, compress, paths};
use page::{LISTENER, Page};
use sha2::{Digest as _, Sha256};
use std::{env, fmt::Write as _, fs, path::PathBuf};

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
    let listener = format!("--define:LISTENER={}", serde_json::Value::from(LISTENER));
    // Trunk's own way to make a script small changes what some of its texts say.
    for script in ["frame", "tools"] {
        let path = paths::root().join(format!("src/browser/{script}.js"));
        page.fill(&format!("id={script}"), &glue::small(&path, &["--format=esm", &listener])?)?;
    }
    let story = author::read(&paths::root().join("story"))?;
    one_file::write(&folder, &mut page, &story, &exports)?;
    names::renew(&folder, &mut page.html)?;
    page.tell(&story)?;
    pictures::write(&folder, &mut page, &story)?;
    offline::write(&mut page, &story, &folder)?;
    workbook::write(&folder, &story)?;
    page.protect()?;
    fs::write(&file, &page.html).map_err(Error::io("write", &file))?;
    compress::folder(&folder)
}

/// Sixteen digits that differ where any part does.
fn hash<'a>(parts: impl Iterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        // The length stands before it, so that no part can be taken for an end of the one before.
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing into a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
