//! A button that copies a text and says so. Where that is not allowed, the text stands there to be copied by hand.

use crate::browser::{El, Later, button, copy, el};
use crate::explorer::Explorer;
use crate::state::State;
use leptos::prelude::untrack;
use std::rc::Rc;

/// So long the button says what it has done.
const SAID_MS: u32 = 4_000;

/// The button under the first word, which says the second one when it is done. `make` gives the text, and what else is to be said
/// of it.
pub(crate) fn copies(
    explorer: Explorer,
    id: &str,
    words: [&'static str; 2],
    make: impl Fn() -> (String, String) + 'static,
) -> El {
    made(explorer, id, words, Box::new(make))
}

fn made(
    explorer: Explorer,
    id: &str,
    [name, done]: [&'static str; 2],
    make: Box<dyn Fn() -> (String, String)>,
) -> El {
    let (said, by_hand) = (State::new(name), State::new(String::new()));
    let waiting = Rc::new(Later::default());
    let copies = move || {
        let ((text, note), waiting) = (make(), Rc::clone(&waiting));
        copy(&text.clone(), move |copied| {
            let voice = untrack(|| explorer.voice());
            let (word, end) = if copied { (done, ". ") } else { ("copy_by_hand", " ") };
            explorer.aside.set(voice.word(word) + end + &note);
            if copied {
                said.set(word);
            } else {
                by_hand.set(text);
            }
            // Then the button is what it was, and what it says next time is something new.
            waiting.ask(SAID_MS, move || {
                said.set(name);
                explorer.aside.set(String::new());
            });
        });
    };
    let by_hand = move || {
        let text = by_hand.get();
        let area = el("textarea").set("readonly", "").set("rows", "2").text(&text);
        if text.is_empty() {
            Vec::new()
        } else {
            vec![el("label").says(explorer.word("copy_by_hand")).with([area])]
        }
    };
    el("span").class("copies").with([
        button(copies).class("quiet").id(id).says(move || explorer.voice().word(said.get())),
        el("span").piece(by_hand),
    ])
}
