//! What Leptos needs of `wasm-streams` to be compiled, and no more (`docs/decisions/0004-bytes.md`).
//!
//! The package of this name gives the bodies of server functions as streams. It exports classes to JavaScript, which no
//! linker takes away: 4.9 kB of the first module for functions that a site without a server never calls. The names and the
//! types here are those of its version 0.5; what would stream has nothing to give.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// The body of a call to a server.
    ///
    /// # Panics
    ///
    /// Always: the site calls none.
    pub fn from_stream<S>(_body: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        unreachable!("the site calls no server function")
    }

    /// The answer of a server.
    #[must_use]
    pub const fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// As the browser holds it.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// What it holds.
    #[must_use]
    pub fn into_stream(self) -> IntoStream {
        IntoStream
    }
}

/// Nothing.
#[derive(Debug)]
pub struct IntoStream;

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
