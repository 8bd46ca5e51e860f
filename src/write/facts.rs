//! What an edition may say of its own accessibility: counted in its tree, never declared.
//!
//! The words in backquotes are schema.org's accessibility vocabulary, as the W3C's “Schema.org
//! Accessibility Properties for Discoverability Vocabulary” defines them.

use crate::catalog::Phrase;
use crate::document::{Block, Document, Figure, Inline, Mark, Table, Text};
use crate::edition::Edition;
use crate::project::Format;
use crate::write::body::{self, Medium};
use crate::write::image;

/// What was found in one edition in one format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessFacts {
    format: Format,
    /// Images that inform; any makes `visual` an `accessMode`.
    pub images: usize,
    /// Those that have a text alternative in the edition's own language; all of them:
    /// `alternativeText`, and `textual` alone is an `accessModeSufficient`.
    pub described: usize,
    /// Data tables.
    pub tables: usize,
    /// Those that have a caption and no column without a header.
    pub labelled: usize,
    /// Headings below the title; any: `structuralNavigation`.
    pub headings: usize,
    /// Notes, with references and ways back; any: `ARIA`.
    pub notes: usize,
    /// Alerts; any: `ARIA`.
    pub alerts: usize,
    /// Phrases and blocks in another language, marked as such.
    pub foreign: usize,
    /// Whether a table of contents leads to every heading: `tableOfContents`.
    pub contents: bool,
    /// Whether no image can move: `accessibilityHazard` is `none`, else `unknown`.
    pub still: bool,
}

impl AccessFacts {
    /// The facts of an edition in a format, or of several beside each other: of what each has, as
    /// much as is true of all.
    pub fn of(editions: &[&Edition], format: Format) -> Self {
        let mut all = editions.iter().map(|edition| Self::of_one(edition, format));
        let first = all.next().expect("there is an edition");
        all.fold(first, |facts, other| Self {
            described: facts.described.min(other.described),
            labelled: facts.labelled.min(other.labelled),
            // Whatever is in the other language is marked.
            foreign: facts.foreign + other.foreign + 1,
            ..facts
        })
    }

    fn of_one(edition: &Edition, format: Format) -> Self {
        let mut facts = Self {
            format,
            images: 0,
            described: 0,
            tables: 0,
            labelled: 0,
            headings: 0,
            notes: edition.document.notes.len(),
            alerts: 0,
            foreign: foreign(&edition.document, edition),
            contents: match format {
                Format::Html => body::has_contents(edition, Medium::Html),
                // EPUB 3.3 §7: every book has one, and ours leads to every heading.
                Format::Epub => true,
                Format::Text => false,
            },
            still: true,
        };
        facts.count(&edition.document.blocks, edition);
        edition.document.notes.iter().for_each(|note| facts.count(&note.blocks, edition));
        facts
    }

    fn count(&mut self, blocks: &[Block<Text>], edition: &Edition) {
        for block in blocks {
            match block {
                Block::Section(section) => {
                    self.headings += 1;
                    self.count(&section.blocks, edition);
                }
                Block::Quotation(quotation) => self.count(&quotation.blocks, edition),
                Block::List(list) => list.items.iter().for_each(|item| self.count(item, edition)),
                Block::Definitions(definitions) => {
                    let all = definitions.iter().flat_map(|one| &one.definitions);
                    all.for_each(|blocks| self.count(blocks, edition));
                }
                Block::Figure(figure) => self.count_image(figure, edition),
                Block::Table(table) => self.count_table(table),
                Block::Alert(alert) => {
                    self.alerts += 1;
                    self.count(&alert.blocks, edition);
                }
                Block::Paragraph(_) | Block::Code(_) | Block::Break => {}
            }
        }
    }

    fn count_image(&mut self, figure: &Figure<Text>, edition: &Edition) {
        self.images += 1;
        let ours = figure.alt.locale == edition.locale;
        self.described += usize::from(ours && !figure.alt.plain().trim().is_empty());
        self.still &= edition.assets.get(&figure.path).is_some_and(|bytes| image::is_still(bytes));
    }

