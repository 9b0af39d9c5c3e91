//! The build script: the tables shipped compile, and a bad row is refused with its file and key.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

#[path = "../build/tables/mod.rs"]
mod tables;

use common::{folder, table};
use std::fs;
use std::path::{Path, PathBuf};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

#[test]
fn the_tables_shipped_compile() {
    assert_eq!(tables::compile(&data()).map(|_| ()), Ok(()));
}

#[test]
fn a_bad_row_is_refused_with_its_file_and_key() {
    let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bad-tables");
    assert!(folder().join("bad/tables.csv").is_file());
    for (number, row) in table("bad/tables.csv").iter().enumerate() {
        let copy = scratch.join(number.to_string());
        fs::create_dir_all(&copy).unwrap();
        for file in fs::read_dir(data())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
        {
            fs::copy(&file, copy.join(file.file_name().unwrap())).unwrap();
        }
        let text = fs::read_to_string(copy.join(&row["file"])).unwrap();
        assert!(text.contains(&row["find"]), "{row:?}: nothing to break");
        fs::write(
            copy.join(&row["file"]),
            text.replacen(&row["find"], &row["replace"], 1),
        )
        .unwrap();
        let error = tables::compile(&copy)
            .map(|_| ())
            .expect_err(&format!("{row:?} compiles"));
        assert!(
            error.contains(&row["message"]),
            "expected {:?}, found {error:?}",
            row["message"]
        );
    }
}
