//! Drawing a text as a QR code, for a phone to read.
//!
//! Lives in a module of its own: the encoder weighs more than what asks for it.

use leptos::prelude::{document, window_event_listener_untyped};
use qrcodegen::{QrCode, QrCodeEcc};
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The id of the element that a code is drawn in; its attribute `data-text` holds the text.
pub const PLACE: &str = "qr";

const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");

/// Draws now, and each time the page asks again.
pub fn draw_when_asked() {
    draw();
    // The module stays as long as the page.
    std::mem::forget(window_event_listener_untyped("calliope:qr", |_| draw()));
}

fn draw() {
    let place = document().get_element_by_id(PLACE);
    let text = place
        .as_ref()
        .and_then(|place| place.get_attribute("data-text"));
    if let (Some(place), Some(text)) = (place, text)
        && let Ok(code) = QrCode::encode_text(&text, QrCodeEcc::Medium)
    {
        let _ = paint(&place, &code);
    }
}

fn paint(place: &Element, code: &QrCode) -> Result<(), JsValue> {
    let drawing = document().create_element_ns(SVG, "svg")?;
    // Four modules of quiet around the code, as its standard asks.
    let side = (code.size() + 8).to_string();
    drawing.set_attribute("viewBox", &["-4 -4 ", &side, " ", &side].concat())?;
    drawing.set_attribute("aria-hidden", "true")?;
    let path = document().create_element_ns(SVG, "path")?;
    path.set_attribute("d", &outline(code))?;
    drawing.append_child(&path)?;
    place.set_text_content(None);
    place.append_child(&drawing)?;
    Ok(())
}

/// One rectangle for each run of dark modules in a row.
fn outline(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let run = (x - from).to_string();
                let start = ["M", &from.to_string(), " ", &y.to_string()].concat();
                path.push_str(&[&start, "h", &run, "v1h-", &run, "z"].concat());
            }
            x += 1;
        }
    }
    path
}
