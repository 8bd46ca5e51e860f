//! Characters with a meaning of their own: what may not be published, where words touch.

use std::borrow::Cow;

use crate::bytes::{any, within};
use crate::diagnostic::Diagnostic;

/// The first character that no text may hold: controls other than tab and line feed, the
/// replacement character that stands for lost text, and noncharacters (XML 1.0 §2.2 forbids most);
/// line separators, annotations and deprecated controls (UTR #20 §3); tags, which spell words that
/// nobody sees and machines read, except in flags of emoji (UTS #51 §2.5).
pub fn forbidden(text: &str) -> Option<(usize, char)> {
    if any(text, is_risky) { forbidden_by_character(text) } else { None }
}

/// Whether bytes may belong to a [`forbidden`] character.
#[expect(clippy::needless_bitwise_bool, reason = "of what does not branch vectors are made")]
#[inline]
fn is_risky(a: u8, b: u8, c: u8) -> bool {
    // Controls; what is beyond the first plane.
    (a < 0x20) & (a != b'\n') & (a != b'\t')
        | (a == 0x7F)
        | (a == 0xC2) & (b < 0xA0)
        | (a >= 0xF0)
        // U+2028 and U+2029; U+206A to U+206F.
        | (a == 0xE2) & ((b == 0x80) & within(c, 0xA8, 0xA9) | (b == 0x81) & (c >= 0xAA))
        // U+FDD0 to U+FDEF, U+FFF9 to U+FFFF.
        | (a == 0xEF) & ((b == 0xB7) | (b == 0xBF))
}

fn forbidden_by_character(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(at, c)| {
        if ('\u{E0000}'..='\u{E007F}').contains(c) {
            let rest = text[..*at].trim_end_matches(|c| ('\u{E0020}'..='\u{E007E}').contains(&c));
            return !rest.ends_with('\u{1F3F4}');
        }
        let control = c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{206A}'..='\u{206F}')
            || matches!(c, '\u{FFF9}'..='\u{FFFC}');
        let noncharacter = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(*c) & 0xFFFE == 0xFFFE;
        control || noncharacter || *c == '\u{FFFD}'
    })
}

/// Whether no character of a text can be taken for markup, and none is [`forbidden`].
#[expect(clippy::needless_bitwise_bool, reason = "of what does not branch vectors are made")]
pub(super) fn is_plain(text: &str) -> bool {
    let is_markup = |byte: u8| {
        // `[`, `\`, `]`, `_`, `` ` ``
        within(byte, b'[', b']')
            | within(byte, b'_', b'`')
            | (byte == b'*')
            | (byte == b'<')
            | (byte == b'&')
            | (byte == b'~')
            | (byte < 0x20)
    };
    !any(text, |a, b, c| is_markup(a) | is_risky(a, b, c))
        || !text.bytes().any(is_markup) && forbidden(text).is_none()
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
    fn every_forbidden_character_is_found_among_others() {
        let mut text = String::new();
        for c in '\0'..=char::MAX {
            text.clear();
            text.extend(['中', c, 'ب']);
            assert_eq!(forbidden(&text), forbidden_by_character(&text), "{c:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_judged_as_by_its_characters(
            text in "([a中بé’\n\t\u{7F}\u{85}\u{A0}\u{2027}-\u{202F}\u{2065}-\u{2070}\u{FDCF}-\u{FDF2}\u{FFF8}-\u{FFFF}\u{1F3F4}\u{E0041}]|[a-z]{0,40}){0,12}",
        ) {
            assert_eq!(forbidden(&text), forbidden_by_character(&text), "{text:?}");
            let plain = !text.contains(|c: char| c < ' ') && forbidden_by_character(&text).is_none();
            assert_eq!(is_plain(&text), plain, "{text:?}");
        }
    }

    #[test]
    fn characters() {
        assert_eq!(fold_digits("٧١/۲۹۱"), "71/291");
        assert_eq!(joint(Some('文'), Some('。')), "");
        assert_eq!(joint(Some('文'), Some('a')), " ");
        assert_eq!(escape("[a]*中"), "\\[a\\]\\*中");
        assert!(forbidden("a\tب\n").is_none());
        // The flag of Wales is a black flag and tags.
        let flag = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}";
        assert!(forbidden(flag).is_none());
        for bad in ["中\u{E0041}", "a\u{2028}b", "a\u{FFFA}b", "ب\u{206A}"] {
            assert!(forbidden(bad).is_some(), "{bad:?}");
        }
        assert_eq!(forbidden("ب\u{0}").map(|(i, _)| i), Some(2));
    }
}
