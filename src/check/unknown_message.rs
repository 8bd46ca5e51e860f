//! `unknown-message`: a message of a translation has a place in the release.

use std::collections::BTreeSet;

use super::Rule;
use super::context::{Context, Translation};
use crate::diagnostic::{Diagnostic, Severity};
use crate::segment::SegmentId;

pub(super) const RULE: Rule = Rule {
    code: "unknown-message",
    severity: Severity::Warning,
    summary: "Every message of a translation belongs to a part of the release; one that does not \
              is obsolete or mistyped, and no reader sees it.",
    run,
};

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let segments = context.release.document.leaves().into_iter();
    let known: BTreeSet<&SegmentId> = segments.map(|segment| &segment.id).collect();
    context.translations.iter().flat_map(|one| unknown(&known, one)).collect()
}

fn unknown(known: &BTreeSet<&SegmentId>, translation: &Translation<'_>) -> Vec<Diagnostic> {
    let catalog = translation.catalog;
    let ids = catalog.ids();
    let entries = ids.iter().filter_map(|id| Some((id, catalog.entry(id)?)));
    let entries: Vec<_> = entries.collect();
    // A message that others of the file refer to is a helper of the translator's own.
    let used: BTreeSet<&str> =
        entries.iter().flat_map(|(_, entry)| &entry.messages).map(String::as_str).collect();
    let stray =
        entries.iter().filter(|(id, _)| !known.contains(id) && !used.contains(&*id.message));
    let finding = |(id, entry): &(&SegmentId, crate::catalog::Entry<'_>)| {
        RULE.finding(format!("the release has no message `{id}`"))
            .at(catalog.place(entry.range.clone()))
            .help("correct the name, or take the message out; `hexapla sync` keeps the words of an obsolete one in the lock")
    };
    stray.map(finding).collect()
}
