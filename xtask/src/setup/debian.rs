//! Debian's packages, where the ordinary way is closed: the browser, and a compiler with sources to build its library from.

use super::{Site, site::LONG};
use crate::{paths, process};
use std::{fs, path::Path, process::Command};

/// Debian's compiler, which disturbs no rustup.
pub(super) const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const SOURCES: &str = "/usr/lib/rustlib/src/rust/library/Cargo.toml";
/// Where Debian's compiler looks for the target's library.
const LIBRARY: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";
/// Names the compiler that built the library.
const STAMP: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/built-by";

/// The linker that belongs to Debian's compiler, if both are there and the library was built by this very compiler.
pub(super) fn ready_linker() -> Option<String> {
    let version = compiler_version()?;
    let stamp = fs::read_to_string(STAMP).ok()?;
    let linker = linker_of(&version)?;
    (stamp == version && paths::on_path(&[&linker]).is_some()).then_some(linker)
}

/// Installs compiler, linker and sources, and builds the target's standard library.
pub(super) fn install_target(site: &Site) -> Result<(), String> {
    if ![RUSTC, CARGO, SOURCES].iter().all(|file| Path::new(file).exists()) {
        install(site, &["rustc-web", "cargo-web", "rust-web-src"])?;
    }
    let version = compiler_version().ok_or("Debian's rustc does not answer")?;
    let linker = linker_of(&version).ok_or("Debian's rustc does not say which LLVM it has")?;
    if paths::on_path(&[&linker]).is_none() {
        install(site, &[&linker.replace("wasm-ld", "lld")])?;
    }
    if fs::read_to_string(STAMP).ok().as_ref() != Some(&version) {
        build_library(site, &version, &linker)?;
    }
    Ok(())
}

/// `apt-get install`, with fresh lists.
pub(super) fn install(site: &Site, packages: &[&str]) -> Result<(), String> {
    let apt = paths::on_path(&["apt-get"]).ok_or("there is no apt-get")?;
    if process::output(process::command("id").arg("-u")).ok().as_deref() != Some("0") {
        return Err(format!("only root can install packages: sudo apt-get install {}", packages.join(" ")));
    }
    let quiet = || {
        let mut command = process::command(&apt);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    site.run(quiet().arg("update"), LONG)?;
    let mut command = quiet();
    command.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    site.part(&format!("Debian's {}", packages.join(", ")), &mut command)
}

/// Builds the library once from its sources; after that plain builds for the target need no unstable flag.
fn build_library(site: &Site, version: &str, linker: &str) -> Result<(), String> {
    let project = site.folder.join("build").join("std");
    write_project(&project).map_err(|error| error.to_string())?;
    site.part("the standard library, built from its sources", &mut build_command(&project, linker))?;
    let built = project.join("target/wasm32-unknown-unknown/release/deps");
    // Stamped last, so that an interrupted copy is made again.
    copy_libraries(&built)
        .and_then(|()| fs::write(STAMP, version))
        .map_err(|error| format!("cannot write to {LIBRARY}: {error}; run this once as root"))
}

fn build_command(project: &Path, linker: &str) -> Command {
    let mut command = process::command(CARGO);
    command
        .args(["build", "--release", "--target", "wasm32-unknown-unknown", "-Zbuild-std=std,panic_abort"])
        .current_dir(project)
        .env("RUSTC", RUSTC)
        // The flag above is unstable, and this compiler calls itself stable.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", project.join("target"))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
        // The page is optimised across crates, which needs the library's bitcode.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    command
}

fn write_project(project: &Path) -> std::io::Result<()> {
    fs::create_dir_all(project.join("src"))?;
    let manifest = "[package]\nname = \"nothing\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\ncrate-type = [\"cdylib\"]\n\n[workspace]\n";
    fs::write(project.join("Cargo.toml"), manifest)?;
    fs::write(project.join("src/lib.rs"), "pub extern \"C\" fn nothing() {}\n")
}

fn copy_libraries(built: &Path) -> std::io::Result<()> {
    // A library of an older compiler would only confuse.
    let _ = fs::remove_dir_all(LIBRARY);
    fs::create_dir_all(LIBRARY)?;
    for entry in fs::read_dir(built)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "rlib") {
            fs::copy(&path, Path::new(LIBRARY).join(path.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

fn compiler_version() -> Option<String> {
    process::output(process::command(RUSTC).arg("-vV")).ok()
}

/// `wasm-ld-22` for LLVM 22: Debian's linkers carry the version in their name.
fn linker_of(compiler: &str) -> Option<String> {
    let version = compiler.lines().find_map(|line| line.strip_prefix("LLVM version: "))?;
    Some(format!("wasm-ld-{}", version.split('.').next()?))
}

#[cfg(test)]
mod tests {
    use super::linker_of;

    #[test]
    fn the_linker_is_the_compilers() {
        assert_eq!(linker_of("release: 1.96.0\nLLVM version: 22.1.8").as_deref(), Some("wasm-ld-22"));
        assert_eq!(linker_of("release: 1.96.0"), None);
    }
}
