//! `unknown-host`: a translation links only to hosts that the project knows.

use std::collections::BTreeSet;

use super::Rule;
use super::context::{Context, Translation};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::counterpart;
use crate::target::Target;

pub(super) const RULE: Rule = Rule { code: "unknown-host", severity: Severity::Error, run };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for translation in &context.translations {
        let known = known(context, translation);
        for leaf in translation.written() {
            for link in leaf.links() {
                let Some(host) = link.target.host().filter(|host| !known.contains(host)) else {
                    continue;
                };
                let message = format!("the source has no link to the host `{host}`");
                let help = format!(
                    "check the address; if it is right, add `{host}` to `hosts` of `[links]` in \
                     `hexapla.toml`"
                );
                let place = leaf.place_of(link.target.as_str());
                found.push(RULE.finding(message).at(place).help(help));
            }
        }
    }
    found
}

/// The hosts that a translation may link to.
fn known(context: &Context<'_>, translation: &Translation<'_>) -> BTreeSet<String> {
    let locale = &translation.edition.locale;
    let leaves = context.release.document.leaves();
    let mut targets = Vec::new();
    for (_, target) in leaves.iter().flat_map(|segment| &segment.links) {
        targets.extend(counterpart(target, locale, context.settings));
        targets.push(target.clone());
    }
    let rules = context.settings.url_rules.iter();
    targets.extend(rules.filter_map(|rule| Target::new(&rule.replacement_in(locale))));
    let hosts = context.settings.link_hosts.iter().cloned();
    targets.iter().filter_map(Target::host).chain(hosts).collect()
}
