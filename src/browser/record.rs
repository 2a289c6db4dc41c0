//! What becomes JSON: the browser has objects and lists, and writes them.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// An object, a list, or what stands in one.
pub(crate) struct Record(JsValue);

impl Record {
    /// An object without entries.
    pub(crate) fn object() -> Self {
        Self(Object::new().into())
    }

    /// A list without entries.
    pub(crate) fn list() -> Self {
        Self(Array::new().into())
    }

    /// An entry of an object: a number, or that there is none.
    pub(crate) fn number(&self, name: &str, value: Option<f64>) {
        self.set(name, &number(value));
    }

    /// A text.
    pub(crate) fn text(&self, name: &str, text: &str) {
        self.set(name, &text.into());
    }

    /// An object, a list or what stood in one.
    pub(crate) fn part(&self, name: &str, part: &Self) {
        self.set(name, &part.0);
    }

    /// An entry at the end of a list: a number, or that there is none.
    pub(crate) fn add(&self, value: Option<f64>) {
        self.push(&number(value));
    }

    /// A text.
    pub(crate) fn add_text(&self, text: &str) {
        self.push(&text.into());
    }

    /// An object or a list.
    pub(crate) fn add_part(&self, part: &Self) {
        self.push(&part.0);
    }

    /// What stands first in a list.
    pub(crate) fn first(&self) -> Self {
        Self(Array::from(&self.0).get(0))
    }

    /// The value itself.
    pub(super) fn value(&self) -> &JsValue {
        &self.0
    }

    fn set(&self, name: &str, value: &JsValue) {
        // Plain objects refuse nothing.
        Reflect::set(&self.0, &name.into(), value).ok();
    }

    fn push(&self, value: &JsValue) {
        use wasm_bindgen::JsCast;
        self.0.unchecked_ref::<Array>().push(value);
    }
}

fn number(value: Option<f64>) -> JsValue {
    value.map_or(JsValue::NULL, Into::into)
}
