//! The colours and font that the page has just now, for drawings: from its style, so that light, dark, forced colours and
//! print are decided in one place.

use super::host::{is_hosted, place};
use super::turns::{at_first_sight, is_at_once};
use charts::Theme;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlElement};

/// Theme and the device's pixels per css px.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Look {
    /// Colours and font.
    pub(crate) theme: Theme,
    /// Device pixels per css px.
    pub(crate) ratio: f64,
    /// True while the page is printed: then the report is made.
    pub(crate) print: bool,
}

impl Look {
    /// Until it is known.
    pub(crate) fn unseen() -> Self {
        Self { theme: Theme::light(), ratio: 1.0, print: false }
    }
}

/// Looks for the first time. The browser styles all that stands there then, so where everything happens at once it is what is shown
/// first, and not the static page besides.
pub(crate) fn first_look(seen: impl FnOnce(Look) + 'static) {
    let look = || seen(current_look());
    if is_at_once() { at_first_sight(Box::new(look)) } else { look() }
}

/// Reads the look from probes, whose computed colours are plain rgb whatever the style says them in.
pub(crate) fn current_look() -> Look {
    let mut theme = Theme::light();
    if let (Some(probe), Some(place)) = (probe(), place()) {
        probe.set_hidden(true);
        // Without the probe in the page nothing can be read, and the light theme stays.
        place.append_child(&probe).ok();
        let mut styles = Vec::new();
        theme = theme.overlaid(|token| {
            let part = self::probe()?;
            // Else forced colours would answer with the text colour for every token.
            part.style().set_property("forced-color-adjust", "none").ok();
            part.style().set_property("color", &format!("var({token})")).ok();
            probe.append_child(&part).ok();
            styles.extend(window().get_computed_style(&part).ok().flatten());
            None
        });
        // Only now: each that is read before the next is there would have the page styled once more.
        let mut styles = styles.into_iter();
        theme = theme.overlaid(|_| styles.next()?.get_property_value("color").ok());
        probe.remove();
    }
    theme.bare = is_hosted()
        || document().document_element().is_some_and(|root| root.has_attribute("data-background"));
    let print = window().match_media("print").ok().flatten().is_some_and(|list| list.matches());
    Look { theme, ratio: window().device_pixel_ratio().clamp(0.5, 8.0), print }
}

fn probe() -> Option<HtmlElement> {
    document().create_element("i").ok()?.dyn_into().ok()
}

/// Reads the look again whenever something outside the page's own control changes it.
pub(crate) fn watch_look(seen: impl Fn(Look) + 'static) {
    let read = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let mut look = current_look();
        // Browsers count the sheets before they say that the medium is paper.
        look.print |= event.type_() == "beforeprint";
        seen(look);
    });
    let listener: &js_sys::Function = read.as_ref().unchecked_ref();
    for query in
        ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)", "print"]
    {
        if let Ok(Some(list)) = window().match_media(query) {
            list.add_event_listener_with_callback("change", listener).ok();
        }
    }
    for event in ["resize", "beforeprint", "afterprint"] {
        window().add_event_listener_with_callback(event, listener).ok();
    }
    // Listens as long as the page lives.
    read.forget();
}
