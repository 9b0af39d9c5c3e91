//! Shows a banner if anything panics, then mounts the app.

use calliope::app::app;
use calliope::browser;

fn main() {
    browser::fault::watch();
    browser::document::mount(app);
}
