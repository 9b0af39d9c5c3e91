//! Fields, figures and explanations: what every view is made of.

pub mod amount;
mod choices;
mod element;
mod figure;
mod ledger;
mod live;
mod text_field;

pub use choices::{Choices, check, choices};
pub use element::{El, el};
pub use figure::{Figure, figure};
pub use ledger::{LedgerRow, ledger};
pub use live::{Live, Take, fixed, live, now, take, when};
pub use text_field::{TextField, text_field};
