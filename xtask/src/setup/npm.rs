//! Packages from npm: wasm-opt, esbuild, the accessibility checker, and what measures.

use super::{Site, Step, site::LONG};
use crate::{Error, paths, process, versions};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Shrinks the wasm.
pub(super) const WASM_OPT: NpmPackage = NpmPackage {
    package: "binaryen",
    version: versions::BINARYEN,
    file: "binaryen/bin/wasm-opt",
    program: Some(("wasm-opt", "version 132")),
    reason: "its wasm-opt halves the wasm",
};

/// Shrinks the script beside the wasm.
pub(super) const ESBUILD: NpmPackage = NpmPackage {
    package: "esbuild",
    version: versions::ESBUILD,
    file: "esbuild/bin/esbuild",
    program: Some(("esbuild", versions::ESBUILD)),
    reason: "halves the script beside the wasm",
};

/// Finds what a screen reader would stumble over.
pub(super) const AXE: NpmPackage = NpmPackage {
    package: "axe-core",
    version: versions::AXE,
    file: "axe-core/axe.min.js",
    program: None,
    reason: "checks the page's accessibility in the browser tests",
};

/// Measured beside our charts.
pub(super) const UPLOT: NpmPackage = NpmPackage {
    package: "uplot",
    version: versions::UPLOT,
    file: "uplot/dist/uPlot.iife.min.js",
    program: None,
    reason: "the chart library that the bench measures beside ours",
};

/// Measures the page as a phone would see it.
pub(super) const LIGHTHOUSE: NpmPackage = NpmPackage {
    package: "lighthouse",
    version: versions::LIGHTHOUSE,
    file: "lighthouse/cli/index.js",
    program: None,
    reason: "measures the page as on a phone",
};

/// A package, installed into a folder of its own.
#[derive(Clone, Copy)]
pub(super) struct NpmPackage {
    package: &'static str,
    version: &'static str,
    /// What must stand under `node_modules`.
    file: &'static str,
    /// A program that may stand on the user's path already, and what it must say about its version.
    program: Option<(&'static str, &'static str)>,
    reason: &'static str,
}

/// A package's folder, which holds `node_modules`.
pub(super) fn package_folder(folder: &Path, package: &str, version: &str) -> PathBuf {
    folder.join(format!("{package}-{version}"))
}

impl Step for NpmPackage {
    fn name(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    fn reason(&self) -> &'static str {
        self.reason
    }

    fn is_done(&self, folder: &Path) -> bool {
        package_folder(folder, self.package, self.version).join("node_modules").join(self.file).is_file()
            || self.is_on_path()
    }

    fn install(&self, site: &Site) -> Result<(), Error> {
        let wanted = format!("{}@{}", self.package, self.version);
        let npm = paths::on_path(&["npm"]).ok_or_else(|| {
            Error::Setup(format!(
                "npm is missing, which brings {wanted}: install Node.js with npm (Debian: apt install npm)"
            ))
        })?;
        // Renamed when complete, so that an interrupted installation is never taken for a whole one.
        let whole = package_folder(&site.folder, self.package, self.version);
        let part = whole.with_extension("part");
        for old in [&whole, &part] {
            let _ = fs::remove_dir_all(old);
        }
        fs::create_dir_all(&part).map_err(Error::io("make", &part))?;
        let mut command = process::command(npm);
        command
            .args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", "."])
            .arg(&wanted)
            .current_dir(&part);
        site.run(&mut command, LONG)
            .map_err(|reason| site.stop(&self.name(), &reason, &format!("npm install -g {wanted}")))?;
        fs::rename(&part, &whole).map_err(Error::io("rename", &part))
    }
}

impl NpmPackage {
    fn is_on_path(self) -> bool {
        self.program.is_some_and(|(program, version)| {
            paths::on_path(&[program])
                .and_then(|program| process::output(process::command(program).arg("--version")).ok())
                .is_some_and(|answer| answer.contains(version))
        })
    }
}
