//! `unknown-host`: a translation links only to hosts that the project knows, and writes to, calls and
//! opens only what the source does.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::context::{Context, Translation};
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::counterpart;
use crate::target::Target;

pub(super) const RULE: Rule =
    Rule { code: "unknown-host", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for translation in &context.translations {
        let known = LazyCell::new(|| known(context, translation));
        for leaf in translation.written() {
            for link in leaf.links() {
                let Some((message, help)) = wrong(link.target, context, &known) else { continue };
                let place = leaf.place_of(link.target.as_str());
                found.push(RULE.finding(message).at(place).help(help));
            }
        }
    }
    found
}

/// What is wrong with the target of a translation's link, and what to do.
fn wrong(
    target: &Target,
    context: &Context<'_>,
    known: &BTreeSet<String>,
) -> Option<(String, String)> {
    let help = |host: &str| {
        format!(
            "check the address; if it is right, add `{host}` to `hosts` of `[links]` in \
             `hexapla.toml`"
        )
    };
    if let Some(host) = target.host() {
        let message = || format!("the source has no link to the host `{host}`");
        return (!known.contains(&host)).then(|| (message(), help(&host)));
    }
    let leaves = context.release.document.leaves();
    let mut links = leaves.iter().flat_map(|segment| &segment.links);
    if target.fragment().is_some() || links.any(|(_, own)| own == target) {
        return None;
    }
    match mailbox(target) {
        Some(host) if known.contains(&host) => None,
        Some(host) => Some((format!("the source does not write to `{host}`"), help(&host))),
        None => {
            let message = format!("the source has no link to `{}`", target.as_str());
            Some((message, "link to what the source links to: `[words][1]`".to_owned()))
        }
    }
}

/// The host of the one mailbox that a mail goes to; `None` where it says more than that, such as
/// another receiver or a text.
fn mailbox(target: &Target) -> Option<String> {
    let (scheme, address) = target.as_str().split_once(':')?;
    let (_, host) = address.split_once('@').filter(|_| scheme.eq_ignore_ascii_case("mailto"))?;
    let fits = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    host.chars().all(fits).then(|| host.to_ascii_lowercase())
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
