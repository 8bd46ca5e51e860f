//! The messages of one release in one locale.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use fluent::FluentArgs;

use super::Words;
use super::check::{Checker, Node};
use super::cost::{Counter, MOST_PLACEABLES};
use super::patch::with_comment;
use super::pattern::{fingerprint, messages};
use super::plurals::plurals;
use super::read::{Body, EntryKind, File, Unit, read};
use super::resolve::Bundle;
use super::write::{Ftl, Message};
use crate::diagnostic::{Diagnostic, Place, SourceText};
use crate::locale::Locale;
use crate::segment::{Fingerprint, Kind, SegmentId};

/// The messages of one release in one locale. Cheap to clone, shared between threads.
#[derive(Clone, Debug)]
pub struct Catalog {
    file: Arc<File>,
    terms: Arc<File>,
    bundle: Arc<Bundle>,
    origin: Origin,
}

/// How many bytes the words of a message may have: terms within terms multiply.
const LONGEST: usize = 64_000;

/// Where the messages come from.
#[derive(Clone, Debug)]
enum Origin {
    /// A file: problems have places in it.
    File,
    /// Made in memory: what could not be written, by id.
    Memory(BTreeMap<SegmentId, Diagnostic>),
}

/// The value or an attribute of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Bytes of the file that hold the pattern.
    pub range: Range<usize>,
    /// The pattern as it stands in the file.
    pub pattern: &'a str,
    /// Fingerprint of the normalised pattern.
    pub fingerprint: Fingerprint,
    /// The messages that the pattern refers to.
    pub messages: BTreeSet<String>,
}

/// The messages of a release's FTL file. What is found here is wrong in itself; what is wrong with
/// references is found by [`Catalog::resolve`].
pub fn parse(source: &SourceText, words: &Words) -> (Catalog, Vec<Diagnostic>) {
    let (mut file, mut found) = read(source);
    found.extend(unknown_attributes(&file));
    let faulty = file.bodies().filter_map(|(unit, body)| {
        let problem = misplaced(&body, words)?.at(file.place(unit, body.id));
        Some((body.name(), vec![problem]))
    });
    let faulty: BTreeMap<_, _> = faulty.collect();
    found.extend(faulty.values().flatten().cloned());
    file.refuse(faulty);
    (Catalog::new(file, words, Origin::File), found)
}

/// A term among messages, or a message with the name of a term: the bundle would lose one of them.
fn misplaced(body: &Body<'_>, words: &Words) -> Option<Diagnostic> {
    let id = body.id;
    if body.kind == EntryKind::Term {
        let message = format!("the term `-{id}` stands among the messages");
        let problem = Diagnostic::error("term-in-release", message);
        return Some(problem.help("move it to the `terms.ftl` of the locale"));
    }
    words.terms.unit(&format!("-{id}"))?;
    let message = format!("the message `{id}` has the name of the term `-{id}`");
    Some(Diagnostic::error("name-taken", message).help("give one of the two another name"))
}

/// Attributes that no segment has.
fn unknown_attributes(file: &File) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (unit, body) in file.bodies().filter(|(_, body)| body.kind == EntryKind::Message) {
        for attribute in body.attributes.iter().filter(|a| known_attribute(a.id.name).is_none()) {
            let message = format!("no part of `{}` is called `.{}`", body.id, attribute.id.name);
            let problem = Diagnostic::warning("unknown-attribute", message);
            let problem = problem.at(file.place(unit, attribute.id.name));
            found.push(problem.help("the parts of an image are `.alt` and `.caption`"));
        }
    }
    found
}

/// The attribute of a segment with this name.
fn known_attribute(name: &str) -> Option<&'static str> {
    Kind::ALL.into_iter().filter_map(Kind::attribute).find(|known| *known == name)
}

