//! Small things about the whole page.

use super::El;
use super::host::find;
use super::turns::shown;
use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement};

/// What `begin` makes, at once or in turns, lives as long as the document and follows signals from now on.
pub(crate) fn live(begin: impl FnOnce() + 'static) {
    // Leptos begins with something that is shown. What the page shows comes later and in parts.
    let nowhere = super::el("div").node().clone().unchecked_into::<HtmlElement>();
    let begin = move || {
        begin();
        super::el("i")
    };
    leptos::mount::mount_to_renderer(&nowhere, begin).forget();
}

/// Puts the page into the document.
pub(crate) fn show(page: &El) {
    if let Some(body) = document().body() {
        body.append_child(page.node()).ok();
    }
    shown();
}

/// Tells assistive technology and hyphenation the language.
pub(crate) fn set_language(language: &str) {
    root("lang", language);
}

/// `light` or `dark` by the reader's choice.
pub(crate) fn set_theme(theme: &str) {
    root("data-theme", theme);
}

/// The whole app stands.
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
pub(crate) fn open_dialog(dialog: &El) {
    let dialog: &HtmlDialogElement = dialog.node().unchecked_ref();
    if !dialog.open() {
        dialog.show_modal().ok();
    }
}

/// Closes it; the focus goes back to where it was.
pub(crate) fn close_dialog(dialog: &El) {
    dialog.node().unchecked_ref::<HtmlDialogElement>().close();
}

/// What is written in the box, or chosen in the list, that an event came from.
pub(crate) fn written(event: &web_sys::Event) -> String {
    // A list has the same property.
    event.target().map_or_else(String::new, |target| target.unchecked_into::<HtmlInputElement>().value())
}

/// The attribute of the element that an event has met, or of one around it.
pub(crate) fn attribute_at(event: &web_sys::Event, name: &str) -> Option<String> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest(&format!("[{name}]")).ok()??.get_attribute(name)
}

/// Writes into the box that an event came from.
pub(crate) fn set_box(event: &web_sys::Event, text: &str) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(text);
    }
}

/// Which key an event is of.
pub(crate) fn key(event: &web_sys::Event) -> String {
    event.dyn_ref::<web_sys::KeyboardEvent>().map_or_else(String::new, |event| event.key())
}

/// The key that is pressed together with Ctrl or Cmd, behind `shift ` with that too; nothing where a text is being typed, which
/// has an undo of its own.
pub(crate) fn shortcut(event: &web_sys::Event) -> Option<String> {
    let pressed: &web_sys::KeyboardEvent = event.dyn_ref()?;
    let at = event.target()?.dyn_into::<Element>().ok()?;
    let typing = at.matches("input:not([type=range]), textarea").unwrap_or(false);
    if !(pressed.ctrl_key() || pressed.meta_key()) || pressed.alt_key() || typing {
        return None;
    }
    Some((if pressed.shift_key() { "shift " } else { "" }).to_owned() + &pressed.key().to_ascii_lowercase())
}

/// What happens at an event wherever in the page it is, as long as the page lives.
pub(crate) fn on_document(event: &'static str, act: impl Fn(&web_sys::Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), event, options, move |event| act(event)).forget();
}

/// True where the reader's system asks that nothing moves by itself.
pub(crate) fn wants_stillness() -> bool {
    let list = window().match_media("(prefers-reduced-motion: reduce)");
    list.ok().flatten().is_some_and(|list| list.matches())
}

/// How far from the left of its element the pointer is, in css px.
pub(crate) fn pointer_x(event: &web_sys::Event) -> f64 {
    event.dyn_ref::<web_sys::MouseEvent>().map_or(0.0, |event| f64::from(event.offset_x()))
}

/// How far from the left and the top of the window a pointer is that is held down, in css px; nothing where none is.
pub(crate) fn drag_at(event: &web_sys::Event) -> Option<(f64, f64)> {
    let event = event.dyn_ref::<web_sys::MouseEvent>().filter(|event| event.buttons() & 1 == 1)?;
    Some((f64::from(event.client_x()), f64::from(event.client_y())))
}

/// Sends all further moves of the pointer to the element that it went down on, until it goes up.
pub(crate) fn hold_pointer(event: &web_sys::Event) {
    let target = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let (Some(target), Some(event)) = (target, event.dyn_ref::<web_sys::PointerEvent>()) {
        target.set_pointer_capture(event.pointer_id()).ok();
    }
}

/// Brings an element on screen and gives it the focus, once what shows it has been made.
pub(crate) fn focus(id: &str) {
    let id = id.to_owned();
    leptos::task::spawn_local(async move {
        let found = find(&id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
        if let Some(element) = found {
            element.focus().ok();
        }
    });
}

/// Brings an element on screen without giving it the focus.
pub(crate) fn bring_on_screen(id: &str) {
    if let Some(element) = find(id) {
        element.scroll_into_view();
    }
}

/// The quantity and the year of the number that an event has met.
pub(crate) fn number_at(event: &web_sys::Event) -> Option<(String, Option<i32>)> {
    let button = event.target()?.dyn_into::<Element>().ok()?.closest("button.number").ok()??;
    let data = button.first_element_child()?;
    let year = data.get_attribute("data-year").and_then(|year| super::number(&year));
    #[expect(clippy::cast_possible_truncation, reason = "a calendar year")]
    Some((data.get_attribute("data-quantity")?, year.map(|year| year as i32)))
}
