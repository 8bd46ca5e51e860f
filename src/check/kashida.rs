//! `kashida`: no tatweel stretches a word.

use super::letters::{is_arabic, is_harakah};
use super::prose::own;
use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::Sign;

pub(super) const RULE: Rule =
    Rule { code: "kashida", severity: Severity::Warning, looks: Looks::Signs(check) };

const TATWEEL: char = '\u{640}';

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    let begins =
        |(index, sign): &(usize, &Sign)| sign.c == TATWEEL && view.char_before(*index) != TATWEEL;
    view.own().filter(begins).filter_map(|(index, _)| stretched(view, index)).collect()
}

/// The finding about the tatweels that begin here, if letters stand on both sides of them: behind
/// a letter that stands alone (`هـ`, `بـ 30`) one shows the letter's joined form.
fn stretched(view: &View<'_>, index: usize) -> Option<Diagnostic> {
    let rest = &view.signs[index..];
    let length = rest.iter().take_while(|sign| sign.c == TATWEEL || is_harakah(sign.c)).count();
    let tatweels = rest[..length].iter().take_while(|sign| sign.c == TATWEEL).count();
    let next = rest.get(length).map_or('\n', |sign| sign.c);
    // A term whose words are Arabic joins as any word does.
    let joins = next == '\u{FFFC}' && is_before_letter(own(&view.leaf));
    let letter = is_arabic(next) && !next.is_numeric() || joins;
    if !is_arabic(view.char_before(index)) || !letter {
        return None;
    }
    let range = view.unbroken(index..index + tatweels)?;
    let problem = view.finding(&RULE, "`U+0640` stretches a word", range.clone());
    Some(problem.help("delete it: a search does not find the stretched word").fix(range, ""))
}

/// Whether a tatweel stands before a letter in the words as they are read.
fn is_before_letter(text: &str) -> bool {
    let mut behind = text.match_indices(TATWEEL).map(|(at, _)| text[at..].chars().nth(1));
    behind.any(|next| next.is_some_and(|c| is_arabic(c) && !c.is_numeric()))
}
