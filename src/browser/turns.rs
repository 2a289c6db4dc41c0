//! Work in turns, each a task of its own: in between the browser shows what stands and answers its reader.

use super::host::is_hosted;
use leptos::prelude::{Owner, window};
use std::cell::{Cell, RefCell};
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
    let step = move || {
        owner.with(turn);
        take(owner, turns);
    };
    if is_at_once() { step() } else { soon(Box::new(step)) }
}

/// From now on something stands there that may be looked at and used.
pub(super) fn shown() {
    AT_ONCE.set(false);
    SIGHT.take().into_iter().for_each(|look| look());
    // What follows what was looked at, the first chart above all, comes in this task.
    soon(Box::new(|| SEEN.set(true)));
}

/// True when what is shown first stands and is drawn.
pub(super) fn is_seen() -> bool {
    SEEN.get()
}

/// True while nothing is waited for, not even the browser: then what looks at what is shown first does so
/// [before the browser does](at_first_sight).
pub(super) fn is_at_once() -> bool {
    AT_ONCE.get()
}

/// Looks at what is shown first as soon as it stands.
pub(super) fn at_first_sight(look: Turn) {
    SIGHT.with_borrow_mut(|sight| sight.push(look));
}

thread_local! {
    /// What lies on a disk is all there: until it shows something nobody is served by a turn in between, and the browser puts work
    /// of its own into each.
    static AT_ONCE: Cell<bool> = Cell::new(window().location().protocol().is_ok_and(|by| by == "file:"));
    /// In somebody else's page nothing is waited for.
    static SEEN: Cell<bool> = Cell::new(is_hosted());
    /// What looks at what is shown first.
    static SIGHT: RefCell<Vec<Turn>> = RefCell::default();
    /// What waits for its message.
    static WAITING: RefCell<Vec<Turn>> = RefCell::default();
    /// Another channel for every message would take as long as what many of them begin.
    static CHANNEL: Option<MessageChannel> = channel();
}

/// By a message, since browsers make timers that set timers wait, and those of a page that nobody sees for a second.
pub(super) fn soon(task: Turn) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            WAITING.with_borrow_mut(|waiting| waiting.push(task));
            channel.port2().post_message(&JsValue::NULL).ok();
        }
    });
}

fn channel() -> Option<MessageChannel> {
    let channel = MessageChannel::new().ok()?;
    let begin = Closure::<dyn FnMut()>::new(|| {
        let first = WAITING.with_borrow_mut(|waiting| (!waiting.is_empty()).then(|| waiting.remove(0)));
        if let Some(task) = first {
            task();
        }
    });
    channel.port1().set_onmessage(Some(begin.into_js_value().unchecked_ref()));
    Some(channel)
}
