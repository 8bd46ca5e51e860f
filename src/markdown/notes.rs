//! Notes: definitions anywhere in the source, in the order of their first reference.

use std::collections::VecDeque;
use std::ops::Range;

use super::reader::Reader;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Note};
use crate::segment::{Kind, Source};

/// The label of a note that is referred to at the start of a text, `[^label]`.
pub(super) fn label_at(text: &str) -> Option<&str> {
    let (label, _) = text.strip_prefix("[^")?.split_once(']')?;
    let fits = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '[' | '\\');
    let name = label.trim();
    (!name.is_empty() && name.chars().all(fits)).then_some(label)
}

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

#[cfg(test)]
mod tests {
    use crate::diagnostic::SourceText;
    use crate::files::Assets;
    use crate::markdown::parse;

    /// What is reported of a body: code, column, marked characters.
    fn found(title: &str, body: &str) -> Vec<(&'static str, usize, usize)> {
        let front = format!("+++\ntitle = \"{title}\"\ndescription = \"D\"\ndate = 2021-05-26\n");
        let source = SourceText::new("index.md", format!("{front}+++\n\n{body}\n"));
        let problems = parse(&source, &Assets::new()).1.into_iter().map(|problem| {
            assert!(problem.help.is_some(), "{problem:?}");
            let place = problem.place.expect("a finding in a source has a place");
            (problem.code, place.column, place.length)
        });
        problems.collect()
    }

    #[test]
    fn a_reference_needs_its_note() {
        assert_eq!(found("T", "كلمة[^١] وكلمة.\n\n[^١]: ملاحظة."), []);
        assert_eq!(found("T", "词[^3]。"), [("unknown-note", 2, 4)]);
        assert_eq!(
            found("T", "- a![^b]\n- *c[^b]*"),
            [("unknown-note", 5, 4), ("unknown-note", 5, 4)]
        );
        assert_eq!(found("T", "| a[^x] |\n|---|\n| b |"), [("unknown-note", 4, 4)]);
        assert_eq!(found("题[^3]", "a"), [("unknown-note", 9, 7)]);
        for words in ["a\\[^3]", "`[^3]`", "[^]", "x [^a b] y", "```\n[^3]\n```"] {
            assert_eq!(found("T", words), [], "{words}");
        }
    }
}
