//! Files that leave the page and come back. `tools.js` makes them: a browser has short words of its own for that.

use super::brush::Brush;
use super::{El, on_document};
use charts::{ChartView, Heading, Theme, TickText, draw_picture};
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
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
    #[wasm_bindgen(js_namespace = sliderule, js_name = saveSvg)]
    fn save_svg(name: &str, sketch: &Sketch);
    #[wasm_bindgen(js_namespace = sliderule, js_name = savePng)]
    fn save_png(name: &str, sketch: &Sketch);
    #[wasm_bindgen(js_namespace = sliderule, js_name = save)]
    fn save_text(name: &str, kind: &str, text: &str);
    #[wasm_bindgen(js_namespace = sliderule, js_name = saveJson)]
    fn save_json_text(name: &str, text: &str);
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
        let sketch = sketch(size.0, size.1, &title, &view.sentence);
        let theme = Theme::light();
        let mut brush = Brush::of_sketch(sketch.clone().unchecked_into());
        // A sketch refuses nothing.
        draw_picture(view, size, ticks, Heading::Inside, &mut brush.pen(super::surface::FINER, &theme)).ok();
        Self(sketch)
    }

    /// The picture as an element of the page.
    pub(crate) fn element(&self) -> El {
        El::of(self.0.svg())
    }

    /// Hands it to the reader as SVG.
    pub(crate) fn save_svg(&self, name: &str) {
        save_svg(name, &self.0);
    }

    /// The same as PNG, at twice its size.
    pub(crate) fn save_png(&self, name: &str) {
        save_png(name, &self.0);
    }
}

/// Hands numbers to the reader as comma separated values.
pub(crate) fn save_csv(name: &str, text: &str) {
    save_text(name, "text/csv", text);
}

/// Hands JSON to the reader, made readable.
pub(crate) fn save_json(name: &str, text: &str) {
    save_json_text(name, text);
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

/// A text as JSON writes it.
pub(crate) fn quoted(text: &str) -> String {
    js_sys::JSON::stringify(&text.into()).map(String::from).unwrap_or_default()
}

/// Prints the page, or asks how to.
pub(crate) fn print() {
    leptos::prelude::window().print().ok();
}

/// What came of a file that the reader has chosen or dropped on the page.
pub(crate) enum Opened {
    /// It holds the state of this link.
    Link(String),
    /// It is too long to be read.
    Long,
    /// It is no JSON; what the browser says of it.
    NoJson(String),
    /// It is JSON and holds no scenario.
    NoScenario,
}

/// What happens when a file has been read, as long as the page lives; the second is its name.
pub(crate) fn on_file(act: impl Fn(Opened, &str) + 'static) {
    on_document("file", move |event| {
        let told = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
        let told = told.unwrap_or_default();
        let mut parts = told.splitn(3, '\n');
        let [kind, content, name] = [(); 3].map(|()| parts.next().unwrap_or_default());
        let content = content.to_owned();
        let opened = match kind {
            "link" => Opened::Link(content),
            "json" => Opened::NoJson(content),
            "long" => Opened::Long,
            _ => Opened::NoScenario,
        };
        act(opened, name);
    });
}
