//! The page's own build of the standard library: for size, and without the words of panics, which no reader sees. It makes the wasm a
//! tenth smaller. Where its source cannot be had the page is built with the library as it comes, and is larger.

use super::{Site, Step};
use crate::{Error, paths, process};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// The first compiler with `panic=immediate-abort`.
const FIRST_MINOR: u32 = 92;
/// rustup may wait for a server that never answers.
const LIMIT: Duration = Duration::from_secs(120);
/// What the target's settings in `.cargo/config.toml` say, which these replace, and the way that panics end.
const FLAGS: &str =
    "-Ctarget-feature=+simd128 -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none";

/// The step.
pub(super) struct SmallStd;

impl Step for SmallStd {
    fn name(&self) -> String {
        "the source of the standard library".to_owned()
    }

    fn reason(&self) -> &'static str {
        "built for size, it makes the page a tenth smaller"
    }

    fn is_done(&self, folder: &Path) -> bool {
        !is_new_enough() || has_source() || refused(folder).exists()
    }

    fn install(&self, site: &Site) -> Result<(), Error> {
        let mut add = process::command("rustup");
        if let Err(reason) = site.run(add.args(["component", "add", "rust-src"]), LIMIT) {
            site.say(&format!("{reason}: the page is built with the library as it comes, some 10 kB larger"));
            let mark = refused(&site.folder);
            fs::write(&mark, reason).map_err(Error::io("write", &mark))?;
        }
        Ok(())
    }
}

/// Makes a command build the standard library too, where that can be done.
pub(super) fn choose(command: &mut Command) {
    if is_new_enough() && has_source() {
        command
            // The stable compiler's permission for what the next lines ask.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS);
    }
}

/// Remembers that the source could not be had, so that no later set-up waits for it again.
fn refused(folder: &Path) -> PathBuf {
    folder.join("without-rust-src")
}

fn has_source() -> bool {
    let root = process::output(process::command("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    Path::new(&root).join("lib/rustlib/src/rust/library/std/Cargo.toml").exists()
}

fn is_new_enough() -> bool {
    paths::on_path(&["rustup"]).is_some()
        && process::output(process::command("rustc").arg("--version"))
            .is_ok_and(|text| minor(&text).is_some_and(|minor| minor >= FIRST_MINOR))
}

/// `95` of `rustc 1.95.0 (…)`.
fn minor(version: &str) -> Option<u32> {
    version.split(' ').nth(1)?.split('.').nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn the_version_is_read() {
        assert_eq!(minor("rustc 1.95.0 (59807616e 2026-04-14)"), Some(95));
        assert_eq!(minor("nothing"), None);
    }
}
