//! `cargo xtask bench`: sets up, builds, measures the engine alone, and the page in Chromium.

use crate::arguments::Backend;
use crate::{Error, bundle, paths, process, setup, throughput};

/// Measures through `tests/examples/bench`, which has the browser.
///
/// # Errors
/// [`Error::Setup`] without tools; [`Error::Command`] if the page cannot be built or measured.
pub(crate) fn run(backend: Backend) -> Result<(), Error> {
    let tools = setup::ready(setup::Purpose::Bench)?;
    throughput::run(&tools)?;
    let (dist, features): (_, &[&str]) = match backend {
        Backend::Own => (paths::dist(), &[]),
        // In a folder of its own: the page that is served has our backend.
        Backend::PlottersCanvas => (paths::target().join("plotters-canvas"), &["plotters-canvas"]),
    };
    bundle::build_into(&dist, &tools, features)?;
    let mut command = process::command("cargo");
    command
        .args(["run", "--quiet", "--package", "promises", "--example", "bench"])
        .current_dir(paths::root())
        .env("SLIDERULE_DIST", dist)
        .env("SLIDERULE_UPLOT", tools.uplot());
    process::run(&mut command)
}
