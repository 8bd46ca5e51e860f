//! Reading FTL with places.
//!
//! fluent-syntax gives no spans and recurses as deep as the braces are nested, which overflows the
//! stack. So a file is cut where entries begin, each piece is bounded and parsed alone, and a
//! place is the piece's offset plus the distance of two pointers. A mistake in one message then
//! never swallows the next.

use std::collections::BTreeMap;
use std::ops::Range;

use fluent::FluentResource;

pub(super) use super::unit::{Body, EntryKind, Pattern, Unit};
use super::{junk, plain};
use crate::diagnostic::{Diagnostic, Place, SourceText};
use crate::segment::MOST_PARTS;

/// The most braces and brackets that one message may open. Every level of the parser's recursion
/// needs one of them; Fluent itself refuses more than 100 placeables when it resolves.
pub(super) const MOST_OPENED: usize = 200;

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

    /// A term by its name without `-`.
    pub fn term(&self, name: &str) -> Option<&Unit> {
        self.unit(&format!("-{name}"))
    }

    /// The place of a slice of a unit's text.
    pub fn place(&self, unit: &Unit, slice: &str) -> Place {
        let start = unit.offset() + unit.local(slice);
        self.source.place(start..start + slice.len())
    }

    /// Takes the entries out that `keep` does not want.
    pub fn retain(&mut self, mut keep: impl FnMut(&Body<'_>) -> bool) {
        self.units.retain(|unit| unit.body().is_some_and(|body| keep(&body)));
        let names = self.units.iter().enumerate();
        self.names = names.map(|(index, unit)| (unit.name().to_owned(), index)).collect();
    }

    /// Takes entries out that cannot be used. Who refers to one of them is told what is wrong with
    /// it, and not that there is no such entry: one slip is one finding.
    pub fn refuse(&mut self, faulty: BTreeMap<String, Vec<Diagnostic>>) {
        if !faulty.is_empty() {
            self.retain(|body| !faulty.contains_key(&body.name()));
            self.faulty.extend(faulty);
        }
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
        let name = unit.name().to_owned();
        if let Some(first) = self.unit(&name) {
            let place = self.place(&unit, unit.body().map_or("", |body| body.id));
            let id = first.body().map_or("", |body| body.id);
            let Place { line, column, .. } = self.place(first, id);
            let message =
                format!("`{name}` stands twice: here and at line {line}, column {column}");
            let help = "keep one of the two; only the first is used";
            let problem = Diagnostic::error("duplicate-message", message);
            return Err(problem.at(place).help(help));
        }
        let attributes = unit.attributes();
        for (i, attribute) in attributes.iter().enumerate() {
            if attributes[..i].iter().any(|a| a.id.name == attribute.id.name) {
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
    let text = source.text();
    let is_clean = junk::is_clean(text);
    let pieces = pieces(text);
    if let Some(first) = pieces.get(MOST_PARTS) {
        let message = format!("the file has more than {MOST_PARTS} messages and comments");
        let problem = Diagnostic::error("too-many-parts", message);
        let place = source.place(first.start..first.start);
        return (file, vec![problem.at(place).help("make two releases of the one")]);
    }
    for range in pieces {
        // Finding a place counts lines: a file full of mistakes must not take forever.
        if found.len() >= MOST_FOUND {
            let message = format!("the file has more than {MOST_FOUND} mistakes");
            let problem = Diagnostic::error("too-many-mistakes", message);
            let place = source.place(range.start..range.start);
            found.push(problem.at(place).help("put those above right first"));
            break;
        }
        let plain = if is_clean { plain::message(&text[range.clone()]) } else { None };
        let unit = match plain {
            Some(plain) => {
                before = Some(&text[range.start..range.start + plain.name]);
                found.extend(file.push(Unit::plain(source, range, plain)).err());
                continue;
            }
            None if is_clean => unit(source, range.clone(), before),
            None => clean(source, &range).and_then(|()| unit(source, range.clone(), before)),
        };
        match unit {
            Ok(Some(unit)) => {
                before = junk::name(&text[range]);
                found.extend(file.push(unit).err());
            }
            Ok(None) => {}
            Err(problems) => {
                if let Some(name) = junk::name(&text[range]) {
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

/// The characters in a piece that no FTL file must hold.
fn clean(source: &SourceText, range: &Range<usize>) -> Result<(), Vec<Diagnostic>> {
    let forbidden: Vec<_> = junk::forbidden(source, range.clone()).collect();
    if forbidden.is_empty() { Ok(()) } else { Err(forbidden) }
}

/// One piece, parsed: an entry, nothing (a comment), or what is wrong with it.
fn unit(
    source: &SourceText,
    range: Range<usize>,
    before: Option<&str>,
) -> Result<Option<Unit>, Vec<Diagnostic>> {
    let text = &source.text()[range.clone()];
    if !text.starts_with('#') && text.matches(['{', '(']).count() > MOST_OPENED {
        let message = format!("the message opens more than {MOST_OPENED} braces and brackets");
        let help = "Fluent resolves at most 100 placeables in a message: make it shorter";
        let place = source.place(range.start..range.start);
        return Err(vec![Diagnostic::error("message-too-complex", message).at(place).help(help)]);
    }
    if text.contains('\\')
        && let Some(problem) = junk::broken_escape(source, range.clone())
    {
        return Err(vec![problem]);
    }
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => {
            let unit = Unit::parsed(source, range, resource);
            Ok(unit.body().is_some().then_some(unit))
        }
        Err((resource, errors)) => {
            let piece = junk::Piece { source, range, text: resource.source(), before };
            Err(errors.iter().map(|error| piece.explain(error)).collect())
        }
    }
}
