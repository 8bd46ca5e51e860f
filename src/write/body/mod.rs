//! The one chooser of elements, ids, roles, languages and directions: what stands in an edition's
//! `article`, for HTML and EPUB alike.
//!
//! Ids: a section has its anchor, a paragraph its message. What belongs to the furniture begins
//! with `_`, which neither of them can.

mod about;
mod blocks;
mod contents;
mod header;
mod inline;
mod notes;

use std::collections::BTreeSet;

use crate::catalog::Phrase;
use crate::document::{Block, Inline, Section, Text};
use crate::edition::Edition;
use crate::locale::{Locale, LocaleRef};
use crate::write::node::{Attribute, Node};

pub use about::{ABOUT, ACCESSIBILITY, ACCESSIBILITY_PAGE, about, contact, languages};
pub(super) use blocks::{alert_label, heading, is_silent, preformatted, quote};
pub(super) use contents::contents;
pub use contents::{Entry, entries, item};
pub(super) use header::{page_of, within};
pub(super) use inline::class;
pub use notes::HEADING_ID as NOTES;
pub(super) use notes::endnotes;

/// The format that the markup is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A page of its own, at `<slug>/<key>/index.html`; images stand beside the locales' folders.
    Html,
    /// A document in a book, beside the images; the book has its own table of contents.
    Epub,
}

/// Least number of headings below the title for a table of contents in the page.
const CONTENTS_FROM: usize = 4;

/// What stands in the edition's `article` element: header with notices, contents, body, notes.
pub fn article(edition: &Edition, medium: Medium) -> Vec<Node<'_>> {
    let mut writer = Writer::new(edition, medium);
    let mut nodes = vec![writer.header().into()];
    let blocks = &edition.document.blocks;
    let sections = blocks.iter().position(|block| matches!(block, Block::Section(_)));
    let (lead, sections) = blocks.split_at(sections.unwrap_or(blocks.len()));
    let lead = writer.blocks(lead);
    if has_contents(edition, medium) {
        nodes.push(contents(edition, entries(edition), &lead).into());
    }
    nodes.extend(lead);
    nodes.extend(writer.blocks(sections));
    nodes.extend(writer.notes().map(Node::from));
    nodes
}

/// Whether the article has a table of contents of its own: four or more headings, speakers included.
pub fn has_contents(edition: &Edition, medium: Medium) -> bool {
    let notes = usize::from(!edition.document.notes.is_empty());
    match medium {
        Medium::Html => {
            edition.document.sections().map(headings).sum::<usize>() + notes >= CONTENTS_FROM
        }
        Medium::Epub => false,
    }
}

/// The inlines of a leaf as a label of a link: no links, notes or ids in it (HTML forbids a link
/// in a link).
pub fn label(text: &Text) -> Vec<Node<'_>> {
    inline::label(text.line(), &text.locale)
}

/// `lang` and `dir` of a leaf that is not in the edition's own language.
pub fn language(text: &Text, edition: &Edition) -> Vec<Attribute<'static>> {
    foreign(&text.locale, &edition.locale)
}

/// A phrase of the furniture as nodes.
pub fn phrase(edition: &Edition, phrase: Phrase<'_>) -> Vec<Node<'static>> {
    words(&edition.phrase(phrase), &edition.locale)
}

/// Inlines of the furniture in a locale as nodes.
pub fn words(inlines: &[Inline], locale: &LocaleRef) -> Vec<Node<'static>> {
    inline::label(inlines, locale).into_iter().map(Node::into_owned).collect()
}

/// `lang` and `dir` of one locale's words among another's; nothing when they are the same.
pub(super) fn foreign(words: &LocaleRef, around: &LocaleRef) -> Vec<Attribute<'static>> {
    if words == around { Vec::new() } else { language_of(words).into() }
}

/// `lang` and `dir` of words in a locale.
pub(super) fn language_of(locale: &Locale) -> [Attribute<'static>; 2] {
    [("lang", locale.tag().into()), ("dir", locale.direction().as_str().into())]
}

/// The number of headings of a section and of those in it.
fn headings(section: &Section<Text>) -> usize {
    1 + section.sections().map(headings).sum::<usize>()
}

/// What must be remembered on the way through the tree.
pub(super) struct Writer<'a> {
    pub edition: &'a Edition,
    medium: Medium,
    /// What ids of this language end in, where several languages share a page; else nothing.
    pub suffix: String,
    /// The notes that have been referred to: the first reference carries the id.
    pub referred: BTreeSet<usize>,
    /// The addresses that the words have already given: on paper each is printed once.
    said: BTreeSet<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(edition: &'a Edition, medium: Medium) -> Self {
        let (referred, said) = (BTreeSet::new(), BTreeSet::new());
        Self { edition, medium, suffix: String::new(), referred, said }
    }
}

#[cfg(test)]
mod tests;
