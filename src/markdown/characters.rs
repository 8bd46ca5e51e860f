//! Characters with a meaning of their own: what may not be published, where words touch.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;

/// The first character that no text may hold: controls other than tab and line feed, the
/// replacement character that stands for lost text, and noncharacters (XML 1.0 §2.2 forbids most).
pub fn forbidden(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, c)| {
        let control = c.is_control() && !matches!(c, '\n' | '\t');
        let noncharacter = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(*c) & 0xFFFE == 0xFFFE;
        control || noncharacter || *c == '\u{FFFD}'
    })
}

/// Whether a character turns the direction of what follows it, up to one that ends that (UAX #9 §2).
pub fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What a person is told of a character that no text may hold.
pub(super) fn refused(c: char) -> Diagnostic {
    let message = format!("the character `U+{:04X}` cannot be published", u32::from(c));
    Diagnostic::error("control-character", message)
        .help("delete it, or write the letter that was lost")
}

/// What a person is told of a character in code that shows other code than there is.
pub(super) fn turned(c: char) -> Diagnostic {
    let message = format!("`U+{:04X}` turns the direction of code", u32::from(c));
    Diagnostic::error("direction-control", message).help("delete the invisible character")
}

/// Whether a character belongs to Chinese or Japanese text, in which a line end is no space.
pub fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{2FDF}' | '\u{3000}'..='\u{303F}' | '\u{3040}'..='\u{30FF}'
        | '\u{3100}'..='\u{312F}' | '\u{31A0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// What stands for a line end between two characters: a space, or nothing inside Chinese text.
pub(super) fn joint(before: Option<char>, after: Option<char>) -> &'static str {
    match (before, after) {
        (Some(a), Some(b)) if is_cjk(a) && is_cjk(b) => "",
        (None, _) | (_, None) | (Some(_), Some(_)) => " ",
    }
}

/// The text with Arabic-Indic digits as ASCII digits.
pub fn fold_digits(text: &str) -> Cow<'_, str> {
    let fold = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        '\u{6F0}'..='\u{6F9}' => char::from_digit(u32::from(c) - 0x6F0, 10),
        _ => None,
    };
    if text.chars().any(|c| fold(c).is_some()) {
        text.chars().map(|c| fold(c).unwrap_or(c)).collect::<String>().into()
    } else {
        text.into()
    }
}

/// The text with every ASCII punctuation mark behind a backslash (`CommonMark` §2.4), so that
/// nothing in it is markup.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters() {
        assert_eq!(fold_digits("٧١/۲۹۱"), "71/291");
        assert_eq!(joint(Some('文'), Some('。')), "");
        assert_eq!(joint(Some('文'), Some('a')), " ");
        assert_eq!(escape("[a]*中"), "\\[a\\]\\*中");
        assert!(forbidden("a\tب\n").is_none());
        assert_eq!(forbidden("ب\u{0}").map(|(i, _)| i), Some(2));
    }
}
