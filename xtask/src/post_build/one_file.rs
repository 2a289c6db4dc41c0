//! The one file and the script with elements beside the site, and the file without a story, which the command line carries.

use super::{glue, pictures};
use crate::{Error, paths};
use engine::Story;
use page::{Page, Program, START, WORKBOOK, elements, one_file};
use std::{fs, path::Path};

/// What the file is called, on the site and where readers keep it.
pub const NAME: &str = "sliderule.html";

/// The script with elements for other pages.
pub const ELEMENTS: &str = "sliderule.js";

/// Writes file and script into the built site's folder, takes out of the site what only the script needs, and writes the file without a story where the command line takes it from.
///
/// # Errors
/// [`Error::Tell`] if the page is not as expected, [`Error::Io`] for a file, [`Error::Command`] for a tool that fails.
pub(super) fn write(folder: &Path, site: &mut Page, story: &Story, exports: &[String]) -> Result<(), Error> {
    let (wasm, script) = (glue::wasm(folder)?, glue::script(folder)?);
    let unpack = glue::unpacker()?;
    let start = small(START, "start.js", "esm")?;
    let workbook = small(WORKBOOK, "workbook.js", "esm")?;
    let icon = folder.join("icon.svg");
    let icon = fs::read_to_string(&icon).map_err(Error::io("read", &icon))?;
    let program = Program {
        wasm: &wasm,
        script: &script,
        start: &start,
        unpack: &unpack,
        workbook: &workbook,
        icon: icon.trim(),
    };
    put(&folder.join(ELEMENTS), &small(&elements(site, &program, story)?, ELEMENTS, "iife")?)?;
    let script = glue::script_at_once(folder)?;
    glue::trim(folder, site, exports)?;
    let wasm = glue::wasm(folder)?;
    let program = Program { wasm: &wasm, script: &script, ..program };
    let mut file = one_file(site, &program)?;
    put(&paths::template(), &file.html)?;
    file.tell(story)?;
    if let Some(address) = pictures::known_address()? {
        // From a disk it does not know where the files of a post could be.
        pictures::put(&mut file, &format!("<link rel=canonical href=\"{address}\">"))?;
    }
    put(&folder.join(NAME), &file.html)
}

/// A script without what only people read.
fn small(text: &str, name: &str, format: &str) -> Result<String, Error> {
    let path = paths::template().with_file_name(name);
    put(&path, text)?;
    glue::small(&path, &[&format!("--format={format}")])
}

fn put(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::io("make", folder))?;
    }
    fs::write(path, text).map_err(Error::io("write", path))
}
