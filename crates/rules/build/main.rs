//! Turns the dated tables of `data/` into statics, and refuses a bad row with its file and key.

mod tables;

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    let data = Path::new(&env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("data");
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    match tables::compile(&data).and_then(|mut files| {
        files.push(("illustrative.json", compact(&data.join("tariffs/T1.json"))?));
        Ok(files)
    }) {
        Ok(files) => {
            for (name, text) in files {
                if let Err(error) = fs::write(Path::new(&out).join(name), text) {
                    fail(&format!("{name}: {error}"));
                }
            }
        }
        Err(error) => fail(&error),
    }
}

/// The illustrative tariff without its indentation: it ships as text. No string of it spans lines.
fn compact(path: &Path) -> Result<String, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.lines().map(str::trim_start).collect())
}

/// Ends the build with a message that the compiler shows as it is.
fn fail(message: &str) -> ! {
    eprintln!("error: {message}");
    process::exit(1);
}
