//! Small things about the whole page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement};

/// Tells assistive technology and hyphenation the language.
pub(crate) fn set_language(language: &str) {
    root("lang", language);
}

/// `light` or `dark` by the reader's choice.
pub(crate) fn set_theme(theme: &str) {
    root("data-theme", theme);
}

/// The app stands: the static page is hidden by the style.
pub(crate) fn ready() {
    root("data-state", "ready");
}

/// The app cannot go on: the style shows the static page with its notice and hides the app.
pub(crate) fn failed() {
    root("data-state", "failed");
}

fn root(name: &str, value: &str) {
    if let Some(element) = document().document_element() {
        element.set_attribute(name, value).ok();
    }
}

/// The window's title.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Opens a dialog over the page, which keeps the focus inside until it is closed.
pub(crate) fn open_dialog(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        dialog.show_modal().ok();
    }
}

/// Closes it; the focus goes back to where it was.
pub(crate) fn close_dialog(dialog: &HtmlDialogElement) {
    dialog.close();
}

/// Writes into the box that an event came from.
pub(crate) fn set_box(event: &web_sys::Event, text: &str) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(text);
    }
}
