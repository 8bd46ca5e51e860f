//! The furniture of one locale: phrases, said in words.

use std::collections::BTreeSet;

use fluent::FluentArgs;
use unic_langid::LanguageIdentifier;

use super::check::{Checker, Node, nearest};
use super::cost::{Counter, MOST_PLACEABLES};
use super::glossary::{Term, glossary};
use super::pattern::{Use, messages, uses};
use super::plurals::plurals;
use super::read::{File, read};
use super::resolve::Bundle;
use super::{Phrase, numbers};
use crate::diagnostic::{Diagnostic, Severity, SourceText};
use crate::locale::{Digits, Locale, is_direction_control};
use crate::markdown::forbidden;

/// The message of a project's own furniture that names the publisher.
const ORGANISATION: &str = "organisation";

/// The furniture that is built into the binary, by the key of the locale.
const BUILT_IN: [(&str, &str); 6] = [
    ("ar", include_str!("../../locales/ar/hexapla.ftl")),
    ("zh", include_str!("../../locales/zh/hexapla.ftl")),
    ("en", include_str!("../../locales/en/hexapla.ftl")),
    ("fr", include_str!("../../locales/fr/hexapla.ftl")),
    ("ru", include_str!("../../locales/ru/hexapla.ftl")),
    ("es", include_str!("../../locales/es/hexapla.ftl")),
];

/// The furniture of one locale, every phrase tried, and its glossary.
#[derive(Debug)]
pub struct Furniture {
    bundle: Bundle,
    organisation: String,
    glossary: Vec<Term>,
    locale: LanguageIdentifier,
    digits: Digits,
}

impl Furniture {
    /// The terms of the locale.
    pub fn glossary(&self) -> &[Term] {
        &self.glossary
    }

    /// A phrase as plain words.
    ///
    /// # Panics
    /// Never: every phrase was checked, and tried, when the furniture was read.
    pub fn say(&self, phrase: Phrase<'_>) -> String {
        let said = self.bundle.format(phrase.id(), None, &phrase.args());
        said.and_then(Result::ok).expect("the phrase was checked when the furniture was read")
    }

    /// The number of a list item, a link or a note: no phrase, but in the same digits as the phrases.
    pub fn number(&self, number: u64) -> String {
        numbers::bare(number, &self.locale, self.digits)
    }

    /// The publisher's name: message `organisation` of the project's own furniture, else what
    /// `hexapla.toml` says; empty when neither does.
    pub fn organisation(&self) -> &str {
        &self.organisation
    }
}

/// Where the furniture of a locale comes from.
pub(super) struct Parts<'a> {
    pub locale: &'a Locale,
    pub digits: Digits,
    pub built_in: Option<&'a SourceText>,
    pub own: Option<&'a SourceText>,
    pub terms: &'a File,
    pub organisation: &'a str,
}

/// The furniture of a locale, or what is wrong with it.
pub(super) fn furnish(parts: &Parts<'_>) -> (Option<Furniture>, Vec<Diagnostic>) {
    let nothing = || (File::empty(""), Vec::new());
    let (built_in, mut found) = parts.built_in.map_or_else(nothing, read);
    let (own, problems) = parts.own.map_or_else(nothing, read);
    found.extend(problems);
    found.extend(unknown_messages(&own));
    found.extend(plurals(&own, parts.locale));
    let files = [parts.terms, &built_in, &own];
    for problem in phrases(&files).into_iter().chain(names(parts.terms, &files[1..])) {
        if !found.contains(&problem) {
            found.push(problem);
        }
    }
    // Nothing is counted or resolved that is not sound: cycles never end, fluent-bundle can panic.
    if has_error(&found) {
        return (None, found);
    }
    found.extend(too_dear(&files));
    if has_error(&found) {
        return (None, found);
    }
    let bundle = Bundle::new(parts.locale, parts.digits, &files);
    found.extend(missing(&bundle, parts));
    found.extend(left_out(&own, &files));
    if has_error(&found) {
        return (None, found);
    }
    let organisation = bundle.format(ORGANISATION, None, &FluentArgs::new());
    match organisation.unwrap_or_else(|| Ok(parts.organisation.to_owned())) {
        Ok(organisation) => {
            found.extend(unfit(ORGANISATION, &organisation, parts));
            if has_error(&found) {
                return (None, found);
            }
            let (locale, digits) = (parts.locale.identifier().clone(), parts.digits);
            let glossary = glossary(parts.terms);
            (Some(Furniture { bundle, organisation, glossary, locale, digits }), found)
        }
        Err(errors) => {
            found.push(unresolved(ORGANISATION, &errors, parts));
            (None, found)
        }
    }
}