    fn count_table(&mut self, table: &Table<Text>) {
        // The first cell of a header that heads the column of row headers may be empty.
        let headed = table.header.iter().skip(1).all(Option::is_some);
        self.tables += 1;
        self.labelled += usize::from(headed && table.caption.is_some());
    }

    /// `accessMode`: the senses that the edition speaks to.
    pub fn access_modes(&self) -> Vec<&'static str> {
        if self.images > 0 { vec!["textual", "visual"] } else { vec!["textual"] }
    }

    /// `accessModeSufficient`: each a list of senses that are enough to take in everything.
    pub fn sufficient(&self) -> Vec<&'static str> {
        let all = (self.images > 0).then_some("textual,visual");
        let text = (self.described == self.images).then_some("textual");
        text.into_iter().chain(all).collect()
    }

    /// `accessibilityFeature`.
    pub fn features(&self) -> Vec<&'static str> {
        let aria = self.notes > 0 || self.alerts > 0 || self.contents;
        let markup = self.format != Format::Text;
        let features = [
            // One document, whose order in the file is the order of reading.
            ("readingOrder", true),
            ("structuralNavigation", markup && self.headings > 0),
            ("tableOfContents", self.contents),
            // Style sheets with relative units and nothing fixed.
            ("displayTransformability", markup),
            ("alternativeText", self.images > 0 && self.described == self.images),
            ("ARIA", markup && aria),
            ("unlocked", self.format == Format::Epub),
        ];
        features.into_iter().filter_map(|(name, is_true)| is_true.then_some(name)).collect()
    }

    /// `accessibilityHazard`.
    pub fn hazards(&self) -> Vec<&'static str> {
        vec![if self.still { "none" } else { "unknown" }]
    }

    /// The facts as phrases of the furniture, in the order in which they are said.
    pub fn phrases(&self) -> Vec<Phrase<'static>> {
        let features = self.features();
        let has = |name: &str| features.contains(&name);
        let described = has("alternativeText");
        let labelled = self.tables > 0 && self.labelled == self.tables;
        let facts = [
            (self.images == 0, Phrase::AccessAllText),
            (described, Phrase::AccessImages { count: self.images }),
            (has("structuralNavigation"), Phrase::AccessStructure),
            (self.contents && self.headings > 0, Phrase::AccessContents),
            (labelled, Phrase::AccessTables { count: self.tables }),
            (self.foreign > 0, Phrase::AccessLanguages),
            (has("displayTransformability"), Phrase::AccessDisplay),
            (self.still, Phrase::AccessNoHazards),
            (has("unlocked"), Phrase::AccessUnlocked),
        ];
        facts.into_iter().filter_map(|(is_true, said)| is_true.then_some(said)).collect()
    }

    /// `accessibilitySummary`: the facts in the edition's language, as plain words.
    pub fn summary(&self, edition: &Edition) -> String {
        let mut summary = String::new();
        for phrase in self.phrases() {
            // A full-width full stop brings its own space.
            if !summary.is_empty() && !summary.ends_with('。') {
                summary.push(' ');
            }
            summary.push_str(&edition.say(phrase));
        }
        summary
    }
}

/// How many leaves and phrases are marked as being in another language.
fn foreign(document: &Document<Text>, edition: &Edition) -> usize {
    let fallback = |text: &&&Text| text.locale != edition.locale;
    let leaves = document.leaves();
    let phrases = leaves.iter().flat_map(|text| &text.paragraphs).map(|inlines| tongues(inlines));
    phrases.sum::<usize>() + leaves.iter().filter(fallback).count()
}

fn tongues(inlines: &[Inline]) -> usize {
    let count = |inline: &Inline| match inline {
        Inline::Span(mark, content) => {
            let lang = match mark {
                Mark::Language { lang, dir: _ } | Mark::Cite { lang } | Mark::Quote { lang } => {
                    lang
                }
                Mark::Emphasis
                | Mark::Strong
                | Mark::Strikethrough
                | Mark::Subscript
                | Mark::Superscript
                | Mark::Isolate
                | Mark::Abbreviation { .. }
                | Mark::Time { .. }
                | Mark::Link { .. } => &None,
            };
            usize::from(lang.is_some()) + tongues(content)
        }
        Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::NoteRef(_) => 0,
    };
    inlines.iter().map(count).sum()
}
