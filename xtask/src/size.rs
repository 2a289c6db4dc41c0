//! The bytes of `dist/` as a host would send them, held against the budget.

use crate::{
    Error,
    compress::{FORMS, brotli, gzip},
    post_build::{ELEMENTS, ONE_FILE},
    vectors::computes_with_vectors,
};
use pictures::{PICTURES, SHARE};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Brotli bytes of everything a first visit loads: 165 kB arrive in little more than a second on a slow phone connection (1 Mbit/s).
const BUDGET: usize = 165_000;

/// Bytes of the one file: it still goes with a mail.
const ONE_FILE_BUDGET: usize = 270_000;

struct Row {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
    /// Whether a first visit loads it.
    first: bool,
    /// Whether it is a program that computes with vectors.
    vectors: bool,
}

/// Prints the table.
///
/// # Errors
/// [`Error::Size`] over the budget, without wasm or with one that does not compute with vectors.
pub(crate) fn report(folder: &Path) -> Result<(), Error> {
    let names = first_visit(folder)?;
    let mut rows =
        files(folder)?.into_iter().map(|path| row(folder, &path, &names)).collect::<Result<Vec<_>, _>>()?;
    rows.sort_by(|a, b| b.brotli.cmp(&a.brotli).then_with(|| a.name.cmp(&b.name)));
    println!("{:>9} {:>9} {:>9}  file", "raw", "gzip", "brotli");
    for row in &rows {
        let later = if row.first { "" } else { "  (not on a first visit)" };
        println!("{:>9} {:>9} {:>9}  {}{later}", row.raw, row.gzip, row.brotli, row.name);
    }
    let sum = |of: fn(&Row) -> usize| rows.iter().filter(|row| row.first).map(of).sum::<usize>();
    let total = sum(|row| row.brotli);
    println!("{:>9} {:>9} {total:>9}  a first visit, of {BUDGET}", sum(|row| row.raw), sum(|row| row.gzip));
    let Some(program) = rows.iter().find(|row| row.first && row.name.ends_with(".wasm")) else {
        return Err(Error::Size(format!("{} loads no wasm: cargo xtask build", folder.display())));
    };
    if total > BUDGET {
        return Err(Error::Size(format!(
            "{total} bytes brotli, {} over the budget of {BUDGET}",
            total - BUDGET
        )));
    }
    if !program.vectors {
        return Err(Error::Size(format!(
            "{} holds no f64x2 instructions: its draws come one by one, see .cargo/config.toml",
            program.name
        )));
    }
    Ok(())
}

/// Says where the one file is, and how large.
///
/// # Errors
/// [`Error::Size`] over its budget, [`Error::Io`] if it is missing.
pub(crate) fn one_file(folder: &Path) -> Result<(), Error> {
    let path = folder.join(ONE_FILE);
    let bytes = fs::read(&path).map_err(Error::io("read", &path))?.len();
    println!("{}: {bytes} bytes, of {ONE_FILE_BUDGET}", path.display());
    match bytes.checked_sub(ONE_FILE_BUDGET) {
        Some(more @ 1..) => Err(Error::Size(format!("{ONE_FILE} is {more} bytes over its budget"))),
        _ => Ok(()),
    }
}

/// Paths that the page itself names, and what its styles and scripts name.
fn first_visit(folder: &Path) -> Result<String, Error> {
    let read = |path: &Path| fs::read_to_string(path).map_err(Error::io("read", path));
    let mut names = read(&folder.join("index.html"))?;
    for path in files(folder)? {
        let name = relative(folder, &path);
        // The worker's list names everything, and is fetched only when the page is done.
        let counts = name.ends_with(".css") || (name.ends_with(".js") && name != "sw.js");
        if counts && names.contains(&name) {
            names += &read(&path)?;
        }
    }
    Ok(names)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::io("read", folder))? {
        let path = entry.map_err(Error::io("read", folder))?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        // The table compresses by itself.
        let is_form = path.extension().is_some_and(|ending| FORMS.iter().any(|form| ending == *form));
        // Trunk's own working folder is hidden, where a build has stopped.
        if is_hidden || is_form {
            continue;
        }
        // What others show of the page: it names one picture for them, and loads none.
        if path.is_dir() && [PICTURES, SHARE].iter().any(|name| path.ends_with(name)) {
            continue;
        }
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

fn row(folder: &Path, path: &Path, names: &str) -> Result<Row, Error> {
    let bytes = fs::read(path).map_err(Error::io("read", path))?;
    let name = relative(folder, path);
    // The page names the one file for readers who want to keep it, and both for authors of posts.
    let first = name == "index.html" || (names.contains(&name) && ![ONE_FILE, ELEMENTS].contains(&&*name));
    let gzip = gzip(&bytes).map_err(Error::io("compress", path))?.len();
    let brotli = brotli(&bytes).map_err(Error::io("compress", path))?.len();
    Ok(Row { name, raw: bytes.len(), gzip, brotli, first, vectors: computes_with_vectors(&bytes) })
}

fn relative(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_page_loads_counts_and_wasm_must_be_there() {
        let folder = std::env::temp_dir().join(format!("sliderule-size-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<script src='./a.js'>").unwrap();
        fs::write(folder.join("a.js"), "fetch('b.wasm')").unwrap();
        assert!(report(&folder).unwrap_err().to_string().contains("no wasm"));
        fs::write(folder.join("b.wasm"), vec![0; 200_000]).unwrap();
        assert!(report(&folder).unwrap_err().to_string().contains("no f64x2"));
        // Vectors' addition, subtraction, multiplication and division, and many zeros, which compress well.
        let mut vectors = b"\0asm\x01\0\0\0\x0a\x0c\xfd\xf0\x01\xfd\xf1\x01\xfd\xf2\x01\xfd\xf3\x01".to_vec();
        vectors.resize(200_000, 0);
        fs::write(folder.join("b.wasm"), vectors).unwrap();
        assert!(report(&folder).is_ok());
        // Numbers that no compressor shrinks.
        let noise: Vec<u8> = (0..200_000_u64)
            .map(|i| (i.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as u8 ^ ((i * i) >> 9) as u8)
            .collect();
        fs::write(folder.join("later.bin"), &noise).unwrap();
        assert!(report(&folder).is_ok(), "not named by the page");
        fs::remove_dir_all(folder).unwrap();
    }
}
