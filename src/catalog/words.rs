//! Furniture and terms of one locale: what it brings to every release.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::{Checker, Node};
use super::disguise::disguise;
use super::furniture::{self, Furniture, Parts, furnish};
use super::plurals::plurals;
use super::read::{EntryKind, File, read};
use super::resolve::Terms;
use crate::diagnostic::{Diagnostic, SourceText};
use crate::locale::{Digits, LocaleRef};

/// What a locale brings to every release: furniture and terms.
#[derive(Clone, Debug)]
pub struct Words {
    /// The locale.
    pub locale: LocaleRef,
    /// The furniture of the editions.
    pub furniture: Arc<Furniture>,
    /// Which digits its numbers have.
    pub digits: Digits,
    /// The terms that are sound.
    pub(super) terms: Arc<Terms>,
    /// The project's own furniture.
    own: Option<SourceText>,
    /// The publisher's name in the settings.
    organisation: String,
}

impl Words {
    /// The same furniture and terms as those of another locale, every word of them said by `say`.
    /// What comes from elsewhere (a publisher's name in `hexapla.toml`, an address) stays as it is.
    pub fn disguised(&self, locale: &LocaleRef, say: impl Fn(&str) -> String) -> Option<Self> {
        let disguised = |source: &SourceText| {
            let (file, _) = read(source);
            SourceText::new(source.path(), disguise(&file, &say))
        };
        let built_in = built_in_source(&self.locale).as_ref().map(disguised);
        let own = self.own.as_ref().map(disguised);
        let input = WordsInput {
            locale,
            furniture: own.as_ref(),
            terms: Some(&disguised(self.terms.file.source())),
            reference_terms: None,
            digits: self.digits,
            organisation: &self.organisation,
        };
        compose(&input, built_in.as_ref()).0
    }
}

/// The files that the words of a locale are read from.
#[derive(Clone, Copy, Debug)]
pub struct WordsInput<'a> {
    /// The locale.
    pub locale: &'a LocaleRef,
    /// The project's own `locales/<key>/hexapla.ftl`: overrides the built-in furniture message by
    /// message. A locale that is not built in has only this.
    pub furniture: Option<&'a SourceText>,
    /// `locales/<key>/terms.ftl`.
    pub terms: Option<&'a SourceText>,
    /// `terms.ftl` of the source locale, which declares every term; `None` for the source locale.
    pub reference_terms: Option<&'a SourceText>,
    /// Which digits numbers have.
    pub digits: Digits,
    /// The publisher's name where the furniture has no message `organisation`.
    pub organisation: &'a str,
}

/// The words of a built-in locale without any file of a project; `None` for any other locale.
pub fn built_in(locale: &LocaleRef, digits: Digits) -> Option<Words> {
    parse(&WordsInput {
        locale,
        furniture: None,
        terms: None,
        reference_terms: None,
        digits,
        organisation: "",
    })
    .0
}

/// The furniture that is built in for a locale.
fn built_in_source(locale: &LocaleRef) -> Option<SourceText> {
    let key = locale.key();
    let text = furniture::built_in(key)?;
    Some(SourceText::new(format!("(built in) locales/{key}/hexapla.ftl"), text))
}

/// The words of a locale. `None`: the furniture has errors, so no edition can be made.
pub fn parse(input: &WordsInput<'_>) -> (Option<Words>, Vec<Diagnostic>) {
    compose(input, built_in_source(input.locale).as_ref())
}

/// The words of a locale that has no furniture of its own yet, with that of another in its place: no
/// edition is made of them, but messages are read with them.
pub fn lent(input: &WordsInput<'_>, furniture: &str) -> Option<Words> {
    compose(input, Some(&SourceText::new("(lent) hexapla.ftl", furniture))).0
}

fn compose(
    input: &WordsInput<'_>,
    built_in: Option<&SourceText>,
) -> (Option<Words>, Vec<Diagnostic>) {
    let (terms, mut found) = terms(input);
    let terms = Arc::new(Terms::new(terms, Arc::clone(input.locale), input.digits));
    let parts = Parts {
        locale: input.locale,
        digits: input.digits,
        built_in,
        own: input.furniture,
        terms: &terms,
        organisation: input.organisation,
    };
    let (furniture, problems) = furnish(&parts);
    for problem in problems {
        // A phrase that refers to a faulty term says what is wrong with the term.
        if !found.contains(&problem) {
            found.push(problem);
        }
    }
    let words = furniture.map(|furniture| Words {
        locale: Arc::clone(input.locale),
        furniture: Arc::new(furniture),
        digits: input.digits,
        terms,
        own: input.furniture.cloned(),
        organisation: input.organisation.to_owned(),
    });
    (words, found)
}

