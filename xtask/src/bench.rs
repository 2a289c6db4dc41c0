//! `cargo xtask bench`: sets up, builds, and measures the page in Chromium.

use crate::{Error, bundle, paths, process, setup};

/// Measures through `tests/examples/bench`, which has the browser.
///
/// # Errors
/// [`Error::Setup`] without tools; [`Error::Command`] if the page cannot be built or measured.
pub(crate) fn run() -> Result<(), Error> {
    let tools = setup::ready(setup::Purpose::Bench)?;
    bundle::build(&tools)?;
    let mut command = process::command("cargo");
    command
        .args(["run", "--quiet", "--package", "promises", "--example", "bench"])
        .current_dir(paths::root())
        .env("SLIDERULE_UPLOT", tools.uplot());
    process::run(&mut command)
}
