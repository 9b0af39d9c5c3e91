//! The module with every view, loaded once another view than the quote is asked for.

use calliope::app::app;
use calliope::{browser, views};

fn main() {
    browser::fault::watch();
    browser::document::mount(|| app(&views::ALL));
}
