//! Comma-separated values as French spreadsheets open them: semicolons, UTF-8 with its mark, no formula.

/// A table being written.
pub struct Table(String);

impl Table {
    /// A table with its header.
    pub fn new(header: &[&str]) -> Self {
        let mut table = Self("\u{feff}".to_owned());
        table.row(header);
        table
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[&str]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.0.push(';');
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    /// A cell that a spreadsheet would take for a formula is kept a text by an apostrophe.
    fn cell(&mut self, cell: &str) {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let quoted = formula || cell.contains([';', '"', '\n', '\r']);
        if quoted {
            self.0.push('"');
        }
        if formula {
            self.0.push('\'');
        }
        self.0.push_str(&cell.replace('"', "\"\""));
        if quoted {
            self.0.push('"');
        }
    }

    /// The text of the file.
    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_are_texts() {
        let mut table = Table::new(&["a", "b"]);
        table.row(&["=1+1", "-2"]);
        table.row(&["+33", "@x"]);
        table.row(&["say \"so\"; yes", "two\nlines"]);
        assert_eq!(
            table.finish(),
            "\u{feff}a;b\r\n\"'=1+1\";\"'-2\"\r\n\"'+33\";\"'@x\"\r\n\"say \"\"so\"\"; yes\";\"two\nlines\"\r\n"
        );
    }
}
