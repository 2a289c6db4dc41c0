//! A folder of TOML files becomes a story.

use crate::check;
use crate::files::{Files, Texts, gather, sorted};
use crate::limits::PROBLEMS;
use crate::one_line::one_line;
use crate::plain;
use crate::problem::{Problem, Problems};
use crate::text_file::TextFile;
use crate::words;
use engine::story::{About, Named, Story};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IntoDeserializer};
use std::path::Path;
use toml_edit::Item;

/// Reads and checks the story in `folder`.
///
/// # Errors
/// Every mistake, not the first only: files that cannot be read, blocks that do not fit, and all that the checks find.
pub fn read(folder: &Path) -> Result<Story, Problems> {
    let mut problems = Vec::new();
    let texts = gather(folder, &mut problems);
    judged(folder, texts, problems)
}

/// The same for texts at hand; problems name their files within `folder`, which need not exist.
///
/// # Errors
/// As those of [`read`].
pub fn read_texts(folder: &Path, texts: Texts) -> Result<Story, Problems> {
    judged(folder, texts, Vec::new())
}

/// The texts of a story's folder, with their paths in it.
///
/// # Errors
/// Files that cannot be read.
pub fn texts_of(folder: &Path) -> Result<Texts, Problems> {
    let mut problems = Vec::new();
    let texts = gather(folder, &mut problems);
    if problems.is_empty() { Ok(texts) } else { Err(Problems(problems)) }
}

fn judged(folder: &Path, texts: Texts, mut problems: Vec<Problem>) -> Result<Story, Problems> {
    let files = sorted(folder, texts, &mut problems);
    // A whole file that could not be read would only make the others complain of its absence.
    let complete = problems.is_empty();
    let mut assembly = Assembly { files: &files, problems, unread: Vec::new() };
    let story = assembly.story();
    let Assembly { mut problems, unread, .. } = assembly;
    if complete && !unread.contains(&String::new()) {
        problems.extend(check::check(&story, &files, &unread));
    }
    problems.sort();
    problems.dedup();
    problems.truncate(PROBLEMS);
    if problems.is_empty() { Ok(story) } else { Err(Problems(problems)) }
}

/// Makes blocks into a story and keeps what goes wrong.
struct Assembly<'a> {
    files: &'a Files,
    problems: Vec<Problem>,
    /// Names of the blocks that could not be read; empty for `story.toml` itself.
    unread: Vec<String>,
}

impl Assembly<'_> {
    fn story(&mut self) -> Story {
        let files = self.files;
        let about = files.of("story").next().and_then(|file| self.block(file, "", file.whole()));
        let about: About = about.unwrap_or_default();
        let words = words::with(&about.languages, self.list("words"));
        Story {
            about,
            sources: self.list("sources"),
            figures: self.list("figures"),
            series: self.list("series"),
            assumptions: self.list("assumptions"),
            levers: self.list("levers"),
            model: self.list("model"),
            views: self.list("views"),
            verdict: self.list("verdict"),
            backtests: self.list("backtests"),
            presets: self.list("presets"),
            tour: self.list("tour"),
            prose: self.list("prose"),
            changes: self.list("changes"),
            terms: self.list("terms"),
            units: self.list("units"),
            words,
        }
    }

    fn list<T: DeserializeOwned>(&mut self, name: &str) -> Named<T> {
        let mut found: Vec<(String, T)> = Vec::new();
        let files = self.files;
        for file in files.of(name) {
            for (id, item) in file.blocks() {
                if id.contains(char::is_control) {
                    let message =
                        format!("the name `{}` has a sign that no name can have", id.escape_debug());
                    self.problems.push(file.problem("", "", None, message));
                    continue;
                }
                if found.iter().any(|(known, _)| known == id) {
                    let message = "a second block of this name; names are unique".to_owned();
                    self.problems.push(file.problem(id, "", None, message));
                }
                found.extend(self.block(file, id, item).map(|entry| (id.to_owned(), entry)));
            }
        }
        Named(found)
    }

    fn block<'a, T: Deserialize<'a>>(&mut self, file: &TextFile, id: &str, item: &Item) -> Option<T> {
        let mut item = item.clone();
        if let Err((span, message)) = one_line(&mut item) {
            self.problems.push(file.misfit(id, span, message));
            self.unread.push(id.to_owned());
            return None;
        }
        let span = item.span();
        let is_list = item.is_array_of_tables();
        let value = match item {
            Item::Value(value) => Some(value),
            Item::Table(table) => Some(table.into_inline_table().into()),
            Item::ArrayOfTables(tables) => Some(tables.into_array().into()),
            Item::None => None,
        };
        let problem = match value.map(|value| T::deserialize(value.into_deserializer())) {
            Some(Ok(entry)) => return Some(entry),
            Some(Err(error)) if is_list && error.message().starts_with("invalid type: map") => {
                file.misfit(id, span, format!("[[{id}]] begins a list; one block belongs here: [{id}]"))
            }
            Some(Err(error)) => file.misfit(id, error.span(), plain::of_value(error.message())),
            None => file.misfit(id, span, "a block with entries belongs here".to_owned()),
        };
        self.problems.push(problem);
        self.unread.push(id.to_owned());
        None
    }
}
