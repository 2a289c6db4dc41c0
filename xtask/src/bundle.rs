//! Builds the page into `dist/`: Trunk with our own tools, then our own last steps through Trunk's hook.

use crate::{Error, paths, process, setup::Tools};
use std::{env, path::Path, time::Instant};

/// Builds the release page.
///
/// # Errors
/// As [`build_into`].
pub(crate) fn build(tools: &Tools) -> Result<(), Error> {
    build_into(&paths::dist(), tools, &[])
}

/// Builds the release page into a folder, with features of the app.
///
/// # Errors
/// [`Error::Command`] if Trunk fails, which has then said why; [`Error::Io`] if this program's own path is unknown.
pub(crate) fn build_into(dist: &Path, tools: &Tools, features: &[&str]) -> Result<(), Error> {
    let start = Instant::now();
    let own = env::current_exe()
        .map_err(|source| Error::Io { what: "find this program's own path".into(), source })?;
    let mut command = tools.web_command("trunk");
    command
        // Not --offline: cargo fetches what a fresh clone lacks. Trunk itself finds every tool and downloads nothing.
        .args(["build", "--release", "--skip-version-check", "--public-url", "./", "--dist"])
        .arg(dist)
        .args(features.iter().flat_map(|feature| ["--features", feature]))
        .current_dir(paths::root())
        // The hook calls this very program: building it a second time would wait for this build's lock.
        .env("SLIDERULE_XTASK", own)
        // Trunk takes only "true" and "false" here, not the usual 1.
        .env_remove("NO_COLOR")
        // Its errors are complete without the addresses of its own code.
        .env("RUST_BACKTRACE", "0");
    process::run(&mut command)?;
    println!("built {} in {:.0} s", dist.display(), start.elapsed().as_secs_f64());
    Ok(())
}
