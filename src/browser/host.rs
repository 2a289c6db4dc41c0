//! What is around the program: a page of its own, which says how it is to be shown, or somebody else's page, in which single
//! elements have places for its pieces.

use super::El;
use leptos::prelude::document;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(js_namespace = sliderule)]
extern "C" {
    /// What the page's address asks for behind `?name=`; empty where it only names it.
    pub(crate) fn asked(name: &str) -> Option<String>;
    /// The text of a data block as bytes: as a text, letter by letter, it takes a browser longer to hand over.
    #[wasm_bindgen(js_name = block)]
    fn bytes(id: &str) -> Box<[u8]>;
    /// True in somebody else's page.
    #[wasm_bindgen(js_name = isHosted)]
    pub(crate) fn is_hosted() -> bool;
    /// Tells the elements of a group that something of it has changed.
    pub(crate) fn changed(group: &str);
}

/// The text of a data block, empty where it is missing.
pub(crate) fn block(id: &str) -> String {
    std::str::from_utf8(&bytes(id)).unwrap_or_default().to_owned()
}

thread_local! {
    /// The places of pieces in somebody else's page.
    static PLACES: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// From now on a piece has its place there.
pub(crate) fn take_place(place: &El) {
    PLACES.with_borrow_mut(|places| places.push(place.node().clone()));
}

/// No longer.
pub(crate) fn leave_place(place: &El) {
    PLACES.with_borrow_mut(|places| places.retain(|other| other != place.node()));
}

/// An element with the page's style.
pub(super) fn place() -> Option<Element> {
    PLACES.with_borrow(|places| places.last().cloned()).or_else(|| document().body().map(Into::into))
}

/// The element with an id, wherever the program has one.
pub(super) fn find(id: &str) -> Option<Element> {
    let inside = |place: &Element| place.query_selector(&format!("#{id}")).ok().flatten();
    document().get_element_by_id(id).or_else(|| PLACES.with_borrow(|places| places.iter().find_map(inside)))
}
