//! `repeated-word`: no word stands twice.

use super::letters::{is_alphanumeric, is_han, is_harakah};
use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::{Hand, Sign};

pub(super) const RULE: Rule =
    Rule { code: "repeated-word", severity: Severity::Warning, looks: Looks::Signs(check) };

/// Words that a good sentence may hold twice in a row: two words that look alike (“nous nous
/// sommes”, “that that”, من مَن), or one said twice for weight.
const MAY_REPEAT: [(&str, &[&str]); 5] = [
    ("ar", &["من", "ما", "لا", "إن", "أن", "جدا", "بطرس"]),
    ("en", &["that", "had", "is", "was", "her", "do", "very", "no", "so", "bye", "blah"]),
    ("es", &["que", "no", "ya", "muy", "sí", "nada", "casi", "tan"]),
    ("fr", &["nous", "vous", "non", "oui", "très", "si"]),
    ("ru", &["то", "как", "да", "нет", "очень", "все", "всё", "их", "его", "ее", "её"]),
];

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    let mut found = twice(view);
    found.extend(signs_twice(view));
    found
}

/// A comma, stop or colon that stands twice; three points, and more, are meant.
fn signs_twice(view: &View<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut index = 0;
    for run in view.signs.chunk_by(|a, b| a.c == b.c) {
        let signs = index..index + run.len();
        index = signs.end;
        let c = run[0].c;
        let word = view.char_before(signs.start).is_alphanumeric();
        let ends = !view.char_after(signs.end - 1).is_ascii_alphanumeric();
        if run.len() != 2 || !",.;،؛，。；、：".contains(c) || !word || !ends {
            continue;
        }
        let Some(range) = view.unbroken(signs.clone()) else { continue };
        let problem = view.finding(&RULE, format!("`{c}` stands twice"), range.clone());
        found.push(problem.help("delete one").fix(range, c));
    }
    found
}

fn twice(view: &View<'_>) -> Vec<Diagnostic> {
    if view.language() == "zh" {
        return doubled(view);
    }
    // In these languages a word may be doubled to make another of it.
    if ["ja", "id", "ms", "vi", "th", "sw", "tl"].contains(&view.language()) {
        return Vec::new();
    }
    let in_word = |sign: &Sign| {
        sign.hand == Hand::Own
            && (is_alphanumeric(sign.c) || "-‑’'_".contains(sign.c) || is_mark(sign.c))
    };
    let mut found = Vec::new();
    let mut index = 0;
    let mut last: Option<(&[Sign], usize)> = None;
    for run in view.signs.chunk_by(|a, b| in_word(a) == in_word(b)) {
        let start = index;
        index += run.len();
        if !in_word(&run[0]) {
            let spaces = run.iter().all(|sign| sign.c == ' ');
            last = last.filter(|_| spaces);
            continue;
        }
        let twice = last.is_some_and(|(before, at)| {
            // Most words differ in their first sign.
            let alike = run[0].c.to_lowercase().eq(before[0].c.to_lowercase());
            alike
                && text(before).to_lowercase() == text(run).to_lowercase()
                && is_wrong_twice(view.language(), &text(run))
                && view.unbroken(at..index).is_some()
        });
        if twice {
            let word = text(run);
            let range = run[0].range().start..run[run.len() - 1].range().end;
            let problem = view.finding(&RULE, format!("`{word}` stands twice"), range);
            found.push(problem.help("delete one, or put the word that was meant"));
        }
        last = Some((run, start));
    }
    found
}

/// Characters of Chinese that stand twice in a row: three and more, for fewer make another word
/// (看看, 高高兴兴); and 的, but in 目的 and 的确.
fn doubled(view: &View<'_>) -> Vec<Diagnostic> {
    let signs = &view.signs;
    let is_own = |sign: &Sign| sign.hand == Hand::Own && is_han(sign.c);
    let equal = |at: usize, length: usize| {
        let (Some(one), Some(two)) =
            (signs.get(at..at + length), signs.get(at + length..at + 2 * length))
        else {
            return false;
        };
        one.iter().zip(two).all(|(a, b)| is_own(a) && is_own(b) && a.c == b.c)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let mixed =
            |length: &usize| signs[at..at + length].iter().any(|sign| sign.c != signs[at].c);
        let long = (3..=LONGEST).rev().find(|length| equal(at, *length) && mixed(length));
        let particle = signs[at].c == '的'
            && equal(at, 1)
            && !"目标的".contains(view.char_before(at))
            && !"确士的".contains(view.char_after(at + 1));
        let Some(length) = long.or(particle.then_some(1)) else {
            at += 1;
            continue;
        };
        if let Some(range) = view.unbroken(at + length..at + 2 * length) {
            let words: String = signs[at..at + length].iter().map(|sign| sign.c).collect();
            let problem = view.finding(&RULE, format!("`{words}` stands twice"), range);
            found.push(problem.help("delete one, or put the word that was meant"));
        }
        at += 2 * length;
    }
    found
}

/// The most characters that are compared with those behind them.
const LONGEST: usize = 12;

fn text(signs: &[Sign]) -> String {
    signs.iter().map(|sign| sign.c).collect()
}

/// A mark on the letter before it, or something invisible between two letters.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200D}' | '\u{AD}') || is_harakah(c)
}

/// Whether a word must not stand twice in a row.
fn is_wrong_twice(language: &str, word: &str) -> bool {
    let lower = word.to_lowercase();
    let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let letters =
        word.chars().any(char::is_alphabetic) || year && word.chars().all(|c| c.is_ascii_digit());
    // “Baden Baden”, “New York New York”: a name.
    let name = word.starts_with(char::is_uppercase);
    let single = word.chars().count() == 1 && !"aàyeoвиксу".contains(&lower);
    let known = MAY_REPEAT.iter().find(|(known, _)| *known == language);
    let may = known.is_some_and(|(_, words)| words.contains(&lower.as_str()));
    // “Word by word”: خطوة خطوة, بندا بندا.
    let distributive = language == "ar" && word.trim_end_matches(is_harakah).ends_with(['ا', 'ة']);
    letters && !(name || single || may || distributive)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_twice() {
        for (language, word) in
            [("ar", "في"), ("en", "the"), ("fr", "de"), ("ru", "в"), ("fr", "2021")]
        {
            assert!(is_wrong_twice(language, word), "{word}");
        }
        for (language, word) in [
            ("ar", "خطوة"),
            ("ar", "بندًا"),
            ("ar", "بطرس"),
            ("en", "that"),
            ("en", "Baden"),
            ("fr", "nous"),
            ("es", "10"),
            ("en", "x"),
        ] {
            assert!(!is_wrong_twice(language, word), "{word}");
        }
    }
}
