//! Words: the leaves of an edition.

use crate::locale::{Direction, LocaleRef, direction_of};
use crate::segment::SegmentId;
use crate::target::Target;

/// The words of one leaf in one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The message that the words are from.
    pub id: SegmentId,
    /// Zero, one or several paragraphs. Elsewhere than in a paragraph there is exactly one.
    pub paragraphs: Vec<Vec<Inline>>,
    /// The locale that the words are in: not the edition's when this is a fallback.
    pub locale: LocaleRef,
    /// Where the words come from.
    pub state: State,
}

/// How the words of an edition relate to the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The source itself.
    Source,
    /// Translated, and signed by a native reviser.
    Revised,
    /// Translated.
    Translated,
    /// Translated, but no lock line says from which source.
    Unverified,
    /// The source has changed since it was translated.
    Stale,
    /// The same, and the project does not use what is out of date: the words are the source's.
    Outdated,
    /// Not translated: the words are the source's.
    Missing,
}

impl State {
    /// The name of the state, as people and programs read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Revised => "revised",
            Self::Translated => "translated",
            Self::Unverified => "unverified",
            Self::Stale | Self::Outdated => "stale",
            Self::Missing => "missing",
        }
    }
}

/// Words and what they mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Code, not translated.
    Code(String),
    /// A line break inside a paragraph.
    Break,
    /// Reference to note *n* (from 1).
    NoteRef(usize),
    /// Marked words.
    Span(Mark, Vec<Inline>),
}

/// What a span of words is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Stress (HTML `em`).
    Emphasis,
    /// Importance (HTML `strong`).
    Strong,
    /// No longer right (HTML `s`).
    Strikethrough,
    /// Subscript.
    Subscript,
    /// Superscript.
    Superscript,
    /// Words whose direction must not touch their surroundings (HTML `bdi`).
    Isolate,
    /// Another language or direction (HTML `span` with `lang`, `dir`).
    Language {
        /// BCP 47 tag.
        lang: Option<String>,
        /// Direction.
        dir: Option<Direction>,
    },
    /// An abbreviation.
    Abbreviation {
        /// The words in full.
        expansion: String,
    },
    /// The title of a work.
    Cite {
        /// BCP 47 tag.
        lang: Option<String>,
    },
    /// A quotation in the line; the writer sets the quotation marks.
    Quote {
        /// BCP 47 tag.
        lang: Option<String>,
    },
    /// A date or time (HTML `time`).
    Time {
        /// HTML date or time string: `2021-05-26`.
        datetime: String,
    },
    /// A link.
    Link {
        /// Where to.
        target: Target,
        /// BCP 47 tag of the target, where it is known to be in another language.
        hreflang: Option<String>,
    },
}

impl Mark {
    /// The language that the marked words are said to be in.
    pub fn language(&self) -> Option<&str> {
        match self {
            Self::Language { lang, dir: _ } | Self::Cite { lang } | Self::Quote { lang } => {
                lang.as_deref()
            }
            Self::Emphasis
            | Self::Strong
            | Self::Strikethrough
            | Self::Subscript
            | Self::Superscript
            | Self::Isolate
            | Self::Abbreviation { .. }
            | Self::Time { .. }
            | Self::Link { .. } => None,
        }
    }

    /// The direction of the marked words among words that run in the direction `around`: the one
    /// that is set, else that of their language.
    pub fn direction(&self, around: Direction) -> Direction {
        if let Self::Language { dir: Some(dir), lang: _ } = self {
            return *dir;
        }
        let tag = self.language().and_then(|lang| lang.parse().ok());
        tag.map_or(around, |tag| direction_of(&tag))
    }
}

/// The plain words of inlines: marks dropped, a break as a space, note references left out.
pub fn plain(inlines: &[Inline]) -> String {
    let mut words = String::new();
    push_plain(inlines, &mut words);
    words
}

fn push_plain(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Break => words.push(' '),
            Inline::NoteRef(_) => {}
            Inline::Span(_, content) => push_plain(content, words),
        }
    }
}

impl Text {
    /// The inlines of a leaf that is one paragraph by nature (a heading, a cell …).
    pub fn line(&self) -> &[Inline] {
        self.paragraphs.first().map_or(&[], Vec::as_slice)
    }

    /// The plain words of all paragraphs, joined by a space.
    pub fn plain(&self) -> String {
        let paragraphs: Vec<_> = self.paragraphs.iter().map(|inlines| plain(inlines)).collect();
        paragraphs.join(" ")
    }
}
