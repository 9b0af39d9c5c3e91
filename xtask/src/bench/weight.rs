//! What the site weighs, raw and compressed as hosts send it.

use crate::run::say;
use crate::site;
use std::fs;
use std::path::PathBuf;

/// The most that a file may weigh once compressed, in bytes, by how its name begins and ends: the modules of the first
/// visit in each language, what is looked up, the consultant's desk, QR codes; then the script of partners.
const BUDGETS: [(&str, &str, usize); 6] = [
    ("calliope-", ".wasm", 115_000),
    ("en-", ".wasm", 115_000),
    ("views-", ".wasm", 230_000),
    ("desk-", ".wasm", 340_000),
    ("qr-", ".wasm", 20_000),
    ("embed", ".js", 2_000),
];

struct Weight {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints each shipped file and their sum.
pub fn print() -> Result<(), String> {
    say("weighing dist/");
    let weights = weigh()?;
    println!("{:<44} {:>10} {:>10}", "file", "raw", "brotli-11");
    for weight in &weights {
        println!(
            "{:<44} {:>10} {:>10}",
            weight.name, weight.raw, weight.brotli
        );
    }
    let total = |pick: fn(&Weight) -> usize| weights.iter().map(pick).sum::<usize>();
    println!(
        "{:<44} {:>10} {:>10}",
        "total",
        total(|weight| weight.raw),
        total(|weight| weight.brotli)
    );
    Ok(())
}

/// Fails when a module outgrows its budget, or is not there.
pub fn check_budget() -> Result<(), String> {
    let weights = weigh()?;
    for (start, end, budget) in BUDGETS {
        let module = weights
            .iter()
            .find(|weight| weight.name.starts_with(start) && weight.name.ends_with(end))
            .ok_or_else(|| format!("dist holds no {start}*{end}"))?;
        if module.brotli > budget {
            return Err(format!(
                "{} weighs {} bytes in brotli, more than {budget}",
                module.name, module.brotli
            ));
        }
    }
    Ok(())
}

fn weigh() -> Result<Vec<Weight>, String> {
    let entries = fs::read_dir(site::dist()).map_err(|error| format!("dist: {error}"))?;
    let mut weights = Vec::new();
    let size = |path: PathBuf| {
        let size = fs::metadata(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        usize::try_from(size.len()).map_err(|error| error.to_string())
    };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        // What is sent is what stands beside the file.
        let Some(name) = name.strip_suffix(".br") else {
            continue;
        };
        weights.push(Weight {
            raw: size(site::dist().join(name))?,
            brotli: size(entry.path())?,
            name: name.to_owned(),
        });
    }
    weights.sort_by_key(|weight| std::cmp::Reverse(weight.brotli));
    Ok(weights)
}
