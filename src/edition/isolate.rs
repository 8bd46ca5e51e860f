//! Directional isolation: which words need a `bdi`.

use crate::document::{Inline, Mark};
use crate::locale::Direction;

/// The same inlines with every run of the opposite direction in a [`Mark::Isolate`] (HTML `bdi`).
///
/// In a right-to-left block those are names, acronyms, addresses and handles in Latin, Cyrillic and
/// other left-to-right letters, and numbers with a sign in them: `71/291` or `25-26` would turn
/// round after Arabic letters (UAX #9, W2 to W4). In a left-to-right block those are words in
/// Arabic, Hebrew and the like; nothing else is touched in Chinese, Russian or Latin text.
pub fn isolate(inlines: Vec<Inline>, direction: Direction) -> Vec<Inline> {
    if direction == Direction::Ltr && inlines.iter().all(stays) {
        return inlines;
    }
    isolate_runs(inlines, direction)
}

/// Whether there is nothing to isolate in an inline that stands in a left-to-right block.
fn stays(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => !text.is_empty() && !may_hold_rtl(text),
        Inline::Span(mark, content) => {
            let ltr = mark.direction(Direction::Ltr) == Direction::Ltr;
            *mark != Mark::Isolate && ltr && content.iter().all(stays)
        }
        Inline::Code(_) | Inline::Break | Inline::NoteRef(_) => true,
    }
}

/// Whether a text may hold a character of the right-to-left blocks: by the first bytes of those
/// (`is_rtl`), which few others share.
fn may_hold_rtl(text: &str) -> bool {
    let rtl = |b: u8| matches!(b, 0xD6..=0xE0 | 0xEF | 0xF0);
    text.bytes().fold(false, |found, b| found | rtl(b)) && text.contains(is_rtl)
}

fn isolate_runs(inlines: Vec<Inline>, direction: Direction) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) => push_runs(&text, direction, &mut out),
            Inline::Span(mark, content) => {
                // The writers set the direction that goes with a language.
                let inside = mark.direction(direction);
                let done = mark == Mark::Isolate;
                let content = if done { content } else { isolate(content, inside) };
                out.push(Inline::Span(mark, content));
            }
            Inline::Code(_) | Inline::Break | Inline::NoteRef(_) => out.push(inline),
        }
    }
    join_scripts(out)
}

/// Takes a subscript or superscript into the isolate right before it: `CO₂` is one word, and its 2
/// would stand on the other side.
fn join_scripts(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        let script = matches!(inline, Inline::Span(Mark::Subscript | Mark::Superscript, _));
        match out.last_mut() {
            Some(Inline::Span(Mark::Isolate, content)) if script => content.push(inline),
            _ => out.push(inline),
        }
    }
    out
}

/// What a character does for the direction of its surroundings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter that runs against the block.
    Opposite,
    Digit,
    /// A sign that belongs to the name, address or number that it stands in.
    Joining,
    /// Belongs to what comes before it.
    Mark,
    Other,
}

fn class(c: char, direction: Direction) -> Class {
    let rtl = is_rtl(c);
    match direction {
        Direction::Rtl if rtl || c == ' ' => Class::Other,
        Direction::Rtl if c.is_ascii_digit() => Class::Digit,
        // A brace is a sign of code: mirrored it would be another.
        Direction::Rtl if c.is_alphabetic() || matches!(c, '{' | '}') => Class::Opposite,
        Direction::Rtl if "@#_/.-:+&'’%~=?–".contains(c) => Class::Joining,
        Direction::Ltr if rtl && c.is_alphabetic() => Class::Opposite,
        Direction::Ltr if rtl => Class::Mark,
        Direction::Rtl | Direction::Ltr => Class::Other,
    }
}

/// Characters of the right-to-left blocks (UAX #9: bidi classes R and AL, and their marks).
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

fn push_runs(text: &str, direction: Direction, out: &mut Vec<Inline>) {
    // What is plain is pushed when a run or the end of the text follows.
    let (mut plain, mut at) = (0, 0);
    loop {
        at += plain_length(&text.as_bytes()[at..], direction);
        let Some(c) = text[at..].chars().next() else { break };
        let class = class(c, direction);
        // A sign right behind a word of the block parts the two (`العربية/English`), but those that
        // begin a handle stay with it: `و#UNite`.
        let attached = || text[plain..at].ends_with(|c| is_rtl(c) && !"،؛؟".contains(c));
        if class == Class::Other || class == Class::Joining && !"@#_".contains(c) && attached() {
            at += c.len_utf8();
            continue;
        }
        let rest = &text[at..];
        let run = run(rest, direction);
        if run == 0 {
            at += word(rest, direction).max(c.len_utf8());
            continue;
        }
        push_text(&text[plain..at], out);
        out.push(Inline::Span(Mark::Isolate, vec![Inline::Text(rest[..run].to_owned())]));
        at += run;
        plain = at;
    }
    push_text(&text[plain..], out);
}

/// Bytes at the start of a text that are plainly no run: in a right-to-left block spaces and the
/// letters of U+05C0 to U+07FF, Hebrew, Arabic and the like.
fn plain_length(bytes: &[u8], direction: Direction) -> usize {
    if direction == Direction::Ltr {
        return 0;
    }
    let mut length = 0;
    loop {
        length += match bytes.get(length) {
            Some(b' ') => 1,
            Some(0xD7..=0xDF) => 2,
            _ => return length,
        };
    }
}

fn push_text(text: &str, out: &mut Vec<Inline>) {
    if !text.is_empty() {
        out.push(Inline::Text(text.to_owned()));
    }
}

