//! The furniture of one locale: phrases, said in words.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use fluent::FluentArgs;
use unic_langid::LanguageIdentifier;

use super::check::{Checker, Node};
use super::cost::{Counter, MOST_PLACEABLES};
use super::glossary::{Term, glossary};
use super::pattern::{Use, messages, uses};
use super::plurals::plurals;
use super::read::{File, Unit, read};
use super::resolve::{Bundle, Terms};
use super::{Phrase, numbers};
use crate::diagnostic::{Diagnostic, Severity, SourceText};
use crate::locale::{Digits, Locale, is_direction_control};
use crate::markdown::forbidden;
use crate::nearest::nearest;

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
    /// Made with the first phrase that is said.
    bundle: OnceLock<Bundle>,
    terms: Arc<Terms>,
    files: [File; 2],
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
        // The project's own come last, and count.
        let unit = self.files.iter().rev().find_map(|file| file.unit(phrase.id()));
        if let Some(words) = unit.and_then(Unit::words) {
            return words.to_owned();
        }
        let bundle = self.bundle.get_or_init(|| self.terms.bundle_with(&self.files.each_ref()));
        let said = bundle.format(phrase.id(), &phrase.args());
        let said = said.and_then(Result::ok);
        said.expect("the phrase was checked when the furniture was read").into_owned()
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
    pub terms: &'a Arc<Terms>,
    pub organisation: &'a str,
}

impl Parts<'_> {
    /// Whether the phrases are those of the program, which its tests have tried.
    fn are_ours(&self) -> bool {
        let built_in = built_in(self.locale.key());
        self.own.is_none() && self.built_in.is_some_and(|text| Some(text.text()) == built_in)
    }
}

/// The furniture of a locale, or what is wrong with it.
pub(super) fn furnish(parts: &Parts<'_>) -> (Option<Furniture>, Vec<Diagnostic>) {
    let nothing = || (File::empty(""), Vec::new());
    let (built_in, mut found) = parts.built_in.map_or_else(nothing, read);
    let (own, problems) = parts.own.map_or_else(nothing, read);
    found.extend(problems);
    let files = [built_in, own];
    let refused = if parts.are_ours() {
        found.extend(names(&parts.terms.file, &files));
        has_error(&found)
    } else {
        found.extend(unknown_messages(&files[1]));
        found.extend(plurals(&files[1], parts.locale));
        sound(&files, parts, &mut found).is_none()
    };
    if refused {
        return (None, found);
    }
    let bundle = OnceLock::new();
    let organisation = if files[1].unit(ORGANISATION).is_some() {
        let bundle = bundle.get_or_init(|| parts.terms.bundle_with(&files.each_ref()));
        bundle.format(ORGANISATION, &FluentArgs::new()).map(|said| said.map(Cow::into_owned))
    } else {
        None
    };
    let organisation = match organisation {
        None => parts.organisation.to_owned(),
        Some(Ok(organisation)) => organisation,
        Some(Err(errors)) => {
            found.push(unresolved(ORGANISATION, &errors, parts));
            return (None, found);
        }
    };
    found.extend(unfit(ORGANISATION, &organisation, parts));
    if has_error(&found) {
        return (None, found);
    }
    let (locale, digits) = (parts.locale.identifier().clone(), parts.digits);
    let (terms, glossary) = (Arc::clone(parts.terms), glossary(&parts.terms.file));
    (Some(Furniture { bundle, terms, files, organisation, glossary, locale, digits }), found)
}

/// Tries every phrase. `None`: the furniture cannot be used.
fn sound(files: &[File; 2], parts: &Parts<'_>, found: &mut Vec<Diagnostic>) -> Option<()> {
    let [built_in, own] = files;
    let terms = &parts.terms.file;
    let all = [terms, built_in, own];
    for problem in phrases(&all).into_iter().chain(names(terms, files)) {
        if !found.contains(&problem) {
            found.push(problem);
        }
    }
    // Nothing is counted or resolved that is not sound: cycles never end, fluent-bundle can panic.
    if has_error(found) {
        return None;
    }
    found.extend(too_dear(&all));
    if has_error(found) {
        return None;
    }
    found.extend(missing(&parts.terms.bundle_with(&[built_in, own]), parts));
    found.extend(left_out(own, &all));
    (!has_error(found)).then_some(())
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

/// So many phrases that are lacking are named.
const MOST_NAMED: usize = 10;

/// Phrases that the locale lacks, and phrases that cannot be said.
fn missing(bundle: &Bundle, parts: &Parts<'_>) -> Vec<Diagnostic> {
    let mut lacking = Vec::new();
    let mut found = Vec::new();
    for phrase in Phrase::SAMPLES {
        match bundle.format(phrase.id(), &phrase.args()) {
            None => lacking.push(format!("`{}`", phrase.id())),
            Some(Ok(words)) => found.extend(unfit(phrase.id(), &words, parts)),
            Some(Err(errors)) => found.push(unresolved(phrase.id(), &errors, parts)),
        }
    }
    if !lacking.is_empty() {
        let key = parts.locale.key();
        let message = match lacking.split_at_checked(MOST_NAMED) {
            Some((first, rest)) if !rest.is_empty() => {
                let (all, first) = (lacking.len(), first.join(", "));
                format!(
                    "the furniture of `{key}` lacks {all} phrases: {first} and {} more",
                    rest.len()
                )
            }
            Some(_) | None => format!("the furniture of `{key}` lacks {}", lacking.join(", ")),
        };
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
fn names(terms: &File, files: &[File]) -> Vec<Diagnostic> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::UNITED_NATIONS;

    #[test]
    fn the_programs_own_phrases_are_sound() {
        for (key, _, _) in UNITED_NATIONS {
            let locale = Arc::new(Locale::built_in(key).expect("one of the six"));
            let source = SourceText::new("hexapla.ftl", built_in(key).expect("it is built in"));
            for digits in [Digits::Western, Digits::Native] {
                let terms = Arc::new(Terms::new(File::empty(""), locale.clone(), digits));
                let parts = Parts {
                    locale: &locale,
                    digits,
                    built_in: Some(&source),
                    own: None,
                    terms: &terms,
                    organisation: "",
                };
                assert!(parts.are_ours());
                let (file, mut found) = read(&source);
                found.extend(plurals(&file, &locale));
                let patterns = file.units().iter().filter_map(|unit| unit.pattern(None));
                let term = |used: &Use<'_>| matches!(used, Use::Term { .. });
                assert!(!patterns.flat_map(uses).any(|used| term(&used)), "{key} uses a term");
                assert!(file.unit(ORGANISATION).is_none());
                let files = [file, File::empty("")];
                assert_eq!(sound(&files, &parts, &mut found), Some(()));
                assert_eq!(found, [], "{key}");
            }
        }
    }
}
