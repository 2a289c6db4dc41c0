//! A spreadsheet program that opens workbooks: LibreOffice without a window.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A workbook's files by name, to be changed as a person at a spreadsheet would change its cells.
pub(crate) struct Book(BTreeMap<String, String>);

impl Book {
    pub(crate) fn open(path: &Path) -> Self {
        Self(take_home::parts(&fs::read(path).unwrap()).unwrap().into_iter().collect())
    }

    /// The text of a file of the archive.
    pub(crate) fn file(&self, name: &str) -> &str {
        &self.0[name]
    }

    /// Types a number into the cell of this name.
    pub(crate) fn set(&mut self, name: &str, value: f64) {
        let names = self.file("xl/workbook.xml");
        let (_, rest) = names.split_once(&format!("<definedName name=\"{name}\">")).unwrap();
        let (sheet, cell) = rest.split_once('<').unwrap().0.rsplit_once('!').unwrap();
        // The sheets of what is set and of the figures are the first and the third.
        let file = if sheet == "Figures" { "xl/worksheets/sheet3.xml" } else { "xl/worksheets/sheet1.xml" };
        let head = format!("<c r=\"{}\"", cell.replace('$', ""));
        let text = self.0.get_mut(file).unwrap();
        let at = text.find(&head).unwrap();
        let start = at + text[at..].find("<v>").unwrap() + 3;
        let end = start + text[start..].find('<').unwrap();
        text.replace_range(start..end, &value.to_string());
    }

    /// Writes the workbook without any of the values that it remembers of its formulas: what is read from it was worked out anew.
    pub(crate) fn save_forgetting(&self, path: &Path) {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.0 {
            archive.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            archive.write_all(forget(text).as_bytes()).unwrap();
        }
        fs::write(path, archive.finish().unwrap().into_inner()).unwrap();
    }
}

fn forget(text: &str) -> String {
    let mut parts = text.split("</f>");
    let mut kept = parts.next().unwrap().to_owned();
    for part in parts {
        let rest = part.strip_prefix("<v>").and_then(|rest| Some(rest.split_once("</v>")?.1));
        kept += "</f>";
        kept += rest.unwrap_or(part);
    }
    kept
}

/// The cells of a sheet, row by row.
pub(crate) type Table = Vec<Vec<String>>;

/// The second sheets of the workbooks in a folder, by the names of their files, as the program works them out.
pub(crate) fn projections(folder: &Path) -> BTreeMap<String, Table> {
    let out = folder.join("out");
    let books = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let books: Vec<PathBuf> =
        books.filter(|path| path.extension().is_some_and(|end| end == "xlsx")).collect();
    let program = program().expect("LibreOffice is missing: `cargo xtask test` installs it where it can");
    // Separated by commas, quoted, in UTF-8, all digits, the second sheet.
    let format = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2";
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut command = Command::new(program);
    command.args([profile.as_str(), "--headless", "--convert-to", format, "--outdir"]).arg(&out).args(&books);
    let run = command.output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let tables = books.iter().map(|book| {
        let name = book.file_stem().unwrap().to_str().unwrap();
        let written = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path());
        let mut written = written
            .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(&format!("{name}-")));
        (name.to_owned(), table(&fs::read_to_string(written.next().unwrap()).unwrap()))
    });
    tables.collect()
}

fn program() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let mac = PathBuf::from("/Applications/LibreOffice.app/Contents/MacOS/soffice");
    let named = std::env::var_os("SLIDERULE_SOFFICE").map(PathBuf::from);
    let mut known = named
        .into_iter()
        .chain(std::env::split_paths(&folders).map(|folder| folder.join("soffice")))
        .chain([mac]);
    known.find(|path| path.is_file())
}

/// Reads cells between commas, in quotes where they hold some.
fn table(text: &str) -> Table {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => cell.extend(signs.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    rows
}
