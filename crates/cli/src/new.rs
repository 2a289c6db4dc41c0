//! `sliderule new`: a folder with a small story to change.

use crate::error::CliError;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the story; the folder may exist if nothing is in it.
pub(crate) fn new(folder: &Path) -> Result<String, CliError> {
    let taken = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => folder.exists(),
    };
    if taken {
        let what = if folder.is_dir() { "is a folder with files in it" } else { "is a file" };
        return Err(CliError::Call(format!(
            "`{}` {what}; a new story needs a name that is free, or an empty folder",
            folder.display()
        )));
    }
    let schemas = author::schemas();
    let schemas = schemas.into_iter().map(|(path, text)| (Path::new(author::SCHEMAS).join(path), text));
    let mut written = 0;
    for (path, text) in author::starter().into_iter().chain(schemas) {
        write(&folder.join(path), &text)?;
        written += 1;
    }
    let folder = folder.display();
    Ok(format!(
        "{folder}: a story of {written} files, schemas for your editor among them. Change them, and look at\n  \
         sliderule check {folder} --watch\n  sliderule run {folder}\n"
    ))
}

fn write(path: &Path, text: &str) -> Result<(), CliError> {
    let folder = path.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, text));
    written.map_err(|source| CliError::Write { path: path.to_owned(), source })
}
