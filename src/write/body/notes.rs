//! The notes at the end.

use super::Writer;
use crate::catalog::Phrase;
use crate::document::{Note, Text};
use crate::write::node::{Element, element};

/// The id of the heading over the notes.
pub const HEADING_ID: &str = "_notes";

impl<'a> Writer<'a> {
    /// The section of the notes, if there are any.
    pub(super) fn notes(&mut self) -> Option<Element<'a>> {
        let notes = &self.edition.document.notes;
        let mut items = Vec::new();
        let mut expected = 1;
        for (number, note) in (1..).zip(notes) {
            if let Some(item) = self.note(number, note) {
                // A note that the translator left out leaves a gap in the numbers.
                let value = (number != expected).then(|| number.to_string());
                items.push(item.maybe("value", value));
                expected = number + 1;
            }
        }
        let heading = element("h2").attribute("id", HEADING_ID);
        let section = element("section")
            .attribute("role", "doc-endnotes")
            .attribute("aria-labelledby", HEADING_ID)
            .child(heading.children(super::phrase(self.edition, Phrase::Notes)));
        (!items.is_empty()).then(|| section.child(self.ordered().children(items)))
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
