//! One message or term of an FTL file.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use fluent::FluentResource;
use fluent_syntax::ast;

use super::junk;
use super::plain::Plain;
use crate::diagnostic::SourceText;

/// A pattern as the parser gives it.
pub(super) type Pattern<'a> = ast::Pattern<&'a str>;

/// One message or term, and where its text stands in the file.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    file: SourceText,
    range: Range<usize>,
    /// Where its parts stand when it is words alone. Then it is parsed only when somebody wants its
    /// tree.
    plain: Option<Plain>,
    resource: OnceLock<Arc<FluentResource>>,
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
    pub fn plain(file: &SourceText, range: Range<usize>, plain: Plain) -> Self {
        Self { file: file.clone(), range, plain: Some(plain), resource: OnceLock::new() }
    }

    pub fn parsed(file: &SourceText, range: Range<usize>, resource: FluentResource) -> Self {
        let resource = OnceLock::from(Arc::new(resource));
        Self { file: file.clone(), range, plain: None, resource }
    }

    /// The name: `-unoct` for a term. An entry begins with it.
    pub fn name(&self) -> &str {
        let piece = self.piece();
        match &self.plain {
            Some(plain) => &piece[..plain.name],
            None => junk::name(piece).unwrap_or(""),
        }
    }

    /// What it says, when it is a message that is words alone.
    pub fn words(&self) -> Option<&str> {
        self.plain.as_ref().map(|plain| &self.piece()[plain.words.clone()])
    }

    /// Its text in the file.
    fn piece(&self) -> &str {
        &self.file.text()[self.range.clone()]
    }

    fn tree(&self) -> &Arc<FluentResource> {
        let parse = || FluentResource::try_new(self.piece().to_owned());
        // `plain` is proven by its tests to take only what Fluent reads without a mistake.
        self.resource.get_or_init(|| Arc::new(parse().unwrap_or_else(|(resource, _)| resource)))
    }

    /// The entry; a piece without one (comments only) never becomes a unit.
    pub fn body(&self) -> Option<Body<'_>> {
        self.tree().entries().find_map(|entry| match entry {
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

    /// Whether there is a value, and not only attributes.
    pub fn has_value(&self) -> bool {
        self.plain.is_some() || self.body().is_some_and(|body| body.value.is_some())
    }

    /// The attributes.
    pub fn attributes(&self) -> &[ast::Attribute<&str>] {
        let body = if self.plain.is_some() { None } else { self.body() };
        body.map_or(&[], |body| body.attributes)
    }

    /// Where its text begins in the file.
    pub fn offset(&self) -> usize {
        self.range.start
    }

    /// Its text: the entry and the blank lines after it.
    pub fn source(&self) -> &str {
        self.tree().source()
    }

    /// What a bundle is filled with.
    pub fn resource(&self) -> Arc<FluentResource> {
        Arc::clone(self.tree())
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
        let offset = self.offset();
        if let Some(Plain { words, .. }) = &self.plain {
            return attribute.is_none().then(|| offset + words.start..offset + words.end);
        }
        let body = self.body()?;
        let id = match attribute {
            None => body.value.map(|_| body.id),
            Some(name) => body.attributes.iter().map(|a| a.id.name).find(|id| *id == name),
        }?;
        let text = self.source();
        let start = self.after_equals(id);
        // The value ends where the next attribute's line begins, or with the piece, which holds
        // no comment after the entry: a comment begins a piece of its own.
        let starts = body.attributes.iter().map(|a| self.local(a.id.name));
        let next = starts.filter(|s| *s > start).min().map_or(text.len(), |s| s - 1);
        let end = start + text[start..next].trim_end_matches([' ', '\n']).len();
        Some(offset + start..offset + end)
    }

    /// The first byte of what stands after `id =`.
    fn after_equals(&self, id: &str) -> usize {
        let text = self.source();
        let from = self.local(id) + id.len();
        let equals = text[from..].find('=').map_or(text.len(), |i| from + i + 1);
        let blank = text[equals..].find(|c: char| c != ' ' && c != '\n');
        blank.map_or(text.len(), |i| equals + i)
    }

    /// The offset of a slice of the unit's text.
    pub fn local(&self, slice: &str) -> usize {
        slice.as_ptr().addr() - self.source().as_ptr().addr()
    }
}
