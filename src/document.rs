//! The closed document model: structure is written once, words six times.
//!
//! `Document<T>` is a tree whose leaves `T` are what a translator translates. The same tree holds
//! what the source says (`Document<Segment>`) and the words of one locale (`Document<Text>`).

mod inline;
mod life;
mod walk;

pub use inline::{Inline, Mark, State, Text, plain};
pub use life::{Correction, Life, Moment, Status};

use std::ops::Range;

use crate::segment::Anchor;

/// A calendar date (proleptic Gregorian, as in RFC 3339).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, for example 2021.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads an ISO 8601 calendar date: `2021-05-26`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? })
    }
}

impl std::fmt::Display for Date {
    /// ISO 8601 calendar date: `2021-05-26`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// What the front matter says that needs no translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Date of the release.
    pub date: Date,
    /// Date of the last change to what is published; the release's date when it never changed. In an
    /// edition: of its last change.
    pub updated: Date,
    /// Key of the locale that the source is written in, when the front matter names one.
    pub source_locale: Option<Named>,
    /// Keys of the locales in which it is published, when the front matter names them.
    pub languages: Option<Vec<Named>>,
    /// Whether it is out, and what became of it.
    pub life: Life,
}

/// The key of a locale as the front matter names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The key.
    pub key: String,
    /// The bytes of the file where it stands.
    pub range: Range<usize>,
}

/// A release: front matter, the body, the notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document<T> {
    /// The words of the front matter.
    pub meta: Meta<T>,
    /// The body: blocks before the first section, then sections.
    pub blocks: Vec<Block<T>>,
    /// Notes in the order of their first reference in the source; note *n* is `notes[n - 1]`.
    pub notes: Vec<Note<T>>,
}

/// The translatable words of the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta<T> {
    /// The headline.
    pub title: T,
    /// One or two sentences for search engines and catalogues.
    pub description: T,
    /// The kind of release: “Press release”.
    pub kind: Option<T>,
    /// The series or event that the release belongs to (the masthead).
    pub series: Option<T>,
    /// The place of the dateline.
    pub place: Option<T>,
    /// The organisation that publishes.
    pub organisation: Option<T>,
    /// What the source was, for “About this text”.
    pub source: Option<T>,
    /// An editor's note: what a reader must know before the text, in every edition.
    pub notice: Option<T>,
    /// What was put right after publication, in every edition.
    pub corrections: Vec<Correction<T>>,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block<T> {
    /// A heading and all that belongs to it.
    Section(Section<T>),
    /// A paragraph.
    Paragraph(T),
    /// A quotation in blocks of its own.
    Quotation(Quotation<T>),
    /// An ordered or unordered list.
    List(List<T>),
    /// A definition list.
    Definitions(Vec<Definition<T>>),
    /// An image with its caption.
    Figure(Figure<T>),
    /// A data table.
    Table(Table<T>),
    /// A note, tip, warning … set apart.
    Alert(Alert<T>),
    /// Preformatted code; not translated.
    Code(Code),
    /// A thematic break.
    Break,
}

/// What a section is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionRole {
    /// A part of the text.
    Plain,
    /// A speaker: the heading names the person, the quotations are what the person said.
    Speaker,
}

/// A heading and the blocks below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<T> {
    /// Heading level, 2 to 6 (the title is level 1).
    pub level: u8,
    /// Fragment id, the same in every locale.
    pub anchor: Anchor,
    /// What the section is for.
    pub role: SectionRole,
    /// The heading.
    pub heading: T,
    /// What stands below, deeper sections included.
    pub blocks: Vec<Block<T>>,
}

impl<T> Section<T> {
    /// Whether a quotation stands directly in the section.
    pub fn has_quotation(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Quotation(_)))
    }
}

/// A quotation in blocks of its own; holds no outer quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation<T> {
    /// What is quoted.
    pub blocks: Vec<Block<T>>,
    /// Who said it.
    pub attribution: Option<T>,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T> {
    /// The first number of an ordered list; `None` for an unordered one.
    pub start: Option<u64>,
    /// The items.
    pub items: Vec<Vec<Block<T>>>,
}

/// One term of a definition list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition<T> {
    /// The term.
    pub term: T,
    /// Its definitions.
    pub definitions: Vec<Vec<Block<T>>>,
}

/// An image that stands as a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure<T> {
    /// Path of the image, relative to the release's folder.
    pub path: String,
    /// Text alternative.
    pub alt: T,
    /// Caption.
    pub caption: Option<T>,
}

/// Horizontal alignment of a table column, logically: `Start` is left in English, right in Arabic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the text runs.
    Start,
    /// Centred.
    Center,
    /// Against the direction of the text (numbers).
    End,
}

/// A data table: the first row heads the columns, the first column heads the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<T> {
    /// Caption.
    pub caption: Option<T>,
    /// One per column.
    pub alignments: Vec<Alignment>,
    /// Column headers; `None` where the cell is empty.
    pub header: Vec<Option<T>>,
    /// Rows of cells, each as long as the header; `None` where a cell is empty.
    pub rows: Vec<Vec<Option<T>>>,
}

/// The five kinds of GitHub alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertKind {
    /// Useful to know.
    Note,
    /// Advice.
    Tip,
    /// Needed to reach the goal.
    Important,
    /// Needs attention at once.
    Warning,
    /// Risk of harm.
    Caution,
}

/// Blocks set apart under a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert<T> {
    /// Which label.
    pub kind: AlertKind,
    /// The blocks.
    pub blocks: Vec<Block<T>>,
}

/// Preformatted code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The first word of the info string: `rust`.
    pub language: Option<String>,
    /// The code, each line ended by `\n`.
    pub text: String,
}

/// A note (footnote in the source, endnote in every edition).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note<T> {
    /// The label in the source: `[^label]`.
    pub label: String,
    /// The blocks of the note.
    pub blocks: Vec<Block<T>>,
}
