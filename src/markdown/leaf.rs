//! One leaf of a source: its message, and the proof that the message says what the source says.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::convert::convert;
use super::inline::{References, inlines};
use super::options;
use super::splice::{Ranged, Spliced, splice, without_fluent};
use crate::diagnostic::Diagnostic;
use crate::document::{Inline, plain};
use crate::segment::Piece;

/// A finding and the bytes that it is about.
pub(super) type Problem = (Diagnostic, Range<usize>);

/// The words of a leaf.
pub(super) struct Leaf {
    pub spliced: Spliced,
    /// The words without marks.
    pub plain: String,
    pub problems: Vec<Problem>,
}

/// Reads the inline events of one block of `raw`.
pub(super) fn read(raw: &str, events: &[Ranged<'_>]) -> Leaf {
    let mut spliced = splice(raw, events);
    let mut problems = std::mem::take(&mut spliced.problems);
    let start = events.first().map_or(0, |(_, range)| range.start);
    let end = events.iter().map(|(_, range)| range.end).max().unwrap_or(start);
    let labels = spliced.notes.clone();
    let note = |label: &str| labels.iter().position(|known| known == label).map(|i| i + 1);
    let references = References { link: &|_| None, note: &note };
    let (content, found) = convert(events.iter().map(|(event, _)| event), &references);
    let proven = !problems.is_empty() || !found.is_empty() || proof(&spliced, &content);
    problems.extend(found.into_iter().map(|problem| {
        let range = place_of(&problem, raw, start..end);
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
    const PREFIX: &str = "x ";
    let line = line.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
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
    read(&raw, &events)
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
    let link = |number: &str| {
        let number: usize = number.parse().ok()?;
        spliced.targets.get(number.checked_sub(1)?).cloned()
    };
    let note = |label: &str| spliced.notes.iter().position(|known| known == label).map(|i| i + 1);
    let references = References { link: &link, note: &note };
    let (mut paragraphs, _) = inlines(&without_fluent(&message), &references);
    let again = if paragraphs.is_empty() { Vec::new() } else { paragraphs.remove(0) };
    paragraphs.is_empty() && again == content
}

/// The bytes that a finding is about: what it names between backquotes, if that stands in the
/// block, else the block.
fn place_of(problem: &Diagnostic, raw: &str, block: Range<usize>) -> Range<usize> {
    let named = problem.message.split('`').nth(1).filter(|named| !named.is_empty());
    let found = named.and_then(|named| Some((raw.get(block.clone())?.find(named)?, named)));
    found.map_or(block.clone(), |(index, named)| {
        block.start + index..block.start + index + named.len()
    })
}
