//! `direction-control`: invisible controls of direction are closed where they were opened, and none
//! turns the order of letters.

use super::context::{Context, Leaf};
use super::{Looks, Rule};
use crate::bytes::{any, within};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Inline, Mark};

pub(super) const RULE: Rule =
    Rule { code: "direction-control", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    context.written().flat_map(check).collect()
}

fn check(leaf: &Leaf<'_>) -> Vec<Diagnostic> {
    if !leaf.inlines().any(has_control) {
        return Vec::new();
    }
    let paragraphs = leaf.text.paragraphs.iter().map(|paragraph| {
        let mut words = String::new();
        push_words(paragraph, &mut words);
        words
    });
    // An attribute is a text of its own, with nothing before or after it.
    let attributes = leaf.inlines().filter_map(|inline| match inline {
        Inline::Span(Mark::Abbreviation { expansion }, _) => Some(expansion.clone()),
        Inline::Text(_)
        | Inline::Code(_)
        | Inline::Break
        | Inline::NoteRef(_)
        | Inline::Span(..) => None,
    });
    let texts: Vec<String> = paragraphs.chain(attributes).collect();
    texts.iter().filter_map(|words| unbalanced(words)).map(|found| finding(leaf, found)).collect()
}

/// Whether there may be a control in words of this inline alone.
fn has_control(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text)
        | Inline::Code(text)
        | Inline::Span(Mark::Abbreviation { expansion: text }, _) => may_have_control(text),
        Inline::Break | Inline::NoteRef(_) | Inline::Span(..) => false,
    }
}

/// Whether a text has bytes of a control.
fn may_have_control(text: &str) -> bool {
    // U+202A to U+202E, U+2066 to U+2069.
    any(text, |a, b, c| {
        (a == 0xE2) & ((b == 0x80) & within(c, 0xAA, 0xAE) | (b == 0x81) & within(c, 0xA6, 0xA9))
    })
}

fn push_words(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Break | Inline::NoteRef(_) => {}
            Inline::Span(_, content) => push_words(content, words),
        }
    }
}

fn finding(leaf: &Leaf<'_>, found: Unbalanced) -> Diagnostic {
    let (c, message) = match found {
        Unbalanced::Open(c) => (c, format!("`U+{:04X}` is not closed", u32::from(c))),
        Unbalanced::Stray(c) => (c, format!("`U+{:04X}` closes nothing", u32::from(c))),
        Unbalanced::Override(c) => {
            (c, format!("`U+{:04X}` shows letters in another order than they have", u32::from(c)))
        }
    };
    let help = "delete the invisible character; `<bdi>…</bdi>` keeps the direction of words apart";
    let problem = RULE.finding(message).at(leaf.place_of(c.encode_utf8(&mut [0; 4]))).help(help);
    let (raw, range) = leaf.written_at();
    match (found, raw.match_indices(c).collect::<Vec<_>>().as_slice()) {
        // What closes nothing does nothing (UAX #9, X6a and X7): without it, all looks the same.
        (Unbalanced::Stray(_), [(at, one)]) => {
            let start = range.start + at;
            problem.fix(start..start + one.len(), "")
        }
        (Unbalanced::Stray(_) | Unbalanced::Open(_) | Unbalanced::Override(_), _) => problem,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unbalanced {
    Open(char),
    Stray(char),
    /// Closed, and yet what is seen is not what is read, searched and heard (UAX #9 §2.2).
    Override(char),
}

/// The first control of a paragraph that has no partner in it (UAX #9, BD9 to BD11).
fn unbalanced(text: &str) -> Option<Unbalanced> {
    let mut open = Vec::new();
    for c in text.chars() {
        let partner = match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}' => {
                open.push(c);
                continue;
            }
            '\u{202C}' => '\u{202A}'..='\u{202E}',
            '\u{2069}' => '\u{2066}'..='\u{2068}',
            _ => continue,
        };
        match open.pop() {
            None => return Some(Unbalanced::Stray(c)),
            Some(opened) if !partner.contains(&opened) => return Some(Unbalanced::Open(opened)),
            Some(opened @ ('\u{202D}' | '\u{202E}')) => return Some(Unbalanced::Override(opened)),
            Some(_) => {}
        }
    }
    open.first().copied().map(Unbalanced::Open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balance() {
        for fine in ["نص \u{2066}UNOCT\u{2069}", "中\u{2067}\u{202A}文\u{202C}\u{2069}", "\u{200F}"]
        {
            assert_eq!(unbalanced(fine), None, "{fine:?}");
        }
        for (text, expected) in [
            ("نص \u{202E}UNOCT", Unbalanced::Open('\u{202E}')),
            ("中文\u{2069}", Unbalanced::Stray('\u{2069}')),
            ("\u{2066}\u{202B}x\u{2069}\u{202C}", Unbalanced::Open('\u{202B}')),
            ("\u{202B}x\u{2069}", Unbalanced::Open('\u{202B}')),
            ("نص \u{202E}gro\u{202C}", Unbalanced::Override('\u{202E}')),
        ] {
            assert_eq!(unbalanced(text), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn no_control_is_overlooked() {
        let mut text = String::new();
        for c in '\0'..=char::MAX {
            text.clear();
            text.extend(['中', c, 'ب']);
            assert!(unbalanced(&text).is_none() || may_have_control(&text), "{c:?}");
        }
        assert!(!may_have_control("نص 中文 “a” – b…"));
    }
}
