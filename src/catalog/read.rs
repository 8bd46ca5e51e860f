//! Reading FTL with places.
//!
//! fluent-syntax gives no spans and recurses as deep as the braces are nested, which overflows the
//! stack. So a file is cut where entries begin, each piece is bounded and parsed alone, and a
//! place is the piece's offset plus the distance of two pointers. A mistake in one message then
//! never swallows the next.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use fluent::FluentResource;
use fluent_syntax::ast;

use super::junk;
use crate::diagnostic::{Diagnostic, Place, SourceText};

/// A pattern as the parser gives it.
pub(super) type Pattern<'a> = ast::Pattern<&'a str>;

/// The most braces and brackets that one message may open. Every level of the parser's recursion
/// needs one of them; Fluent itself refuses more than 100 placeables when it resolves.
const MOST_OPENED: usize = 200;

/// The most mistakes that are listed of one file.
const MOST_FOUND: usize = 100;

/// An FTL file: its sound entries, each once.
#[derive(Clone, Debug)]
pub(super) struct File {
    source: SourceText,
    units: Vec<Unit>,
    /// Name (`-unoct` for a term) → index into the units.
    names: BTreeMap<String, usize>,
    /// Entries that cannot be used, and what is wrong with each.
    faulty: BTreeMap<String, Vec<Diagnostic>>,
}

/// One message or term, and where its text begins in the file.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    offset: usize,
    resource: Arc<FluentResource>,
}

/// The parts of a message or term.
#[derive(Clone, Copy)]
pub(super) struct Body<'a> {
    /// The identifier, without the `-` of a term.
    pub id: &'a str,
    /// Whether it is a term: its name begins with `-`.
    pub kind: EntryKind,
    /// The value.
    pub value: Option<&'a Pattern<'a>>,
    /// The attributes.
    pub attributes: &'a [ast::Attribute<&'a str>],
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    Message,
    Term,
}

impl Body<'_> {
    /// The name: `-unoct` for a term.
    pub fn name(&self) -> String {
        match self.kind {
            EntryKind::Message => self.id.to_owned(),
            EntryKind::Term => format!("-{}", self.id),
        }
    }
}

impl Unit {
    /// The entry; a piece without one (comments only) never becomes a unit.
    pub fn body(&self) -> Option<Body<'_>> {
        self.resource.entries().find_map(|entry| match entry {
            ast::Entry::Message(m) => Some(Body {
                id: m.id.name,
                kind: EntryKind::Message,
                value: m.value.as_ref(),
                attributes: &m.attributes,
            }),
            ast::Entry::Term(t) => Some(Body {
                id: t.id.name,
                kind: EntryKind::Term,
                value: Some(&t.value),
                attributes: &t.attributes,
            }),
            ast::Entry::Comment(_)
            | ast::Entry::GroupComment(_)
            | ast::Entry::ResourceComment(_)
            | ast::Entry::Junk { .. } => None,
        })
    }

    /// Where its text begins in the file.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Its text: the entry and the blank lines after it.
    pub fn source(&self) -> &str {
        self.resource.source()
    }

    /// What a bundle is filled with.
    pub fn resource(&self) -> Arc<FluentResource> {
        Arc::clone(&self.resource)
    }

    /// The pattern of the value (`None`) or of an attribute.
    pub fn pattern(&self, attribute: Option<&str>) -> Option<&Pattern<'_>> {
        let body = self.body()?;
        match attribute {
            None => body.value,
            Some(name) => body.attributes.iter().find(|a| a.id.name == name).map(|a| &a.value),
        }
    }

    /// Bytes of the file that hold the value (`None`) or an attribute.
    pub fn range(&self, attribute: Option<&str>) -> Option<Range<usize>> {
        let body = self.body()?;
        let id = match attribute {
            None => body.value.map(|_| body.id),
            Some(name) => body.attributes.iter().map(|a| a.id.name).find(|id| *id == name),
        }?;
        let text = self.resource.source();
        let start = self.after_equals(id);
        // The value ends where the next attribute's line begins, or with the piece, which holds
        // no comment after the entry: a comment begins a piece of its own.
        let starts = body.attributes.iter().map(|a| self.local(a.id.name));
        let next = starts.filter(|s| *s > start).min().map_or(text.len(), |s| s - 1);
        let end = start + text[start..next].trim_end_matches([' ', '\n']).len();
        Some(self.offset + start..self.offset + end)
    }

    /// The first byte of what stands after `id =`.
    fn after_equals(&self, id: &str) -> usize {
        let text = self.resource.source();
        let from = self.local(id) + id.len();
        let equals = text[from..].find('=').map_or(text.len(), |i| from + i + 1);
        let blank = text[equals..].find(|c: char| c != ' ' && c != '\n');
        blank.map_or(text.len(), |i| equals + i)
    }

    /// The offset of a slice of the unit's text.
    pub fn local(&self, slice: &str) -> usize {
        slice.as_ptr().addr() - self.resource.source().as_ptr().addr()
    }
}

impl File {
    /// A file without entries.
    pub fn empty(path: &str) -> Self {
        Self {
            source: SourceText::new(path, ""),
            units: Vec::new(),
            names: BTreeMap::new(),
            faulty: BTreeMap::new(),
        }
    }

    /// The file's text.
    pub fn source(&self) -> &SourceText {
        &self.source
    }

    /// All entries in the order of the file.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// All entries with their parts, in the order of the file.
    pub fn bodies(&self) -> impl Iterator<Item = (&Unit, Body<'_>)> {
        self.units.iter().filter_map(|unit| Some((unit, unit.body()?)))
    }

