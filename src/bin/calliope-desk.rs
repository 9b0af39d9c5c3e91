//! The module with every view and the consultant's desk.

use calliope::app::app;
use calliope::{browser, views};

fn main() {
    browser::fault::watch();
    browser::document::mount(|| app(&views::ALL));
}
