//! `part-missing`: a message that is translated has all its parts.

use std::collections::BTreeSet;

use super::Rule;
use super::context::{Context, Translation};
use crate::diagnostic::{Diagnostic, Severity};
use crate::segment::SegmentId;

pub(super) const RULE: Rule = Rule {
    code: "part-missing",
    severity: Severity::Error,
    summary: "A message that is translated has the value and the attributes of the source: an \
              image with a translated caption needs its text alternative in the same language.",
    run,
};

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    context.translations.iter().flat_map(|one| missing(context, one)).collect()
}

fn missing(context: &Context<'_>, translation: &Translation<'_>) -> Vec<Diagnostic> {
    let present = translation.catalog.ids();
    let messages: BTreeSet<&str> = present.iter().map(|id| id.message.as_str()).collect();
    let segments = context.release.document.leaves().into_iter();
    let lacking = segments
        .map(|segment| &segment.id)
        .filter(|id| messages.contains(id.message.as_str()) && !present.contains(id));
    lacking.filter_map(|id| finding(id, &present, translation)).collect()
}

fn finding(
    id: &SegmentId,
    present: &[SegmentId],
    translation: &Translation<'_>,
) -> Option<Diagnostic> {
    let sibling = present.iter().find(|other| other.message == id.message)?;
    let place = translation.catalog.place(translation.catalog.entry(sibling)?.range);
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
    Some(RULE.finding(message).at(place).help(help))
}
