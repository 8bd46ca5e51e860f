//! `link-same-words`: the same words lead to the same target.

use std::collections::BTreeMap;

use super::context::{Context, Leaf, Link};
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "link-same-words", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let editions = context.translations.iter().map(|translation| translation.leaves.as_slice());
    [context.source.as_slice()].into_iter().chain(editions).flat_map(check).collect()
}

fn check(leaves: &[Leaf<'_>]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut first: BTreeMap<String, (&Leaf<'_>, Link<'_>)> = BTreeMap::new();
    for leaf in leaves {
        for link in leaf.links() {
            let words = folded(&link.words());
            if words.is_empty() {
                continue;
            }
            match first.get(&words) {
                None => {
                    first.insert(words, (leaf, link));
                }
                Some((_, known)) if address(known) == address(&link) => {}
                // Of two fallbacks the source's own edition says it.
                Some((other, _)) if !leaf.is_written() && !other.is_written() => {}
                Some((other, known)) => found.push(finding((leaf, &link), (other, known))),
            }
        }
    }
    found
}

fn finding(
    (leaf, link): (&Leaf<'_>, &Link<'_>),
    (other, known): (&Leaf<'_>, &Link<'_>),
) -> Diagnostic {
    let words = link.words();
    let words = words.trim();
    let place =
        if leaf.is_written() { leaf.place_of(words) } else { other.place_of(known.words().trim()) };
    let (here, there) = (link.target.as_str(), known.target.as_str());
    let message = format!("the words `{words}` lead to `{here}` and to `{there}`");
    RULE.finding(message).at(place).help("say in the words of each link what it leads to")
}

/// Words as a listener hears them: case and white space folded.
pub(super) fn folded(words: &str) -> String {
    let lower = words.to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a link leads, however the address is written.
fn address<'a>(link: &Link<'a>) -> (bool, &'a str) {
    let url = link.target.as_str();
    let web = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://"));
    (web.is_some(), web.unwrap_or(url).trim_end_matches('/'))
}
