//! Where the placeables of a pattern stand, byte by byte: the parser keeps no places.

use std::ops::Range;

use fluent_syntax::unicode::unescape_unicode_to_string;

/// A placeable in a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeable {
    /// Its bytes, braces included.
    pub range: Range<usize>,
    /// What it says, where it is a text (`{ "{" }`) and nothing else.
    pub text: Option<String>,
}

/// The outermost placeables of a pattern that can be read. One that is not closed goes to the end.
pub fn placeables(pattern: &str) -> impl Iterator<Item = Placeable> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + pattern[at..].find('{')?;
        at = end(pattern, start);
        let inner = pattern[start..at].trim_start_matches('{').trim_end_matches('}').trim();
        let text = inner.strip_prefix('"').and_then(|inner| inner.strip_suffix('"'));
        let text = text.filter(|text| !text.replace("\\\\", "").replace("\\\"", "").contains('"'));
        let text = text.filter(|text| escapes_are_whole(text));
        let text = text.map(|text| unescape_unicode_to_string(text).into_owned());
        Some(Placeable { range: start..at, text })
    })
}

/// Whether no escape cuts through a letter: fluent-syntax 0.12 would panic.
fn escapes_are_whole(mut text: &str) -> bool {
    while let Some(at) = text.find('\\') {
        text = &text[at + 1..];
        let length = match text.bytes().next() {
            Some(b'u') => 5,
            Some(b'U') => 7,
            Some(_) | None => 1,
        };
        match text.get(..length) {
            Some(escape) if escape.is_ascii() => text = &text[length..],
            Some(_) | None => return false,
        }
    }
    true
}

/// What is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// An expression: quotation marks hold a text.
    Expression,
    /// Variants: quotation marks are words.
    Variants,
}

/// The byte after the placeable that begins at `start`.
fn end(pattern: &str, start: usize) -> usize {
    let mut stack: Vec<Inside> = Vec::new();
    let mut chars = pattern[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match (c, stack.last().copied()) {
            ('{', _) => stack.push(Inside::Expression),
            ('}', _) => {
                stack.pop();
                if stack.is_empty() {
                    return start + at + 1;
                }
            }
            ('"', Some(Inside::Expression)) => {
                while let Some((_, c)) = chars.next() {
                    match c {
                        '\\' => drop(chars.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            ('-', Some(Inside::Expression)) if chars.peek().is_some_and(|(_, c)| *c == '>') => {
                *stack.last_mut().expect("it has a last") = Inside::Variants;
            }
            _ => {}
        }
    }
    pattern.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_are_counted_as_fluent_counts_them() {
        let told = |pattern: &str| -> Vec<String> {
            placeables(pattern).map(|p| pattern[p.range].to_owned()).collect()
        };
        assert_eq!(
            told("كلمة { -unoct(form: \"}\") }، 词{$date}。{ \"{\" }"),
            ["{ -unoct(form: \"}\") }", "{$date}", "{ \"{\" }"]
        );
        let select = "{ $n ->\n    [one] «\" { -x(a: \"}\") }\n   *[other] }\n    y";
        assert_eq!(told(select), [&select[..select.len() - "\n    y".len()]]);
        assert_eq!(told("a { b"), ["{ b"]);
        let texts: Vec<_> =
            placeables("{ \"{\" }{ \"\\\"\" }{ \"\" }{ -a(b: \"c\") }{ \"a\" }{ x }{ \"\\🩰\" }")
                .map(|placeable| placeable.text)
                .collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(texts, [some("{"), some("\""), some(""), None, some("a"), None, None]);
    }
}
