//! The files of a story's folder, sorted by what they list.

use crate::limits::{BLOCKS, FILE_BYTES, FILES, STORY_BYTES, VALUES};
use crate::problem::Problem;
use crate::text_file::TextFile;
use engine::nearest::did_you_mean;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The lists of a story; each is one file or one folder of files of that name.
const LISTS: [&str; 17] = [
    "story",
    "sources",
    "figures",
    "series",
    "assumptions",
    "levers",
    "model",
    "views",
    "verdict",
    "backtests",
    "presets",
    "tour",
    "prose",
    "changes",
    "terms",
    "units",
    "words",
];

/// What a story can do without.
const MAY_MISS: [&str; 8] = ["backtests", "series", "presets", "tour", "prose", "changes", "terms", "words"];

/// Texts of files, each with its path within the story's folder.
pub type Texts = Vec<(PathBuf, String)>;

/// Files of a story by list.
pub(crate) struct Files {
    folder: PathBuf,
    files: Vec<(&'static str, TextFile)>,
}

impl Files {
    /// The lists that there are, in the order of reading.
    pub(crate) fn lists(&self) -> impl Iterator<Item = &'static str> {
        LISTS.into_iter().filter(|list| self.of(list).next().is_some())
    }

    /// The files of `list` in order.
    pub(crate) fn of(&self, list: &str) -> impl Iterator<Item = &TextFile> {
        self.files.iter().filter(move |(name, _)| *name == list).map(|(_, file)| file)
    }

    /// A problem at `key` of `block`, in the file that has it, or else in the first of its list.
    pub(crate) fn problem(
        &self,
        list: &str,
        block: &str,
        key: &str,
        within: Option<(usize, usize)>,
        message: String,
    ) -> Problem {
        match self.of(list).find(|file| file.has(block)).or_else(|| self.of(list).next()) {
            Some(file) => file.problem(block, key, within, message),
            None => Problem {
                block: block.to_owned(),
                key: key.to_owned(),
                ..Problem::of_file(&self.folder.join(format!("{list}.toml")), message)
            },
        }
    }
}

/// The files of a story, as paths within its folder.
#[must_use]
pub fn paths(folder: &Path) -> Vec<PathBuf> {
    let mut paths = toml_files(folder, "");
    paths.extend(LISTS.iter().flat_map(|list| toml_files(folder, list)));
    paths
}

/// Reads the text of every file that belongs to a story; what cannot be read goes to `problems`.
pub(crate) fn gather(folder: &Path, problems: &mut Vec<Problem>) -> Texts {
    let paths = paths(folder);
    if paths.len() > FILES {
        problems
            .push(Problem::of_file(folder, format!("{} files; a story has {FILES} at most", paths.len())));
        return Texts::new();
    }
    let mut texts = Texts::new();
    for path in paths {
        match limited(&folder.join(&path)) {
            Ok(text) => texts.push((path, text)),
            Err((line, message)) => {
                problems.push(Problem { line, ..Problem::of_file(&folder.join(path), message) });
            }
        }
    }
    texts
}

/// Sorts files by what they list; what is missing, too large, no TOML or does not belong goes to `problems`.
pub(crate) fn sorted(folder: &Path, mut texts: Texts, problems: &mut Vec<Problem>) -> Files {
    // A file of its own before the folder of that name, then by name.
    texts.sort_by_cached_key(|(path, _)| (path.components().count(), path.clone()));
    let (mut files, mut bytes, mut values) = (Vec::new(), 0, 0);
    let mut seen = Vec::new();
    for (path, text) in texts {
        let whole = folder.join(&path);
        let name = match path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            Some(parent) => parent.to_path_buf(),
            None => path.with_extension(""),
        };
        let Some(list) = LISTS.into_iter().find(|list| name == Path::new(list)) else {
            let nearest = did_you_mean(&name.to_string_lossy(), LISTS.into_iter());
            problems.push(Problem::of_file(&whole, format!("a story has no file of this name{nearest}")));
            continue;
        };
        bytes += text.len() as u64;
        seen.push(list);
        if let Some(message) = too_large(text.len() as u64, bytes) {
            problems.push(Problem::of_file(&whole, message));
            continue;
        }
        match TextFile::parse(whole, text) {
            Ok(file) => {
                values += file.values();
                files.push((list, file));
            }
            Err(problem) => problems.push(*problem),
        }
    }
    for list in LISTS.iter().filter(|list| !seen.contains(list) && !MAY_MISS.contains(list)) {
        let (file, inside) = (folder.join(format!("{list}.toml")), folder.join(list));
        // What could not be read is there.
        if problems.iter().any(|problem| problem.file == file || problem.file.starts_with(&inside)) {
            continue;
        }
        let message = format!("missing; a story needs {list}.toml or a folder {list}/");
        problems.push(Problem::of_file(&file, message));
    }
    let files = Files { folder: folder.to_path_buf(), files };
    for list in LISTS {
        let blocks: usize = files.of(list).map(|file| file.blocks().count()).sum();
        if blocks > BLOCKS {
            problems.push(files.problem(
                list,
                "",
                "",
                None,
                format!("{blocks} blocks; {BLOCKS} can be read"),
            ));
        }
    }
    if values > VALUES {
        problems
            .push(Problem::of_file(folder, format!("{values} values in all files; {VALUES} can be read")));
    }
    files
}

fn toml_files(folder: &Path, inside: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder.join(inside)) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| Path::new(inside).join(entry.file_name()));
    // One more than can be read tells that there are too many.
    paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .take(FILES + 1)
        .collect()
}

/// The text of a file, or what is wrong with it in which line. A device or pipe of unknown length is read no further than any file.
fn limited(path: &Path) -> Result<String, (usize, String)> {
    let mut bytes = Vec::new();
    let unread = |error: std::io::Error| (1, error.to_string());
    File::open(path).map_err(unread)?.take(FILE_BYTES + 1).read_to_end(&mut bytes).map_err(unread)?;
    match too_large(bytes.len() as u64, 0) {
        Some(message) => Err((1, message)),
        None => String::from_utf8(bytes).map_err(|error| {
            let line = error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|b| **b == b'\n');
            (line.count() + 1, "no text in UTF-8 from this line on; save the file in UTF-8".to_owned())
        }),
    }
}

fn too_large(bytes: u64, in_all: u64) -> Option<String> {
    if bytes > FILE_BYTES {
        return Some(format!("larger than {FILE_BYTES} bytes, the most that a file can have"));
    }
    (in_all > STORY_BYTES)
        .then(|| format!("{in_all} bytes with the files before it; a story has {STORY_BYTES} at most"))
}