    /// An entry by its name (`-unoct` for a term).
    pub fn unit(&self, name: &str) -> Option<&Unit> {
        self.names.get(name).map(|index| &self.units[*index])
    }

    /// The place of a slice of a unit's text.
    pub fn place(&self, unit: &Unit, slice: &str) -> Place {
        let start = unit.offset + unit.local(slice);
        self.source.place(start..start + slice.len())
    }

    /// Takes the entries out that `keep` does not want.
    pub fn retain(&mut self, mut keep: impl FnMut(&Body<'_>) -> bool) {
        self.units.retain(|unit| unit.body().is_some_and(|body| keep(&body)));
        let names = self.units.iter().filter_map(Unit::body).map(|body| body.name());
        self.names = names.enumerate().map(|(index, name)| (name, index)).collect();
    }

    /// Takes entries out that cannot be used. Who refers to one of them is told what is wrong with
    /// it, and not that there is no such entry: one slip is one finding.
    pub fn refuse(&mut self, faulty: BTreeMap<String, Vec<Diagnostic>>) {
        self.retain(|body| !faulty.contains_key(&body.name()));
        self.faulty.extend(faulty);
    }

    /// What is wrong with an entry that cannot be used.
    pub fn faults(&self, name: &str) -> Option<&[Diagnostic]> {
        self.faulty.get(name).map(Vec::as_slice)
    }

    /// The names of the entries that cannot be used.
    pub fn faulty(&self) -> impl Iterator<Item = &str> {
        self.faulty.keys().map(String::as_str)
    }

    /// Adds a unit, or says that there is one of that name already.
    fn push(&mut self, unit: Unit) -> Result<(), Diagnostic> {
        let Some(body) = unit.body() else { return Ok(()) };
        let name = body.name();
        let place = self.place(&unit, body.id);
        if let Some(first) = self.unit(&name) {
            let id = first.body().map_or("", |body| body.id);
            let Place { line, column, .. } = self.place(first, id);
            let message =
                format!("`{name}` stands twice: here and at line {line}, column {column}");
            let help = "keep one of the two; only the first is used";
            let problem = Diagnostic::error("duplicate-message", message);
            return Err(problem.at(place).help(help));
        }
        for (i, attribute) in body.attributes.iter().enumerate() {
            if body.attributes[..i].iter().any(|a| a.id.name == attribute.id.name) {
                let message = format!("`{name}` has two attributes `.{}`", attribute.id.name);
                let place = self.place(&unit, attribute.id.name);
                let help = "keep one of the two";
                let problem = Diagnostic::error("duplicate-attribute", message);
                return Err(problem.at(place).help(help));
            }
        }
        self.names.insert(name, self.units.len());
        self.units.push(unit);
        Ok(())
    }
}

/// The sound entries of an FTL file, and what is wrong with the others.
pub(super) fn read(source: &SourceText) -> (File, Vec<Diagnostic>) {
    let mut file = File::empty(source.path());
    file.source = source.clone();
    let mut found = Vec::new();
    let mut before = None;
    for range in pieces(source.text()) {
        // Finding a place counts lines: a file full of mistakes must not take forever.
        if found.len() >= MOST_FOUND {
            let message = format!("the file has more than {MOST_FOUND} mistakes");
            let problem = Diagnostic::error("too-many-mistakes", message);
            let place = source.place(range.start..range.start);
            found.push(problem.at(place).help("put those above right first"));
            break;
        }
        match unit(source, range.clone(), before.as_deref()) {
            Ok(Some(unit)) => {
                before = unit.body().map(|body| body.name());
                found.extend(file.push(unit).err());
            }
            Ok(None) => {}
            Err(problems) => {
                if let Some(name) = junk::name(&source.text()[range]) {
                    file.faulty.insert(name.to_owned(), problems.clone());
                }
                found.extend(problems);
            }
        }
    }
    (file, found)
}

/// The pieces of an FTL text: each begins at a line on which an entry or a comment can begin.
pub(super) fn pieces(text: &str) -> Vec<Range<usize>> {
    let starts =
        |line: &str| line.starts_with(|c: char| c.is_ascii_alphabetic() || "-#".contains(c));
    let mut bounds = vec![0];
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if offset > 0 && starts(line) {
            bounds.push(offset);
        }
        offset += line.len();
    }
    bounds.push(text.len());
    bounds.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// One piece, parsed: an entry, nothing (a comment), or what is wrong with it.
fn unit(
    source: &SourceText,
    range: Range<usize>,
    before: Option<&str>,
) -> Result<Option<Unit>, Vec<Diagnostic>> {
    let text = &source.text()[range.clone()];
    let forbidden: Vec<_> = junk::forbidden(source, range.clone()).collect();
    if !forbidden.is_empty() {
        return Err(forbidden);
    }
    if !text.starts_with('#') && text.matches(['{', '(']).count() > MOST_OPENED {
        let message = format!("the message opens more than {MOST_OPENED} braces and brackets");
        let help = "Fluent resolves at most 100 placeables in a message: make it shorter";
        let place = source.place(range.start..range.start);
        return Err(vec![Diagnostic::error("message-too-complex", message).at(place).help(help)]);
    }
    if let Some(problem) = junk::broken_escape(source, range.clone()) {
        return Err(vec![problem]);
    }
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => {
            let unit = Unit { offset: range.start, resource: Arc::new(resource) };
            Ok(unit.body().is_some().then_some(unit))
        }
        Err((resource, errors)) => {
            let piece = junk::Piece { source, range, text: resource.source(), before };
            Err(errors.iter().map(|error| piece.explain(error)).collect())
        }
    }
}
