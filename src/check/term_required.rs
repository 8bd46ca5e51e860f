//! `term-required`: what the source calls by a term, a translation calls by it, too.

use std::collections::BTreeSet;

use super::context::{Context, Leaf};
use super::lexicon::{Lexicon, Match};
use super::prose::all;
use super::{Looks, Rule};
use crate::catalog::Term;
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "term-required", severity: Severity::Warning, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(original) = context.original else { return Vec::new() };
    let source = Lexicon::new(original.furniture.glossary(), &original.locale);
    let texts = context.source.iter().map(all);
    let said: Vec<Vec<_>> = texts.map(|text| source.written(text)).collect();
    let mut found = Vec::new();
    for translation in &context.translations {
        let locale = &translation.edition.locale;
        let glossary = translation.edition.furniture.glossary();
        let own = (glossary, Lexicon::new(glossary, locale));
        let leaves = said.iter().zip(&translation.leaves);
        for (said, leaf) in leaves.filter(|(said, leaf)| !said.is_empty() && leaf.is_comparable()) {
            found.extend(findings(said, leaf, &own));
        }
    }
    found
}

fn findings(
    said: &[Match<'_, '_>],
    leaf: &Leaf<'_>,
    (glossary, lexicon): &(&[Term], Lexicon<'_>),
) -> Vec<Diagnostic> {
    let text = all(leaf);
    let words = lexicon.read(text);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for said in said.iter().filter(|said| !said.is_forbidden) {
        let term = glossary.iter().find(|term| term.name == said.term.name);
        let Some(term) = term.filter(|term| !term.forms.is_empty()) else { continue };
        if seen.insert(&term.name) && !lexicon.says(&words, term) {
            found.push(finding(leaf, said, term));
        }
    }
    found
}

fn finding(leaf: &Leaf<'_>, said: &Match<'_, '_>, term: &Term) -> Diagnostic {
    let Term { name, forms, place, .. } = term;
    let usual = forms.first().map_or("", |form| form.words.as_str());
    let message = format!(
        "the translation of `{}` has no word of the term `-{name}` for “{}”",
        leaf.text.id, said.words
    );
    let help = format!(
        "write `{{ -{name} }}` or “{usual}”; if other words are right, add them to the term: \
         `.also = …` in `{}`",
        place.file
    );
    RULE.finding(message).at(leaf.place()).help(help)
}
