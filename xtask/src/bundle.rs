//! Builds the page into `dist/`: Trunk with our own tools, then our own last steps through Trunk's hook.

use crate::setup::{TARGET, Tools};
use crate::{Error, paths, process};
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
    unpacker(tools)?;
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

/// The wasm that unpacks the one file, which the last steps put there. It keeps all that it needs in one place and has no use for a
/// stack, which would make every address a longer number.
fn unpacker(tools: &Tools) -> Result<(), Error> {
    let mut command = tools.web_command("cargo");
    command
        .args(["rustc", "--quiet", "--release", "--package", "unpack", "--lib", "--crate-type", "cdylib"])
        .args(["--target", TARGET, "--", "-Clink-arg=-zstack-size=64"])
        .current_dir(paths::root());
    process::run(&mut command)
}
