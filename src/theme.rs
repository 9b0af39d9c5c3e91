//! The accent that a certifier or a partner brings, made to read well on the paper of each scheme.
//!
//! Contrast is that of WCAG 2.2 (1.4.3): (L1 + 0.05) / (L2 + 0.05), at least 4.5 for text.

/// The least contrast of text; a little above the norm, since luminance is approximated.
const READABLE: f32 = 4.65;

/// A colour, as red, green and blue from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// Light or dark paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// `light` or `dark`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What stands behind the text: `--paper` and `--sheet` of `style/tokens.css`.
    const fn grounds(self) -> [Colour; 2] {
        match self {
            Self::Light => [Colour([0xfb, 0xfa, 0xf7]), Colour([0xff, 0xff, 0xff])],
            Self::Dark => [Colour([0x15, 0x19, 0x17]), Colour([0x1c, 0x21, 0x1f])],
        }
    }

    /// Where a colour goes to stand out.
    const fn away(self) -> Colour {
        match self {
            Self::Light => Colour([0; 3]),
            Self::Dark => Colour([255; 3]),
        }
    }
}

impl Colour {
    /// Reads `#1f6f54`, with or without its `#`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix('#').unwrap_or(text).as_bytes();
        let digit = |place: usize| char::from(*hex.get(place)?).to_digit(16);
        let part = |place: usize| u8::try_from(digit(place)? * 16 + digit(place + 1)?).ok();
        if hex.len() != 6 {
            return None;
        }
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// `#1f6f54`.
    #[must_use]
    pub fn hex(self) -> String {
        let digits = self.0.into_iter().flat_map(|part| [part >> 4, part & 15]);
        let digits = digits.filter_map(|digit| char::from_digit(digit.into(), 16));
        std::iter::once('#').chain(digits).collect()
    }

    /// This colour where it reads well on the paper of `scheme`, else the nearest to it that does.
    #[must_use]
    pub fn readable(self, scheme: Scheme) -> Self {
        (0..=STEPS)
            .map(|step| self.mixed(scheme.away(), step))
            .find(|colour| colour.least_contrast(scheme) >= READABLE)
            .unwrap_or(scheme.away())
    }

    /// The contrast of text of this colour where it is least: on the paper, or on the wash of itself.
    #[must_use]
    pub fn least_contrast(self, scheme: Scheme) -> f32 {
        let [paper, sheet] = scheme.grounds();
        // `--accent-wash` is 8 % of the accent on the sheet.
        let wash = sheet.mixed(self, STEPS * 8 / 100);
        self.contrast(paper).min(self.contrast(wash))
    }

    /// The contrast with another colour, 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// `steps` hundredths of `other` in this colour.
    fn mixed(self, other: Self, steps: u32) -> Self {
        let mut parts = self.0;
        for (part, other) in parts.iter_mut().zip(other.0) {
            let mix = u32::from(*part) * (STEPS - steps) + u32::from(other) * steps;
            *part = u8::try_from((mix + STEPS / 2) / STEPS).unwrap_or(u8::MAX);
        }
        Self(parts)
    }

    /// Relative luminance. A cubic stands for the curve of sRGB: the power function weighs more than this file.
    fn luminance(self) -> f32 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f32::from(part) / 255.0;
            part * (part * (part * 0.305_306_01 + 0.682_171_1) + 0.012_522_878)
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// How finely colours are mixed.
const STEPS: u32 = 100;

#[cfg(test)]
mod tests {
    use super::*;

    /// The norm, to the letter.
    fn contrast(a: Colour, b: Colour) -> f64 {
        let luminance = |colour: Colour| {
            let [r, g, b] = colour.0.map(|part| {
                let part = f64::from(part) / 255.0;
                if part <= 0.04045 {
                    part / 12.92
                } else {
                    ((part + 0.055) / 1.055).powf(2.4)
                }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn accents() -> impl Iterator<Item = Colour> {
        let steps = || (0..=255).step_by(15);
        steps()
            .flat_map(move |r| steps().flat_map(move |g| steps().map(move |b| Colour([r, g, b]))))
    }

    #[test]
    fn any_accent_reads_well_by_day_and_by_night() {
        for accent in accents() {
            for scheme in Scheme::ALL {
                let worn = accent.readable(scheme);
                let [paper, sheet] = scheme.grounds();
                let wash = sheet.mixed(worn, 8);
                for ground in [paper, sheet, wash] {
                    let contrast = contrast(worn, ground);
                    assert!(
                        contrast >= 4.5,
                        "{accent:?} {scheme:?}: {worn:?} {contrast}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_button_of_the_accent_can_be_read() {
        let inks = [Colour([255; 3]), Colour([0x0d, 0x1f, 0x1b])];
        for accent in accents() {
            for (scheme, ink) in Scheme::ALL.into_iter().zip(inks) {
                let contrast = contrast(accent.readable(scheme), ink);
                assert!(contrast >= 4.5, "{accent:?} {scheme:?}: {contrast}");
            }
        }
    }

    #[test]
    fn a_colour_that_reads_well_stays_as_it_is() {
        let own = Colour::parse("#1f6f54").unwrap();
        assert_eq!(own.readable(Scheme::Light), own);
        assert_ne!(own.readable(Scheme::Dark), own);
    }

    #[test]
    fn colours_are_read_and_written() {
        for (text, read) in [
            ("#1f6f54", Some("#1f6f54")),
            ("1F6F54", Some("#1f6f54")),
            ("#fff", None),
            ("teal", None),
            ("#1f6f5", None),
            ("#1f6f5é", None),
            ("", None),
        ] {
            let hex = Colour::parse(text).map(Colour::hex);
            assert_eq!(hex.as_deref(), read, "{text}");
        }
    }

    #[test]
    fn the_grounds_are_those_of_the_style() {
        let tokens = include_str!("../style/tokens.css");
        for (place, name) in ["--paper", "--sheet", "--accent-ink"]
            .into_iter()
            .enumerate()
        {
            let line = tokens
                .lines()
                .find(|line| line.contains(&format!("{name}:")));
            let [light, dark] = Scheme::ALL.map(|scheme| match place {
                2 if scheme == Scheme::Light => "#ffffff".to_owned(),
                2 => "#0d1f1b".to_owned(),
                place => scheme.grounds()[place].hex(),
            });
            let pair = format!("{name}: var(--light, {light}) var(--dark, {dark});");
            assert_eq!(line.map(str::trim), Some(pair.as_str()));
        }
    }
}
