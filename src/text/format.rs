//! Numbers, amounts, durations and dates as people write them in French and in English.

use super::{Form, Words};
use calliope_rules::days::HalfDays;
use calliope_rules::facts::{Fact, Unit};
use calliope_rules::money::{BasisPoints, Cents};
use calliope_rules::profile::link::Lang;
use chrono::{Datelike, NaiveDate};

/// Narrow no-break space, between thousands in French.
const NARROW: char = '\u{202f}';
/// No-break space, before the euro sign in French.
const NO_BREAK: char = '\u{a0}';

impl Words {
    /// `120 000` or `120,000`.
    #[must_use]
    pub fn integer(self, value: u64) -> String {
        let digits = value.to_string();
        let mut text = String::with_capacity(digits.len() + 4);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(match self.lang() {
                    Lang::Fr => NARROW,
                    Lang::En => ',',
                });
            }
            text.push(digit);
        }
        text
    }

    /// `2 070,00 €` or `€2,070.00`.
    #[must_use]
    pub fn money(self, amount: Cents) -> String {
        self.euros(amount, true)
    }

    /// The same without cents when there are none: `2 070 €`.
    #[must_use]
    pub fn money_short(self, amount: Cents) -> String {
        self.euros(amount, amount.get() % 100 != 0)
    }

    fn euros(self, amount: Cents, with_cents: bool) -> String {
        let magnitude = amount.get().unsigned_abs();
        let mut number = self.integer(magnitude / 100);
        if with_cents {
            number.push(self.decimal_mark());
            let cents = magnitude % 100;
            if cents < 10 {
                number.push('0');
            }
            number.push_str(&cents.to_string());
        }
        let sign = if amount.get() < 0 { "−" } else { "" };
        match self.lang() {
            Lang::Fr => [sign, &number, &NO_BREAK.to_string(), "€"].concat(),
            Lang::En => [sign, "€", &number].concat(),
        }
    }

    const fn decimal_mark(self) -> char {
        match self.lang() {
            Lang::Fr => ',',
            Lang::En => '.',
        }
    }

    /// `1,5` or `1.5`, `2` for two days.
    #[must_use]
    pub fn days_number(self, days: HalfDays) -> String {
        let mut text = days.whole_days().to_string();
        if days.has_half() {
            text.push(self.decimal_mark());
            text.push('5');
        }
        text
    }

    /// `1,5 jour`, `2 jours`, `1.5 days`.
    #[must_use]
    pub fn days(self, days: HalfDays) -> String {
        // French: plural from two on. English: singular for one only.
        let one = match self.lang() {
            Lang::Fr => days.get() < 4,
            Lang::En => days.get() == 2,
        };
        self.units().days(
            if one { Form::One } else { Form::Other },
            &self.days_number(days),
        )
    }

    /// `1,5 j`.
    #[must_use]
    pub fn days_short(self, days: HalfDays) -> String {
        self.units().days_short(&self.days_number(days))
    }

    /// The form of a whole number.
    #[must_use]
    pub const fn form_of(self, count: u64) -> Form {
        match (self.lang(), count) {
            (Lang::Fr, 0 | 1) | (Lang::En, 1) => Form::One,
            _ => Form::Other,
        }
    }

    /// `20 %` or `20%`; decimals where there are some: `8,5 %`.
    #[must_use]
    pub fn rate(self, rate: BasisPoints) -> String {
        let (whole, rest) = (rate.get() / 100, rate.get() % 100);
        let mut text = whole.to_string();
        if rest > 0 {
            text.push(self.decimal_mark());
            text.push_str(&(rest / 10).to_string());
            if rest % 10 > 0 {
                text.push_str(&(rest % 10).to_string());
            }
        }
        match self.lang() {
            Lang::Fr => [&text, "\u{a0}%"].concat(),
            Lang::En => [&text, "%"].concat(),
        }
    }

    /// `36 mois`, `10 jours ouvrés`, `77 700 €`, `30 avril`; the sign is left to the sentence around it.
    #[must_use]
    pub fn fact(self, fact: Fact) -> String {
        let count = u64::from(fact.value.unsigned_abs());
        let (form, n) = (self.form_of(count), self.integer(count));
        let units = self.units();
        match fact.unit {
            Unit::Months => units.months(form, &n),
            Unit::Days => units.calendar_days(form, &n),
            Unit::WorkingDays => units.working_days(form, &n),
            Unit::Euros => self.money_short(Cents::new(i64::from(fact.value) * 100)),
            Unit::Percent => match self.lang() {
                Lang::Fr => [&n, "\u{a0}%"].concat(),
                Lang::En => [&n, "%"].concat(),
            },
            Unit::Count => n,
            Unit::MonthDay => {
                let (month, day) = (fact.value.unsigned_abs() / 100, count % 100);
                [&day.to_string(), "\u{a0}", self.month(month)].concat()
            }
        }
    }

    /// The name of a month, 1 to 12.
    #[must_use]
    pub const fn month(self, month: u32) -> &'static str {
        let months = self.dates();
        match month {
            1 => months.january,
            2 => months.february,
            3 => months.march,
            4 => months.april,
            5 => months.may,
            6 => months.june,
            7 => months.july,
            8 => months.august,
            9 => months.september,
            10 => months.october,
            11 => months.november,
            _ => months.december,
        }
    }

    /// `1er décembre 2026` or `1 December 2026`.
    #[must_use]
    pub fn date(self, date: NaiveDate) -> String {
        let month = self.month(date.month());
        let first = date.day() == 1 && self.lang() == Lang::Fr;
        let year = date.year().to_string();
        let day = [
            date.day().to_string().as_str(),
            if first { "er" } else { "" },
        ]
        .concat();
        [&day, "\u{a0}", month, "\u{a0}", &year].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_both_languages() {
        let (fr, en) = (Words::new(Lang::Fr), Words::new(Lang::En));
        let cases = [
            (fr.money(Cents::new(207_000)), "2\u{202f}070,00\u{a0}€"),
            (en.money(Cents::new(207_000)), "€2,070.00"),
            (fr.money(Cents::new(-17_205)), "−172,05\u{a0}€"),
            (fr.money_short(Cents::new(207_000)), "2\u{202f}070\u{a0}€"),
            (
                fr.money_short(Cents::new(207_050)),
                "2\u{202f}070,50\u{a0}€",
            ),
            (fr.integer(1_000_000), "1\u{202f}000\u{202f}000"),
            (en.integer(999), "999"),
            (fr.days(HalfDays::new(1)), "0,5\u{a0}jour"),
            (fr.days(HalfDays::new(3)), "1,5\u{a0}jour"),
            (fr.days(HalfDays::new(4)), "2\u{a0}jours"),
            (en.days(HalfDays::new(2)), "1\u{a0}day"),
            (en.days(HalfDays::new(3)), "1.5\u{a0}days"),
            (en.days(HalfDays::new(1)), "0.5\u{a0}days"),
            (fr.rate(BasisPoints::new(2_000)), "20\u{a0}%"),
            (fr.rate(BasisPoints::new(850)), "8,5\u{a0}%"),
            (en.rate(BasisPoints::new(2_050)), "20.5%"),
            (
                fr.date(NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()),
                "1er\u{a0}décembre\u{a0}2026",
            ),
            (
                en.date(NaiveDate::from_ymd_opt(2026, 8, 31).unwrap()),
                "31\u{a0}August\u{a0}2026",
            ),
        ];
        for (written, expected) in cases {
            assert_eq!(written, expected);
        }
    }
}
