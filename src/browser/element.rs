//! Elements of the page. All are one type, so that the machinery behind them is in the program once: `view!` gives each
//! element a type and code of its own, which was a third of a first visit's bytes.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};
use leptos::tachys::view::{Mountable, Render};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, Node, Text};

/// An element that is being made. What follows signals in it ends with the owner it was made under.
#[derive(Clone)]
pub(crate) struct El(Element);

/// An element of HTML.
pub(crate) fn el(name: &str) -> El {
    // Only a name with forbidden characters can fail; the page's names are plain words.
    El(document().create_element(name).unwrap_or_else(|_| JsValue::NULL.unchecked_into()))
}

/// An element of MathML.
pub(crate) fn math(name: &str) -> El {
    const NAMESPACE: Option<&str> = Some("http://www.w3.org/1998/Math/MathML");
    El(document().create_element_ns(NAMESPACE, name).unwrap_or_else(|_| JsValue::NULL.unchecked_into()))
}

/// A button that does `act`.
pub(crate) fn button(act: impl Fn() + 'static) -> El {
    pressed(Box::new(move |_| act()))
}

fn pressed(act: Box<dyn Fn(&Event)>) -> El {
    let button = el("button").set("type", "button");
    button.listens("click", act);
    button
}

impl El {
    /// An element that is there.
    pub(crate) fn of(element: Element) -> Self {
        Self(element)
    }

    /// The element of the document itself.
    pub(crate) fn node(&self) -> &Element {
        &self.0
    }

    /// An attribute that stays.
    pub(crate) fn set(self, name: &str, value: &str) -> Self {
        self.0.set_attribute(name, value).ok();
        self
    }

    /// Its id.
    pub(crate) fn id(self, id: &str) -> Self {
        self.set("id", id)
    }

    /// Its class in the style.
    pub(crate) fn class(self, class: &str) -> Self {
        self.set("class", class)
    }

    /// An attribute that follows what `value` reads.
    pub(crate) fn live(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.maybe(name, move || Some(value()))
    }

    /// An attribute that is there only while there is something to say.
    pub(crate) fn maybe(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.follows(name, Box::new(value));
        self
    }

    /// A property of its own style, set past the policy that forbids style attributes.
    pub(crate) fn style(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.styled(name, Box::new(move || Some(value())));
        self
    }

    /// What stands in a slider or a box, which its user may have changed since. Comes after its range: a browser clamps at once.
    pub(crate) fn shows(self, value: impl Fn() -> String + 'static) -> Self {
        let input: HtmlInputElement = self.0.clone().unchecked_into();
        effect(move || {
            let value = value();
            if input.value() != value {
                input.set_value(&value);
            }
        });
        self
    }

    /// What is written in it, if it is a box.
    pub(crate) fn written(&self) -> String {
        self.0.unchecked_ref::<HtmlInputElement>().value()
    }

    /// True for a disclosure that is open.
    pub(crate) fn is_open(&self) -> bool {
        self.0.has_attribute("open")
    }

    /// A text that stays.
    pub(crate) fn text(self, text: &str) -> Self {
        self.0.append_child(&document().create_text_node(text)).ok();
        self
    }

    /// A text that follows what it reads.
    pub(crate) fn says(self, text: impl Fn() -> String + 'static) -> Self {
        self.reads(Box::new(move || Some(text())));
        self
    }

    /// Children, after what is there.
    pub(crate) fn with(self, children: impl AsRef<[El]>) -> Self {
        self.append(children.as_ref());
        self
    }

