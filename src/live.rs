//! Live texts and pieces of one type each, however they are made: the machinery behind a live place is then in the
//! program once and not once a place.

use leptos::prelude::*;
use std::sync::Arc;

/// A text that follows what it reads.
pub(crate) fn live(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// An attribute that is there only while there is something to say.
pub(crate) fn maybe(text: impl Fn() -> Option<String> + Send + Sync + 'static) -> Signal<Option<String>> {
    Signal::derive(text)
}

/// A piece of the page that is made anew whenever what it reads changes.
pub(crate) fn piece(make: impl Fn() -> AnyView + Send + Sync + 'static) -> impl IntoView {
    erased(Arc::new(make))
}

fn erased(make: Arc<dyn Fn() -> AnyView + Send + Sync>) -> impl IntoView {
    move || make()
}
