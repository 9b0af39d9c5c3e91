//! Each file compressed once, beside itself, as small as it gets: a host then compresses nothing.

use super::files;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::thread;

/// What is smaller once compressed.
const KINDS: [&str; 7] = ["css", "html", "js", "json", "svg", "txt", "wasm"];

/// What the owner of the site writes after the build: a compressed copy would be stale.
const WRITTEN_LATER: &str = "site.json";

/// Writes `.br` and `.gz` beside each file of the folder that gains by it.
pub fn beside(folder: &Path) -> Result<(), String> {
    let files = files(folder)?;
    let gains = |name: &&String| {
        let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
        KINDS.contains(&kind) && *name != WRITTEN_LATER
    };
    let names: Vec<&String> = files.iter().filter(gains).collect();
    let compress = |name: &String| -> Result<(), String> {
        let path = folder.join(name);
        let at = |error: std::io::Error| format!("{name}: {error}");
        let bytes = fs::read(&path).map_err(at)?;
        for (ending, small) in [("br", brotli(&bytes)), ("gz", gzip(&bytes))] {
            fs::write(folder.join(format!("{name}.{ending}")), small.map_err(at)?).map_err(at)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let halves = names.chunks(names.len().div_ceil(2).max(1));
        let work: Vec<_> = halves
            .map(|half| scope.spawn(move || half.iter().try_for_each(|name| compress(name))))
            .collect();
        let ended = |work: thread::ScopedJoinHandle<'_, Result<(), String>>| {
            work.join()
                .unwrap_or_else(|_| Err("compressing failed".to_owned()))
        };
        work.into_iter().try_for_each(ended)
    })
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    // No date and no name: the same file gives the same bytes.
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
