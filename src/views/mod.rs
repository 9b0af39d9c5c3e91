//! One folder a view.

mod not_found;
mod quote;

pub use not_found::not_found;
pub use quote::quote;
