//! The messages of one release in one locale.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use fluent::FluentArgs;

use super::Words;
use super::check::{Checker, Node};
use super::cost::{Counter, MOST_PLACEABLES};
use super::junk::is_clean;
use super::patch::with_comment;
use super::pattern::{fingerprint, messages, print_of_words};
use super::plain::is_words;
use super::plurals::plurals;
use super::read::{File, Pattern, Unit, read};
use super::resolve::{Bundle, Terms};
use super::write::{Ftl, Message};
use crate::diagnostic::{Diagnostic, Place, SourceText};
use crate::locale::Locale;
use crate::segment::{Fingerprint, Kind, SegmentId};

/// The messages of one release in one locale. Cheap to clone, shared between threads.
#[derive(Clone, Debug)]
pub struct Catalog {
    file: Arc<File>,
    terms: Arc<Terms>,
    /// The messages and the terms: made when a message refers to another.
    bundle: Arc<OnceLock<Bundle>>,
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
    let faulty = file.units().iter().filter_map(|unit| {
        let problem = misplaced(unit.name(), words)?;
        let problem = problem.at(file.place(unit, unit.body()?.id));
        Some((unit.name().to_owned(), vec![problem]))
    });
    let faulty: BTreeMap<_, _> = faulty.collect();
    found.extend(faulty.values().flatten().cloned());
    file.refuse(faulty);
    (Catalog::new(file, words, Origin::File), found)
}

/// A term among messages, or a message with the name of a term: the bundle would lose one of them.
fn misplaced(name: &str, words: &Words) -> Option<Diagnostic> {
    if name.starts_with('-') {
        let message = format!("the term `{name}` stands among the messages");
        let problem = Diagnostic::error("term-in-release", message);
        return Some(problem.help("move it to the `terms.ftl` of the locale"));
    }
    words.terms.file.term(name)?;
    let message = format!("the message `{name}` has the name of the term `-{name}`");
    Some(Diagnostic::error("name-taken", message).help("give one of the two another name"))
}

/// Attributes that no segment has.
fn unknown_attributes(file: &File) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for unit in file.units().iter().filter(|unit| !unit.name().starts_with('-')) {
        let attributes = unit.attributes().iter();
        for attribute in attributes.filter(|a| known_attribute(a.id.name).is_none()) {
            let (name, part) = (unit.name(), attribute.id.name);
            let message = format!("no part of `{name}` is called `.{part}`");
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

/// Whether a pattern is words alone: it says exactly what it is, and nothing has to be resolved.
pub fn says_itself(pattern: &str) -> bool {
    is_words(pattern) && is_clean(pattern)
}

/// A catalog made in memory from ids and patterns: the source locale's, before `sync` writes it.
/// A pattern that is words alone ([`says_itself`]) may be left out.
///
/// Its problems have no place, except those of faulty terms: the caller knows where in `index.md`
/// a segment stands. A pattern
/// that is no Fluent pattern is an error when it is resolved.
pub fn reference<'a>(
    entries: impl IntoIterator<Item = (&'a SegmentId, &'a str)>,
    words: &Words,
) -> Catalog {
    let mut messages: Vec<(&str, Message<'_>)> = Vec::new();
    let (mut places, mut broken) = (BTreeMap::new(), BTreeMap::new());
    for (id, pattern) in entries {
        if let Err(problem) = super::write::pattern(pattern) {
            broken.insert(id.clone(), problem);
            continue;
        }
        let index = *places.entry(id.message.as_str()).or_insert_with(|| {
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
    file.retain(|body| words.terms.file.term(body.id).is_none());
    Catalog::new(file, words, Origin::Memory(broken))
}

impl Catalog {
    fn new(file: File, words: &Words, origin: Origin) -> Self {
        let terms = Arc::clone(&words.terms);
        Self { file: Arc::new(file), terms, bundle: Arc::default(), origin }
    }

    /// All values and attributes in the order of the file.
    pub fn ids(&self) -> Vec<SegmentId> {
        let ids = self.file.units().iter().flat_map(|unit| {
            let id = |attribute| SegmentId { message: unit.name().to_owned(), attribute };
            let attributes = unit.attributes().iter().filter_map(|a| known_attribute(a.id.name));
            let value = unit.has_value().then(|| id(None));
            value.into_iter().chain(attributes.map(move |a| id(Some(a))))
        });
        ids.collect()
    }

    /// The value or attribute with this id.
    pub fn entry(&self, id: &SegmentId) -> Option<Entry<'_>> {
        let unit = self.unit(id)?;
        let range = unit.range(id.attribute)?;
        let pattern = &self.file.source().text()[range.clone()];
        let fingerprint = self.fingerprint(id)?;
        let messages = match unit.words() {
            Some(_) => BTreeSet::new(),
            None => messages(unit.pattern(id.attribute)?),
        };
        Some(Entry { range, pattern, fingerprint, messages })
    }

    /// The fingerprint of the normalised pattern of a value or attribute.
    pub fn fingerprint(&self, id: &SegmentId) -> Option<Fingerprint> {
        let unit = self.unit(id)?;
        match unit.words() {
            Some(words) => id.attribute.is_none().then(|| print_of_words(words)),
            None => unit.pattern(id.attribute).map(fingerprint),
        }
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
        let units = self.file.units().iter().filter(|unit| unit.words().is_none());
        let patterns = units.filter_map(Unit::body).flat_map(|body| {
            let attributes =
                body.attributes.iter().filter(|a| known_attribute(a.id.name).is_some());
            body.value.into_iter().chain(attributes.map(|attribute| &attribute.value))
        });
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

    /// What a message says that is words alone, so that there is nothing to resolve in it.
    pub fn words(&self, id: &SegmentId) -> Option<&str> {
        self.unit(id)?.words().filter(|_| id.attribute.is_none())
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
    ) -> Result<Option<Cow<'_, str>>, Vec<Diagnostic>> {
        if let Origin::Memory(broken) = &self.origin
            && let Some(problem) = broken.get(id)
        {
            return Err(vec![problem.clone()]);
        }
        let Some(unit) = self.unit(id) else { return Ok(None) };
        if let Some(words) = unit.words() {
            return Ok(id.attribute.is_none().then_some(words.into()));
        }
        let Some(pattern) = unit.pattern(id.attribute) else { return Ok(None) };
        let names: Vec<_> = variables.iter().map(|(name, _)| *name).collect();
        let files = [&self.terms.file, &*self.file];
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
        match self.bundle_for(pattern).format_pattern(pattern, &args) {
            Ok(text) if text.len() > LONGEST => {
                let message = format!("`{id}` has more than {} kB of words", LONGEST / 1_000);
                let problem = Diagnostic::error("message-too-complex", message);
                let problem = problem.help("a message is a paragraph: look at the terms in it");
                Err(vec![self.at_message(id, problem)])
            }
            Ok(text) => Ok(Some(text)),
            Err(errors) => Err(vec![self.unresolved(id, &errors)]),
        }
    }

    /// A bundle with all that a sound pattern refers to. Terms refer to terms only, and all releases
    /// have the same.
    fn bundle_for(&self, pattern: &Pattern<'_>) -> &Bundle {
        if messages(pattern).is_empty() {
            return self.terms.bundle();
        }
        self.bundle.get_or_init(|| self.terms.bundle_with(&[&self.file]))
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
