//! The dates of a cycle.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use calliope_rules::cycle::cycle;
use calliope_rules::date::format_iso;
use common::{day, table};

#[test]
fn decisions_give_dates() {
    for row in table("cases/cycle.csv") {
        let cycle = cycle(day(&row["decision"]));
        for (name, milestone) in [
            ("expiry", cycle.expiry),
            ("surveillance_from", cycle.surveillance_from),
            ("surveillance_to", cycle.surveillance_to),
            ("renewal_contact", cycle.renewal_contact),
            ("renewal_latest", cycle.renewal_latest),
        ] {
            assert_eq!(
                format_iso(milestone.date),
                row[name],
                "{name} of {}",
                row["decision"]
            );
        }
    }
}
