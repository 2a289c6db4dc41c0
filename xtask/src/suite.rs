//! `cargo xtask test`: every check, native and in the browser, with times and one summary.

use crate::setup::TARGET;
use crate::{Error, bundle, paths, process, setup, throughput};
use std::{
    process::{Command, Stdio},
    time::Instant,
};

/// The fuzzing crate stands apart from the others, so nothing else would tell that it has fallen behind them.
const FUZZ: [&str; 2] = ["--manifest-path", "fuzz/Cargo.toml"];

/// Runs every check even after one has failed, so that one run shows all that is wrong.
///
/// # Errors
/// [`Error::Setup`] if the tools cannot be had; [`Error::Tests`] with the names of failed checks.
pub(crate) fn run() -> Result<(), Error> {
    let tools = setup::ready(setup::Purpose::Tests)?;
    let mut report = Report::default();
    report.step("formatting", || {
        process::run(cargo().args(["fmt", "--all", "--check"]))?;
        process::run(cargo().args(["fmt", "--check"]).args(FUZZ))
    });
    report.step("clippy", || {
        let args = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"];
        process::run(cargo().args(args))
    });
    report.step("clippy for fuzzing", || {
        let args = ["clippy", "--quiet", "--locked"];
        process::run(cargo().args(args).args(FUZZ).args(["--", "--deny", "warnings"]))
    });
    if has_web_clippy(&tools) {
        report.step("clippy for the browser", || {
            // And with the other backend, which only the bench builds.
            let features: [&[&str]; 2] = [&[], &["--features", "plotters-canvas"]];
            features.iter().try_for_each(|features| {
                let mut command = tools.web_command("cargo");
                command.args(["clippy", "--quiet", "--package", "sliderule-app", "--target", TARGET]);
                command.args(*features).args(["--", "--deny", "warnings"]).current_dir(paths::root());
                process::run(&mut command)
            })
        });
    }
    report.step("native tests", || {
        process::run(cargo().args(["test", "--quiet", "--workspace", "--exclude", "promises"]))
    });
    report.step("the draws' bits in wasm", || throughput::same_bits(&tools));
    let built = report.step("the page", || bundle::build(&tools));
    if built {
        report.step("browser tests and house rules", || process::run(&mut browser_tests(&tools)));
    }
    report.end()
}

/// The names of the checks so far, with seconds and outcome.
#[derive(Default)]
struct Report {
    lines: Vec<String>,
    failed: Vec<&'static str>,
}

impl Report {
    /// Runs one check; true if it holds.
    fn step(&mut self, name: &'static str, check: impl FnOnce() -> Result<(), Error>) -> bool {
        println!("== {name}");
        let start = Instant::now();
        let result = check();
        let outcome = if result.is_ok() { "ok" } else { "FAILED" };
        if let Err(error) = &result {
            eprintln!("{error}");
            self.failed.push(name);
        }
        self.lines.push(format!("{outcome:>8} {:>6.1} s  {name}", start.elapsed().as_secs_f64()));
        result.is_ok()
    }

    fn end(self) -> Result<(), Error> {
        println!("\n{}", self.lines.join("\n"));
        if self.failed.is_empty() { Ok(()) } else { Err(Error::Tests(self.failed.join(", "))) }
    }
}

/// The user's own cargo, with the user's own toolchain.
fn cargo() -> Command {
    let mut command = process::command("cargo");
    command.current_dir(paths::root());
    command
}

fn has_web_clippy(tools: &setup::Tools) -> bool {
    let mut command = tools.web_command("cargo");
    command
        .args(["clippy", "--version"])
        .current_dir(paths::root())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    process::run(&mut command).is_ok()
}

fn browser_tests(tools: &setup::Tools) -> Command {
    let mut command = cargo();
    command
        // Each test opens a browser of its own.
        .args(["test", "--quiet", "--package", "promises", "--no-fail-fast", "--", "--test-threads=2"])
        .env("SLIDERULE_AXE", tools.axe())
        .env("SLIDERULE_SCREENS", paths::screens());
    command
}
