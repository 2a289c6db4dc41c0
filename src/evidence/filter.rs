//! What the table of figures shows: words, article, entity and status, and the column it is sorted by.

use crate::browser::{El, el, folded, written};
use crate::explorer::Explorer;
use crate::state::State;

/// The reader's choices. They stay while the table is closed.
#[derive(Clone, Copy)]
pub(crate) struct Filter {
    /// Words that must be found.
    words: State<String>,
    /// Article, entity and status, as the table's cells hold them; empty for all.
    chosen: [State<String>; 3],
    /// Twice the column's place, and one more where it runs backwards.
    pub(crate) order: State<usize>,
}

impl Filter {
    /// Everything, as the story has it.
    pub(crate) fn new() -> Self {
        let empty = || State::new(String::new());
        Self { words: empty(), chosen: [empty(), empty(), empty()], order: State::new(usize::MAX) }
    }

    /// True for a row that is asked for; `keys` are its article, entity and status, `text` all that it says, folded.
    pub(crate) fn takes(self, keys: &[String; 3], text: &str) -> bool {
        let fits = |(chosen, key): (&State<String>, &String)| {
            chosen.with(|chosen| chosen.is_empty() || chosen == key)
        };
        let words = folded(&self.words.get());
        self.chosen.iter().zip(keys).all(fits) && words.split_whitespace().all(|word| text.contains(word))
    }

    /// The search box and the lists to choose from, in the order of `titles`.
    pub(crate) fn controls(self, explorer: Explorer, rows: &[[String; 3]], titles: [&'static str; 3]) -> El {
        let search = el("input").set("type", "search").id("search").shows(move || self.words.get());
        let words = self.words;
        let search = search.on("input", move |event| words.set(written(event)));
        let mut controls =
            vec![el("label").set("for", "search").text(&explorer.voice().word("search")).with([search])];
        for (at, title) in titles.into_iter().enumerate() {
            let keys = rows.iter().map(|row| row[at].as_str());
            controls.push(list(explorer, title, keys, self.chosen[at]));
        }
        el("div").class("filter").set("role", "search").with(controls)
    }

    /// Sorts by a column, backwards where it was sorted by already.
    pub(crate) fn sort_by(self, column: usize) {
        self.order.update(|order| *order = if *order == 2 * column { 2 * column + 1 } else { 2 * column });
    }
}

/// A list of what there is to choose from.
fn list<'a>(
    explorer: Explorer,
    title: &str,
    keys: impl Iterator<Item = &'a str>,
    chosen: State<String>,
) -> El {
    let mut known: Vec<&str> = Vec::new();
    for key in keys {
        if let Err(at) = known.binary_search(&key) {
            known.insert(at, key);
        }
    }
    // What was chosen in another language.
    if !chosen.with_untracked(|chosen| known.contains(&chosen.as_str())) {
        chosen.set(String::new());
    }
    let voice = explorer.voice();
    let option = |key: &str, words: &str| el("option").set("value", key).text(words);
    let mut options = vec![option("", &voice.word("all"))];
    options.extend(known.into_iter().map(|key| option(key, key)));
    let id = format!("choose-{title}");
    let list = el("select")
        .id(&id)
        .with(options)
        .shows(move || chosen.get())
        .on("change", move |event| chosen.set(written(event)));
    el("label").set("for", &id).text(&voice.word(title)).with([list])
}
