//! The built page with something wrong in it.

use crate::{Failure, release::copy};
use std::{fs, path::PathBuf};

/// A copy of the built page with a text of it replaced, in a folder of its own.
///
/// # Errors
/// [`Failure::Broken`] if the page does not hold the text; what the files refuse.
pub fn changed(name: &str, from: &str, to: &str) -> Result<PathBuf, Failure> {
    let folder = std::env::temp_dir().join(format!("sliderule-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    copy(&xtask::paths::dist(), &folder)?;
    let page = fs::read_to_string(folder.join("index.html"))?;
    if !page.contains(from) {
        return Err(Failure::Broken(format!("the page holds no {from:?}")));
    }
    fs::write(folder.join("index.html"), page.replacen(from, to, 1))?;
    Ok(folder)
}
