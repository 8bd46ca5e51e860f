//! `invisible-character`: nothing invisible stands where no script needs it.

use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::{Hand, Sign};

pub(super) const RULE: Rule =
    Rule { code: "invisible-character", severity: Severity::Warning, looks: Looks::Signs(check) };

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    let written = view.signs.iter().enumerate().filter(|(_, sign)| {
        // An address with something invisible in it leads nowhere when it is copied.
        sign.hand == Hand::Own || sign.hand == Hand::Foreign
    });
    let found = written.filter(|(index, sign)| match sign.c {
        '\u{200B}' => !parts_words_with_it(view.language()),
        // The last four are letters that only fill the place of one.
        '\u{AD}'
        | '\u{180E}'
        | '\u{034F}'
        | '\u{2061}'..='\u{2065}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{FFA0}' => true,
        '\u{E0100}'..='\u{E01EF}' => !is_han(view.char_before(*index)),
        '\u{200C}' | '\u{200D}' => {
            !needs_joiner(view.char_before(*index)) && !needs_joiner(view.char_after(*index))
        }
        _ => false,
    });
    let finding = |(_, sign): (usize, &Sign)| {
        let message =
            format!("`U+{:04X}`, which nobody sees, stands in the words", u32::from(sign.c));
        let problem = view.finding(&RULE, message, sign.range());
        problem.help("delete it: a search does not find the word").fix(sign.range(), "")
    };
    found.map(finding).collect()
}

/// Languages without spaces, in which U+200B says where a line may end.
fn parts_words_with_it(language: &str) -> bool {
    ["th", "km", "lo", "my", "bo"].contains(&language)
}

/// Whether a character can have forms that a selector chooses (Unicode Ideographic Variation
/// Database).
fn is_han(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a joiner beside the character can have a meaning: in Arabic, Mongolian and the scripts
/// of India and South-East Asia it chooses the form of a letter, among pictures it makes one of
/// two.
fn needs_joiner(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8FF}' | '\u{900}'..='\u{109F}' | '\u{1780}'..='\u{18AF}'
        | '\u{1A00}'..='\u{1CFF}' | '\u{2190}'..='\u{2BFF}' | '\u{A800}'..='\u{ABFF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE0F}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10A00}'..='\u{1FAFF}')
}
