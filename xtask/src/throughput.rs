//! The first part of `cargo xtask bench`: how many draws x years x equations a second the engine takes through the model, natively and
//! as wasm, beside the same model by hand in JavaScript and, where it is there, numpy. Both must give the same bits.

use crate::{
    Error, paths, process,
    setup::{TARGET, Tools},
};
use std::{fs, path::Path, process::Command};

const DRAWS: &str = "8192";
const RUNS: &str = "400";
/// What the models by hand compute in every year and once, from something drawn.
const COLUMNS: f64 = 23.0 * 8.0 + 6.0;
/// The wasm against the JavaScript by hand, and against the native program.
const AIMS: [(&str, f64); 2] = [("JavaScript by hand", 3.0), ("native", 0.7)];

/// Measures one after the other and prints a table.
///
/// # Errors
/// [`Error::Command`] if something cannot be built or run; [`Error::Page`] for an answer without times.
pub(crate) fn run(tools: &Tools) -> Result<(), Error> {
    let [native, wasm] = both(tools, "bench", RUNS)?;
    let by_hand = |name: &str| paths::root().join("crates/throughput/by_hand").join(name);
    let hand = measured(process::command("node").arg(by_hand("model.js")), RUNS)?;
    println!("8,192 draws of every published quantity, no bands{:>12} {:>22}", "ms", "draws x years x eq./s");
    let mut lines = vec![("native", native), ("wasm in Node", wasm), ("JavaScript by hand", hand)];
    if process::output(process::command("python3").args(["-c", "import numpy"])).is_ok() {
        lines.push(("numpy by hand", measured(process::command("python3").arg(by_hand("model.py")), RUNS)?));
    } else {
        println!("{:<50}{:>11}", "numpy by hand", "not there");
    }
    for (name, times) in &lines {
        println!("{name:<50}{:>11.2} {:>19.0} M", times.columns, 8_192.0 * COLUMNS / times.columns / 1e3);
    }
    for ((name, aim), other) in AIMS.iter().zip([hand.columns, native.columns]) {
        println!("wasm against {name}: {:.2} x (aim {aim})", other / wasm.columns);
    }
    println!(
        "a whole event with the bands of all charts: native {:.2} ms, wasm {:.2} ms",
        native.event, wasm.event
    );
    same(native, wasm)
}

/// Runs the draws natively and as wasm and compares every bit.
///
/// # Errors
/// As [`run`], and [`Error::Page`] for draws that differ.
pub(crate) fn same_bits(tools: &Tools) -> Result<(), Error> {
    let [native, wasm] = both(tools, "dev", "1")?;
    same(native, wasm)
}

fn same(native: Times, wasm: Times) -> Result<(), Error> {
    match native.bits.is_some() && native.bits == wasm.bits {
        true => Ok(()),
        false => Err(Error::Page(format!("its draws are not the native ones: {wasm:?}, not {native:?}"))),
    }
}

/// Milliseconds of the fastest run.
#[derive(Clone, Copy, Debug)]
struct Times {
    columns: f64,
    event: f64,
    /// Stands for all bits of the draws; a model by hand has none.
    bits: Option<u64>,
}

/// The native program, and the wasm in Node.
fn both(tools: &Tools, profile: &str, runs: &str) -> Result<[Times; 2], Error> {
    let folder = paths::target().join("throughput");
    fs::create_dir_all(&folder).map_err(Error::io("make", &folder))?;
    let (story, script) = (folder.join("story.txt"), folder.join("throughput.js"));
    let mut native = process::command("cargo");
    native.args(["run", "--quiet", "--profile", profile, "--package", "throughput", "--"]);
    let native = measured(native.arg(paths::root().join("story")).arg(&story), runs)?;
    wasm(tools, &folder)?;
    let by_node = paths::root().join("crates/throughput/by_hand/wasm.js");
    Ok([native, measured(process::command("node").arg(by_node).args([&script, &story]), runs)?])
}

fn measured(command: &mut Command, runs: &str) -> Result<Times, Error> {
    let answer = process::output(command.args([DRAWS, runs]).current_dir(paths::root()))?;
    let values: serde_json::Value = serde_json::from_str(&answer)
        .map_err(|error| Error::Page(format!("no times but {answer:?}: {error}")))?;
    let time = |name: &str| values[name].as_f64().unwrap_or(f64::NAN);
    let bits = values["bits"].as_str().and_then(|bits| u64::from_str_radix(bits, 16).ok());
    Ok(Times { columns: time("columns"), event: time("event"), bits })
}

/// Built as the page is, and made ready for Node.
fn wasm(tools: &Tools, folder: &Path) -> Result<(), Error> {
    let mut build = tools.web_command("cargo");
    build.args(["build", "--quiet", "--release", "--package", "throughput", "--lib", "--target", TARGET]);
    process::run(build.current_dir(paths::root()))?;
    let built = paths::web_target().join(TARGET).join("release/throughput.wasm");
    let mut bind = tools.web_command("wasm-bindgen");
    process::run(bind.args(["--target", "nodejs", "--out-dir"]).arg(folder).arg(built))
}
