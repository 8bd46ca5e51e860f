//! What a translation lacks and what it has too many of, as sets.

use std::collections::BTreeSet;

use super::Rule;
use super::context::{Leaf, Translation};
use crate::diagnostic::Diagnostic;

/// A finding when the translation of a leaf does not have the same things as the source.
/// `things` says in words that a person can look for what a leaf has.
pub(super) fn finding(
    rule: &Rule,
    (source, translation): (&Leaf<'_>, &Leaf<'_>),
    things: impl Fn(&Leaf<'_>) -> BTreeSet<String>,
) -> Option<Diagnostic> {
    let (expected, found) = (things(source), things(translation));
    let missing = list(expected.difference(&found));
    let extra: Vec<_> = found.difference(&expected).collect();
    let first = extra.first().map_or("", |thing| thing.as_str());
    let said = said(&missing, &list(extra.iter().copied()))?;
    let message = format!("the translation of `{}` {said}", translation.text.id);
    Some(rule.finding(message).at(translation.place_of(first)))
}

/// The pairs of leaves that must have the same things.
pub(super) fn pairs<'a>(
    source: &'a [Leaf<'a>],
    translation: &'a Translation<'a>,
) -> impl Iterator<Item = (&'a Leaf<'a>, &'a Leaf<'a>)> {
    source.iter().zip(&translation.leaves).filter(|(_, leaf)| leaf.is_comparable())
}

/// Things in backquotes, parted by commas.
pub(super) fn list<'a>(things: impl Iterator<Item = &'a String>) -> String {
    things.map(|thing| format!("`{thing}`")).collect::<Vec<_>>().join(", ")
}

/// “lacks `a` and adds `b`”; `None` when there is no difference.
pub(super) fn said(missing: &str, extra: &str) -> Option<String> {
    match (missing, extra) {
        ("", "") => None,
        (missing, "") => Some(format!("lacks {missing}")),
        ("", extra) => Some(format!("adds {extra}")),
        (missing, extra) => Some(format!("lacks {missing} and adds {extra}")),
    }
}
