//! Texts compared as people type them: without case nor accents.

/// A text in lower case without the accents of French.
pub fn fold(text: &str) -> String {
    let plain = |character: char| match character {
        'à' | 'â' | 'ä' | 'À' | 'Â' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => 'e',
        'î' | 'ï' | 'Î' => 'i',
        'ô' | 'ö' | 'Ô' => 'o',
        'ù' | 'û' | 'ü' | 'Ù' => 'u',
        'ç' | 'Ç' => 'c',
        '’' => '\'',
        other => other.to_ascii_lowercase(),
    };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_needs_no_accents() {
        for (typed, text) in [
            ("reclamation", "Réclamations"),
            ("ÉVALUER", "évaluer"),
            ("l'offre", "l’offre"),
            ("ca", "ça"),
        ] {
            assert!(fold(text).contains(&fold(typed)), "{typed} in {text}");
        }
    }
}
