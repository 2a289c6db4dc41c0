//! The address bar and the clipboard.

use super::block;
use gloo::events::EventListener;
use leptos::prelude::window;
use std::cell::Cell;
use wasm_bindgen::JsValue;

/// How a text goes into the address.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Writing {
    /// Behind what stands there, which Back leads to.
    Behind,
    /// In its place.
    Over,
}

/// What stands behind the `#` of the page's address; where there is no `#`, what the page was saved with.
pub(crate) fn link_of_address() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split_once('#').map_or_else(saved, |(_, link)| link.to_owned())
}

/// The page's address with a text behind its `#`; without a text there is no `#` either, unless that would mean another state.
pub(crate) fn address_with(text: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default().to_owned();
    page + if text.is_empty() && saved().is_empty() { "" } else { "#" } + text
}

/// The link that a file was saved with. Links hold nothing that JSON writes in another way.
fn saved() -> String {
    block("state").trim_matches('"').to_owned()
}

/// Writes behind the `#` of the page's address. Frames and files may have no history: that is said once, and changes nothing.
pub(crate) fn write_link(text: &str, writing: Writing) {
    thread_local!(static REFUSED: Cell<bool> = const { Cell::new(false) });
    let address = address_with(text);
    let written = window().history().and_then(|history| match writing {
        Writing::Behind => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Writing::Over => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    });
    if written.is_err() && !REFUSED.replace(true) {
        leptos::logging::warn!("the address cannot be written here");
    }
}

/// What happens at an event of the window, as long as the page lives.
pub(crate) fn on_window(event: &'static str, act: impl Fn(&web_sys::Event) + 'static) {
    EventListener::new(&window(), event, move |event| act(event)).forget();
}

/// Copies a text, then says whether that was allowed.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    // Browsers have none for pages that came over an open line.
    if clipboard.is_undefined() {
        return done(false);
    }
    let copied = clipboard.write_text(text);
    leptos::task::spawn_local(async move { done(copied.await.is_ok()) });
}
