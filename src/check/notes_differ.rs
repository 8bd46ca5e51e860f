//! `notes-differ`: a translation refers to the notes of the source.

use std::collections::BTreeSet;

use super::context::{Context, Leaf};
use super::difference::{finding, pairs};
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Inline;

pub(super) const RULE: Rule =
    Rule { code: "notes-differ", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let labels = |leaf: &Leaf<'_>| -> BTreeSet<String> {
        let notes = &context.release.document.notes;
        let label = |inline: &Inline| match inline {
            Inline::NoteRef(number) => notes.get(number.checked_sub(1)?).map(|note| &note.label),
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Span(..) => None,
        };
        leaf.inlines().filter_map(label).map(|l| format!("[^{l}]")).collect()
    };
    let pairs = context.translations.iter().flat_map(|one| pairs(&context.source, one));
    let found = pairs.filter_map(|pair| finding(&RULE, pair, labels));
    found
        .map(|problem| problem.help("put each `[^…]` of the source where its note belongs"))
        .collect()
}
