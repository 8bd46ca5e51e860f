//! The notes at the end: one list, in which every language has its way back to its own reference.

use super::{Leaf, Parallel};
use crate::catalog::Phrase;
use crate::document::Note;
use crate::write::body::{self, language_of};
use crate::write::node::{Element, element};

impl<'a> Parallel<'a> {
    /// The section of the notes, if there are any.
    pub(super) fn notes(&mut self, notes: &[Note<Leaf<'a>>]) -> Option<Element<'a>> {
        let mut items = Vec::new();
        let mut expected = 1;
        for (number, note) in (1..).zip(notes) {
            if let Some(item) = self.note(number, note) {
                let value = (number != expected).then(|| number.to_string());
                items.push(item.maybe("value", value));
                expected = number + 1;
            }
        }
        let heading = element("h2").attribute("id", body::NOTES);
        let section = element("section")
            .attribute("role", "doc-endnotes")
            .attribute("aria-labelledby", body::NOTES)
            .child(heading.children(body::phrase(self.first(), Phrase::Notes)));
        (!items.is_empty()).then(|| section.child(self.writers[0].ordered().children(items)))
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