fn has_error(found: &[Diagnostic]) -> bool {
    found.iter().any(|problem| problem.severity == Severity::Error)
}

/// Phrases that Fluent would not resolve to their end. Only their own locale can put them right.
fn too_dear(files: &[&File]) -> Vec<Diagnostic> {
    let mut counter = Counter::new(files);
    let ids = Phrase::SAMPLES.iter().map(Phrase::id).chain([ORGANISATION]);
    let dear = ids.filter(|id| counter.count(&Node::new(*id, None)) > MOST_PLACEABLES);
    let problem = |id| {
        let message = format!("the phrase `{id}` has more than {MOST_PLACEABLES} placeables");
        Diagnostic::error("message-too-complex", message).help("make it shorter")
    };
    dear.map(problem).collect()
}

/// The variables of a phrase.
fn variables(phrase: &Phrase<'_>) -> Vec<String> {
    phrase.args().iter().map(|(name, _)| name.to_owned()).collect()
}

/// What is wrong with the references of the phrases.
fn phrases(files: &[&File]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for phrase in Phrase::SAMPLES {
        let names = variables(phrase);
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let mut checker = Checker::new(files, Some(&names));
        checker.visit(&Node::new(phrase.id(), None));
        found.extend(checker.finish());
    }
    let mut checker = Checker::new(files, Some(&[]));
    checker.visit(&Node::new(ORGANISATION, None));
    found.extend(checker.finish());
    found
}

/// Phrases that the locale lacks, and phrases that cannot be said.
fn missing(bundle: &Bundle, parts: &Parts<'_>) -> Vec<Diagnostic> {
    let mut lacking = Vec::new();
    let mut found = Vec::new();
    for phrase in Phrase::SAMPLES {
        match bundle.format(phrase.id(), None, &phrase.args()) {
            None => lacking.push(format!("`{}`", phrase.id())),
            Some(Ok(words)) => found.extend(unfit(phrase.id(), &words, parts)),
            Some(Err(errors)) => found.push(unresolved(phrase.id(), &errors, parts)),
        }
    }
    if !lacking.is_empty() {
        let key = parts.locale.key();
        let message = format!("the furniture of `{key}` lacks {}", lacking.join(", "));
        let help = format!("add them to `locales/{key}/hexapla.ftl`");
        found.push(Diagnostic::error("furniture-incomplete", message).help(help));
    }
    found
}

/// What a phrase may not hold: it stands in attributes and metadata, where nothing closes what it
/// opens. The editions set the direction of every part that they put into a phrase.
fn unfit(id: &str, words: &str, parts: &Parts<'_>) -> Option<Diagnostic> {
    let turns = || words.chars().find(|c| is_direction_control(*c));
    let (code, c) = match forbidden(words) {
        Some((_, c)) => ("control-character", c),
        None => ("direction-control", turns()?),
    };
    let message = format!("the phrase `{id}` holds the character `U+{:04X}`", u32::from(c));
    let help = format!("take it out of `locales/{}/hexapla.ftl`", parts.locale.key());
    Some(Diagnostic::error(code, message).help(help))
}

fn unresolved(id: &str, errors: &[String], parts: &Parts<'_>) -> Diagnostic {
    let message = format!("the phrase `{id}` cannot be said: {}", errors.join("; "));
    let help = format!("look at `{id}` in `locales/{}/hexapla.ftl`", parts.locale.key());
    Diagnostic::error("furniture-unresolved", message).help(help)
}

