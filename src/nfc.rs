//! Unicode normalisation form C (UAX #15), with a short way for texts that plainly have it.

use std::borrow::Cow;

use crate::bytes::{any, within};
use unicode_normalization::{UnicodeNormalization, is_nfc as is_nfc_by_table};

/// The text in NFC.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { text.into() } else { text.nfc().collect::<String>().into() }
}

/// Whether a text is in NFC.
pub fn is_nfc(text: &str) -> bool {
    // Nothing composes over the end of a line.
    !any(text, is_doubt) || text.lines().all(|line| !any(line, is_doubt) || is_nfc_by_word(line))
}

fn is_nfc_by_word(text: &str) -> bool {
    let mut at = 0;
    while let Some(doubt) = first_doubt(&text.as_bytes()[at..]).map(|doubt| at + doubt) {
        // A space composes with nothing, so a word can be looked at alone.
        let start = text[at..doubt].rfind(' ').map_or(at, |space| at + space);
        let end = text[doubt..].find(' ').map_or(text.len(), |space| doubt + space);
        if !is_nfc_by_table(&text[start..end]) {
            return false;
        }
        at = end;
    }
    true
}

/// Where the first character begins that is in doubt.
fn first_doubt(bytes: &[u8]) -> Option<usize> {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
    (0..bytes.len()).find(|at| is_doubt(byte(*at), byte(at + 1), byte(at + 2)))
}

/// Whether a character begins that is not plainly the same in NFC whatever stands beside it. Beyond
/// doubt are the letters and signs of the scripts that most texts are written in: Latin, Greek,
/// Cyrillic, Armenian; Arabic; Chinese with its punctuation and full-width forms.
#[expect(clippy::needless_bitwise_bool, reason = "of what does not branch vectors are made")]
#[inline]
fn is_doubt(a: u8, b: u8, c: u8) -> bool {
    within(a, 0xCC, 0xCE)
        | (a == 0xD2)
        | within(a, 0xD6, 0xD7)
        | (a == 0xD8) & within(b, 0x90, 0x9A)
        | (a == 0xD9) & (within(b, 0x8B, 0x9F) | (b >= 0xB0))
        | within(a, 0xDB, 0xE1)
        | (a == 0xE2) & ((b != 0x80) | (c < 0x82))
        | (a == 0xE3) & ((b != 0x80) | (c > 0xA9))
        | within(a, 0xEA, 0xEE)
        | (a == 0xEF) & (b < 0xBC)
        | (a >= 0xF0)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    use super::*;

    #[test]
    fn what_is_beyond_doubt_needs_no_table() {
        let mut count = 0;
        let mut bytes = [0; 4];
        for c in '\0'..=char::MAX {
            if first_doubt(c.encode_utf8(&mut bytes).as_bytes()).is_none() {
                count += 1;
                assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
                assert_eq!(canonical_combining_class(c), 0, "{c:?}");
            }
        }
        assert!(count > 20_000);
    }

    #[test]
    fn texts() {
        for (text, expected) in [
            ("النص مُشكَّل شكراً", true),
            ("中文，“字”", true),
            ("Текст «й» é", true),
            ("Текст \u{438}\u{306}", false),
            ("e\u{301} \u{301}", false),
            ("\u{627}\u{653}", false),
            (" \u{301}", true),
            ("\u{212B}", false),
        ] {
            assert_eq!(is_nfc(text), expected, "{text}");
            assert_eq!(nfc(text), text.nfc().collect::<String>());
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_judged_as_the_tables_judge_it(
            text in "([a-zäصلا\\u{64B}-\\u{655}中й\\u{300}-\\u{345}가\\u{1100}-\\u{1112}\\u{1162}\\u{11A8}\\u{3099}か\\u{212A}]| |\n){0,24}",
        ) {
            assert_eq!(is_nfc(&text), is_nfc_by_table(&text), "{text:?}");
        }
    }
}
