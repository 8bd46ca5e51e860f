//! What a rule looks at: the leaves of the editions, their links, their places.

use std::collections::BTreeMap;
use std::ops::Range;

use super::prose::Said;
use crate::catalog::Catalog;
use crate::diagnostic::Place;
use crate::document::{Block, Inline, Mark, Section, State, Text, plain};
use crate::edition::Edition;
use crate::project::Settings;
use crate::release::Release;
use crate::segment::Segment;
use crate::target::Target;

/// One release as the rules see it.
pub(super) struct Context<'a> {
    pub release: &'a Release,
    pub settings: &'a Settings,
    /// The source's own edition, when it was made.
    pub original: Option<&'a Edition>,
    /// The leaves of the source's own edition; none when it was not made.
    pub source: Vec<Leaf<'a>>,
    /// The editions that have a catalog.
    pub translations: Vec<Translation<'a>>,
}

/// One translation of the release.
pub(super) struct Translation<'a> {
    pub edition: &'a Edition,
    pub catalog: &'a Catalog,
    /// All leaves, fallbacks included, in the order of [`Context::source`].
    pub leaves: Vec<Leaf<'a>>,
}

/// One leaf of one edition.
#[derive(Clone, Copy)]
pub(super) struct Leaf<'a> {
    pub segment: &'a Segment,
    pub text: &'a Text,
    pub part: &'a Part<'a>,
    release: &'a Release,
    /// The translation that it is part of.
    catalog: Option<&'a Catalog>,
}

/// What several rules ask of a leaf.
pub(super) struct Part<'a> {
    /// All inlines, each before those inside it.
    inlines: Vec<&'a Inline>,
    /// What its words are for the rules that read them.
    pub said: Said,
}

/// A link and the words that it stands on.
pub(super) struct Link<'a> {
    pub target: &'a Target,
    content: &'a [Inline],
}

impl<'a> Context<'a> {
    /// `parts` are those of each edition.
    pub fn new(
        release: &'a Release,
        (editions, parts): (&'a [Edition], &'a [Vec<Part<'a>>]),
        catalogs: &'a BTreeMap<String, Catalog>,
        settings: &'a Settings,
    ) -> Self {
        let editions = || editions.iter().zip(parts);
        let source = editions().find(|(edition, _)| !edition.is_translation());
        let translations = editions().filter(|(edition, _)| edition.is_translation());
        let translations = translations.filter_map(|(edition, parts)| {
            let catalog = catalogs.get(edition.locale.key())?;
            let leaves = leaves(release, (edition, parts), Some(catalog));
            Some(Translation { edition, catalog, leaves })
        });
        Self {
            release,
            settings,
            original: source.map(|(edition, _)| edition),
            source: source.map_or_else(Vec::new, |source| leaves(release, source, None)),
            translations: translations.collect(),
        }
    }

    /// The leaves with words of their own: the source's, and of each translation those that are
    /// translated. A fallback is the source's, and looked at there.
    pub fn written(&self) -> impl Iterator<Item = &Leaf<'a>> {
        let translated = self.translations.iter().flat_map(Translation::written);
        self.source.iter().chain(translated)
    }

    /// The same leaves, with the edition that each stands in.
    pub fn written_in(&self) -> impl Iterator<Item = (&'a Edition, &Leaf<'a>)> {
        let own = self
            .original
            .into_iter()
            .flat_map(|edition| self.source.iter().map(move |leaf| (edition, leaf)));
        own.chain(
            self.translations.iter().flat_map(|translation| {
                translation.written().map(|leaf| (translation.edition, leaf))
            }),
        )
    }

    /// All sections of the release, in the order of the text.
    pub fn sections(&self) -> Vec<&'a Section<Segment>> {
        let mut all = Vec::new();
        push_sections(&self.release.document.blocks, &mut all);
        all
    }
}

impl<'a> Translation<'a> {
    /// The leaves that are translated.
    pub fn written(&self) -> impl Iterator<Item = &Leaf<'a>> {
        self.leaves.iter().filter(|leaf| leaf.is_written())
    }
}

fn leaves<'a>(
    release: &'a Release,
    (edition, parts): (&'a Edition, &'a Vec<Part<'a>>),
    catalog: Option<&'a Catalog>,
) -> Vec<Leaf<'a>> {
    // An edition has the release's own tree, so the leaves come in the same order.
    let texts = edition.document.leaves();
    let pairs = release.document.leaves().into_iter().zip(texts).zip(parts);
    pairs.map(|((segment, text), part)| Leaf { segment, text, part, release, catalog }).collect()
}