    /// Children one by one as they are made, which is less program than a list of them.
    pub(crate) fn each(self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self.hold(&child);
        }
        self
    }

    /// Children that are made anew whenever what `make` reads changes. The element holds nothing else.
    pub(crate) fn piece(self, make: impl Fn() -> Vec<El> + 'static) -> Self {
        self.remakes(Box::new(make));
        self
    }

    /// Says this and nothing else from now on. A text that stands there alone stays and says something else, which costs a
    /// browser less than another text.
    pub(crate) fn say(&self, text: &str) {
        match self.0.first_child().filter(|child| child.next_sibling().is_none()) {
            Some(child) if child.node_type() == Node::TEXT_NODE => child.set_node_value(Some(text)),
            _ => self.0.set_text_content(Some(text)),
        }
    }

    /// True where it says just this.
    pub(crate) fn is_saying(&self, text: &str) -> bool {
        self.0.text_content().as_deref() == Some(text)
    }

    /// Holds these and nothing else from now on.
    pub(crate) fn holds_only(&self, children: &[El]) {
        self.0.set_text_content(None);
        self.append(children);
    }

    /// What happens at an event.
    pub(crate) fn on(self, event: &'static str, act: impl Fn(&Event) + 'static) -> Self {
        self.listens(event, Box::new(act));
        self
    }

    // What follows is in the program once, and not again for every closure that is handed to it.

    fn follows(&self, name: &'static str, value: Box<Value>) {
        let node = self.0.clone();
        follow(
            value,
            Box::new(move |value| {
                match value {
                    Some(value) => node.set_attribute(name, value),
                    None => node.remove_attribute(name),
                }
                .ok();
            }),
        );
    }

    fn styled(&self, name: &'static str, value: Box<Value>) {
        let style = self.0.unchecked_ref::<HtmlElement>().style();
        follow(
            value,
            Box::new(move |value| {
                style.set_property(name, value.unwrap_or_default()).ok();
            }),
        );
    }

    fn reads(&self, text: Box<Value>) {
        let node: Text = document().create_text_node("");
        self.0.append_child(&node).ok();
        follow(text, Box::new(move |text| node.set_data(text.unwrap_or_default())));
    }

    fn remakes(&self, make: Box<dyn Fn() -> Vec<El>>) {
        let parent = self.clone();
        effect(move || parent.holds_only(&make()));
    }

    fn listens(&self, event: &'static str, act: Box<dyn Fn(&Event)>) {
        // A key that moves a cursor must not scroll the page too.
        let options = EventListenerOptions::enable_prevent_default();
        keep(EventListener::new_with_options(&self.0, event, options, move |event| act(event)));
    }

    fn hold(&self, child: &El) {
        self.0.append_child(&child.0).ok();
    }

    /// Children, after what is there.
    pub(crate) fn append(&self, children: &[El]) {
        for child in children {
            self.hold(child);
        }
    }
}

// So that Leptos mounts it like a view of its own.
impl Render for El {
    type State = Self;

    fn build(self) -> Self {
        self
    }

    fn rebuild(self, state: &mut Self) {
        state.0.replace_with_with_node_1(&self.0).ok();
        *state = self;
    }
}

impl Mountable for El {
    fn unmount(&mut self) {
        self.0.remove();
    }

    fn mount(&mut self, parent: &Element, before: Option<&Node>) {
        parent.insert_before(&self.0, before).ok();
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.0.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.0));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.0.clone()]
    }
}

/// Does `work` now and whenever what it reads changes, until the owner it was made under ends.
pub(crate) fn effect(work: impl Fn() + 'static) {
    keep_effect(Box::new(work));
}

/// Keeps something for as long as the owner lives.
fn keep<T: 'static>(thing: T) {
    StoredValue::new_local(thing);
}

fn keep_effect(work: Box<dyn Fn()>) {
    let effect = RenderEffect::new(move |_| work());
    leaves(effect.to_any_subscriber());
    keep(effect);
}

/// When the owner ends, what a reader has read forgets it: Leptos's memos would remember it for good.
pub(crate) fn leaves(reader: AnySubscriber) {
    on_cleanup(move || reader.clear_sources(&reader));
}

/// What is to stand in the page, or nothing.
type Value = dyn Fn() -> Option<String>;

/// Writes a value into the page, or that there is none.
type Write = dyn Fn(Option<&str>);

/// Writes only what has changed: the page is slower to ask than the memory.
fn follow(value: Box<Value>, write: Box<Write>) {
    let last = RefCell::new(None);
    keep_effect(Box::new(move || {
        let now = Some(value());
        let mut last = last.borrow_mut();
        if *last != now {
            write(now.as_ref().and_then(Option::as_deref));
            *last = now;
        }
    }));
}
