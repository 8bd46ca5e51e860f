//! `stale`: the source of a translation has changed since it was translated.

use super::context::{Context, Leaf};
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::State;
use crate::edition::Standings;
use crate::translate::excerpt;

pub(super) const RULE: Rule =
    Rule { code: "stale", severity: Severity::Warning, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let release = context.release;
    let mut found = Vec::new();
    for translation in &context.translations {
        let standings = Standings::new(release, translation.edition.locale.key());
        for leaf in &translation.leaves {
            let stands_in = match leaf.text.state {
                State::Stale => "",
                State::Outdated => "; the words of the source stand in",
                State::Source
                | State::Revised
                | State::Translated
                | State::Unverified
                | State::Missing => continue,
            };
            let (_, from) = standings.of(leaf.segment, translation.catalog);
            let key = translation.edition.locale.key();
            found.push(finding((leaf, key), release.lock.text(from), stands_in));
        }
    }
    found
}

fn finding((leaf, key): (&Leaf<'_>, &str), before: Option<&str>, stands_in: &str) -> Diagnostic {
    let id = &leaf.text.id;
    let message = format!("the source of `{id}` has changed since it was translated{stands_in}");
    let changed = before.map_or(String::new(), |before| {
        format!("; gone is `[-…-]`, new is `{{+…+}}`: {}", excerpt(before, &leaf.segment.pattern))
    });
    let help = format!(
        "bring it up to date and run `hexapla sync`, or, if it is still right, `hexapla accept \
         {key} {id}`{changed}"
    );
    RULE.finding(message).at(leaf.place()).help(help)
}
