//! One `assess`: natively, in Chromium, by the million, and the same rules on publicodes.

use super::ratios::Ratios;
use crate::run::{command, output, root, run, say};
use crate::{serve, tools};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::Path;
use std::time::Instant;

/// Profiles compared with the peer.
const COMPARED: usize = 1_000;
/// Profiles streamed through the example.
const STREAMED: usize = 1_000_000;

/// Times them, prints the figures, and gives their ratios.
pub fn print() -> Result<Ratios, String> {
    let scratch = root().join("target/bench");
    fs::create_dir_all(&scratch).map_err(|error| format!("{}: {error}", scratch.display()))?;
    let native = native()?;
    let wasm = in_chromium(&scratch)?;
    let streamed = streamed(&scratch)?;
    let peer = peer(&scratch)?;
    println!(
        "\n{:<44} {:>10} {:>10} {:>10}",
        "one assess, µs", "minimum", "median", "maximum"
    );
    println!(
        "{:<44} {:>10.2} {:>10.2} {:>10.2}",
        "native", native[0], native[1], native[2]
    );
    println!(
        "{:<44} {:>10.2} {:>10.2} {:>10.2}",
        "the wasm as it ships, in Chromium", wasm[0], wasm[1], wasm[2]
    );
    println!(
        "{:<44} {:>10.2} {:>10.2} {:>10.2}",
        "publicodes, durations and price only", peer[0], peer[1], peer[2]
    );
    println!(
        "publicodes takes {:.0} × the native time, {:.0} × that of the wasm",
        peer[1] / native[1],
        peer[1] / wasm[1]
    );
    println!("a million profiles, JSON in and out: {streamed}");
    Ok(Ratios::from([
        (
            "assess, native ÷ publicodes".to_owned(),
            native[1] / peer[1],
        ),
        ("assess, wasm ÷ publicodes".to_owned(), wasm[1] / peer[1]),
    ]))
}

fn native() -> Result<[f64; 3], String> {
    say("timing the engine natively");
    let printed = output(command("cargo").args([
        "bench",
        "--quiet",
        "-p",
        "calliope-rules",
        "--bench",
        "assess",
    ]))
    .ok_or("the native benchmark failed")?;
    let nanoseconds = printed
        .lines()
        .last()
        .unwrap_or_default()
        .split_whitespace()
        .map(str::parse::<f64>);
    let figures: Vec<f64> = nanoseconds
        .filter_map(Result::ok)
        .map(|figure| figure / 1_000.0)
        .collect();
    figures
        .try_into()
        .map_err(|_| format!("the native benchmark printed {printed}"))
}

fn in_chromium(scratch: &Path) -> Result<[f64; 3], String> {
    let chromium = tools::for_browser()?;
    say("timing the engine in Chromium");
    let target = "wasm32-unknown-unknown";
    run(command("cargo").args([
        "build",
        "--quiet",
        "--profile",
        "web",
        "--target",
        target,
        "-p",
        "calliope-bench",
    ]))?;
    let module = root()
        .join("target")
        .join(target)
        .join("web/calliope_bench.wasm");
    let folder = scratch.join("engine");
    run(command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(&folder)
        .arg(module))?;
    crate::finish::optimise(&folder, &crate::finish::EVERY_PASS)?;
    fs::write(
        folder.join("index.html"),
        "<!doctype html><title>bench</title>",
    )
    .map_err(|error| error.to_string())?;
    let served = serve::folder(folder, 0)?;
    let printed = output(
        command("node")
            .args(["bench/engine.mjs", &served.address])
            .env("CHROMIUM", chromium),
    );
    figures(&printed.ok_or("the benchmark in Chromium failed")?)
}

/// The three figures that a script prints in JSON.
fn figures(json: &str) -> Result<[f64; 3], String> {
    let read = |key: &str| {
        let (_, rest) = json.split_once(&format!("\"{key}\":"))?;
        rest.split([',', '}']).next()?.parse::<f64>().ok()
    };
    match (read("min"), read("median"), read("max")) {
        (Some(min), Some(median), Some(max)) => Ok([min, median, max]),
        _ => Err(format!("a script printed {json}")),
    }
}