/// Variables that a phrase may leave out: a language may say “all images”.
const OPTIONAL: [&str; 1] = ["count"];

/// Variables of which one is enough: a language is known by its tag or by its name.
const EITHER: [&str; 3] = ["tag", "source", "name"];

/// What phrases of a project's own furniture leave out of what they are given.
fn left_out(own: &File, files: &[&File]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for phrase in Phrase::SAMPLES {
        let Some(unit) = own.unit(phrase.id()) else { continue };
        let mut said = BTreeSet::new();
        variables_said(phrase.id(), files, &mut BTreeSet::new(), &mut said);
        let names = variables(phrase);
        let known = EITHER.iter().any(|name| said.contains(name));
        let may = |name: &str| OPTIONAL.contains(&name) || known && EITHER.contains(&name);
        let lacking = names.iter().filter(|name| !said.contains(name.as_str()) && !may(name));
        let lacking: Vec<_> = lacking.map(|name| format!("`${name}`")).collect();
        if !lacking.is_empty() {
            let message = format!("the phrase `{}` lacks {}", phrase.id(), lacking.join(" and "));
            let help =
                "put it where it belongs in this language: readers learn it from nowhere else";
            let id = unit.body().map_or("", |body| body.id);
            let problem = Diagnostic::warning("missing-variable", message);
            found.push(problem.at(own.place(unit, id)).help(help));
        }
    }
    found
}

/// Collects the variables that a message uses, itself or by those that it refers to.
fn variables_said<'a>(
    id: &'a str,
    files: &[&'a File],
    seen: &mut BTreeSet<&'a str>,
    said: &mut BTreeSet<&'a str>,
) {
    if !seen.insert(id) {
        return;
    }
    let unit = files.iter().rev().find_map(|file| file.unit(id));
    for used in unit.and_then(|unit| unit.pattern(None)).map(uses).unwrap_or_default() {
        match used {
            Use::Variable(name) => {
                said.insert(name);
            }
            Use::Message { id, attribute: _ } => variables_said(id, files, seen, said),
            Use::Term { .. }
            | Use::Function { .. }
            | Use::Number(_)
            | Use::Text(_)
            | Use::Select { .. } => {}
        }
    }
}

/// Messages of a project's own furniture that nothing ever says: most likely mistyped.
fn unknown_messages(own: &File) -> Vec<Diagnostic> {
    let mut known: BTreeSet<&str> = Phrase::SAMPLES.iter().map(Phrase::id).collect();
    known.insert(ORGANISATION);
    let patterns = own.units().iter().filter_map(|unit| unit.pattern(None));
    let used: BTreeSet<_> = patterns.flat_map(messages).collect();
    let ids: Vec<_> = known.iter().copied().collect();
    let unknown =
        own.bodies().filter(|(_, body)| !known.contains(body.id) && !used.contains(body.id));
    let unknown = unknown.map(|(unit, body)| {
        let help = match nearest(body.id, &ids) {
            Some(near) => format!("the nearest name is `{near}`"),
            None => "take it out, or refer to it from another message".to_owned(),
        };
        Diagnostic::warning("unknown-phrase", format!("no phrase is called `{}`", body.name()))
            .at(own.place(unit, body.id))
            .help(help)
    });
    unknown.collect()
}

/// Terms that have the name of a message: fluent-bundle keeps both under one key.
fn names(terms: &File, files: &[&File]) -> Vec<Diagnostic> {
    let taken = |id: &str| files.iter().any(|file| file.unit(id).is_some());
    let clash = terms.bodies().filter(|(_, body)| taken(body.id)).map(|(unit, body)| {
        Diagnostic::error(
            "name-taken",
            format!("`-{0}` has the name of the message `{0}`", body.id),
        )
        .at(terms.place(unit, body.id))
        .help("give the term another name")
    });
    clash.collect()
}

/// The furniture of a built-in locale, by its key: FTL.
pub fn built_in(key: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
}
