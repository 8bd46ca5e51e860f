//! Numbers in digits.

use super::tables::{SCALES, ZEROS};
use super::{Amount, Number, Numbers, ONE};

/// The digits and signs of all scripts as those of ASCII. `٫` stays, for it always begins decimals,
/// and so does `٬`, which never does.
pub(in crate::check) fn fold(c: char) -> char {
    let digit =
        |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10);
    if let Some(digit) = ZEROS.iter().find_map(digit) {
        return char::from_digit(digit, 10).unwrap_or(c);
    }
    match c {
        '．' => '.',
        '：' => ':',
        '\u{2010}' | '\u{2011}' | '–' | '—' | '～' | '〜' => '-',
        '\u{A0}' | '\u{202F}' | '\u{2009}' => '\u{A0}',
        _ => c,
    }
}

/// Reads the numbers of a folded text.
pub(super) struct Scanner<'a> {
    /// The text before it was folded.
    pub raw: &'a [char],
    pub text: &'a [char],
    pub language: &'a str,
}

/// A run of digits with separators.
#[derive(Default)]
struct Token {
    groups: Vec<String>,
    separators: Vec<char>,
    end: usize,
}

impl Scanner<'_> {
    /// Adds all numbers.
    pub fn collect(&self, numbers: &mut Numbers) {
        let mut at = 0;
        while let Some(c) = self.text.get(at) {
            if !c.is_ascii_digit() {
                at += 1;
                continue;
            }
            let token = self.token(at);
            at = self.number(at, &token, numbers);
        }
    }

    fn at(&self, index: usize) -> Option<char> {
        self.text.get(index).copied()
    }

    fn digits(&self, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or(&[]);
        rest.iter().take_while(|c| c.is_ascii_digit()).count()
    }

    fn token(&self, start: usize) -> Token {
        let mut token = Token { end: start, ..Token::default() };
        loop {
            let length = self.digits(token.end);
            token.groups.push(self.text[token.end..token.end + length].iter().collect());
            token.end += length;
            let Some(separator) = self.at(token.end) else { return token };
            let next = self.digits(token.end + 1);
            let first = token.separators.first().copied();
            let grouped = next == 3
                && token.groups[0].len() <= 3
                && first.is_none_or(|first| first == separator);
            let joins = match separator {
                '.' | ',' | '٫' => next > 0,
                '٬' | '\'' | '’' | '\u{A0}' | ' ' => grouped,
                _ => false,
            };
            if !joins {
                return token;
            }
            token.separators.push(separator);
            token.end += 1;
        }
    }

    /// Adds the number of a token and what follows it; where the next may begin.
    fn number(&self, start: usize, token: &Token, numbers: &mut Numbers) -> usize {
        let mut amounts = token.amounts();
        // `1½ million` is 1.5 million, and may be said in words: one and a half.
        let half = self.at(token.end).and_then(fraction);
        let behind = token.end + usize::from(half.is_some());
        if let (Some(half), [whole]) = (half, &amounts[..]) {
            amounts.insert(0, *whole + half);
        }
        let (scale, mut end) = self.scale(behind);
        amounts = amounts.iter().filter_map(|amount| amount.checked_mul(scale)).collect();
        if scale > 1 && self.language == "zh" {
            // 3亿5000万
            let mut step = scale;
            while self.at(end).is_some_and(|c| c.is_ascii_digit()) {
                let more = self.token(end);
                let (scale, after) = self.scale(more.end);
                if scale >= step {
                    break;
                }
                let added = more.amounts().first().and_then(|amount| amount.checked_mul(scale));
                amounts = amounts.iter().filter_map(|a| a.checked_add(added?)).collect();
                (step, end) = (scale, after);
            }
        }
        if self.is_decade(token) {
            numbers.beside.extend(amounts.iter().flat_map(|amount| decade(*amount)));
            return end;
        }
        if self.is_afternoon(token) {
            let parts = token.groups.iter().filter_map(|group| amount(group, ""));
            numbers.beside.extend(parts.flat_map(|part| [part, part + 12 * ONE]));
            return end;
        }
        if let Some(amount) = amounts.first().copied() {
            amounts.extend(self.further(start, token, amount));
        }
        let written = self.raw[start..end].iter().collect();
        let parts = if scale == 1 { token.parts() } else { Vec::new() };
        // Of a full hour, some languages write the minutes.
        let behind = self.text[end..].iter().filter(|c| c.is_alphabetic());
        let unit: String = behind.take(3).collect();
        let is_minutes = ["min", "мин"].contains(&&*unit);
        let full = amounts == [0] && (is_minutes || self.is_behind_hour(start));
        if !(full || amounts.is_empty() && parts.len() < 2) {
            numbers.digits.push(Number { written, amounts, parts });
        }
        end
    }

    /// Whether an hour stands before: `18:00`, `18 h 00`, `18 ч. 00 м.`
    fn is_behind_hour(&self, start: usize) -> bool {
        let before: String = self.text[..start].iter().rev().take(5).collect();
        let hour = before.trim_start_matches([' ', '\u{A0}', '.']);
        let hour =
            hour.strip_prefix(['h', 'ч']).map(|rest| rest.trim_start_matches([' ', '\u{A0}']));
        before.starts_with(':')
            || hour.is_some_and(|rest| rest.starts_with(|c| char::is_ascii_digit(&c)))
    }

    /// Whether a number is an hour that other languages count on from twelve: `3.30 p.m.`
    fn is_afternoon(&self, token: &Token) -> bool {
        let rest: String = self.text[token.end..].iter().take(8).collect();
        let minutes = rest
            .strip_prefix(':')
            .map_or(&*rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
        let after = minutes.trim_start_matches([' ', '\u{A0}']).to_lowercase();
        ["p.m", "pm", "p. m", "p.\u{A0}m", "مساء"].iter().any(|pm| after.starts_with(pm))
    }

    /// What a number may mean beside: `$5m`, the second year of `2019–20`.
    fn further(&self, start: usize, token: &Token, amount: Amount) -> Option<Amount> {
        let rest = &self.text[token.end..];
        if rest.first() == Some(&'m') && !rest.get(1).is_some_and(|c| c.is_alphanumeric()) {
            return amount.checked_mul(1_000_000);
        }
        let before = self.text[..start].split_last().filter(|(last, _)| matches!(last, '-' | '/'));
        let year: String = before?.1.iter().rev().take(4).rev().collect();
        let century = year.parse::<Amount>().ok().filter(|_| year.len() == 4)? / 100 * 100;
        (token.groups[0].len() == 2).then_some(amount + century * ONE)
    }

    /// By how much the word behind a number multiplies it, and where that word ends.
    fn scale(&self, mut end: usize) -> (Amount, usize) {
        let table = SCALES.iter().find(|(language, _)| *language == self.language);
        let mut scale = 1;
        let Some((_, words)) = table else { return (scale, end) };
        loop {
            let gap =
                self.text[end..].iter().take_while(|c| matches!(c, ' ' | '\u{A0}' | '-')).count();
            let from = end + if self.language == "zh" { 0 } else { gap.min(1) };
            let rest: Vec<char> = self.text[from..].iter().take(16).copied().collect();
            let found = words.iter().find(|(word, _)| self.has_word(&rest, word));
            let Some((word, by)) = found else { return (scale, end) };
            scale *= by;
            end = from + word.trim_end_matches('*').chars().count();
            if word.ends_with('*') {
                end += self.text[end..].iter().take_while(|c| c.is_alphabetic()).count();
            }
            if scale > 1_000_000_000_000 {
                return (scale, end);
            }
        }
    }

    /// Whether a text begins with a word; one that ends with `*` may have any ending.
    fn has_word(&self, text: &[char], word: &str) -> bool {
        let stem: Vec<char> = word.trim_end_matches('*').chars().collect();
        let begins = text.len() >= stem.len()
            && text.iter().zip(&stem).all(|(a, b)| a.to_lowercase().eq(b.to_lowercase()));
        let next = text.get(stem.len()).copied();
        let ends = if self.language == "zh" {
            // 千米, 千克: a unit, no thousand.
            !(["千", "百"].contains(&word) && next.is_some_and(|c| "米克瓦卡赫帕".contains(c)))
        } else {
            word.ends_with('*') || !next.is_some_and(char::is_alphanumeric)
        };
        begins && ends
    }

    /// Whether a number names ten years: `1990s`, `90-е`, `90年代`.
    fn is_decade(&self, token: &Token) -> bool {
        let tens = token.groups.len() == 1 && token.groups[0].ends_with('0');
        let rest: String = self.text[token.end..].iter().take(4).collect();
        tens && match self.language {
            "en" => {
                let rest = rest.trim_start_matches(['\'', '’']);
                rest.starts_with('s') && !rest[1..].starts_with(char::is_alphanumeric)
            }
            "ru" => ["-е", "-х", "-ые", "-ых", "-м", "-ми"].iter().any(|end| rest.starts_with(end)),
            "zh" => rest.starts_with("年代"),
            _ => false,
        }
    }
}

