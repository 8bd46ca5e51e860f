//! `term-forbidden`: a text has no words that its glossary forbids.

use std::collections::BTreeMap;

use super::context::{Context, Leaf};
use super::lexicon::{Lexicon, Match};
use super::prose::own;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "term-forbidden", severity: Severity::Warning, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut lexicons: BTreeMap<&str, Lexicon<'_>> = BTreeMap::new();
    let mut found = Vec::new();
    for (edition, leaf) in context.written_in() {
        let glossary = edition.furniture.glossary();
        if glossary.iter().all(|term| term.forbidden.is_empty()) {
            continue;
        }
        let new = || Lexicon::new(glossary, &edition.locale);
        let lexicon = lexicons.entry(edition.locale.key()).or_insert_with(new);
        let text = own(leaf);
        let forbidden = lexicon.inflected(text).into_iter().filter(|said| said.is_forbidden);
        found.extend(forbidden.map(|said| finding(leaf, &said)));
    }
    found
}

fn finding(leaf: &Leaf<'_>, said: &Match<'_, '_>) -> Diagnostic {
    let (term, words) = (said.term, said.words);
    let usual = term.forms.first().map_or("", |form| form.words.as_str());
    let name = &term.name;
    let message = format!("“{words}” in `{}` is not to be used", leaf.text.id);
    let help = format!("write `{{ -{name} }}` or “{usual}”");
    RULE.finding(message).at(leaf.place_of(words)).help(help)
}
