//! The duration table and how the price follows, for readers without JavaScript: from the engine's own tables.

use calliope_rules::days::DayRange;
use calliope_rules::duration::{Grid, Part, cell_rows};
use calliope_rules::profile::TurnoverBand;

/// A fragment of HTML in French, with a summary in English.
pub fn html() -> String {
    let table = |grid, caption: &str| {
        let rows: String = TurnoverBand::ALL
            .into_iter()
            .map(|band| row(grid, band))
            .collect();
        format!(
            "<table class=\"lines\"><caption>{caption}</caption><thead><tr><th scope=\"col\">Chiffre d’affaires HT</th>\
             <th scope=\"col\">Base</th><th scope=\"col\">AF</th><th scope=\"col\">BC</th><th scope=\"col\">VAE</th>\
             <th scope=\"col\">CFA</th></tr></thead><tbody>{rows}</tbody></table>"
        )
    };
    format!(
        "<main><h1>Durée et prix d’un audit Qualiopi</h1>\
         <p>Le calcul demande JavaScript. Sans lui, voici la règle : la durée est une base, plus ce qu’ajoute chaque \
         catégorie (actions de formation AF, bilans de compétences BC, VAE, apprentissage CFA), plus une demi-journée \
         par site échantillonné. Le renouvellement dure autant que l’audit initial.</p>{}{}\
         <p>« ≈ » : estimation, au plus la valeur indiquée, à confirmer par le certificateur. Un nouvel entrant ajoute \
         une demi-journée à l’audit de surveillance.</p>\
         <p>Le prix suit la durée : jours entiers au tarif journalier du certificateur, demi-journée restante au tarif \
         de la demi-journée, pour l’audit initial et l’audit de surveillance, puis la TVA. La plupart des organismes de \
         formation ne récupèrent pas la TVA : leur budget est le montant TTC.</p>\
         <p>Simulation indicative, sans valeur contractuelle. Source : arrêté du 6 juin 2019, art. 4 et 6.</p>\
         <p lang=\"en\">This calculator needs JavaScript. The table gives the rule: base days for the turnover band, plus \
         what each category adds, plus half a day per sampled site; “≈” marks an estimate to be confirmed by the \
         certifier.</p></main>",
        table(Grid::Initial, "Audit initial, en jours"),
        table(Grid::Surveillance, "Audit de surveillance, en jours"),
    )
}

fn row(grid: Grid, band: TurnoverBand) -> String {
    let name = match band {
        TurnoverBand::Under150k => "moins de 150 000 €",
        TurnoverBand::From150k => "de 150 000 € à moins de 750 000 €",
        TurnoverBand::From750k => "750 000 € et plus",
    };
    let cells: String = Part::ALL
        .into_iter()
        .map(|part| cell(grid, band, part))
        .collect();
    format!("<tr><th scope=\"row\">{name}</th>{cells}</tr>")
}

fn cell(grid: Grid, band: TurnoverBand, part: Part) -> String {
    let latest = cell_rows(grid, band, part)
        .0
        .last()
        .map(|row| (row.value, row.basis.confidence));
    let (DayRange { high, .. }, confidence) =
        latest.unwrap_or((DayRange::default(), calliope_rules::explain::Confidence::A));
    let mark = if confidence == calliope_rules::explain::Confidence::D {
        "≈\u{a0}"
    } else {
        ""
    };
    let plus = if part == Part::Base { "" } else { "+\u{a0}" };
    format!(
        "<td>{mark}{plus}{}</td>",
        high.to_string().replace('.', ",")
    )
}