/// Bytes of the run to isolate at the start of the text; 0 when none begins here.
fn run(text: &str, direction: Direction) -> usize {
    let first = word(text, direction);
    if !needs_isolation(&text[..first], direction) {
        return 0;
    }
    let mut end = first;
    // Words of the other direction that follow belong to the run (`EPUB 3.3`); a number alone,
    // though, begins none.
    let lettered = |word: &str| word.chars().any(|c| class(c, direction) == Class::Opposite);
    while lettered(&text[..end]) {
        let Some(after) = text[end..].strip_prefix([' ', '\u{A0}']) else { break };
        let start = text.len() - after.len();
        let next = word(after, direction);
        if next == 0 {
            break;
        }
        end = start + next;
    }
    end
}

/// Bytes of the word of opposite letters, digits and joining signs at the start of the text, signs
/// at its end left out.
fn word(text: &str, direction: Direction) -> usize {
    let mut end = 0;
    for (index, c) in text.char_indices() {
        match class(c, direction) {
            Class::Opposite | Class::Digit | Class::Mark => end = index + c.len_utf8(),
            Class::Joining => {}
            Class::Other => break,
        }
    }
    end
}

fn needs_isolation(word: &str, direction: Direction) -> bool {
    let mut digits = false;
    let mut compound = false;
    for c in word.chars() {
        match class(c, direction) {
            Class::Opposite => return true,
            Class::Digit => digits = true,
            Class::Joining => compound |= digits,
            Class::Mark | Class::Other => {}
        }
    }
    compound
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with isolates as `⟨…⟩`.
    fn shown(text: &str, direction: Direction) -> String {
        let inlines = isolate(vec![Inline::Text(text.to_owned())], direction);
        let show = |inline: &Inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Span(_, content) => format!("⟨{}⟩", crate::document::plain(content)),
            Inline::Code(_) | Inline::Break | Inline::NoteRef(_) => unreachable!("not made here"),
        };
        inlines.iter().map(show).collect()
    }

    #[test]
    fn right_to_left() {
        for (text, expected) in [
            ("على @UN_OCT و#UNite.", "على ⟨@UN_OCT⟩ و⟨#UNite⟩."),
            ("القرار 71/291 لعام 2021", "القرار ⟨71/291⟩ لعام 2021"),
            ("في 26 أيار/مايو 2021", "في 26 أيار/مايو 2021"),
            ("كتاب EPUB 3.3، نص", "كتاب ⟨EPUB 3.3⟩، نص"),
            ("عام 2021 UNOCT (Yuli Yang)", "عام 2021 ⟨UNOCT⟩ (⟨Yuli Yang⟩)"),
            ("25-26 و كوفيد-19", "⟨25-26⟩ و كوفيد-19"),
            ("www.un.org/a. نص", "⟨www.un.org/a⟩. نص"),
            ("العربية/English والموقع:www.un.org/ar", "العربية/⟨English⟩ والموقع:⟨www.un.org/ar⟩"),
            ("العلامة { تبدأ", "العلامة ⟨{⟩ تبدأ"),
        ] {
            assert_eq!(shown(text, Direction::Rtl), expected);
        }
    }

    #[test]
    fn formulas_stay_together_and_languages_have_their_direction() {
        let text = |words: &str| Inline::Text(words.to_owned());
        let two = Inline::Span(Mark::Subscript, vec![text("2")]);
        let isolated = isolate(vec![text("غاز CO"), two.clone(), text(" هنا")], Direction::Rtl);
        let formula = Inline::Span(Mark::Isolate, vec![text("CO"), two]);
        assert_eq!(isolated, [text("غاز "), formula, text(" هنا")]);
        let latin = Mark::Language { lang: Some("la".to_owned()), dir: None };
        let proverb = vec![Inline::Span(latin, vec![text("Verba volant")])];
        assert_eq!(isolate(proverb.clone(), Direction::Rtl), proverb);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(2_000))]
        #[test]
        fn what_stays_is_what_isolation_would_leave(
            text in "([a-c1.中é文，ß\u{7FF}ߐאب\u{FB1D}\u{FDFF}\u{FE70}\u{1E800}\u{10800}\u{FE4F}] ?){0,12}",
            inner in "[a-c1.中ب]{0,4}",
        ) {
            for mark in [Mark::Strong, Mark::Subscript, Mark::Isolate,
                Mark::Cite { lang: Some("ar".to_owned()) }, Mark::Cite { lang: None }]
            {
                let span = Inline::Span(mark, vec![Inline::Text(inner.clone())]);
                for inlines in [
                    vec![Inline::Text(text.clone())],
                    vec![Inline::Text(text.clone()), span.clone()],
                    vec![span.clone(), span, Inline::Break, Inline::Text(text.clone())],
                ] {
                    let slow = isolate_runs(inlines.clone(), Direction::Ltr);
                    assert_eq!(isolate(inlines, Direction::Ltr), slow);
                }
            }
            assert_eq!(may_hold_rtl(&text), text.contains(is_rtl));
            let plain = plain_length(text.as_bytes(), Direction::Rtl);
            assert!(text[..plain].chars().all(|c| class(c, Direction::Rtl) == Class::Other));
        }
    }

    #[test]
    fn left_to_right() {
        for text in ["中文 EPUB 3.3，字", "Текст HTML 5", "25-26 May, naïve"] {
            assert_eq!(shown(text, Direction::Ltr), text);
        }
        assert_eq!(shown("Язык: العربية الفصحى.", Direction::Ltr), "Язык: ⟨العربية الفصحى⟩.");
    }
}
