//! `link-fragment`: a link inside the release leads somewhere.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::context::Context;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "link-fragment", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let known = LazyCell::new(|| Known::of(context));
    let mut found = Vec::new();
    for leaf in context.written() {
        for link in leaf.links() {
            let fragment = link.target.fragment().filter(|name| !known.names.contains(name));
            let Some(name) = fragment else { continue };
            // A link with a number of the source's is reported in the source.
            let numbered = leaf.segment.links.iter().any(|(_, target)| target == link.target);
            if numbered && leaf.text.locale != context.release.source_locale {
                continue;
            }
            let message = format!("the release has no anchor `#{name}`");
            let help = match known.anchors.as_slice() {
                [] => "no heading of the release has an anchor".to_owned(),
                anchors => format!("its anchors are `#{}`", anchors.join("`, `#")),
            };
            found.push(RULE.finding(message).at(leaf.place_of(link.target.as_str())).help(help));
        }
    }
    found
}

/// What a link can lead to.
struct Known<'a> {
    anchors: Vec<&'a str>,
    names: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(context: &Context<'a>) -> Self {
        let segments = context.release.document.leaves().into_iter();
        let sections = context.sections().into_iter();
        let anchors: Vec<&str> = sections.map(|section| section.anchor.as_str()).collect();
        let mut names: BTreeSet<&str> = segments.map(|segment| &*segment.id.message).collect();
        names.extend(&anchors);
        Self { anchors, names }
    }
}
