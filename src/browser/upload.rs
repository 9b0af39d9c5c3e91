//! A file that the visitor chose: read here, sent nowhere.

use leptos::ev::Event;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlInputElement, TextDecoder};

/// A file chosen in an input.
pub struct Chosen {
    /// Its name, without a folder.
    pub name: String,
    /// What it holds, as text.
    pub text: Result<String, NotRead>,
}

/// Why a file gives no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// It is larger than accepted.
    TooLarge,
    /// The browser could not read it.
    Refused,
}

/// Reads the file chosen in the input that `event` comes from, unless it has more than `max` bytes.
pub fn read(event: &Event, max: usize, done: impl FnOnce(Chosen) + 'static) {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some((input, file)) = input.and_then(|input| {
        let file = input.files()?.get(0)?;
        Some((input, file))
    }) else {
        return;
    };
    let name = file.name();
    let large = file.size() as usize > max;
    let bytes = file.array_buffer();
    // The same file may be chosen again once it was corrected.
    input.set_value("");
    if large {
        done(Chosen {
            name,
            text: Err(NotRead::TooLarge),
        });
        return;
    }
    let done = Rc::new(Cell::new(Some((name, done))));
    let tell = |text: fn(&JsValue) -> Result<String, NotRead>| {
        let done = Rc::clone(&done);
        Closure::<dyn FnMut(JsValue)>::new(move |value| {
            if let Some((name, done)) = done.take() {
                done(Chosen {
                    name,
                    text: text(&value),
                });
            }
        })
    };
    let (got, refused) = (
        tell(|buffer| Ok(decode(&js_sys::Uint8Array::new(buffer).to_vec()))),
        tell(|_| Err(NotRead::Refused)),
    );
    let _ = bytes.then2(&got, &refused);
    // One of the two is called, once, after this function has returned.
    got.forget();
    refused.forget();
}

/// Spreadsheets write UTF-8, or the older encoding of Windows in the West.
fn decode(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(
        |_| {
            let decoder = TextDecoder::new_with_label("windows-1252");
            decoder
                .and_then(|decoder| decoder.decode_with_u8_array(bytes))
                .unwrap_or_default()
        },
        ToOwned::to_owned,
    )
}
