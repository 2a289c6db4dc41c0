//! Work in turns, each a task of its own: in between the browser shows what stands and answers its reader.

use leptos::prelude::Owner;
use std::vec::IntoIter;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::MessageChannel;

/// What is done in one turn.
pub(crate) type Turn = Box<dyn FnOnce()>;

/// Takes the turns one after the other, soon. What they make lives as long as the owner that this is called under.
pub(crate) fn take_turns(turns: Vec<Turn>) {
    if let Some(owner) = Owner::current() {
        take(owner, turns.into_iter());
    }
}

fn take(owner: Owner, mut turns: IntoIter<Turn>) {
    let Some(turn) = turns.next() else { return };
    soon(Box::new(move || {
        owner.with(turn);
        take(owner, turns);
    }));
}

/// By a message, since browsers make timers that set timers wait, and those of a page that nobody sees for a second.
pub(super) fn soon(task: Turn) {
    if let Ok(channel) = MessageChannel::new() {
        channel.port1().set_onmessage(Some(Closure::once_into_js(task).unchecked_ref()));
        channel.port2().post_message(&JsValue::NULL).ok();
    }
}
