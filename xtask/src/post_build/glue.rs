//! The wasm and its script call each other by long names that end in hashes, which no compression helps: here both get short ones,
//! and the script loses what only people read.

use crate::{Error, paths, process, setup::TARGET};
use page::Page;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What every browser since spring 2023 has; the same stand in `index.html`, for the first round of wasm-opt.
const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Takes all blocks and loops apart and puts them together anew, and again what that left over: 1.6 kB brotli.
const ANEW: [&str; 8] = ["--flatten", "--rereloop", "-Oz", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];

/// A script for pages that know no modules, with all of it in one value.
const CLASSIC: [&str; 2] = ["--format=iife", "--global-name=program"];

/// A script without what only people read.
const SMALL: [&str; 2] = ["--minify", "--target=es2022"];

/// What wasm-opt says it has renamed: module, old name, new name.
#[derive(Debug, Default, serde::Deserialize)]
struct Renamed {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// Shortens the names in the wasm and the script of a built page; gives those of the wasm's exports.
///
/// # Errors
/// [`Error::Page`] if there is not one wasm or it and its script do not know each other, [`Error::Command`] for a tool that fails,
/// [`Error::Wasm`] if what it made is no wasm.
pub(super) fn shorten(folder: &Path) -> Result<Vec<String>, Error> {
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
    compressible(&wasm)?;
    Ok(renamed.exports.into_iter().map(|(_, new)| new).collect())
}

/// Takes out what the page itself never calls: what pieces in other pages need. The script is made small, too.
///
/// # Errors
/// As [`shorten`].
pub(super) fn trim(folder: &Path, page: &mut Page, exports: &[String]) -> Result<(), Error> {
    let Pair { wasm, script } = pair(folder)?;
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = only(&script, "default", &["--format=esm"])?;
    fs::write(&script, &text).map_err(Error::io("write", &script))?;
    let graph = script.with_extension("graph");
    fs::write(&graph, reached(&text, exports)).map_err(Error::io("write", &graph))?;
    let mut reduce = process::command("wasm-metadce");
    reduce.arg(&wasm).arg("--graph-file").arg(&graph).arg("-o").arg(&wasm).args(FEATURES);
    process::output(&mut reduce)?;
    let mut again = process::command("wasm-opt");
    again.args(FEATURES).args(ANEW).arg("--low-memory-unused").arg(&wasm).arg("-o").arg(&wasm);
    process::output(&mut again)?;
    compressible(&wasm)?;
    fs::remove_file(&graph).map_err(Error::io("remove", &graph))?;
    let text = small(&script, &["--format=esm"])?;
    fs::write(&script, text).map_err(Error::io("write", &script))?;
    let define =
        |mark: &str, path: &Path| format!("--define:{mark}={}", quoted(&format!("./{}", name(path))));
    let begin = paths::root().join("xtask/src/post_build/begin.js");
    let begin = small(&begin, &["--format=esm", &define("SCRIPT", &script), &define("WASM", &wasm)])?;
    page.load_nothing_early();
    Ok(page.fill("type=module", &begin)?)
}

/// After wasm-opt, which orders functions and numbers locals by how often they are used.
fn compressible(wasm: &Path) -> Result<(), Error> {
    let program = alike::alike(&fs::read(wasm).map_err(Error::io("read", wasm))?)?;
    fs::write(wasm, program).map_err(Error::io("write", wasm))
}

/// What the script calls of all that the wasm exports, as wasm-metadce reads it.
fn reached(script: &str, exports: &[String]) -> String {
    let is_called = |name: &&String| {
        script.match_indices(&format!("wasm.{name}")).any(|(at, found)| {
            !script[at + found.len()..]
                .starts_with(|next: char| next.is_ascii_alphanumeric() || "_$".contains(next))
        })
    };
    let called: Vec<String> = exports.iter().filter(is_called).map(|name| format!("\"{name}\"")).collect();
    let entity = |name: &String| format!(",{{\"name\":\"{name}\",\"export\":\"{name}\"}}");
    let all: String = exports.iter().map(entity).collect();
    format!("[{{\"name\":\"script\",\"root\":true,\"reaches\":[{}]}}{all}]", called.join(","))
}

/// The wasm of a built page.
///
/// # Errors
/// As [`shorten`].
pub(super) fn wasm(folder: &Path) -> Result<Vec<u8>, Error> {
    let Pair { wasm, .. } = pair(folder)?;
    fs::read(&wasm).map_err(Error::io("read", &wasm))
}

/// Its script made into a classic one that leaves its exports in `program`.
///
/// # Errors
/// As [`shorten`].
pub(super) fn script(folder: &Path) -> Result<String, Error> {
    small(&pair(folder)?.script, &CLASSIC)
}

/// The same with nothing but what starts a program that is there already, `initSync`. It takes a page that is not [trimmed](trim) yet.
///
/// # Errors
/// As [`shorten`].
pub(super) fn script_at_once(folder: &Path) -> Result<String, Error> {
    only(&pair(folder)?.script, "initSync", &[&CLASSIC[..], &SMALL].concat())
}

/// A script with one of its exports and what that needs.
fn only(script: &Path, export: &str, options: &[&str]) -> Result<String, Error> {
    let entry = script.with_file_name("entry.mjs");
    let name = script.file_name().unwrap_or_default().to_string_lossy();
    fs::write(&entry, format!("export {{ {export} }} from \"./{name}\";"))
        .map_err(Error::io("write", &entry))?;
    let mut bundle = process::command("esbuild");
    let text = process::output(bundle.args(["--bundle", "--log-level=error"]).args(options).arg(&entry))?;
    fs::remove_file(&entry).map_err(Error::io("remove", &entry))?;
    Ok(text.trim_end().to_owned())
}

/// The wasm that unpacks, which was built before the page, for speed; here it only becomes smaller.
///
/// # Errors
/// [`Error::Command`] if a tool fails, [`Error::Io`] if it is not there.
pub(super) fn unpacker() -> Result<Vec<u8>, Error> {
    let built = paths::target().join(TARGET).join("release/unpack.wasm");
    let small = built.with_extension("small");
    let mut reduce = process::command("wasm-opt");
    // Not `--low-memory-unused`: its memory begins at the lowest address.
    reduce.args(["-Os", "--strip-producers", "--strip-target-features", "--strip-debug"]);
    process::output(reduce.args(FEATURES).arg(&built).arg("-o").arg(&small))?;
    fs::read(&small).map_err(Error::io("read", &small))
}

/// A script without what only people read.
///
/// # Errors
/// [`Error::Command`] if esbuild fails.
pub(super) fn small(script: &Path, options: &[&str]) -> Result<String, Error> {
    let mut minify = process::command("esbuild");
    minify.args(SMALL).arg("--log-level=error").args(options).arg(script);
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
    fn only_what_the_script_calls_is_reached() {
        let graph = reached("wasm.a(1); wasm.ab.buffer", &["a".into(), "ab".into(), "abc".into()]);
        assert!(graph.starts_with(r#"[{"name":"script","root":true,"reaches":["a","ab"]},"#), "{graph}");
        assert!(graph.ends_with(r#"{"name":"abc","export":"abc"}]"#), "{graph}");
    }

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
