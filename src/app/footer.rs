//! Who sells, under which rules; in an embed, the way to the full site.

use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, el, live};
use calliope_rules::RULES_VERSION;
use calliope_rules::settings::Seller;
use leptos::prelude::Get;

/// The foot of the page.
pub fn footer(state: State, words: Words) -> El {
    let texts = words.site();
    let privacy = live(move || match state.agreed.get() {
        true => words.embed().privacy.to_owned(),
        false => texts.privacy.to_owned(),
    });
    let checked = calliope_rules::sources::checked_on();
    let open = el("p").class("in-frame").child(
        el("a")
            .attr_live("href", live(move || state.link()))
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .child(words.embed().open_full),
    );
    let footer = el("footer").class("site-footer").child(open);
    let footer = match &state.settings.file.seller {
        Some(seller) => footer.child(sold_by(words, seller)),
        None => footer,
    };
    let about = View::AT_THE_FOOT.into_iter().map(|view| {
        let link = el("a")
            .attr_live("href", live(move || state.link_to(view)))
            .child(match view {
                View::Integrate => words.embed().integrate,
                view => words.view(view),
            });
        let class = if view == View::Integrate {
            "on-site"
        } else {
            ""
        };
        el("li").class(class).child(link)
    });
    footer
        .child(el("p").child(privacy))
        .child(about.fold(el("ul").class("about"), El::child))
        .child(el("p").child(texts.rules_version(&words.date(checked), RULES_VERSION)))
}

fn sold_by(words: Words, seller: &'static Seller) -> El {
    let texts = words.settings();
    let number = seller.accreditation.as_deref();
    let pages = [
        (&seller.legal_url, texts.legal),
        (&seller.privacy_url, texts.privacy),
    ];
    let line = el("p")
        .child(&*seller.name)
        .child(number.map(|number| [" · ", &texts.accreditation(number)].concat()));
    let line = pages.into_iter().fold(line, |line, (url, label)| {
        let link = url.as_deref().map(|url| {
            el("a")
                .attr("href", url)
                .attr("target", "_blank")
                .attr("rel", "noopener")
                .child(label)
        });
        line.child(link.is_some().then_some(" · ")).child(link)
    });
    line.child(" · ").child(texts.made_with)
}
