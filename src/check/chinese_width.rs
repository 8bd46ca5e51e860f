//! `chinese-width`: Chinese words have full-width punctuation, Latin letters and digits half width.

use std::ops::Range;

use super::letters::is_han;
use super::pairs;
use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::{Hand, Sign};

pub(super) const RULE: Rule =
    Rule { code: "chinese-width", severity: Severity::Warning, looks: Looks::Signs(check) };

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    if view.language() != "zh" {
        return Vec::new();
    }
    let found = view.own().filter_map(|(index, sign)| match sign.c {
        ',' => pause(view, index, '，'),
        '.' => pause(view, index, '。'),
        ';' => pause(view, index, '；'),
        ':' => pause(view, index, '：'),
        '?' => pause(view, index, '？'),
        '!' => pause(view, index, '！'),
        _ => None,
    });
    let mut all: Vec<_> = found.collect();
    all.extend(brackets(view));
    all.extend(wide_words(view));
    all.extend(points(view));
    all
}

/// A character after which a Chinese sentence goes on.
fn is_chinese(c: char) -> bool {
    is_han(c) || "》）」』”’】〉".contains(c)
}

/// A half-width sign that belongs to Chinese words. A full stop between a Chinese and a Latin word
/// may be of a name (`中文.com`), one behind a number of a list (`3.文件`).
fn pause(view: &View<'_>, index: usize, full: char) -> Option<Diagnostic> {
    let c = view.signs[index].c;
    let (before, after) = (view.char_before(index), view.char_after(index));
    let next = view.word_after(index);
    let behind =
        is_chinese(before) && (c != '.' || !(after.is_ascii_alphanumeric() || after == '.'));
    let thing = before == '\u{FFFC}' && (is_han(after) || next == '\n' && c != ':');
    let between = before.is_ascii_alphanumeric() && is_han(after) && c != '.' && c != ':';
    let colon = before.is_ascii_alphabetic() && is_han(after) && c == ':';
    if !(behind || thing || between || colon) {
        return None;
    }
    // `中文, 中文`: the full-width sign brings its space along.
    let space = view.after(index).filter(|sign| sign.c == ' ' && sign.hand == Hand::Own);
    let space = space.filter(|_| next != '\n');
    let range = space.and_then(|_| view.unbroken(index..index + 2));
    let range = range.unwrap_or(view.signs[index].range());
    Some(half(view, (c, full), range))
}

fn half(view: &View<'_>, (c, full): (char, char), range: Range<usize>) -> Diagnostic {
    let problem =
        view.finding(&RULE, format!("`{c}` of half width stands in Chinese words"), range.clone());
    problem.help(format!("write `{full}`")).fix(range, full)
}

/// Half-width brackets of a pair that has Chinese words in it, or stands on one, or whose other
/// bracket is a wide one.
fn brackets(view: &View<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for pair in pairs::brackets(view).closed {
        let inside = &view.signs[pair.open + 1..pair.close];
        if view.char_before(pair.open) == ']' {
            // Not a bracket of the words, but what was meant as a link.
            continue;
        }
        let mixed = (view.signs[pair.open].c == '(') != (view.signs[pair.close].c == ')');
        // `第二条(b)款`: a number.
        let number = |sign: &Sign| sign.c.is_ascii_lowercase() || sign.c.is_ascii_digit();
        let is_number = inside.len() < 4 && inside.iter().all(number);
        let stands = is_chinese(view.char_before(pair.open)) && !is_number;
        if mixed || stands || inside.iter().any(|sign| is_han(sign.c)) {
            found.extend(bracket(view, pair.open, '（'));
            found.extend(bracket(view, pair.close, '）'));
        }
    }
    found
}

fn bracket(view: &View<'_>, index: usize, full: char) -> Option<Diagnostic> {
    let sign = &view.signs[index];
    let is_half = matches!(sign.c, '(' | ')') && sign.hand == Hand::Own;
    is_half.then(|| half(view, (sign.c, full), sign.range()))
}

/// Three points of half width behind Chinese words.
fn points(view: &View<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut index = 0;
    for run in view.signs.chunk_by(|a, b| a.c == b.c) {
        let signs = index..index + run.len();
        index = signs.end;
        let chinese = is_chinese(view.char_before(signs.start));
        if run[0].c != '.' || run.len() < 3 || !chinese {
            continue;
        }
        let Some(range) = view.unbroken(signs) else { continue };
        let problem = view.finding(&RULE, "`...` stands in Chinese words", range.clone());
        found.push(problem.help("write `……`").fix(range, "……"));
    }
    found
}

/// Letters and digits of full width, a run at a time.
fn wide_words(view: &View<'_>) -> Vec<Diagnostic> {
    let is_wide = |c: char| narrow(c).is_some();
    let mut found = Vec::new();
    let mut index = 0;
    for run in view.signs.chunk_by(|a, b| is_wide(a.c) == is_wide(b.c)) {
        let signs = index..index + run.len();
        index = signs.end;
        let narrow: Option<String> = run.iter().map(|sign| narrow(sign.c)).collect();
        let (Some(narrow), Some(range)) = (narrow, view.unbroken(signs)) else { continue };
        let wide: String = run.iter().map(|sign| sign.c).collect();
        let problem = view.finding(&RULE, format!("`{wide}` has full width"), range.clone());
        found.push(problem.help(format!("write `{narrow}`")).fix(range, narrow));
    }
    found
}

/// The digit or letter of which this is the full-width form.
fn narrow(c: char) -> Option<char> {
    let narrow = char::from_u32(u32::from(c).checked_sub(0xFEE0)?)?;
    narrow.is_ascii_alphanumeric().then_some(narrow)
}
