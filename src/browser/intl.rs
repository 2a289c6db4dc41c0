//! Numbers in the manner of a language, through the browser's own formatter, once the first chart stands: one formatter a shape, never
//! one a number.

use super::asked;
use super::number::DIGITS;
use super::turns::is_seen;
use engine::say::{NumberText, Plain};
use js_sys::{Array, Function, Intl::NumberFormat, Object, Reflect};
use leptos::prelude::window;
use std::cell::RefCell;

/// Writes the numbers of one language.
pub(crate) struct Intl {
    language: String,
    /// Writes the same, if it knows the language, while the first chart is waited for: a browser that is asked for its first formatter
    /// looks through all its languages, which takes as long as the layout of what is shown first.
    plain: Option<Plain>,
    /// A handful, so that looking through them is quick.
    formats: RefCell<Vec<(Shape, Function)>>,
}

/// Least and most decimals, and whether thousands are set apart.
type Shape = (usize, usize, bool);

impl Intl {
    /// Formatters are made when they are first needed.
    pub(crate) fn new(language: &str) -> Self {
        let plain = Plain::of(language, DIGITS);
        Self { language: language.to_owned(), plain, formats: RefCell::default() }
    }

    /// What writes until the browser is asked.
    fn plain(&self) -> Option<Plain> {
        self.plain.filter(|_| !is_seen())
    }

    fn write(&self, value: f64, least: usize, most: usize, grouped: bool) -> String {
        let shape = (least, most, grouped);
        let known = self.formats.borrow().iter().find(|known| known.0 == shape).map(|known| known.1.clone());
        let format = known.unwrap_or_else(|| {
            let options = Object::new();
            let set =
                |key: &str, value: wasm_bindgen::JsValue| Reflect::set(&options, &key.into(), &value).ok();
            #[expect(clippy::cast_precision_loss, reason = "a few decimals")]
            let places = |count: usize| (count as f64).into();
            set("minimumFractionDigits", places(least));
            set("maximumFractionDigits", places(most));
            set("useGrouping", grouped.into());
            let made = NumberFormat::new(&Array::of1(&self.language.as_str().into()), &options).format();
            self.formats.borrow_mut().push((shape, made.clone()));
            made
        });
        let written = format.call1(&wasm_bindgen::JsValue::UNDEFINED, &value.into());
        written.ok().and_then(|text| text.as_string()).unwrap_or_else(|| super::decimal(value))
    }
}

impl NumberText for Intl {
    fn number(&self, value: f64, decimals: usize, grouped: bool) -> String {
        let plain = self.plain().map(|plain| plain.number(value, decimals, grouped));
        plain.unwrap_or_else(|| self.write(value, 0, decimals, grouped))
    }

    fn fixed(&self, value: f64, decimals: usize) -> String {
        let plain = self.plain().map(|plain| plain.fixed(value, decimals));
        plain.unwrap_or_else(|| self.write(value, decimals, decimals, true))
    }
}

impl charts::TickText for Intl {
    fn tick(&self, value: f64, decimals: usize) -> String {
        self.fixed(value, decimals)
    }
}

/// The sign between whole and fraction.
pub(crate) fn decimal_sign(language: &str) -> char {
    if Intl::new(language).number(1.5, 1, false).contains(',') { ',' } else { '.' }
}

/// The languages that are wanted, the dearest first: what the page's address asks for, then the browser's.
pub(crate) fn preferred_languages() -> Vec<String> {
    let own = window().navigator().languages();
    asked("lang").into_iter().chain(own.iter().filter_map(|language| language.as_string())).collect()
}
