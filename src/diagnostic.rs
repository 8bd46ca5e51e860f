//! What a person did wrong, where, and what to do next.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Wrong without doubt: the exit code says so.
    Error,
    /// Perhaps wrong: a person decides.
    Warning,
    /// A person has decided: it may stay, for the reason in `hexapla.toml`.
    Allowed,
}

/// A place in a text file, in the units that people and editors count in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Path relative to the project, with `/`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: usize,
    /// Length of the marked part on its first line, in characters; may be 0.
    pub length: usize,
    /// The line, without its line end; of a very long one the part around the mark.
    pub text: String,
    /// Characters of the line that stand before `text`.
    #[serde(skip_serializing_if = "is_none")]
    pub skipped: usize,
}

/// Whether nothing is left out: then JSON does not speak of it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_none(skipped: &usize) -> bool {
    *skipped == 0
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Stable name of the kind of finding, kebab-case: `heading-skipped`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong: a lower-case phrase, things in backquotes.
    pub message: String,
    /// Where, if it has a place.
    pub place: Option<Place>,
    /// What to do next.
    pub help: Option<String>,
    /// A change of the file at `place` that puts it right without a person's judgement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Edit>,
    /// What it is about, where that is known.
    #[serde(flatten)]
    pub about: Option<Box<Subject>>,
    /// Why it may stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Box<str>>,
}

/// What a finding is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// The release.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
    /// The key of the locale: of a translation, or of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// The message, with its attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// A change of one file's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// Bytes of the file, as it was read, that go.
    pub range: Range<usize>,
    /// What comes in their place.
    pub replacement: String,
    /// The words that go, and where they stand; filled in when the file is at hand.
    #[serde(flatten)]
    pub replaced: Option<Box<Replaced>>,
}

/// Words of a file and their place: the line and column of the first character, and of the first
/// after the last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Replaced {
    /// The words.
    pub words: String,
    /// Line and column of the first character, from 1.
    pub start: (usize, usize),
    /// Line and column of the first character after them.
    pub end: (usize, usize),
}

impl Diagnostic {
    /// An error without a place yet.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            place: None,
            help: None,
            fix: None,
            about: None,
            reason: None,
        }
    }

    /// A warning without a place yet.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// The same finding at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same finding with a `help:` line.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same finding with a change that puts it right.
    #[must_use]
    pub fn fix(mut self, range: Range<usize>, replacement: impl Into<String>) -> Self {
        self.fix = Some(Edit { range, replacement: replacement.into(), replaced: None });
        self
    }

    /// The bytes of `text` in `range` that the message is about: what it names first between
    /// backquotes, a character by its code point (`U+200B`); all of the range where that does not
    /// stand there as it is.
    pub fn named_in(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let named = self.message.split('`').nth(1).filter(|named| !named.is_empty());
        let found = named.and_then(|named| {
            let part = text.get(range.clone())?;
            let whole = part.find(named).map(|at| (at, named.len()));
            whole.or_else(|| code_point(named).and_then(|c| Some((part.find(c)?, c.len_utf8()))))
        });
        found.map_or(range.clone(), |(at, length)| range.start + at..range.start + at + length)
    }
}

/// The character that `U+200B` names.
fn code_point(name: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(name.strip_prefix("U+")?, 16).ok()?)
}

/// The text of one file together with its path: what turns byte ranges into places. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    path: Arc<str>,
    text: Arc<str>,
    /// The byte at which each line begins.
    lines: Arc<[usize]>,
}

/// A longer line is cut around what is marked: a thousand findings in a line of a megabyte would
/// hold a gigabyte.
const LONG_LINE: usize = 4_000;

impl SourceText {
    /// A text and its path relative to the project.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Self { path: path.into(), text, lines }
    }

    /// The path relative to the project, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of a byte range and their place; `None` when it does not lie between characters.
    pub fn replaced(&self, range: Range<usize>) -> Option<Replaced> {
        let words = self.text().get(range.clone())?.to_owned();
        let at = |byte: usize| {
            let Place { line, column, .. } = self.place(byte..byte);
            (line, column)
        };
        Some(Replaced { words, start: at(range.start), end: at(range.end) })
    }

    /// The place of a byte range; a range outside the text is moved to its end.
    pub fn place(&self, range: Range<usize>) -> Place {
        let text = self.text();
        let start = floor_boundary(text, range.start);
        let end = floor_boundary(text, range.end.max(start));
        let line = self.lines.partition_point(|begin| *begin <= start);
        let line_start = self.lines[line - 1];
        let line_end = self.lines.get(line).map_or(text.len(), |next| next - 1);
        let end = end.min(line_end).max(start);
        let (from, to) = if line_end - line_start > LONG_LINE {
            let from = floor_boundary(text, start.saturating_sub(LONG_LINE / 2).max(line_start));
            (from, floor_boundary(text, (start + LONG_LINE / 2).min(line_end)))
        } else {
            (line_start, line_end)
        };
        let skipped = text[line_start..from].chars().count();
        Place {
            file: self.path.to_string(),
            line,
            column: skipped + text[from..start].chars().count() + 1,
            length: text[start..end].chars().count(),
            text: text[from..to].trim_end_matches('\r').to_owned(),
            skipped,
        }
    }
}

/// The greatest character boundary that is not after `index`.
fn floor_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = SourceText::new("a.ftl", "x = 1\nالسلام عليكم\n中文");
        let start = source.text().find("عليكم").expect("the word is there");
        let place = source.place(start..start + "عليكم".len());
        assert_eq!((place.line, place.column, place.length), (2, 8, 5));
        assert_eq!(place.text, "السلام عليكم");
        let long = SourceText::new(
            "a.md",
            format!("x\n{}文字{}\n", "中".repeat(9_000), "b".repeat(9_000)),
        );
        let start = long.text().find("文字").expect("it is there");
        let place = long.place(start..start + 6);
        assert_eq!((place.line, place.column, place.length), (2, 9_001, 2));
        assert!(place.text.len() <= LONG_LINE + 4 && place.text.contains("文字b"));
        assert_eq!(place.text.chars().nth(place.column - 1 - place.skipped), Some('文'));
        let place = source.place(source.text().len() - 1..9999);
        assert_eq!((place.line, place.column), (3, 2));
    }

    #[test]
    fn what_a_message_names_has_a_place() {
        let text = "a = [القرار][٣] 中\u{0}文 [x][3]";
        let named = |message: &str, range: Range<usize>| {
            text[Diagnostic::error("x", message).named_in(text, range)].to_owned()
        };
        let value = 4..text.len();
        assert_eq!(named("there is no link `[٣]`", value.clone()), "[٣]");
        assert_eq!(named("the character `U+0000` in `文`", value.clone()), "\u{0}");
        for whole in ["no name", "no `b` here", "``", "`U+0001`", "`U+D800`", "`a`"] {
            assert_eq!(named(whole, value.clone()), text[4..], "{whole}");
        }
        assert_eq!(Diagnostic::error("x", "`x`").named_in(text, 5..6), 5..6);
    }
}
