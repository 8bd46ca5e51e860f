//! One leaf of a source: its message, and the proof that the message says what the source says.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::convert::convert;
use super::inline::{References, inlines, is_words};
use super::notes::label_at;
use super::options;
use super::splice::{Ranged, Spliced, splice, without_fluent};
use crate::diagnostic::Diagnostic;
use crate::document::{Inline, plain};
use crate::segment::Piece;

/// A finding and the bytes that it is about.
pub(super) type Problem = (Diagnostic, Range<usize>);

/// The words of a leaf.
#[derive(Debug)]
pub(super) struct Leaf {
    pub spliced: Spliced,
    /// The words without marks.
    pub plain: String,
    pub problems: Vec<Problem>,
}

/// Reads the inline events of one block of `raw`.
pub(super) fn read(raw: &str, events: &[Ranged<'_>]) -> Leaf {
    if let [(Event::Text(words), range)] = events
        && raw.get(range.clone()) == Some(words)
        // The event of a sign behind a backslash begins at the sign.
        && !raw[..range.start].ends_with('\\')
        && let Some(leaf) = words_alone(words)
    {
        return leaf;
    }
    read_marks(raw, events)
}

/// A leaf that is one run of words without any sign: as a message it says what the source says.
fn words_alone(words: &str) -> Option<Leaf> {
    (is_words(words) && !words.contains(['{', '}'])).then(|| {
        let pieces = vec![Piece::Words(words.to_owned())];
        let spliced = Spliced { pieces, ..Spliced::default() };
        Leaf { spliced, plain: words.to_owned(), problems: Vec::new() }
    })
}

fn read_marks(raw: &str, events: &[Ranged<'_>]) -> Leaf {
    let problem = |label: &str| {
        let help = format!(
            "write the note below, `[^{label}]: …`; signs that are no note are written `\\[^{label}]`"
        );
        Diagnostic::error("unknown-note", format!("there is no note `[^{label}]`")).help(help)
    };
    leaf(raw, events, unknown_notes(raw, events, problem))
}

fn leaf(raw: &str, events: &[Ranged<'_>], mut problems: Vec<Problem>) -> Leaf {
    let mut spliced = splice(raw, events);
    problems.append(&mut spliced.problems);
    let start = events.first().map_or(0, |(_, range)| range.start);
    let end = events.iter().map(|(_, range)| range.end).max().unwrap_or(start);
    let notes: Vec<&str> = spliced.notes.iter().map(String::as_str).collect();
    let references = References { links: &[], notes: &notes };
    let (content, found) = convert(events.iter().map(|(event, _)| event), &references);
    let proven = !problems.is_empty() || !found.is_empty() || proof(&spliced, &content);
    problems.extend(found.into_iter().map(|problem| {
        let range = problem.named_in(raw, start..end);
        (problem, range)
    }));
    if !proven {
        let message = "these words would mean something else in a message";
        let help = "put a backslash before brackets and other signs that are meant literally";
        problems.push((Diagnostic::error("message-differs", message).help(help), start..end));
    }
    Leaf { spliced, plain: plain(&content), problems }
}

/// Reads a line of Markdown that is no block of a file (a value of the front matter). Ranges in the
/// result are those of the line behind a prefix: of no use to a person.
pub(super) fn read_line(line: &str) -> Leaf {
    let line = line.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    words_alone(&line).unwrap_or_else(|| read_line_of_marks(&line))
}

fn read_line_of_marks(line: &str) -> Leaf {
    const PREFIX: &str = "x ";
    let raw = format!("{PREFIX}{line}");
    let mut events: Vec<Ranged<'_>> = Parser::new_ext(&raw, options())
        .into_offset_iter()
        .skip_while(|(event, _)| !matches!(event, Event::Start(Tag::Paragraph)))
        .skip(1)
        .take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Paragraph)))
        .collect();
    if let Some((Event::Text(text), range)) = events.first_mut() {
        *text = text.strip_prefix(PREFIX).unwrap_or("").to_owned().into();
        range.start = PREFIX.len().min(range.end);
    }
    let problem = |label: &str| {
        let help = format!("take it out, or write signs that are no note as `\\[^{label}]`");
        let message = format!("the note `[^{label}]` cannot be referred to here");
        Diagnostic::error("unknown-note", message).help(help)
    };
    let problems = unknown_notes(&raw, &events, problem);
    leaf(&raw, &events, problems)
}

/// References to notes that are not there: words for pulldown-cmark.
fn unknown_notes(
    raw: &str,
    events: &[Ranged<'_>],
    problem: impl Fn(&str) -> Diagnostic,
) -> Vec<Problem> {
    let words = events.iter().filter(|(event, _)| matches!(event, Event::Text(_)));
    let found = words.filter_map(|(_, range)| {
        // An opening bracket begins an event of its own, behind `!` too.
        let at = range.start + usize::from(raw[range.clone()].starts_with("!["));
        let escaped = raw[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
        let label = label_at(&raw[at..]).filter(|_| !escaped)?;
        Some((problem(label), at..at + label.len() + "[^]".len()))
    });
    found.collect()
}

/// Whether the message, read as a translator's would be, gives the same inlines as the block.
fn proof(spliced: &Spliced, content: &[Inline]) -> bool {
    let mut message = String::new();
    for piece in &spliced.pieces {
        match piece {
            Piece::Words(words) => message.push_str(words),
            Piece::LinkNumber(index) => message.push_str(&(index + 1).to_string()),
        }
    }
    let links: Vec<_> = (1..).zip(spliced.targets.iter().cloned()).collect();
    let notes: Vec<&str> = spliced.notes.iter().map(String::as_str).collect();
    let references = References { links: &links, notes: &notes };
    let (mut paragraphs, _) = inlines(&without_fluent(&message), &references);
    let again = if paragraphs.is_empty() { Vec::new() } else { paragraphs.remove(0) };
    paragraphs.is_empty() && again == content
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(raw: &str) {
        let events: Vec<Ranged<'_>> = Parser::new_ext(raw, options())
            .into_offset_iter()
            .skip_while(|(event, _)| !matches!(event, Event::Start(Tag::Paragraph)))
            .skip(1)
            .take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Paragraph)))
            .collect();
        let (quick, slow) = (read(raw, &events), read_marks(raw, &events));
        assert_eq!(format!("{quick:?}"), format!("{slow:?}"), "{raw:?}");
    }

    #[test]
    fn a_line_without_marks_is_read_as_one_with_marks() {
        for line in [
            "كلمات",
            "中文。",
            "one: two | three",
            "1. a",
            "# a",
            "- a",
            "a {b}",
            "a *b*",
            "\u{A0}a",
        ] {
            let (quick, slow) = (read_line(line), read_line_of_marks(line));
            assert_eq!(format!("{quick:?}"), format!("{slow:?}"), "{line}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(2_000))]
        #[test]
        fn any_leaf_is_the_same_with_and_without_marks(
            raw in "([ -~ابت،中文。é\u{A0}\u{3000}]|  |: |\\{ |\n){0,12}",
        ) {
            compare(&raw);
            compare(&format!("ب{raw}"));
        }
    }
}
