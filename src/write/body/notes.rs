//! The notes at the end.

use super::Writer;
use crate::catalog::Phrase;
use crate::document::{Note, Text};
use crate::write::node::{Element, Node, element};

/// The id of the heading over the notes.
pub const HEADING_ID: &str = "_notes";

impl<'a> Writer<'a> {
    /// The section of the notes, if there are any.
    pub(super) fn notes(&mut self) -> Option<Element<'a>> {
        let (ordered, words) = (self.ordered(), super::phrase(self.edition, Phrase::Notes));
        let notes = self.edition.document.notes.iter().zip(1..);
        endnotes((ordered, words), notes.map(|(note, number)| self.note(number, note)))
    }

    fn note(&mut self, number: usize, note: &'a Note<Text>) -> Option<Element<'a>> {
        let content = self.blocks(&note.blocks);
        if content.is_empty() {
            return None;
        }
        let item = element("li").attribute("id", format!("_note-{number}"));
        Some(item.children(content).children(self.back(number)))
    }

    /// The way back to the first reference, if the text has one: in words, which speech and braille
    /// say as they stand, where an arrow needs a label.
    pub(in crate::write) fn back(&self, number: usize) -> Option<Element<'a>> {
        let link = element("a")
            .attribute("role", "doc-backlink")
            .attribute("href", format!("#_noteref-{number}{}", self.suffix))
            .children(super::phrase(self.edition, Phrase::NoteBack { number }));
        let paragraph = element("p").attribute("class", "go").child(link);
        self.referred.contains(&number).then_some(paragraph)
    }
}

/// The section of the notes, from its list and the words over it, if any note is there. One that the
/// translators left out leaves a gap in the numbers.
pub(in crate::write) fn endnotes<'a>(
    (ordered, words): (Element<'a>, Vec<Node<'a>>),
    notes: impl Iterator<Item = Option<Element<'a>>>,
) -> Option<Element<'a>> {
    let mut items = Vec::new();
    let mut expected = 1;
    for (number, note) in (1..).zip(notes) {
        if let Some(item) = note {
            let value = (number != expected).then(|| number.to_string());
            items.push(item.maybe("value", value));
            expected = number + 1;
        }
    }
    let section = element("section")
        .attribute("role", "doc-endnotes")
        .attribute("aria-labelledby", HEADING_ID)
        .child(element("h2").attribute("id", HEADING_ID).children(words));
    (!items.is_empty()).then(|| section.child(ordered.children(items)))
}
