//! The module that draws links as QR codes, fetched once one is asked for.

fn main() {
    calliope::browser::qr::draw_when_asked();
}
