//! Numbers that are said without digits.

use std::collections::BTreeSet;

use super::scan::fraction;
use super::tables::{IDIOMS, MONTHS, WORDS};
use super::{Amount, Number, ONE};

/// Adds what a folded text says in words, names of months, Roman and Chinese numerals.
pub(super) fn collect(text: &[char], language: &str, said: &mut BTreeSet<Amount>) {
    let mut add = |number: u64| {
        said.insert(Amount::from(number) * ONE);
    };
    let whole: String = text.iter().collect();
    for (sign, parts) in [('½', [1, 2]), ('⅓', [1, 3]), ('¼', [1, 4]), ('¾', [3, 4]), ('⅔', [2, 3])]
    {
        if whole.contains(sign) {
            parts.into_iter().for_each(&mut add);
        }
    }
    for (at, _) in whole.match_indices('(') {
        // `(ii)`, which is ‘2’ in Arabic.
        let label = whole[at + 1..].split(')').next().unwrap_or("");
        let is_label = label.len() < 6 && label.chars().all(|c| "ivx".contains(c));
        roman(&label.to_uppercase()).filter(|_| is_label).into_iter().for_each(&mut add);
    }
    // What stands low (`CO₂`) may be written as a digit.
    let low = text.iter().filter_map(|c| u32::from(*c).checked_sub(0x2080));
    low.filter(|digit| *digit < 10).map(u64::from).for_each(&mut add);
    let lower = whole.to_lowercase();
    let idioms = IDIOMS.iter().filter(|(of, idiom, _)| *of == language && lower.contains(idiom));
    let parts = text.iter().filter_map(|c| fraction(*c));
    let parts = parts.flat_map(|part| [part, part * 100]);
    said.extend(idioms.flat_map(|(_, _, amounts)| *amounts).copied().chain(parts));
    let mut add = |number: u64| {
        said.insert(Amount::from(number) * ONE);
    };
    let words: Vec<String> =
        whole.split(|c: char| !c.is_alphabetic() && !is_mark(c)).map(str::to_owned).collect();
    words.iter().filter_map(|word| roman(word)).for_each(&mut add);
    if language == "zh" {
        chinese(text, &mut add);
        return;
    }
    months(&words, language, &mut add);
    let mut run = Run::default();
    for word in words.iter().filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        match value(&lower, language) {
            Some(number) => run.push(number, &mut add),
            None if is_and(&lower, language) => {}
            None => run = Run::default(),
        }
    }
}

/// Vowel marks of Arabic stand within words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{301}')
}

fn is_and(word: &str, language: &str) -> bool {
    let and = match language {
        "en" => "and",
        "fr" => "et",
        "es" => "y",
        "ru" => "и",
        _ => return false,
    };
    word == and
}

/// Number words in a row: `twenty-one`, `two hundred and five thousand`.
#[derive(Default)]
struct Run {
    total: u64,
    current: u64,
}

impl Run {
    fn push(&mut self, number: u64, add: &mut impl FnMut(u64)) {
        add(number);
        if number >= 100 && self.current > 0 {
            self.current = self.current.saturating_mul(number);
            if number >= 1_000 {
                self.total = self.total.saturating_add(self.current);
                self.current = 0;
            }
        } else {
            self.current = self.current.saturating_add(number);
        }
        add(self.current);
        add(self.total.saturating_add(self.current));
    }
}

/// The number that a word says.
fn value(word: &str, language: &str) -> Option<u64> {
    let (_, table) = WORDS.iter().find(|(known, _)| *known == language)?;
    let plain: String = word.chars().filter(|c| !is_mark(*c)).collect();
    let find = |word: &str| {
        table.iter().find_map(|(number, words)| {
            let fits = |known: &str| match known.strip_suffix('*') {
                Some(stem) => {
                    let ends = word.len() <= stem.len() + 12 || is_compound(word);
                    word.starts_with(stem) && ends
                }
                None => word == known,
            };
            words.split(' ').any(fits).then_some(*number)
        })
    };
    if language != "ar" {
        return find(&plain);
    }
    // Particles and the article are written together with the word.
    let prefixes = ["", "و", "ف", "ب", "ل", "ك", "وب", "ول"];
    let articles = ["", "ال", "ل"];
    prefixes.iter().find_map(|prefix| {
        let rest = plain.strip_prefix(prefix)?;
        articles.iter().find_map(|article| find(rest.strip_prefix(article)?))
    })
}

