//! The notes at the end: one list, in which every language has its way back to its own reference.

use super::{Leaf, Parallel};
use crate::catalog::Phrase;
use crate::document::Note;
use crate::write::body::{self, language_of};
use crate::write::node::{Element, element};

impl<'a> Parallel<'a> {
    /// The section of the notes, if there are any.
    pub(super) fn notes(&mut self, notes: &[Note<Leaf<'a>>]) -> Option<Element<'a>> {
        let (ordered, words) =
            (self.writers[0].ordered(), body::phrase(self.first(), Phrase::Notes));
        let notes = notes.iter().zip(1..).map(|(note, number)| self.note(number, note));
        body::endnotes((ordered, words), notes)
    }

    fn note(&mut self, number: usize, note: &Note<Leaf<'a>>) -> Option<Element<'a>> {
        let content = self.unnumbered(&note.blocks);
        if content.is_empty() {
            return None;
        }
        let back = self.writers.iter().filter_map(|writer| {
            let back = writer.back(number)?;
            Some(back.attributes(language_of(&writer.edition.locale)))
        });
        let back: Vec<_> = back.collect();
        let back = (!back.is_empty())
            .then(|| element("div").attribute("class", "row back").children(back));
        let item = element("li").attribute("id", format!("_note-{number}"));
        Some(item.children(content).children(back))
    }
}
