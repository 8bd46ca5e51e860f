//! `arabic-punctuation`: Arabic words have Arabic commas, semicolons and question marks.

use super::letters::is_arabic;
use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "arabic-punctuation", severity: Severity::Warning, looks: Looks::Signs(check) };

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    if !["ar", "fa", "ur"].contains(&view.language()) {
        return Vec::new();
    }
    let found = view.own().filter_map(|(index, sign)| {
        let arabic = match sign.c {
            ',' => '،',
            ';' => '؛',
            '?' => '؟',
            _ => return None,
        };
        if !among_arabic(view, index) {
            return None;
        }
        let message = format!("`{}` stands among Arabic words", sign.c);
        let problem = view.finding(&RULE, message, sign.range());
        Some(problem.help(format!("write `{arabic}`")).fix(sign.range(), arabic))
    });
    let unspaced = view.own().filter_map(|(index, sign)| {
        if !is_unspaced(view, index) {
            return None;
        }
        let message = format!("no space stands behind `{}`", sign.c);
        let problem = view.finding(&RULE, message, sign.range());
        let end = sign.range().end;
        Some(problem.help("put a space there").fix(end..end, " "))
    });
    found.chain(unspaced).collect()
}

/// Whether a sign stands between two Arabic words without a space: one of a word of three letters
/// or more, for `ص.ب` is an abbreviation.
fn is_unspaced(view: &View<'_>, index: usize) -> bool {
    let is_letter = |c: char| is_arabic(c) && !c.is_numeric();
    let before = view.signs[..index].iter().rev().take_while(|sign| is_letter(sign.c)).count();
    let after = view.signs[index + 1..].iter().take_while(|sign| is_letter(sign.c)).count();
    ".،؛؟!:".contains(view.signs[index].c) && before > 2 && after > 1
}

/// Whether the sign belongs to Arabic words: not to a number (`25,000`) and not to a foreign run
/// (`New York, Geneva`), whose words stand on both sides of it.
fn among_arabic(view: &View<'_>, index: usize) -> bool {
    let is_letter = |c: char| is_arabic(c) && !c.is_numeric();
    // A word is not farther than this: signs alone are no sentence.
    let near = 40;
    let mut before = view.signs[..index].iter().rev().take(near).map(|sign| sign.c);
    let word = before.find(|c| c.is_alphanumeric());
    let touching = view.char_before(index);
    let mut next = view.signs[index + 1..].iter().take(near).map(|sign| sign.c);
    let after = next.find(|c| c.is_alphanumeric());
    let spaced = !view.char_after(index).is_alphanumeric();
    let arabic_after = after.is_some_and(is_letter);
    match word {
        Some(c) if is_letter(c) => !touching.is_numeric() || spaced,
        // `UNOCT, ومكتب`: the sentence is Arabic, the word is not.
        Some(_) if arabic_after => spaced,
        // `في عام 2021;` at the end of an item.
        Some(_) => {
            let ends = after.is_none() && matches!(view.signs[index].c, ',' | ';');
            ends && view.signs[..index].iter().any(|sign| is_letter(sign.c))
        }
        None => false,
    }
}
