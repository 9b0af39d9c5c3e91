//! The cells of a CSV file, however a spreadsheet wrote it: semicolons, commas or tabs, quoted or not.

use csv_core::{ReadFieldResult, ReaderBuilder};

/// A row and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file it begins at, from 1.
    pub line: u64,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
}

/// The rows of a text; empty ones are left out.
#[must_use]
pub fn rows(text: &str) -> Vec<Row> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new().delimiter(delimiter(text)).build();
    let mut input = text.as_bytes();
    let (mut rows, mut cells, mut cell) = (Vec::new(), Vec::new(), Vec::new());
    let mut breaks = 0;
    let mut buffer = [0; 1024];
    loop {
        let (result, read, written) = reader.read_field(input, &mut buffer);
        input = &input[read..];
        cell.extend_from_slice(&buffer[..written]);
        match result {
            // Reading nothing more than nothing ends the last row.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { record_end } => {
                let cell = std::mem::take(&mut cell);
                breaks += cell.iter().filter(|byte| **byte == b'\n').count() as u64;
                cells.push(String::from_utf8_lossy(&cell).trim().to_owned());
                if record_end {
                    let cells = std::mem::take(&mut cells);
                    // The line break that ends a row is counted already.
                    let ended = text.as_bytes()[..text.len() - input.len()].ends_with(b"\n");
                    let line = reader.line() - u64::from(ended) - breaks;
                    breaks = 0;
                    let said = rows.is_empty() && cells.first().is_some_and(|cell| cell == "sep=");
                    if !said && cells.iter().any(|cell| !cell.is_empty()) {
                        rows.push(Row { line, cells });
                    }
                }
            }
            ReadFieldResult::End => return rows,
        }
    }
}

/// What stands between the cells: said by a first line `sep=;`, else what the first line has most of.
fn delimiter(text: &str) -> u8 {
    if let Some([said, ..]) = text.strip_prefix("sep=").map(str::as_bytes) {
        return *said;
    }
    let first = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    // Of equals the last wins: a semicolon unless another is there more often.
    [b'\t', b',', b';']
        .into_iter()
        .max_by_key(count)
        .unwrap_or(b';')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text).into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn any_spreadsheet_is_read() {
        for text in [
            "nom;cat\nA;AF\n",
            "nom,cat\r\nA,AF",
            "\u{feff}nom\tcat\r\nA\tAF\r\n\r\n",
            "\"nom\";\"cat\"\n\n;\n \"A\" ;AF",
            "sep=;\r\nnom;cat\r\nA;AF\r\n",
        ] {
            assert_eq!(cells(text)[1][1], "AF", "{text:?}");
        }
        assert_eq!(
            cells("a;b\n\"one;\"\"two\"\"\nthree\";x")[1],
            ["one;\"two\"\nthree", "x"]
        );
        assert_eq!(cells(""), Vec::<Vec<String>>::new());
        let lines: Vec<u64> = rows("a\n\"1\n2\"\n\n3")
            .iter()
            .map(|row| row.line)
            .collect();
        assert_eq!(lines, [1, 2, 5]);
    }

    proptest! {
        #[test]
        fn cells_are_those_of_a_known_reader(
            table in prop::collection::vec(prop::collection::vec("[a-zé;\"\n ]{1,9}", 2..4), 1..6)
        ) {
            let mut writer = csv::WriterBuilder::new()
                .delimiter(b';')
                .flexible(true)
                .quote_style(csv::QuoteStyle::Always)
                .from_writer(Vec::new());
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            // The first line tells the delimiter; a header names columns, without line breaks.
            let text = ["a;b;c;d\n", &text].concat();
            let trimmed: Vec<Vec<String>> = table
                .iter()
                .map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
                .filter(|row| row.iter().any(|cell| !cell.is_empty()))
                .collect();
            prop_assert_eq!(cells(&text)[1..].to_vec(), trimmed);
        }
    }
}
