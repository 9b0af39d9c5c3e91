//! The module of the first visit: the quote alone, in one language.

use calliope::app::app;
use calliope::{browser, views};

fn main() {
    browser::fault::watch();
    browser::document::mount(|| app(&views::QUOTE));
}
