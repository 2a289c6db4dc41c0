//! Files that leave the page and come back. `tools.js` makes them: a browser has short words of its own for that.

use super::brush::Brush;
use super::record::Record;
use super::{El, on_document};
use charts::{ChartView, Choice, Heading, Pen, Theme, TickText, draw_picture, draw_strip};
use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, Element};

#[wasm_bindgen]
extern "C" {
    /// What is drawn on as on a canvas and becomes an SVG element.
    #[derive(Clone)]
    type Sketch;
    #[wasm_bindgen(method, getter)]
    fn svg(this: &Sketch) -> Element;

    #[wasm_bindgen(js_namespace = sliderule)]
    fn sketch(width: u32, height: u32, title: &str, says: &str) -> Sketch;
    #[wasm_bindgen(js_namespace = sliderule, js_name = savePicture)]
    fn save_picture(name: &str, sketch: &Sketch);
    #[wasm_bindgen(js_namespace = sliderule, js_name = save)]
    fn save_text(name: &str, kind: &str, text: &str);
    #[wasm_bindgen(js_namespace = sliderule, js_name = saveJson)]
    fn save_value(name: &str, value: &JsValue);
    #[wasm_bindgen(js_namespace = sliderule, js_name = saveTable)]
    fn save_cells(name: &str, table: &Element);
    #[wasm_bindgen(js_namespace = sliderule, js_name = tabbed)]
    fn tabbed_cells(table: &Element) -> String;
    #[wasm_bindgen(js_namespace = sliderule, js_name = keep)]
    fn keep_page(link: &str) -> Promise;
    #[wasm_bindgen(js_namespace = sliderule, js_name = citations)]
    fn cited(id: &str, title: &str, version: &str, address: &str) -> String;
}

/// A chart with its words, drawn to stand alone.
pub(crate) struct Picture(Sketch);

impl Picture {
    /// Draws it for a size in css px, in the light.
    pub(crate) fn new(view: &ChartView, size: (u32, u32), ticks: &dyn TickText) -> Self {
        let title = [&view.title, ", ", &view.unit_label].concat();
        let inside = Heading::Inside;
        Self::drawn([&title, &view.sentence], size, |pen| draw_picture(view, size, ticks, inside, pen).ok())
    }

    /// A sketch refuses nothing.
    fn drawn(
        [title, says]: [&str; 2],
        size: (u32, u32),
        draw: impl FnOnce(&mut Pen<'_, Brush>) -> Option<()>,
    ) -> Self {
        let (sketch, theme) = (sketch(size.0, size.1, title, says), Theme::light());
        let mut brush = Brush::of_sketch(sketch.clone().unchecked_into());
        draw(&mut brush.pen(super::paint::FINER, &theme));
        Self(sketch)
    }

    /// Draws a strip with its title and sentence.
    pub(crate) fn of_strip([title, says]: [&str; 2], years: &[Choice], size: (u32, u32)) -> Self {
        Self::drawn([title, says], size, |pen| draw_strip([title, says], years, size, pen).ok())
    }

    /// The picture as an element of the page.
    pub(crate) fn element(&self) -> El {
        El::of(self.0.svg())
    }

    /// Hands it to the reader: as SVG, or as PNG of twice its size, as the name ends.
    pub(crate) fn save(&self, name: &str) {
        save_picture(name, &self.0);
    }
}

/// Hands numbers to the reader as comma separated values.
pub(crate) fn save_csv(name: &str, text: &str) {
    save_text(name, "text/csv", text);
}

/// Hands the numbers of a table to the reader, exactly, as comma separated values.
pub(crate) fn save_table(name: &str, table: &El) {
    save_cells(name, table.node());
}

/// A table as it is read, for a spreadsheet.
pub(crate) fn tabbed(table: &El) -> String {
    tabbed_cells(table.node())
}

/// Hands JSON to the reader.
pub(crate) fn save_json(name: &str, record: &Record) {
    save_value(name, record.value());
}

/// Hands the whole page to the reader as one file that begins with the state of a link, then says whether it could be had.
pub(crate) fn keep(link: &str, done: impl FnOnce(bool) + 'static) {
    let kept = keep_page(link);
    leptos::task::spawn_local(async move { done(kept.await.is_ok_and(|kept| kept.is_truthy())) });
}

/// How to cite a page: as text, BibTeX and CSL-JSON, behind each other.
pub(crate) fn citations(id: &str, title: &str, version: &str, address: &str) -> String {
    cited(id, title, version, address)
}

/// Prints the page, or asks how to.
pub(crate) fn print() {
    leptos::prelude::window().print().ok();
}

/// What happens when a file has been read that was chosen or dropped on the page, as long as that lives. `act` is told what came of
/// it, what that is about, and the file's name: `link` with the link of its state, `json` with what the browser says of a file that
/// is none, `long` or `shape`.
pub(crate) fn on_file(act: impl Fn(&str, &str, &str) + 'static) {
    on_document("file", move |event| {
        let told = event.unchecked_ref::<CustomEvent>().detail().as_string().unwrap_or_default();
        let mut parts = told.splitn(3, '\n');
        let [came_of_it, content, name] = [(); 3].map(|()| parts.next().unwrap_or_default());
        act(came_of_it, content, name);
    });
}
