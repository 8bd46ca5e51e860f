//! `id-twice`: every part of a release has a name of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::segment::{Kind, SegmentId};

pub(super) const RULE: Rule =
    Rule { code: "id-twice", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let segments = context.release.document.leaves();
    let mut ids: BTreeSet<&SegmentId> = BTreeSet::new();
    let mut published: BTreeMap<&str, usize> = BTreeMap::new();
    let line = |start: usize| context.release.source.place(start..start).line;
    for segment in &segments {
        if !ids.insert(&segment.id) {
            let message = format!("the name `{}` stands twice", segment.id);
            let place = context.release.source.place(segment.range.clone());
            let help = "run `hexapla sync` to give one of the two a new name";
            found.push(RULE.finding(message).at(place).help(help));
        }
        // A heading is published under its anchor, and front matter under none.
        if !matches!(segment.kind, Kind::Heading | Kind::Meta) {
            published.insert(&segment.id.message, segment.range.start);
        }
    }
    for section in context.sections() {
        let start = section.heading.range.start;
        if let Some(first) = published.insert(section.anchor.as_str(), start) {
            let anchor = &section.anchor;
            let line = line(first);
            let message = format!("the anchor `#{anchor}` is already the name of line {line}");
            let place = context.release.source.place(section.heading.range.clone());
            let problem = RULE.finding(message).at(place);
            found.push(problem.help("give the heading another anchor: `{#…}` at its end"));
        }
    }
    found
}
