//! Where things lie: the workspace, its output folders, and the per-user folder of tools.

use crate::Error;
use std::{
    env,
    path::{Path, PathBuf},
};

/// The workspace's folder.
#[must_use]
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}

/// The finished page: `dist`, or another folder named by `$SLIDERULE_DIST` (two builds into one folder break each other).
#[must_use]
pub fn dist() -> PathBuf {
    root().join(env::var_os("SLIDERULE_DIST").unwrap_or_else(|| "dist".into()))
}

/// Cargo's folder for native builds.
#[must_use]
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// Cargo's folder for the page, apart so that native and web builds do not evict each other.
#[must_use]
pub fn web_target() -> PathBuf {
    target().join("web")
}

/// The one file without a story, into which the command line puts one.
#[must_use]
pub fn template() -> PathBuf {
    root().join("target/page/sliderule.html")
}

/// Pictures that the browser tests take.
#[must_use]
pub fn screens() -> PathBuf {
    target().join("screens")
}

/// The folder of installed tools: `$SLIDERULE_TOOLS`, else `sliderule` in the user's cache folder.
///
/// # Errors
/// [`Error::Setup`] where no home folder is known.
pub fn tools() -> Result<PathBuf, Error> {
    if let Some(folder) = env::var_os("SLIDERULE_TOOLS") {
        return Ok(root().join(folder));
    }
    let cache = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| home().map(|home| home.join(".cache")))
        .ok_or_else(|| {
            Error::Setup("no home folder is known: set SLIDERULE_TOOLS to a folder for tools".into())
        })?;
    Ok(cache.join("sliderule"))
}

/// The user's home folder, where there is one.
#[must_use]
pub fn home() -> Option<PathBuf> {
    env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(PathBuf::from)
}

/// The first of these names that stands in a folder of `PATH`.
#[must_use]
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| {
        env::split_paths(&path)
            .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    })
}
