//! Starting other programs, with an environment that the running cargo has not coloured.

use crate::Error;
use std::{
    env,
    ffi::OsStr,
    fs::File,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// A command without what the running cargo and rustup put into the environment: with `RUSTUP_TOOLCHAIN` or `CARGO`
/// set, another cargo would use this one's compiler.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(is_leaked) {
            command.env_remove(name);
        }
    }
    command
}

/// Runs to the end, showing what it prints.
///
/// # Errors
/// [`Error::Command`] if it cannot start or fails.
pub(crate) fn run(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(|error| failure(command, error.to_string()))?;
    if status.success() { Ok(()) } else { Err(failure(command, status.to_string())) }
}

/// Runs to the end and gives its standard output, trimmed; what it says on standard error is dropped.
///
/// # Errors
/// [`Error::Command`] if it cannot start or fails.
pub(crate) fn output(command: &mut Command) -> Result<String, Error> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .map_err(|error| failure(command, error.to_string()))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    } else {
        Err(failure(command, output.status.to_string()))
    }
}

/// Runs with all output into `log`, and ends it after `limit`.
///
/// # Errors
/// [`Error::Command`] if it cannot start, fails or takes longer.
pub(crate) fn run_logged(command: &mut Command, log: &File, limit: Duration) -> Result<(), Error> {
    let stream =
        || log.try_clone().map(Stdio::from).map_err(|source| Error::Io { what: "log".into(), source });
    command.stdin(Stdio::null()).stdout(stream()?).stderr(stream()?);
    let mut child = command.spawn().map_err(|error| failure(command, error.to_string()))?;
    match wait(&mut child, limit) {
        Ok(true) => Ok(()),
        Ok(false) => Err(failure(command, "failed".into())),
        Err(reason) => Err(failure(command, reason)),
    }
}

/// An [`Error::Command`] that names the command line.
pub(crate) fn failure(command: &Command, reason: String) -> Error {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let line: Vec<_> = words.map(OsStr::to_string_lossy).collect();
    Error::Command { command: line.join(" "), reason }
}

fn wait(child: &mut Child, limit: Duration) -> Result<bool, String> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            return Ok(status.success());
        }
        if start.elapsed() > limit {
            // Either it dies now or it was dead already.
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("gave no answer within {} s", limit.as_secs()));
        }
        thread::sleep(Duration::from_millis(20));
    }
}

fn is_leaked(name: &str) -> bool {
    const USER: [&str; 5] =
        ["CARGO_HOME", "CARGO_TARGET_DIR", "CARGO_INCREMENTAL", "CARGO_BUILD_JOBS", "CARGO_TERM_COLOR"];
    const SETTINGS: [&str; 5] =
        ["CARGO_NET_", "CARGO_HTTP_", "CARGO_REGISTR", "CARGO_SOURCE_", "CARGO_CACHE_"];
    let of_user = USER.contains(&name) || SETTINGS.iter().any(|start| name.starts_with(start));
    (name.starts_with("CARGO") && !of_user)
        || ["RUSTUP_TOOLCHAIN", "RUSTUP_TOOLCHAIN_SOURCE", "RUSTC", "RUSTDOC", "RUST_RECURSION_COUNT"]
            .contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_the_user_stay_and_those_of_cargo_go() {
        for name in [
            "CARGO_HOME",
            "CARGO_TARGET_DIR",
            "CARGO_NET_OFFLINE",
            "CARGO_REGISTRIES_X_INDEX",
            "RUST_BACKTRACE",
            "PATH",
        ] {
            assert!(!is_leaked(name), "{name}");
        }
        for name in
            ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_MAKEFLAGS", "RUSTUP_TOOLCHAIN", "RUSTC"]
        {
            assert!(is_leaked(name), "{name}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn what_takes_too_long_is_ended() -> Result<(), Box<dyn std::error::Error>> {
        let log = File::create(env::temp_dir().join(format!("sliderule-xtask-{}", std::process::id())))?;
        let result = run_logged(command("sleep").arg("5"), &log, Duration::from_millis(50));
        assert!(matches!(result, Err(Error::Command { .. })));
        Ok(())
    }
}
