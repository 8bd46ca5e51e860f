//! `part-missing`: a message that is translated has all its parts.

use super::context::{Context, Leaf, Translation};
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::State;
use crate::segment::SegmentId;

pub(super) const RULE: Rule =
    Rule { code: "part-missing", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    context.translations.iter().flat_map(|one| missing(context, one)).collect()
}

fn missing(context: &Context<'_>, translation: &Translation<'_>) -> Vec<Diagnostic> {
    let catalog = translation.catalog;
    let (present, lacking): (Vec<&Leaf<'_>>, Vec<&Leaf<'_>>) =
        translation.leaves.iter().partition(|leaf| catalog.written(&leaf.segment.id).is_some());
    if lacking.is_empty() {
        return Vec::new();
    }
    let ids = catalog.ids();
    let found = lacking.into_iter().filter_map(|leaf| {
        let id = &leaf.segment.id;
        let other = ids.iter().find(|other| other.message == id.message)?;
        let known = present.iter().find(|one| one.segment.id.message == id.message);
        // A message of which another part is not used as it is waits for its translator anyway.
        let waits =
            known.is_some_and(|one| matches!(one.text.state, State::Stale | State::Missing));
        // Only a part that was translated once was deleted by a slip.
        let key = translation.edition.locale.key();
        let deleted = !waits && context.release.lock.stamp(key, id).is_some();
        // Of a message without any part of the source's, `unknown-message` says so.
        let severity = match (deleted, known) {
            (true, _) => Severity::Error,
            (false, Some(_)) => Severity::Warning,
            (false, None) => return None,
        };
        let place = catalog.place(catalog.written(other)?.1);
        Some(Diagnostic { severity, ..finding(id).at(place) })
    });
    found.collect()
}

fn finding(id: &SegmentId) -> Diagnostic {
    let (message, help) = match id.attribute {
        Some(attribute) => (
            format!("the translation of `{}` has no `.{attribute}`", id.message),
            format!("add a line `    .{attribute} = …` to the message"),
        ),
        None => (
            format!("the translation of `{}` has no value", id.message),
            format!("write the words after `{} =`", id.message),
        ),
    };
    RULE.finding(message).help(help)
}