/// What a sign for part of one says.
pub(super) fn fraction(c: char) -> Option<Amount> {
    match c {
        '½' => Some(ONE / 2),
        '¼' => Some(ONE / 4),
        '¾' => Some(ONE / 4 * 3),
        _ => None,
    }
}

/// What the name of ten years may be in another language: 1990, 90, of the 20th century.
fn decade(amount: Amount) -> Vec<Amount> {
    let years = amount / ONE;
    let nearest = if years < 100 { [1_900 + years, 2_000 + years] } else { [years; 2] };
    let all = nearest.into_iter().flat_map(|year| [year, year % 100, year / 100 + 1]);
    all.map(|number| number * ONE).collect()
}

impl Token {
    /// What the token may mean as one number.
    fn amounts(&self) -> Vec<Amount> {
        let joined = || self.groups.concat();
        let thousands = self.groups[0].len() <= 3 && self.groups[1..].iter().all(|g| g.len() == 3);
        let last = self.groups.len() - 1;
        let decimal = |at: usize| amount(&self.groups[..at].concat(), &self.groups[at..].concat());
        let found = match self.separators[..] {
            [] => vec![amount(&joined(), "")],
            ['.' | ','] if thousands && self.groups[0] != "0" => {
                vec![amount(&joined(), ""), decimal(1)]
            }
            ['.' | ',' | '٫'] => vec![decimal(1)],
            _ => {
                let same = self.separators.iter().all(|one| *one == self.separators[0]);
                let first =
                    self.separators[..last - 1].iter().all(|one| *one == self.separators[0]);
                let grouped = self.groups[0].len() <= 3
                    && self.groups[1..last].iter().all(|group| group.len() == 3);
                if same && thousands {
                    vec![amount(&joined(), "")]
                } else if !same && first && grouped {
                    vec![decimal(last)]
                } else {
                    Vec::new()
                }
            }
        };
        found.into_iter().flatten().collect()
    }

    /// The groups as numbers of their own.
    fn parts(&self) -> Vec<Amount> {
        if self.groups.len() < 2 {
            return Vec::new();
        }
        self.groups.iter().filter_map(|group| amount(group, "")).collect()
    }
}

/// A number from the digits before and after the decimal sign; `None`: it is too long.
fn amount(whole: &str, fraction: &str) -> Option<Amount> {
    let fraction = fraction.trim_end_matches('0');
    if whole.len() > 18 || fraction.len() > 9 {
        return None;
    }
    format!("{whole}{fraction:0<9}").parse().ok()
}
