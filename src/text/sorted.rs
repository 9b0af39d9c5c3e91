//! Putting things in order, in one piece of code for all lists: each type sorted by itself weighs 5 kB.

use chrono::{Datelike, NaiveDate};

/// Things in the order of what `key` gives: by number, then by text, then as they stand.
#[must_use]
pub fn sorted<T>(things: Vec<T>, key: impl Fn(&T) -> (i64, String)) -> Vec<T> {
    let keys = things.iter().map(key).collect();
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    order(keys)
        .into_iter()
        .filter_map(|place| things[place].take())
        .collect()
}

/// Things in the order of their days, then as they stand.
#[must_use]
pub fn by_day<T>(things: Vec<T>, day: impl Fn(&T) -> NaiveDate) -> Vec<T> {
    sorted(things, |thing| {
        (day(thing).num_days_from_ce().into(), String::new())
    })
}

fn order(keys: Vec<(i64, String)>) -> Vec<usize> {
    let with_place = |(place, (number, text))| (number, text, place);
    let mut keys: Vec<(i64, String, usize)> =
        keys.into_iter().enumerate().map(with_place).collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, _, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_before_texts_and_equals_stay() {
        let things = vec![(1, "b", 'w'), (0, "z", 'x'), (1, "a", 'y'), (1, "b", 'z')];
        let sorted = sorted(things, |(number, text, _)| (*number, (*text).to_owned()));
        let names: String = sorted.iter().map(|(_, _, name)| name).collect();
        assert_eq!(names, "xywz");
    }
}
