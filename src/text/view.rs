//! The names of the views.

use super::Words;
use crate::state::View;

impl Words {
    /// The name of a view, in the menu and in the title of the page.
    #[must_use]
    pub const fn view(self, view: View) -> &'static str {
        let names = self.views();
        match view {
            View::Quote => names.quote,
            View::Indicators => names.indicators,
            View::Calendar => names.calendar,
            View::Eligibility => names.eligibility,
            View::Nda => names.nda,
            View::Findings => names.findings,
            View::Readiness => names.readiness,
            View::Compare => names.compare,
            View::Drafts => names.drafts,
            View::Rules => names.rules,
            View::Integrate => names.integrate,
            View::Dossier => names.dossier,
            View::Privacy => names.privacy,
            View::Accessibility => names.accessibility,
            View::NotFound => names.not_found,
        }
    }
}