impl<'a> Part<'a> {
    /// Those of an edition, in the order of its leaves.
    pub fn all(edition: &'a Edition) -> Vec<Self> {
        edition.document.leaves().into_iter().map(Self::of).collect()
    }

    fn of(text: &'a Text) -> Self {
        let mut inlines = Vec::new();
        text.paragraphs.iter().for_each(|paragraph| push_inlines(paragraph, &mut inlines));
        Self { inlines, said: Said::default() }
    }
}

fn push_sections<'a>(blocks: &'a [Block<Segment>], all: &mut Vec<&'a Section<Segment>>) {
    for block in blocks {
        if let Block::Section(section) = block {
            all.push(section);
            push_sections(&section.blocks, all);
        }
    }
}

impl<'a> Leaf<'a> {
    /// Whether the words are the edition's own, and no fallback.
    pub fn is_written(&self) -> bool {
        match self.text.state {
            State::Missing | State::Outdated => false,
            State::Source
            | State::Revised
            | State::Translated
            | State::Unverified
            | State::Stale => true,
        }
    }

    /// Whether a difference from the source of today is a mistake: the words are translated from
    /// it, as far as anybody knows, and not left out on purpose.
    pub fn is_comparable(&self) -> bool {
        self.is_written() && self.text.state != State::Stale && !self.text.paragraphs.is_empty()
    }

    /// The place of the leaf.
    pub fn place(&self) -> Place {
        self.place_of("")
    }

    /// The place of `words` in the leaf; where they do not stand there as they are, of the leaf.
    pub fn place_of(&self, words: &str) -> Place {
        let (raw, range) = self.written_at();
        self.place_at(part(raw, words, range))
    }

    /// The place of bytes of the file that the words are written in.
    pub fn place_at(&self, range: Range<usize>) -> Place {
        match self.own() {
            Some((catalog, ..)) => catalog.place(range),
            None => self.release.source.place(range),
        }
    }

    /// The words as they are written, marks included.
    pub fn raw(&self) -> &'a str {
        self.written_at().0
    }

    /// Whether the words are those of `index.md`.
    pub fn is_in_source(&self) -> bool {
        self.own().is_none()
    }

    /// What is written at bytes of the file.
    pub fn written(&self, range: Range<usize>) -> Option<&'a str> {
        let (raw, whole) = self.written_at();
        raw.get(range.start.checked_sub(whole.start)?..range.end.checked_sub(whole.start)?)
    }

    /// The words as they are written, and the bytes of the file that they are.
    pub fn written_at(&self) -> (&'a str, Range<usize>) {
        if let Some((_, raw, range)) = self.own() {
            return (raw, range);
        }
        let range = self.segment.range.clone();
        (self.release.source.text().get(range.clone()).unwrap_or(""), range)
    }

    /// The translation, if the words are there: as they are written, and the bytes of its file.
    fn own(&self) -> Option<(&'a Catalog, &'a str, Range<usize>)> {
        let catalog = self.catalog?;
        let (raw, range) = catalog.written(&self.text.id)?;
        Some((catalog, raw, range))
    }

    /// All inlines, each before those inside it.
    pub fn inlines(&self) -> impl Iterator<Item = &'a Inline> + use<'a> {
        self.part.inlines.iter().copied()
    }

    /// All links.
    pub fn links(&self) -> impl Iterator<Item = Link<'a>> + use<'a> {
        self.inlines().filter_map(|inline| match inline {
            Inline::Span(Mark::Link { target, .. }, content) => Some(Link { target, content }),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Break
            | Inline::NoteRef(_)
            | Inline::Span(..) => None,
        })
    }
}

impl Link<'_> {
    /// Its words.
    pub fn words(&self) -> String {
        plain(self.content)
    }
}

fn push_inlines<'a>(inlines: &'a [Inline], all: &mut Vec<&'a Inline>) {
    for inline in inlines {
        all.push(inline);
        if let Inline::Span(_, content) = inline {
            push_inlines(content, all);
        }
    }
}

/// The bytes of `words` in `raw`, which stands at `range`; all of it where they are not there.
fn part(raw: &str, words: &str, range: Range<usize>) -> Range<usize> {
    match raw.find(words).filter(|_| !words.is_empty()) {
        Some(at) => range.start + at..range.start + at + words.len(),
        None => range,
    }
}
