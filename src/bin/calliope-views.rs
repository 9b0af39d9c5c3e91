//! The module with every view that a prospect looks up.

use calliope::app::app;
use calliope::{browser, views};

fn main() {
    browser::fault::watch();
    browser::document::mount(|| app(&views::LOOKED_UP));
}
