//! The command line, as a person runs it: what the page says must be what this says.

use crate::Failure;
use serde::Deserialize;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::OnceLock,
};

/// What `sliderule run story --format json` answers.
#[derive(Debug, Deserialize)]
pub struct Answer {
    /// Levers and assumptions by name.
    pub scenario: BTreeMap<String, f64>,
    /// The projected years.
    pub years: Vec<i32>,
    /// By name a value a year, or one value.
    quantities: BTreeMap<String, Value>,
}

impl Answer {
    /// The quantity's value in a year; none where it has none or is not put out.
    #[must_use]
    pub fn value(&self, quantity: &str, year: i32) -> Option<&Value> {
        match self.quantities.get(quantity)? {
            Value::Array(values) => values.get(self.years.iter().position(|known| *known == year)?),
            value => Some(value),
        }
    }

    /// The same as a number; none where there is no number.
    #[must_use]
    pub fn number(&self, quantity: &str, year: i32) -> Option<f64> {
        self.value(quantity, year).and_then(Value::as_f64)
    }

    /// What binds, year by year.
    #[must_use]
    pub fn binding(&self) -> Vec<String> {
        let name = |year: &i32| self.value("binding", *year).and_then(Value::as_str).map(str::to_owned);
        self.years.iter().filter_map(name).collect()
    }
}

/// Runs a scenario.
///
/// # Errors
/// [`Failure::Broken`] with what it says where it refuses.
pub fn run(set: &[(&str, f64)]) -> Result<Answer, Failure> {
    Ok(serde_json::from_str(&said(&["run", "story", "--format", "json"], set)?)?)
}

/// The verdict of a scenario in a language, with plain spaces.
///
/// # Errors
/// As [`run`].
pub fn verdict(set: &[(&str, f64)], language: &str) -> Result<String, Failure> {
    let table = said(&["run", "story", "--lang", language, "--draws", &engine::DRAWS.to_string()], set)?;
    Ok(first_line(&table))
}

/// The verdict of a link, and what is said of the link itself.
///
/// # Errors
/// As [`run`].
pub fn verdict_of_link(link: &str, language: &str) -> Result<(String, String), Failure> {
    let draws = engine::DRAWS.to_string();
    let arguments = ["run", "story", "--lang", language, "--draws", &draws, "--link", link];
    let output = output(&arguments, &[])?;
    Ok((first_line(&text(&output.stdout)), text(&output.stderr)))
}

/// What matters most to a number, `income:2033`: labels and shares in percent.
///
/// # Errors
/// As [`run`].
pub fn ranking(number: &str) -> Result<Vec<(String, f64)>, Failure> {
    let table = said(&["run", "story", "--rank", number], &[])?;
    // Behind the last empty line: two spaces, the label, the share, what it does.
    let lines = table.rsplit("\n\n").next().unwrap_or_default().lines().skip(1);
    let row = |line: &str| {
        let (head, _) = line.split_once('%')?;
        let (label, share) = head.trim().rsplit_once(' ')?;
        Some((label.trim().to_owned(), share.parse().ok()?))
    };
    Ok(lines.filter_map(row).collect())
}

/// What any of its commands says of a scenario.
///
/// # Errors
/// As [`run`].
pub fn said(arguments: &[&str], set: &[(&str, f64)]) -> Result<String, Failure> {
    Ok(text(&output(arguments, set)?.stdout))
}

/// What a line says that a person has typed into a shell.
///
/// # Errors
/// As [`run`].
pub fn typed(line: &str) -> Result<String, Failure> {
    let program = program()?;
    let folders = program.parent().into_iter().map(Path::to_path_buf);
    let known = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(folders.chain(std::env::split_paths(&known)));
    let mut command = Command::new("sh");
    command.args(["-c", line]).env("PATH", path.map_err(|error| Failure::Broken(error.to_string()))?);
    Ok(text(&answer(command)?.stdout))
}

fn output(arguments: &[&str], set: &[(&str, f64)]) -> Result<Output, Failure> {
    let mut command = Command::new(program()?);
    command.args(arguments);
    for (id, value) in set {
        command.arg("--set").arg(format!("{id}={value}"));
    }
    answer(command)
}

fn answer(mut command: Command) -> Result<Output, Failure> {
    let output = command.current_dir(xtask::paths::root()).output()?;
    match output.status.success() {
        true => Ok(output),
        false => Err(Failure::Broken(text(&output.stderr))),
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn first_line(text: &str) -> String {
    crate::explorer::plain(text.lines().next().unwrap_or_default())
}

/// The program, built once a run of tests: it belongs to another package, whose programs cargo does not offer here.
fn program() -> Result<PathBuf, Failure> {
    static BUILT: OnceLock<Option<PathBuf>> = OnceLock::new();
    let built = BUILT.get_or_init(|| build().ok().flatten());
    built.clone().ok_or_else(|| Failure::Broken("cargo build --package sliderule gives no program".into()))
}

fn build() -> Result<Option<PathBuf>, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args([
        "build",
        "--quiet",
        "--package",
        "sliderule",
        "--message-format",
        "json-render-diagnostics",
    ]);
    let output = command.current_dir(xtask::paths::root()).stderr(Stdio::inherit()).output()?;
    let messages = text(&output.stdout);
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut programs = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
    Ok(programs.next_back())
}
