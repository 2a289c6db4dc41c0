//! The workbook of the default scenario, which the page hands out.

use crate::Error;
use engine::Story;
use std::{fs, path::Path};
use take_home::workbook_at_start;

/// What it is called beside the page.
pub const WORKBOOK: &str = "sliderule.xlsx";

/// Writes it into the built site's folder.
///
/// # Errors
/// [`Error::Page`] for an equation that a workbook cannot hold, [`Error::Io`] for the file.
pub(super) fn write(folder: &Path, story: &Story) -> Result<(), Error> {
    let bytes = workbook_at_start(story).map_err(|error| Error::Page(format!("the workbook: {error}")))?;
    let file = folder.join(WORKBOOK);
    fs::write(&file, bytes).map_err(Error::io("write", &file))
}
