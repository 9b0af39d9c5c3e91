//! The declaration of activity (NDA): its number, its file and clock, its mentions.

mod file;
mod mention;
mod number;

pub use file::{Applicant, Clock, Document, Item, clock, contract_requested, declare_by, file};
pub use mention::{Mention, Support, mention};
pub use number::{BadNumber, Number, Region, Warning};

mod table {
    #![allow(
        dead_code,
        reason = "rules without a number to compute are only listed"
    )]

    use super::mention::Formula;
    use super::number::Region;
    use crate::explain::{Basis, Confidence, RuleId};
    use crate::facts::{Fact, Unit};
    use crate::sources::{Source, documents};
    use crate::tables::{Dated, Row, day};
    include!(concat!(env!("OUT_DIR"), "/nda.rs"));
}
