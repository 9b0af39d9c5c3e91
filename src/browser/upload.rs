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

/// How a file may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 only.
    Utf8,
    /// UTF-8, or what spreadsheets write: the older encoding of Windows in the West, UTF-16.
    Western,
}

/// Makes a text of what the browser gives.
type Decode = Box<dyn Fn(&JsValue) -> Result<String, NotRead>>;

/// Reads the file chosen in the input that `event` comes from, unless it has more than `max` bytes.
pub fn read(event: &Event, max: usize, encoding: Encoding, done: impl FnOnce(Chosen) + 'static) {
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
    let tell = |text: Decode| {
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
        tell(Box::new(move |buffer| {
            decode(&js_sys::Uint8Array::new(buffer).to_vec(), encoding)
        })),
        tell(Box::new(|_| Err(NotRead::Refused))),
    );
    let _ = bytes.then2(&got, &refused);
    // One of the two is called, once, after this function has returned.
    got.forget();
    refused.forget();
}

fn decode(bytes: &[u8], encoding: Encoding) -> Result<String, NotRead> {
    // As spreadsheets write "Unicode text".
    if encoding == Encoding::Western && bytes.starts_with(&[0xff, 0xfe]) {
        return decode_with("utf-16le", bytes);
    }
    match (std::str::from_utf8(bytes), encoding) {
        (Ok(text), _) => Ok(text.to_owned()),
        (Err(_), Encoding::Utf8) => Err(NotRead::Refused),
        (Err(_), Encoding::Western) => decode_with("windows-1252", bytes),
    }
}

fn decode_with(label: &str, bytes: &[u8]) -> Result<String, NotRead> {
    TextDecoder::new_with_label(label)
        .and_then(|decoder| decoder.decode_with_u8_array(bytes))
        .map_err(|_| NotRead::Refused)
}
