//! Fields, figures and explanations: what every view is made of.

pub mod amount;
mod bar;
mod choices;
mod element;
mod figure;
mod ledger;
mod live;
pub mod svg;
mod text_field;
mod timeline;

pub use bar::bar;
pub use choices::{Choices, check, check_named, choices};
pub use element::{El, el};
pub use figure::{Figure, figure};
pub use ledger::{LedgerRow, citation, ledger};
pub use live::{Live, Take, fixed, live, now, take, when};
pub use text_field::{TextField, line_of_text, text_field};
pub use timeline::{Band, Line, Mark, timeline};
