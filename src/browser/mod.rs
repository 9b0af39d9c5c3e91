//! The only place that touches the browser.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
mod event;
pub mod fault;
pub mod frame;
pub mod json;
pub mod leaving;
pub mod qr;
pub mod share;
pub mod still;
pub mod storage;
pub mod timer;
pub mod upload;
