//! What readers without JavaScript find around the still: that it is an example, and the duration table, from the engine's
//! own tables.

use calliope_rules::days::DayRange;
use calliope_rules::duration::{Grid, Part, cell_rows};
use calliope_rules::explain::Confidence;
use calliope_rules::profile::TurnoverBand;
use calliope_rules::profile::link::Lang;

struct Texts {
    before: &'static str,
    title: &'static str,
    rule: &'static str,
    captions: [&'static str; 2],
    turnover: &'static str,
    base: &'static str,
    bands: [&'static str; 3],
    comma: &'static str,
    notes: [&'static str; 3],
}

const FRENCH: Texts = Texts {
    before: "<strong>Le calcul demande JavaScript.</strong> Sans lui, voici un exemple, qui ne suit pas vos réponses, puis \
             la table des durées.",
    title: "Durée d’un audit Qualiopi",
    rule: "La durée est une base, plus ce qu’ajoute chaque catégorie (actions de formation AF, bilans de compétences BC, \
           VAE, apprentissage CFA), plus une demi-journée par site échantillonné. Le renouvellement dure autant que \
           l’audit initial.",
    captions: ["Audit initial, en jours", "Audit de surveillance, en jours"],
    turnover: "Chiffre d’affaires HT",
    base: "Base",
    bands: [
        "moins de 150 000 €",
        "de 150 000 € à moins de 750 000 €",
        "750 000 € et plus",
    ],
    comma: ",",
    notes: [
        "« ≈ » : estimation, au plus la valeur indiquée, à confirmer par le certificateur. Un nouvel entrant ajoute une \
         demi-journée à l’audit de surveillance.",
        "Le prix suit la durée : jours entiers au tarif journalier du certificateur, demi-journée restante au tarif de la \
         demi-journée, pour l’audit initial et l’audit de surveillance, puis la TVA. La plupart des organismes de formation \
         ne récupèrent pas la TVA : leur budget est le montant TTC.",
        "Simulation indicative, sans valeur contractuelle. Source : arrêté du 6 juin 2019, art. 4 et 6.",
    ],
};

const ENGLISH: Texts = Texts {
    before: "<strong>This calculator needs JavaScript.</strong> Without it, here is an example, which does not follow your \
             answers, then the duration table.",
    title: "Duration of a Qualiopi audit",
    rule: "The duration is a base, plus what each category adds (training AF, skills assessments BC, validation of \
           experience VAE, apprenticeship CFA), plus half a day per sampled site. A renewal lasts as long as the initial \
           audit.",
    captions: ["Initial audit, in days", "Surveillance audit, in days"],
    turnover: "Turnover excl. VAT",
    base: "Base",
    bands: [
        "under €150,000",
        "from €150,000 to under €750,000",
        "€750,000 and over",
    ],
    comma: ".",
    notes: [
        "“≈” marks an estimate: at most this value, to be confirmed by the certifier. A new entrant adds half a day to the \
         surveillance audit.",
        "The price follows the duration: whole days at the certifier’s daily rate, a remaining half-day at its half-day \
         rate, for the initial and the surveillance audits, then VAT. Most training providers do not recover VAT: their \
         budget is the amount incl. VAT.",
        "Indicative, not binding. Source: order of 6 June 2019, articles 4 and 6.",
    ],
};

/// The HTML before the still, and after it.
pub fn around(lang: Lang) -> [String; 2] {
    let texts = match lang {
        Lang::Fr => &FRENCH,
        Lang::En => &ENGLISH,
    };
    let Texts {
        before,
        title,
        rule,
        captions: [initial, surveillance],
        notes,
        ..
    } = texts;
    let notes: String = notes.iter().map(|note| format!("<p>{note}</p>")).collect();
    [
        format!("<div class=\"banner\"><p>{before}</p></div>"),
        format!(
            "<section aria-labelledby=\"durations\"><h2 id=\"durations\">{title}</h2><p>{rule}</p>{}{}{notes}</section>",
            table(texts, Grid::Initial, initial),
            table(texts, Grid::Surveillance, surveillance),
        ),
    ]
}

fn table(texts: &Texts, grid: Grid, caption: &str) -> String {
    let bands = TurnoverBand::ALL.into_iter().zip(texts.bands);
    let rows: String = bands
        .map(|(band, name)| row(texts, grid, band, name))
        .collect();
    let heads: String = [texts.turnover, texts.base, "AF", "BC", "VAE", "CFA"]
        .iter()
        .map(|head| format!("<th scope=\"col\">{head}</th>"))
        .collect();
    format!(
        "<table class=\"lines\"><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )
}

fn row(texts: &Texts, grid: Grid, band: TurnoverBand, name: &str) -> String {
    let cells: String = Part::ALL
        .into_iter()
        .map(|part| cell(texts, grid, band, part))
        .collect();
    format!("<tr><th scope=\"row\">{name}</th>{cells}</tr>")
}

fn cell(texts: &Texts, grid: Grid, band: TurnoverBand, part: Part) -> String {
    let latest = cell_rows(grid, band, part)
        .0
        .last()
        .map(|row| (row.value, row.basis.confidence));
    let (DayRange { high, .. }, confidence) =
        latest.unwrap_or((DayRange::default(), Confidence::A));
    let mark = match confidence {
        Confidence::D => "≈\u{a0}",
        _ => "",
    };
    let plus = match part {
        Part::Base => "",
        _ => "+\u{a0}",
    };
    format!(
        "<td>{mark}{plus}{}</td>",
        high.to_string().replace('.', texts.comma)
    )
}
