//! `cargo xtask embed`: sets up, builds, and measures elements in somebody else's page in Chromium.

use crate::{Error, bundle, paths, process, setup};

/// Measures through `tests/examples/embed`, which has the browser.
///
/// # Errors
/// [`Error::Setup`] without tools; [`Error::Command`] if the page cannot be built or measured, or over a limit.
pub(crate) fn run() -> Result<(), Error> {
    bundle::build(&setup::ready(setup::Purpose::Bench)?)?;
    let mut command = process::command("cargo");
    command
        .args(["run", "--quiet", "--package", "promises", "--example", "embed"])
        .current_dir(paths::root());
    process::run(&mut command)
}
