//! What a partner pastes: the tag, the frame alone, the lines of a content policy.

/// What the tag asks for; empty for what is left as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// Where the site is, up to its last `/`.
    pub base: String,
    /// The word of the view.
    pub view: String,
    /// `fr`, `en`.
    pub lang: String,
    /// `#1f6f54`.
    pub accent: String,
    /// `light`, `dark`.
    pub theme: String,
    /// The answers, as in a link.
    pub profile: String,
    /// The name of the partner.
    pub partner: String,
    /// Pixels.
    pub height: String,
}

impl Tag {
    /// The script and the element.
    #[must_use]
    pub fn element(&self) -> String {
        let mut text = [
            "<script src=\"",
            &escape(&self.base),
            "embed.js\" async></script>\n<calliope-quote",
        ]
        .concat();
        for (name, value) in self.attributes() {
            if !value.is_empty() {
                text.push_str(&[" ", name, "=\"", &escape(value), "\""].concat());
            }
        }
        text.push_str("></calliope-quote>");
        text
    }

    /// The attributes of the element, set or not.
    #[must_use]
    pub fn attributes(&self) -> [(&'static str, &str); 7] {
        [
            ("view", &self.view),
            ("lang", &self.lang),
            ("accent", &self.accent),
            ("theme", &self.theme),
            ("profile", &self.profile),
            ("partner", &self.partner),
            ("height", &self.height),
        ]
    }

    /// The address of the frame.
    #[must_use]
    pub fn address(&self) -> String {
        let mut text = [&self.base, "#/", &self.view, "?v=1"].concat();
        let accent = self.accent.trim_start_matches('#');
        let pairs = [
            ("lang", &*self.lang),
            ("embed", "1"),
            ("accent", accent),
            ("theme", &self.theme),
        ];
        if !self.profile.is_empty() {
            text.push_str(&["&", &self.profile].concat());
        }
        for (key, value) in pairs {
            if !value.is_empty() {
                text.push_str(&["&", key, "=", value].concat());
            }
        }
        text
    }

    /// The frame alone, for a page that takes no script: its height stays.
    #[must_use]
    pub fn frame(&self, title: &str) -> String {
        let height = if self.height.is_empty() {
            "900"
        } else {
            &self.height
        };
        [
            "<iframe src=\"",
            &escape(&self.address()),
            "\" title=\"",
            &escape(title),
            "\" width=\"100%\" height=\"",
            &escape(height),
            "\" loading=\"lazy\" referrerpolicy=\"no-referrer\" allow=\"clipboard-write; web-share\" frameborder=\"0\"></iframe>",
        ]
        .concat()
    }

    /// What a content policy must allow.
    #[must_use]
    pub fn policy(&self) -> String {
        let path = self.base.splitn(4, '/').take(3).collect::<Vec<_>>();
        let origin = path.join("/");
        ["script-src ", &origin, "; frame-src ", &origin].concat()
    }
}

/// A text inside the quotes of an attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag() -> Tag {
        Tag {
            base: "https://certif.example/devis/".to_owned(),
            view: "devis".to_owned(),
            ..Tag::default()
        }
    }

    #[test]
    fn a_bare_tag_names_its_view() {
        assert_eq!(
            tag().element(),
            "<script src=\"https://certif.example/devis/embed.js\" async></script>\n\
             <calliope-quote view=\"devis\"></calliope-quote>"
        );
        assert_eq!(
            tag().address(),
            "https://certif.example/devis/#/devis?v=1&embed=1"
        );
        assert_eq!(
            tag().policy(),
            "script-src https://certif.example; frame-src https://certif.example"
        );
    }

    #[test]
    fn what_is_asked_for_is_written_and_nothing_leaves_its_quotes() {
        let full = Tag {
            lang: "en".to_owned(),
            accent: "#1f6f54".to_owned(),
            theme: "dark".to_owned(),
            profile: "cat=AF&ca=120000".to_owned(),
            partner: "\"><script>".to_owned(),
            height: "700".to_owned(),
            ..tag()
        };
        assert!(full.element().ends_with(
            "<calliope-quote view=\"devis\" lang=\"en\" accent=\"#1f6f54\" theme=\"dark\" \
             profile=\"cat=AF&amp;ca=120000\" partner=\"&quot;>&lt;script>\" height=\"700\"></calliope-quote>"
        ));
        assert_eq!(
            full.address(),
            "https://certif.example/devis/#/devis?v=1&cat=AF&ca=120000&lang=en&embed=1&accent=1f6f54&theme=dark"
        );
        assert!(full.frame("Devis").contains("height=\"700\""));
    }
}
