//! The wasm and its script call each other by long names that end in hashes, which no compression helps: here both get short ones,
//! and the script loses what only people read.

use crate::{Error, process};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What wasm-opt says it has renamed: module, old name, new name.
#[derive(Debug, Default, serde::Deserialize)]
struct Renamed {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// Shortens the names in the wasm and the script of a built page.
///
/// # Errors
/// [`Error::Page`] if there is not one wasm or it and its script do not know each other, [`Error::Command`] for a tool that fails.
pub(super) fn shorten(folder: &Path) -> Result<(), Error> {
    let Pair { wasm, script } = pair(folder)?;
    let mut rename = process::command("wasm-opt");
    rename
        // After the first round, which Trunk asks for, a second one finds a little more to shorten. It reads in the file which
        // features browsers must have, and then leaves the note out.
        .args(["-Oz", "--low-memory-unused", "--strip-producers", "--strip-target-features"])
        .arg("--minify-imports-and-exports-and-modules")
        .arg(&wasm)
        .arg("-o")
        .arg(&wasm);
    let renamed = renamed(&process::output(&mut rename)?)?;
    let text = fs::read_to_string(&script).map_err(Error::io("read", &script))?;
    fs::write(&script, renamed.apply(&text)?).map_err(Error::io("write", &script))?;
    let text = small(&script, &["--format=esm"])?;
    fs::write(&script, text).map_err(Error::io("write", &script))
}

/// The program of a built page: its wasm, and its script made into a classic one that leaves its exports in `program`.
///
/// # Errors
/// As [`shorten`].
pub(super) fn program(folder: &Path) -> Result<(Vec<u8>, String), Error> {
    let Pair { wasm, script } = pair(folder)?;
    let script = small(&script, &["--format=iife", "--global-name=program"])?;
    Ok((fs::read(&wasm).map_err(Error::io("read", &wasm))?, script))
}

/// A script without what only people read.
///
/// # Errors
/// [`Error::Command`] if esbuild fails.
pub(super) fn small(script: &Path, options: &[&str]) -> Result<String, Error> {
    let mut minify = process::command("esbuild");
    minify.args(["--minify", "--target=es2022", "--log-level=error"]).args(options).arg(script);
    Ok(process::output(&mut minify)?.trim_end().to_owned())
}

/// wasm-opt prints the names as JSON with a comma behind the last entry of a list.
fn renamed(printed: &str) -> Result<Renamed, Error> {
    let json: String = printed.split_whitespace().collect::<String>().replace(",]", "]");
    serde_json::from_str(&json).map_err(|error| Error::Page(format!("wasm-opt's names: {error}")))
}

impl Renamed {
    fn apply(&self, script: &str) -> Result<String, Error> {
        let mut script = script.to_owned();
        let mut modules: Vec<&str> = self.imports.iter().map(|(module, ..)| module.as_str()).collect();
        modules.dedup();
        for (_, old, new) in &self.imports {
            script = replaced(&script, &format!("{old}: "), &format!("{}: ", quoted(new)))?;
        }
        for module in modules {
            // wasm-opt calls every module `a`.
            script = replaced(&script, &format!("\"{module}\": "), "a: ")?;
        }
        for (old, new) in &self.exports {
            for end in ["(", ".", ";", ",", ")", " "] {
                script = script.replace(&format!("wasm.{old}{end}"), &format!("wasm.{new}{end}"));
            }
        }
        Ok(script)
    }
}

fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

fn replaced(script: &str, old: &str, new: &str) -> Result<String, Error> {
    match script.matches(old).count() {
        1 => Ok(script.replace(old, new)),
        count => Err(Error::Page(format!("the script names {old:?} {count} times, not once"))),
    }
}

/// The program's two files.
pub(super) struct Pair {
    /// What Rust has become.
    pub(super) wasm: PathBuf,
    /// What joins it and the page.
    pub(super) script: PathBuf,
}

/// Finds them.
///
/// # Errors
/// [`Error::Page`] unless there is exactly one wasm.
pub(super) fn pair(folder: &Path) -> Result<Pair, Error> {
    const ENDING: &str = "_bg.wasm";
    let files = fs::read_dir(folder).map_err(Error::io("read", folder))?;
    let stem = |file: io::Result<fs::DirEntry>| {
        Some(file.ok()?.file_name().to_string_lossy().strip_suffix(ENDING)?.to_owned())
    };
    let found: Vec<String> = files.filter_map(stem).collect();
    let [stem] = &found[..] else {
        return Err(Error::Page(format!("{} files end in {ENDING}, not one", found.len())));
    };
    let file = |ending: &str| folder.join(format!("{stem}{ending}"));
    Ok(Pair { wasm: file(ENDING), script: file(".js") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_get_the_short_names() {
        let printed = "{\n \"imports\": [\n  [\"./x_bg.js\", \"__wbg_now_12\", \"$\"],\n ],\n\"exports\": [\n [\"memory\", \"a\"],\n ]\n}";
        let script =
            "const i = { __wbg_now_12: function() {}, };\nreturn { \"./x_bg.js\": i, };\nwasm.memory.buffer";
        let short = renamed(printed).unwrap().apply(script).unwrap();
        assert_eq!(short, "const i = { \"$\": function() {}, };\nreturn { a: i, };\nwasm.a.buffer");
        assert!(renamed(printed).unwrap().apply("nothing").is_err());
    }
}
