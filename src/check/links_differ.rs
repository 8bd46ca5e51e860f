//! `links-differ`: a translation has the links of the source.

use std::collections::BTreeSet;

use super::context::{Context, Leaf, Translation};
use super::difference::{list, pairs, said};
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::counterpart;
use crate::target::Target;

pub(super) const RULE: Rule =
    Rule { code: "links-differ", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for translation in &context.translations {
        for (_, leaf) in pairs(&context.source, translation) {
            found.extend(compare(leaf, translation, context));
        }
    }
    found
}

fn compare(leaf: &Leaf<'_>, in_: &Translation<'_>, context: &Context<'_>) -> Option<Diagnostic> {
    let locale = &in_.edition.locale;
    let localized = |target: &Target| {
        counterpart(target, locale, context.settings).unwrap_or_else(|| target.clone())
    };
    let expected: Vec<Target> =
        leaf.segment.links.iter().map(|(_, target)| localized(target)).collect();
    let used: BTreeSet<&Target> = leaf.links().map(|link| link.target).collect();
    let pairs = leaf.segment.links.iter().zip(&expected);
    let missing = pairs.filter(|(_, target)| !used.contains(target));
    let missing: Vec<String> =
        missing.map(|((number, target), _)| format!("[{number}] {}", target.as_str())).collect();
    let extra = used.iter().filter(|target| !expected.contains(target));
    let extra: Vec<String> = extra.map(|target| target.as_str().to_owned()).collect();
    if missing.len() == extra.len() {
        return None;
    }
    let message = said(&list(missing.iter()), &list(extra.iter()))?;
    let message = format!("the translation of `{}` {message}", leaf.text.id);
    let help = "write a link as `[words][1]` with the number that the source gives it; an address \
                written out stands for one link that is left out";
    let place = leaf.place_of(extra.first().map_or("", String::as_str));
    Some(RULE.finding(message).at(place).help(help))
}