/// Whether a Russian word is made of a number and a time: `двенадцатилетняя`, `трехдневное`.
fn is_compound(word: &str) -> bool {
    ["летн", "дневн", "недельн", "месячн", "часов", "минутн", "этажн"]
        .iter()
        .any(|part| word.contains(part))
}

fn months(words: &[String], language: &str, add: &mut impl FnMut(u64)) {
    let Some((_, months)) = MONTHS.iter().find(|(known, _)| *known == language) else { return };
    let joined = format!(" {} ", words.join(" ").to_lowercase());
    for (number, names) in (1..).zip(*months) {
        let names = names.split('|');
        let is_named = |name: &str| match name.strip_suffix('*') {
            Some(stem) => joined.contains(&format!(" {stem}")),
            None => joined.contains(&format!(" {name} ")),
        };
        if names.into_iter().any(is_named) {
            add(number);
        }
    }
}

/// The months that stand beside a number, as parts of dates do.
pub(super) fn months_of_dates(text: &[char], language: &str) -> Vec<Number> {
    if !text.iter().any(char::is_ascii_digit) {
        return Vec::new();
    }
    let whole: String = text.iter().collect();
    let is_gap = |c: char| matches!(c, '.' | ',' | '،' | '\'' | '’' | '-') || c.is_whitespace();
    let has_digit = |part: &str| part.contains(|c: char| c.is_ascii_digit());
    let pieces: Vec<&str> = whole.split(is_gap).filter(|piece| !piece.is_empty()).collect();
    let small = |piece: &&&str| !matches!(**piece, "de" | "del" | "of" | "the");
    let mut found: Vec<Number> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let before = pieces[..at].iter().rev().find(small);
        let after = pieces[at + 1..].iter().find(small);
        if has_digit(piece) || ![before, after].into_iter().flatten().any(|next| has_digit(next)) {
            continue;
        }
        let words: Vec<String> =
            piece.split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect();
        months(&words, language, &mut |month| {
            let amounts = vec![Amount::from(month) * ONE];
            if found.iter().all(|known| known.amounts != amounts) {
                found.push(Number { written: (*piece).to_owned(), amounts, parts: Vec::new() });
            }
        });
    }
    found
}

/// The number of a Roman numeral, which may have an ending: `XXIe`.
fn roman(word: &str) -> Option<u64> {
    let numeral = word.trim_end_matches(char::is_lowercase);
    if numeral.is_empty() || numeral.len() > 15 || word.len() > numeral.len() + 5 {
        return None;
    }
    let digit = |c: char| match c {
        'I' | 'І' => Some(1),
        'V' => Some(5),
        'X' | 'Х' => Some(10),
        'L' => Some(50),
        'C' | 'С' => Some(100),
        'D' => Some(500),
        'M' | 'М' => Some(1_000),
        _ => None,
    };
    let digits: Vec<u64> = numeral.chars().map(digit).collect::<Option<_>>()?;
    let mut total = 0;
    let mut greatest = 0;
    for value in digits.into_iter().rev() {
        // A smaller sign before a greater one is taken from it.
        total = if value < greatest { u64::checked_sub(total, value)? } else { total + value };
        greatest = greatest.max(value);
    }
    Some(total)
}

/// Chinese numerals: 二十五, 二〇二一, 五百万.
fn chinese(text: &[char], add: &mut impl FnMut(u64)) {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|d| d == c);
    let digit = |c: char| match c {
        '零' | '○' => Some(0),
        '两' => Some(2),
        _ => digit(c),
    };
    let unit = |c: char| match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    };
    let is_numeral = |c: &char| digit(*c).is_some() || unit(*c).is_some();
    for run in text.split(|c| !is_numeral(c)).filter(|run| !run.is_empty() && run.len() <= 16) {
        if run.iter().all(|c| digit(*c).is_some()) {
            let digits = run.iter().filter_map(|c| digit(*c));
            add(digits.fold(0, |number, digit| number * 10 + digit as u64));
            continue;
        }
        let (mut total, mut section, mut last) = (0_u64, 0_u64, 0_u64);
        for c in run {
            match (digit(*c), unit(*c)) {
                (Some(value), _) => last = value as u64,
                (None, Some(unit)) if unit < 10_000 => {
                    section += last.max(1) * unit;
                    last = 0;
                }
                (None, Some(unit)) => {
                    total = (total + section + last).max(1).saturating_mul(unit);
                    (section, last) = (0, 0);
                }
                (None, None) => {}
            }
        }
        add(total + section + last);
    }
    if text.contains(&'半') {
        add(50);
    }
}