/// A catalog made in memory from ids and patterns: the source locale's, before `sync` writes it.
///
/// Its problems have no place, except those of faulty terms: the caller knows where in `index.md`
/// a segment stands. A pattern
/// that is no Fluent pattern is an error when it is resolved.
pub fn reference<'a>(
    entries: impl IntoIterator<Item = (&'a SegmentId, &'a str)>,
    words: &Words,
) -> Catalog {
    let mut messages: Vec<(&str, Message<'_>)> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut broken = BTreeMap::new();
    for (id, pattern) in entries {
        if let Err(problem) = super::write::pattern(pattern) {
            broken.insert(id.clone(), problem);
            continue;
        }
        let index = *known.entry(&id.message).or_insert_with(|| {
            messages.push((&id.message, Message::default()));
            messages.len() - 1
        });
        match id.attribute {
            None => messages[index].1.value = Some(pattern),
            Some(name) => messages[index].1.attributes.push((name, pattern)),
        }
    }
    let mut ftl = Ftl::new("A reference in memory");
    for (name, message) in &messages {
        if let Err(problem) = ftl.message(name, message) {
            broken.insert(SegmentId::value(*name), problem);
        }
    }
    let (mut file, _) = read(&SourceText::new("(reference)", ftl.finish()));
    file.retain(|body| words.terms.unit(&format!("-{}", body.id)).is_none());
    Catalog::new(file, words, Origin::Memory(broken))
}

impl Catalog {
    fn new(file: File, words: &Words, origin: Origin) -> Self {
        let bundle = Bundle::new(&words.locale, words.digits, &[&words.terms, &file]);
        Self {
            file: Arc::new(file),
            terms: Arc::clone(&words.terms),
            bundle: Arc::new(bundle),
            origin,
        }
    }

    /// All values and attributes in the order of the file.
    pub fn ids(&self) -> Vec<SegmentId> {
        let ids = self.file.bodies().flat_map(|(_, body)| {
            let id = |attribute| SegmentId { message: body.id.to_owned(), attribute };
            let attributes = body.attributes.iter().filter_map(|a| known_attribute(a.id.name));
            body.value
                .map(|_| id(None))
                .into_iter()
                .chain(attributes.map(move |a| id(Some(a))))
                .collect::<Vec<_>>()
        });
        ids.collect()
    }

    /// The value or attribute with this id.
    pub fn entry(&self, id: &SegmentId) -> Option<Entry<'_>> {
        let unit = self.unit(id)?;
        let pattern = unit.pattern(id.attribute)?;
        let range = unit.range(id.attribute)?;
        Some(Entry {
            pattern: &self.file.source().text()[range.clone()],
            range,
            fingerprint: fingerprint(pattern),
            messages: messages(pattern),
        })
    }

    /// The names of the messages that stand in the file and cannot be used.
    pub fn faulty(&self) -> impl Iterator<Item = &str> {
        self.file.faulty()
    }

    /// Whether a message stands in the file and cannot be used.
    pub fn is_faulty(&self, message: &str) -> bool {
        self.file.faults(message).is_some()
    }

    /// The pattern of a value or attribute as it stands in the file, and its bytes there.
    pub fn written(&self, id: &SegmentId) -> Option<(&str, Range<usize>)> {
        let range = self.unit(id)?.range(id.attribute)?;
        Some((&self.file.source().text()[range.clone()], range))
    }

    /// The messages that the patterns of the file refer to.
    pub fn references(&self) -> BTreeSet<String> {
        let ids = self.ids();
        let patterns = ids.iter().filter_map(|id| self.unit(id)?.pattern(id.attribute));
        patterns.flat_map(messages).collect()
    }

    /// The place of the name of a message or attribute.
    pub fn name_place(&self, id: &SegmentId) -> Option<Place> {
        let unit = self.unit(id)?;
        let body = unit.body()?;
        let name = match id.attribute {
            None => body.id,
            Some(name) => body.attributes.iter().map(|a| a.id.name).find(|known| *known == name)?,
        };
        Some(self.file.place(unit, name))
    }

    /// The lines of the comment above a message, `#` included.
    pub fn comment(&self, id: &SegmentId) -> &str {
        let text = self.file.source().text();
        let start = self.unit(id).map_or(0, Unit::offset);
        &text[with_comment(text, start)..start]
    }

    /// The place of bytes of the file.
    pub fn place(&self, range: Range<usize>) -> Place {
        self.file.source().place(range)
    }

    /// The place of what a finding names, in bytes of the file; of all of them when it names nothing
    /// that stands there.
    pub fn place_of(&self, problem: &Diagnostic, range: Range<usize>) -> Place {
        let source = self.file.source();
        source.place(problem.named_in(source.text(), range))
    }

    /// The choices by number that lack a form of the language.
    pub fn plurals(&self, locale: &Locale) -> Vec<Diagnostic> {
        plurals(&self.file, locale)
    }

    /// The message as inline Markdown, paragraphs parted by a blank line. `variables` go in as they
    /// are: escape them for Markdown before. `None`: there is no such message or attribute.
    ///
    /// # Errors
    /// What is wrong with the message or what it refers to; the words of the source must stand in.
    /// Two messages that refer to a faulty third, or to a faulty term, report the same diagnostic.
    pub fn resolve(
        &self,
        id: &SegmentId,
        variables: &[(&str, String)],
    ) -> Result<Option<String>, Vec<Diagnostic>> {
        if let Origin::Memory(broken) = &self.origin
            && let Some(problem) = broken.get(id)
        {
            return Err(vec![problem.clone()]);
        }
        if !self.bundle.has(&id.message, id.attribute) {
            return Ok(None);
        }
        let names: Vec<_> = variables.iter().map(|(name, _)| *name).collect();
        let files = [&*self.terms, &*self.file];
        let mut checker = Checker::new(&files, Some(&names));
        checker.visit(&Node::new(&*id.message, id.attribute));
        let problems = checker.finish();
        if !problems.is_empty() {
            return Err(problems.into_iter().map(|problem| self.placed(problem)).collect());
        }
        if Counter::new(&files).count(&Node::new(&*id.message, id.attribute)) > MOST_PLACEABLES {
            let error = format!("it has more than {MOST_PLACEABLES} placeables");
            return Err(vec![self.unresolved(id, &[error])]);
        }
        let args: FluentArgs<'_> =
            variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match self.bundle.format(&id.message, id.attribute, &args) {
            None => Ok(None),
            Some(Ok(text)) if text.len() > LONGEST => {
                let message = format!("`{id}` has more than {} kB of words", LONGEST / 1_000);
                let problem = Diagnostic::error("message-too-complex", message);
                let problem = problem.help("a message is a paragraph: look at the terms in it");
                Err(vec![self.at_message(id, problem)])
            }
            Some(Ok(text)) => Ok(Some(text)),
            Some(Err(errors)) => Err(vec![self.unresolved(id, &errors)]),
        }
    }

    fn unit(&self, id: &SegmentId) -> Option<&Unit> {
        self.file.unit(&id.message)
    }

    fn unresolved(&self, id: &SegmentId, errors: &[String]) -> Diagnostic {
        let message = format!("`{id}` cannot be resolved: {}", errors.join("; "));
        let problem = Diagnostic::error("unresolved-message", message)
            .help("the words of the source stand in until this is put right");
        self.at_message(id, problem)
    }

    /// The finding at the message that it is about.
    fn at_message(&self, id: &SegmentId, problem: Diagnostic) -> Diagnostic {
        let range = self.unit(id).and_then(|unit| unit.range(id.attribute));
        match range {
            Some(range) => self.placed(problem.at(self.place(range))),
            None => problem,
        }
    }

    /// The problem with its place, unless that is in a file that is only in memory.
    fn placed(&self, problem: Diagnostic) -> Diagnostic {
        let path = self.file.source().path();
        let here = problem.place.as_ref().is_some_and(|place| place.file == path);
        match self.origin {
            Origin::Memory(_) if here => Diagnostic { place: None, ..problem },
            Origin::File | Origin::Memory(_) => problem,
        }
    }
}
