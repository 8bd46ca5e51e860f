//! The numbers of a text, however its language writes them.
//!
//! What stands in digits must stand in the other language, too. What is said in words only explains
//! digits that the other language has: “third century” is `siglo III`, “May” is `5月`.

mod scan;
mod said;
mod tables;

use std::cell::OnceCell;
use std::collections::BTreeSet;

pub(super) use scan::fold;
use tables::MONTHS;

/// A number in thousand millionths: decimals compare exactly, milliards fit.
type Amount = u128;

/// One.
const ONE: Amount = 1_000_000_000;

/// A number in digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// As it is written.
    pub written: String,
    /// What it may mean: `1,234` is one number or another, by language. None: more than one number.
    amounts: Vec<Amount>,
    /// Its parts, where it may be several numbers: `26.05.2021`, `917 123`.
    parts: Vec<Amount>,
}

/// All numbers of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    /// Those in digits, in the order of the text.
    pub digits: Vec<Number>,
    /// What digits say beside: decades, hours.
    beside: Vec<Amount>,
    /// Those in words, months, Roman and Chinese numerals, and what digits say beside. Few texts
    /// differ so that it matters.
    said: OnceCell<BTreeSet<Amount>>,
    /// The folded text and its language.
    text: Vec<char>,
    language: String,
    /// Months that are said beside a number: `May 2021`.
    months: Vec<Number>,
    /// Whether the names of the months are known.
    knows_months: bool,
}

impl Numbers {
    /// The numbers of a text in a language (primary subtag).
    pub fn of(text: &str, language: &str) -> Self {
        // An idiom: other languages say “day and night”.
        let always = text.contains("24/7");
        let raw: Vec<char> = text.replace("24/7", " ").chars().collect();
        let text: Vec<char> = raw.iter().copied().map(fold).collect();
        let mut numbers = Self::default();
        numbers.beside.extend([24 * ONE, 7 * ONE].into_iter().filter(|_| always));
        scan::Scanner { raw: &raw, text: &text, language }.collect(&mut numbers);
        numbers.knows_months =
            language == "zh" || MONTHS.iter().any(|(known, _)| *known == language);
        numbers.months = said::months_of_dates(&text, language);
        (numbers.text, numbers.language) = (text, language.to_owned());
        numbers
    }

    /// What is said without digits.
    fn said(&self) -> &BTreeSet<Amount> {
        self.said.get_or_init(|| {
            let mut said: BTreeSet<Amount> = self.beside.iter().copied().collect();
            said::collect(&self.text, &self.language, &mut said);
            said
        })
    }

    /// Whether a text may hold numbers in digits: only where one does, two can differ.
    pub fn may_be_in(text: &str) -> bool {
        let is_near = |c| matches!(c, '\u{660}'..='\u{E59}' | '\u{FF10}'..='\u{FF19}');
        text.chars().any(|c| c.is_ascii_digit() || (is_near(c) && fold(c).is_ascii_digit()))
    }

    /// The numbers in digits that only the one and only the other has.
    pub fn difference<'a>(&'a self, other: &'a Self) -> (Vec<&'a Number>, Vec<&'a Number>) {
        let mut missing = Vec::new();
        let mut left: Vec<&Number> = other.digits.iter().collect();
        for number in &self.digits {
            match left.iter().position(|one| one.may_be(number)) {
                Some(at) => drop(left.remove(at)),
                None => missing.push(number),
            }
        }
        for number in std::mem::take(&mut missing) {
            if !other.take_parts(number, &mut left) {
                missing.push(number);
            }
        }
        left.retain(|number| !self.take_parts(number, &mut missing));
        missing.retain(|number| !other.explains(number));
        // A translation may say a number once more: “the same resolution 71/291”.
        left.retain(|number| {
            !self.explains(number) && !self.digits.iter().any(|own| own.may_be(number))
        });
        if self.knows_months && other.knows_months {
            missing.extend(self.months.iter().filter(|month| !other.has_month(month)));
            left.extend(other.months.iter().filter(|month| !self.has_month(month)));
        }
        (missing, left)
    }

    /// Whether a month is named, or stands in digits.
    fn has_month(&self, month: &Number) -> bool {
        let has = |amount: &Amount| {
            let mut all = self.digits.iter().flat_map(|one| one.amounts.iter().chain(&one.parts));
            all.any(|own| own == amount) || self.said().contains(amount)
        };
        self.months.iter().any(|own| own.amounts == month.amounts) || month.amounts.iter().all(has)
    }

    /// Takes the parts of a number of the other language out of numbers of this one; leaves all
    /// where one part is neither there nor said in another way.
    fn take_parts(&self, number: &Number, from: &mut Vec<&Number>) -> bool {
        let mut left = from.clone();
        for part in &number.parts {
            match left.iter().position(|one| one.amounts.contains(part)) {
                Some(at) => drop(left.remove(at)),
                None if self.said().contains(part) => {}
                None => return false,
            }
        }
        let taken = number.parts.len() > 1;
        if taken {
            *from = left;
        }
        taken
    }

    /// Whether a number that the other language has in digits is said here in another way.
    fn explains(&self, number: &Number) -> bool {
        let is_said = |amount: &Amount| self.said().contains(amount);
        let has = |amount: &Amount| {
            is_said(amount) || self.digits.iter().any(|own| own.amounts.contains(amount))
        };
        // A year may be repeated, or said once for two dates.
        let is_year = |amount: &Amount| (1_000 * ONE..2_101 * ONE).contains(amount);
        number.amounts.iter().any(|amount| is_said(amount) || (is_year(amount) && has(amount)))
            || (number.parts.len() > 1 && number.parts.iter().all(has))
    }
}

impl Number {
    /// Whether it may mean this number.
    pub fn is(&self, number: u32) -> bool {
        self.amounts.contains(&(Amount::from(number) * ONE))
    }

    fn may_be(&self, other: &Self) -> bool {
        let meets = self.amounts.iter().any(|amount| other.amounts.contains(amount));
        meets || (self.amounts.is_empty() && self.parts == other.parts)
    }
}

#[cfg(test)]
mod tests;
