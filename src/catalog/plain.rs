//! Messages that are words alone: `name = words` on one line.
//!
//! Most messages are such. What they say stands in the file as it is, so Fluent has nothing to parse
//! in them and nothing to resolve.

use std::ops::Range;

use super::read::MOST_OPENED;

/// Where the parts of a message that is words alone stand in its piece of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    /// The bytes of the name, from the first.
    pub name: usize,
    /// The bytes of the words.
    pub words: Range<usize>,
}

/// The message that a piece of a file is, if it is words alone. The piece holds no character that an
/// FTL file must not hold.
pub(super) fn message(piece: &str) -> Option<Plain> {
    let name = name_length(piece)?;
    let spaces = |from: usize| from + piece[from..].bytes().take_while(|b| *b == b' ').count();
    let equals = spaces(name);
    if piece.as_bytes().get(equals) != Some(&b'=') {
        return None;
    }
    let start = spaces(equals + 1);
    let rest = &piece[start..];
    let line = rest.split('\n').next().unwrap_or(rest);
    let only_blank = rest[line.len()..].bytes().all(|b| b == b'\n');
    let words = line.trim_end_matches(' ');
    (only_blank && is_words(words)).then(|| Plain { name, words: start..start + words.len() })
}

/// Whether a pattern is words alone, on one line, and says exactly what it is.
pub(super) fn is_words(pattern: &str) -> bool {
    // Fluent takes white space off the end, of any kind.
    !pattern.is_empty()
        && !pattern.starts_with(' ')
        && pattern.trim_end().len() == pattern.len()
        && pattern.bytes().all(|byte| !matches!(byte, b'{' | b'}' | b'\n'))
        && (pattern.len() <= MOST_OPENED || pattern.matches('(').count() <= MOST_OPENED)
}

/// The bytes of the identifier that a text begins with.
fn name_length(text: &str) -> Option<usize> {
    let fits = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-' || *b == b'_';
    let begins = text.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
    begins.then(|| text.as_bytes().iter().take_while(|b| fits(b)).count())
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast::{Entry, PatternElement};
    use fluent_syntax::parser::parse;
    use proptest::prelude::*;

    use super::super::read::pieces;
    use super::*;

    /// What Fluent's parser says of a piece: the name and the words of a message that is words alone.
    fn told(piece: &str) -> Option<(&str, &str)> {
        let resource = parse(piece).ok()?;
        let [Entry::Message(message)] = &resource.body[..] else { return None };
        let [PatternElement::TextElement { value }] = &message.value.as_ref()?.elements[..] else {
            return None;
        };
        (message.attributes.is_empty() && message.comment.is_none())
            .then_some((message.id.name, *value))
    }

    fn compare(text: &str) -> usize {
        let mut plain = 0;
        for range in pieces(text) {
            let piece = &text[range];
            if let Some(Plain { name, words }) = message(piece) {
                plain += 1;
                assert_eq!(told(piece), Some((&piece[..name], &piece[words])), "{piece:?}");
            }
        }
        plain
    }

    #[test]
    fn words_alone() {
        for (piece, expected) in [
            ("a-b_1 = كلمات.\n\n", Some("كلمات.")),
            ("a=中文  \n", Some("中文")),
            ("a = .b *c [d] #e -f", Some(".b *c [d] #e -f")),
            ("a = { -b }\n", None),
            ("a = b }\n", None),
            ("a =\n    b\n", None),
            ("a = b\n  c\n", None),
            ("a = b\n  .c = d\n", None),
            ("a = b\u{A0}\n", None),
            ("a =\n", None),
            ("-a = b\n", None),
            ("# a = b\n", None),
            ("1 = b\n", None),
            ("a b = c\n", None),
        ] {
            let words = message(piece).map(|plain| &piece[plain.words]);
            assert_eq!(words, expected, "{piece:?}");
            compare(piece);
        }
    }

    #[test]
    fn every_message_of_the_furniture_is_read_as_fluent_reads_it() {
        let keys = ["ar", "zh", "en", "fr", "ru", "es"];
        let texts = keys.map(|key| super::super::built_in_furniture(key).expect("one of the six"));
        assert!(texts.iter().map(|text| compare(text)).sum::<usize>() > 200);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn any_text_is_read_as_fluent_reads_it(
            text in "([ab中نé=.*#\\[\\]{}\"(_-]| |  |\n|\n\n|\u{A0}|\u{3000}|a = |\n    |\n  \\.c = |\\{ -b \\}|-){0,24}",
        ) {
            compare(&text);
            compare(&format!("a = {text}\n"));
        }
    }
}
