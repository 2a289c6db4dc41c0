//! The compiler's wasm32 target: from rustup, or where its server is out of reach from Debian.

use super::{Site, Step, debian};
use crate::{Error, paths, process};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// rustup may wait for a server that never answers.
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);
/// What Debian's compiler is called in rustup.
const TOOLCHAIN: &str = "debian";

/// The compiler that builds the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compiler {
    /// The user's own, which has the target.
    Own,
    /// Debian's, with its linker.
    Debian {
        /// `wasm-ld-` with its version.
        linker: String,
    },
}

impl Compiler {
    /// The one to use; none while the target is missing.
    #[must_use]
    pub fn find() -> Option<Self> {
        if own_library().is_some_and(|folder| holds_std(&folder)) {
            return Some(Self::Own);
        }
        let linker = debian::ready_linker()?;
        (!has_rustup() || linked_toolchain().is_some_and(|link| link.exists()))
            .then_some(Self::Debian { linker })
    }

    /// Makes a command build with it.
    pub fn choose(&self, command: &mut Command) {
        if let Self::Debian { linker } = self {
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            if has_rustup() {
                command.env("RUSTUP_TOOLCHAIN", TOOLCHAIN);
            }
        }
    }

    /// A folder that must come first on the path: without rustup nothing else says which cargo is meant.
    #[must_use]
    pub fn folder(&self) -> Option<&'static Path> {
        (*self != Self::Own && !has_rustup()).then(|| Path::new("/usr/bin"))
    }
}

/// The step.
pub(super) struct WasmTarget;

impl Step for WasmTarget {
    fn name(&self) -> String {
        format!("the {TARGET} target")
    }

    fn reason(&self) -> &'static str {
        "the compiler needs a standard library for the browser"
    }

    fn is_done(&self, _: &Path) -> bool {
        Compiler::find().is_some()
    }

    fn install(&self, site: &Site) -> Result<(), Error> {
        let by_hand = format!("rustup target add {TARGET}");
        let Err(reason) = add_with_rustup(site) else { return Ok(()) };
        if !cfg!(target_os = "linux") || paths::on_path(&["apt-get"]).is_none() {
            return Err(site.stop(&self.name(), &reason, &by_hand));
        }
        site.say(&format!("{reason}: taking Debian's compiler instead, beside your own"));
        debian::install_target(site).map_err(|reason| site.stop(&self.name(), &reason, &by_hand))?;
        if has_rustup() && !linked_toolchain().is_some_and(|link| link.exists()) {
            site.run(process::command("rustup").args(["toolchain", "link", TOOLCHAIN, "/usr"]), RUSTUP_LIMIT)
                .map_err(|reason| {
                    site.stop("Debian's compiler", &reason, "rustup toolchain link debian /usr")
                })?;
        }
        Ok(())
    }
}

/// The ordinary way. A failure is remembered for this compiler, so that no later run waits for it again.
fn add_with_rustup(site: &Site) -> Result<(), String> {
    if !has_rustup() {
        return Err("rustup is not installed".into());
    }
    let version =
        process::output(process::command("rustc").arg("--version")).map_err(|error| error.to_string())?;
    let name = version.split_whitespace().nth(1).unwrap_or("unknown");
    let failed = site.folder.join(format!("rustup-cannot-add-{TARGET}-to-{name}"));
    if failed.exists() {
        return Err(format!("rustup could not add it before (delete {} to try again)", failed.display()));
    }
    let mut command = process::command("rustup");
    command.args(["target", "add", TARGET]).env("RUSTUP_MAX_RETRIES", "1").current_dir(paths::root());
    site.run(&mut command, RUSTUP_LIMIT).map_err(|reason| {
        // Where even the note cannot be written, the next run tries again.
        let _ = fs::write(&failed, &reason);
        let short: String = reason.chars().take(80).collect();
        format!("rustup cannot add it ({short})")
    })
}

fn has_rustup() -> bool {
    paths::on_path(&["rustup"]).is_some()
}

fn linked_toolchain() -> Option<PathBuf> {
    let rustup =
        env::var_os("RUSTUP_HOME").map(PathBuf::from).or_else(|| Some(paths::home()?.join(".rustup")))?;
    Some(rustup.join("toolchains").join(TOOLCHAIN))
}

/// Where the user's compiler keeps the target's library.
fn own_library() -> Option<PathBuf> {
    let mut command = process::command("rustc");
    command.args(["--print", "target-libdir", "--target", TARGET]).current_dir(paths::root());
    process::output(&mut command).ok().map(PathBuf::from)
}

fn holds_std(folder: &Path) -> bool {
    // Debian's own library counts only with its stamp, which `debian` reads.
    let debian = folder.starts_with("/usr/lib/rustlib");
    let is_std = |name: &str| name.starts_with("libstd-") && name.ends_with(".rlib");
    !debian
        && fs::read_dir(folder).is_ok_and(|mut entries| {
            entries.any(|entry| entry.is_ok_and(|entry| entry.file_name().to_str().is_some_and(is_std)))
        })
}
