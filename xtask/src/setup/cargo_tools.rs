//! Tools from the crate registry: Trunk, wasm-bindgen's command line and Firefox's driver.

use super::{Site, Step, site::LONG};
use crate::{Error, paths, process, versions};
use std::path::{Path, PathBuf};

/// Writes the JavaScript beside the wasm.
pub(super) const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    version: versions::WASM_BINDGEN,
    program: "wasm-bindgen",
    features: &[],
    reason: "writes the JavaScript that joins page and wasm; about a minute",
};

/// Puts the page together.
pub(super) const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    version: versions::TRUNK,
    program: "trunk",
    // Without the check for updates, which a build that makes no request cannot use.
    features: &["--no-default-features", "--features", "rustls"],
    reason: "puts page, style and wasm together; about two minutes",
};

/// Drives Firefox.
pub(super) const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    version: versions::GECKODRIVER,
    program: "geckodriver",
    features: &[],
    reason: "drives Firefox in the tests; two to three minutes",
};

/// A program that `cargo install` builds.
#[derive(Clone, Copy)]
pub(super) struct CargoTool {
    package: &'static str,
    version: &'static str,
    program: &'static str,
    features: &'static [&'static str],
    reason: &'static str,
}

/// The folder of a tool's program.
pub(super) fn bin(folder: &Path, tool: CargoTool) -> PathBuf {
    folder.join(format!("{}-{}", tool.package, tool.version)).join("bin")
}

/// A tool's program.
pub(super) fn program(folder: &Path, tool: CargoTool) -> PathBuf {
    bin(folder, tool).join(format!("{}{}", tool.program, std::env::consts::EXE_SUFFIX))
}

impl Step for CargoTool {
    fn name(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    fn reason(&self) -> &'static str {
        self.reason
    }

    fn is_done(&self, folder: &Path) -> bool {
        program(folder, *self).is_file() || self.is_on_path()
    }

    fn install(&self, site: &Site) -> Result<(), Error> {
        let root = site.folder.join(format!("{}-{}", self.package, self.version));
        let mut command = process::command("cargo");
        command
            .args(["install", "--locked", self.package, "--version", self.version, "--root"])
            .arg(root)
            .args(self.features)
            // Outside the project, whose settings are for the page.
            .current_dir(&site.folder)
            // One folder for all tools, which share many crates.
            .env("CARGO_TARGET_DIR", site.folder.join("build"))
            // They run for seconds: building them fast is worth more than running them fast (3 minutes instead of 14).
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        site.run(&mut command, LONG).map_err(|reason| {
            let by_hand = format!("cargo install --locked {} --version {}", self.package, self.version);
            site.stop(&self.name(), &reason, &by_hand)
        })
    }
}

impl CargoTool {
    /// Whether the user already has this very version.
    fn is_on_path(self) -> bool {
        paths::on_path(&[self.program])
            .and_then(|program| process::output(process::command(program).arg("--version")).ok())
            .is_some_and(|answer| answer.split_whitespace().nth(1) == Some(self.version))
    }
}
