//! Stands in for the crate `wasm-streams`. Leptos asks for that one so that server functions can stream; Sliderule has no server
//! and never calls it, but its exported classes cannot be left out by the linker: 6 kB brotli of every first visit.
//! This has what `server_fn` names, holds streams without reading them, and exports nothing.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::{JsCast, JsValue};
pub use web_sys::ReadableStream as RawStream;

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(RawStream);

impl ReadableStream {
    /// Holds a stream.
    #[must_use]
    pub fn from_raw(raw: RawStream) -> Self {
        Self(raw)
    }

    /// Holds nothing: there is no server to stream to.
    #[must_use]
    pub fn from_stream<S>(_: S) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// What it holds.
    #[must_use]
    pub fn into_raw(self) -> RawStream {
        self.0
    }

    /// A stream that ends at once.
    #[must_use]
    pub fn into_stream(self) -> Ended {
        Ended
    }
}

/// A stream that has ended.
#[derive(Clone, Copy, Debug)]
pub struct Ended;

impl Stream for Ended {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