/// How many messages of a file are word for word those of another, and how many both have.
pub fn same_messages(one: &SourceText, other: &SourceText) -> (usize, usize) {
    let (one, other) = (read(one).0, read(other).0);
    let pairs = one.bodies().filter_map(|(unit, body)| Some((unit, other.unit(&body.name())?)));
    let same = pairs.map(|(unit, known)| unit.pattern(None) == known.pattern(None));
    let same: Vec<_> = same.collect();
    (same.iter().filter(|same| **same).count(), same.len())
}

/// How many findings are shown of the terms of one locale.
const MOST_FINDINGS: usize = 100;

/// The sound terms, and what is wrong with the others.
fn terms(input: &WordsInput<'_>) -> (File, Vec<Diagnostic>) {
    let nothing = || (File::empty(""), Vec::new());
    let (mut terms, mut found) = input.terms.map_or_else(nothing, read);
    for (unit, body) in terms.bodies().filter(|(_, body)| body.kind == EntryKind::Message) {
        let problem = Diagnostic::error("message-in-terms", format!("`{}` is no term", body.id))
            .at(terms.place(unit, body.id))
            .help("the name of a term begins with `-`");
        found.push(problem);
    }
    terms.retain(|body| body.kind == EntryKind::Term);
    found.extend(plurals(&terms, input.locale));
    let mut faulty = BTreeMap::new();
    for (_, body) in terms.bodies() {
        let name = body.name();
        if faulty.len() >= MOST_FINDINGS {
            // Nothing is built before those are mended: the rest is not looked at.
            faulty.insert(name, Vec::new());
            continue;
        }
        let problems = problems(&terms, &name);
        if !problems.is_empty() {
            faulty.insert(name, problems);
        }
    }
    for (_, body) in terms.bodies() {
        for problem in faulty.get(&body.name()).into_iter().flatten() {
            if found.len() < MOST_FINDINGS && !found.contains(problem) {
                found.push(problem.clone());
            }
        }
    }
    terms.refuse(faulty);
    if let Some(reference) = input.reference_terms {
        // What is wrong with the reference is said where the source locale is read.
        let (reference, _) = read(reference);
        found.extend(compare(&terms, &reference, input.locale.key()));
    }
    (terms, found)
}

/// What is wrong with a term and all that it leads to.
fn problems(terms: &File, name: &str) -> Vec<Diagnostic> {
    let files = [terms];
    let mut checker = Checker::new(&files, None);
    checker.visit(&Node::new(name, None));
    let attributes = terms.unit(name).and_then(super::read::Unit::body).map(|b| b.attributes);
    for attribute in attributes.unwrap_or_default() {
        checker.visit(&Node::new(name, Some(attribute.id.name)));
    }
    checker.finish()
}

/// Terms that only one of two locales has; not those that are there and faulty.
fn compare(terms: &File, reference: &File, key: &str) -> Vec<Diagnostic> {
    let has = |file: &File, name: &str| file.unit(name).is_some() || file.faults(name).is_some();
    let undeclared = terms.bodies().filter(|(_, body)| !has(reference, &body.name()));
    let undeclared = undeclared.map(|(unit, body)| {
        let message = format!("`-{}` is not a term of the source locale", body.id);
        let help = format!("declare it in `{}` too", reference.source().path());
        Diagnostic::error("unknown-term", message).at(terms.place(unit, body.id)).help(help)
    });
    let mut found: Vec<_> = undeclared.collect();
    let lacking = reference.bodies().filter(|(_, body)| !has(terms, &body.name()));
    let lacking: Vec<_> = lacking.map(|(_, body)| format!("`-{}`", body.id)).collect();
    if !lacking.is_empty() {
        let message = format!("the terms of `{key}` lack {}", lacking.join(", "));
        let help = format!("add them to `locales/{key}/terms.ftl`");
        found.push(Diagnostic::warning("terms-incomplete", message).help(help));
    }
    found
}
