//! A fingerprint of what readers of an edition are told: by it a change of what is published shows.

use std::fmt::Write as _;

use super::Edition;
use crate::disk::sha256;
use crate::document::{Block, Inline, Mark};
use crate::segment::Fingerprint;

impl Edition {
    /// The fingerprint of the words, links, code and pictures of the edition, in their order. What the
    /// program says of its own (the furniture), and the names of messages, are not in it: a new
    /// version of the program, or a rename, changes nothing that was published.
    pub fn said(&self) -> Fingerprint {
        let mut told = format!("{}\n", self.facts.date);
        for correction in &self.document.meta.corrections {
            told.push_str(&correction.date.to_string());
        }
        for text in self.document.leaves() {
            let _ = write!(told, "\n{}", text.locale.key());
            for paragraph in &text.paragraphs {
                told.push('\n');
                tell(paragraph, &mut told);
            }
        }
        for block in self.document.all_blocks() {
            if let Block::Code(code) = block {
                let _ = write!(told, "\n{}", code.text);
            }
        }
        for figure in self.document.figures() {
            let bytes = self.assets.get(&figure.path).map(|bytes| sha256(bytes));
            let _ = write!(told, "\n{} {}", figure.path, bytes.unwrap_or_default());
        }
        Fingerprint::of(&told)
    }
}

fn tell(inlines: &[Inline], told: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => told.push_str(words),
            Inline::Break => told.push('\n'),
            Inline::NoteRef(number) => {
                let _ = write!(told, "[^{number}]");
            }
            Inline::Span(mark, content) => {
                tell(content, told);
                if let Mark::Link { target, .. } = mark {
                    let _ = write!(told, "({})", target.as_str());
                }
            }
        }
    }
}