fn streamed(scratch: &Path) -> Result<String, String> {
    say("streaming a million profiles through the example");
    run(command("cargo").args([
        "build",
        "--quiet",
        "--release",
        "-p",
        "calliope-rules",
        "--example",
        "assess",
    ]))?;
    let profiles = write_profiles(&scratch.join("million.jsonl"), STREAMED)?;
    let begun = Instant::now();
    // GNU time tells the peak memory where it is there.
    let example = root().join("target/release/examples/assess");
    let timed = Path::new("/usr/bin/time").is_file();
    let mut assess = if timed {
        command("/usr/bin/time")
    } else {
        command("env")
    };
    if timed {
        assess.args(["-f", "%M"]);
    }
    let open =
        |path: &Path| File::open(path).map_err(|error| format!("{}: {error}", path.display()));
    let sink = File::create(scratch.join("million.out")).map_err(|error| error.to_string())?;
    let ended = assess
        .arg(example)
        .stdin(open(&profiles)?)
        .stdout(sink)
        .output()
        .map_err(|error| error.to_string())?;
    if !ended.status.success() {
        return Err("the example failed".to_owned());
    }
    let seconds = begun.elapsed().as_secs_f64();
    let peak = String::from_utf8_lossy(&ended.stderr)
        .trim()
        .parse::<f64>()
        .map_or(String::new(), |kilobytes| {
            format!(", peak memory {:.1} MB", kilobytes / 1_000.0)
        });
    Ok(format!(
        "{seconds:.1} s, {:.0} a second{peak}",
        STREAMED as f64 / seconds
    ))
}

fn peer(scratch: &Path) -> Result<[f64; 3], String> {
    tools::for_peer()?;
    say("timing publicodes on the same rules, and comparing the results to the cent");
    let profiles = write_profiles(&scratch.join("compared.jsonl"), COMPARED)?;
    let assessed = scratch.join("compared.out");
    let open =
        |path: &Path| File::open(path).map_err(|error| format!("{}: {error}", path.display()));
    let sink = File::create(&assessed).map_err(|error| error.to_string())?;
    run(command("target/release/examples/assess")
        .stdin(open(&profiles)?)
        .stdout(sink))?;
    let printed = output(
        command("node")
            .arg("bench/peer/run.mjs")
            .arg(&profiles)
            .arg(&assessed),
    );
    let printed = printed.ok_or("the peer failed")?;
    if !printed.contains("\"differences\":0") {
        return Err(format!("publicodes disagrees: {printed}"));
    }
    println!("{COMPARED} random profiles: publicodes agrees on every duration and every cent");
    figures(&printed)
}

/// Random profiles that the peer's rules cover, always the same ones.
fn write_profiles(path: &Path, count: usize) -> Result<std::path::PathBuf, String> {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % below
    };
    let mut text = String::new();
    for _ in 0..count {
        let bits = 1 + next(15);
        let codes: Vec<String> = ["AF", "BC", "VAE", "CFA"]
            .iter()
            .enumerate()
            .filter(|(index, _)| bits & (1 << index) != 0)
            .map(|(_, code)| format!("\"{code}\""))
            .collect();
        let new = if next(2) == 0 { "" } else { &codes[0] };
        let turnover = [149_999, 150_000, 749_999, 750_000, next(2_000_000)]
            [usize::try_from(next(5)).unwrap_or(0)];
        let later = if next(3) == 0 {
            next(2_000_000).to_string()
        } else {
            "null".to_owned()
        };
        let status =
            ["company", "independent", "subcontractor"][usize::try_from(next(3)).unwrap_or(0)];
        let _ = writeln!(
            text,
            "{{\"categories\":[{}],\"turnover_eur\":{turnover},\"extra_sites\":{},\"new_entrant\":[{new}],\
             \"surveillance_turnover_eur\":{later},\"status\":\"{status}\",\"audit_date\":\"2026-12-01\"}}",
            codes.join(","),
            next(60)
        );
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path.to_path_buf())
}
