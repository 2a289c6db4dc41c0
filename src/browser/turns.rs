//! Work in turns, each a task of its own: in between the browser shows what stands and answers its reader.

use gloo::timers::callback::Timeout;
use leptos::prelude::{Owner, document};
use std::vec::IntoIter;

/// What is done in one turn.
pub(crate) type Turn = Box<dyn FnOnce()>;

/// Takes the turns one after the other, soon. What they make lives as long as the owner that this is called under.
pub(crate) fn take_turns(turns: Vec<Turn>) {
    if let Some(owner) = Owner::current() {
        take(owner, turns.into_iter());
    }
}

fn take(owner: Owner, mut turns: IntoIter<Turn>) {
    if document().hidden() {
        // Nobody sees anything, and browsers keep hidden pages waiting for a second at each turn.
        return turns.for_each(|turn| owner.with(turn));
    }
    let Some(turn) = turns.next() else { return };
    let soon = Timeout::new(0, move || {
        owner.with(turn);
        take(owner, turns);
    });
    // Whoever leaves the page ends it.
    soon.forget();
}
