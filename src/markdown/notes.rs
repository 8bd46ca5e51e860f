//! Notes: definitions anywhere in the source, in the order of their first reference.

use std::collections::VecDeque;
use std::ops::Range;

use super::reader::Reader;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Note};
use crate::segment::{Kind, Source};

impl Reader<'_> {
    pub(super) fn note(&mut self, label: &str, range: Range<usize>) {
        let before = self.name.replace("notes");
        let blocks = self.within(Kind::Note, Self::blocks);
        self.name = before;
        let note = Note { label: label.to_owned(), blocks };
        if self.notes.insert(label.to_owned(), note).is_some() {
            let message = format!("the note `[^{label}]` stands twice");
            let help = "give one of them another label";
            self.problem(Diagnostic::error("note-twice", message).help(help), range);
        }
    }

    /// Puts the notes in the order of their first reference, and reports those without one.
    pub(super) fn order_notes(&mut self, document: &mut Document<Source>) {
        let labels = |leaves: &[&Source]| -> Vec<String> {
            leaves.iter().flat_map(|leaf| leaf.notes.clone()).collect()
        };
        let mut wanted = VecDeque::from(labels(&document.leaves()));
        while let Some(label) = wanted.pop_front() {
            if let Some(note) = self.notes.remove(&label) {
                // A note may refer to further notes.
                wanted.extend(labels(&note.leaves()));
                document.notes.push(note);
            }
        }
        let unused: Vec<_> = std::mem::take(&mut self.notes).into_keys().collect();
        for label in unused {
            let message = format!("nothing refers to the note `[^{label}]`");
            let help = "refer to it in the text, or delete it";
            let at = self.text.find(&format!("[^{label}]:")).unwrap_or(0);
            let problem = Diagnostic::error("note-unused", message).help(help);
            self.problem(problem, at..at + label.len() + 3);
        }
    }
}
