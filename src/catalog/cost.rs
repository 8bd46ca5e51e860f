//! How many placeables Fluent resolves for a message.
//!
//! fluent-bundle stops after 100, and then panics when the 101st stood inside a literal or inside
//! another placeable. So they are counted before: of the variants the dearest.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};

use super::check::Node;
use super::pattern::Inline;
use super::read::{File, Pattern};

/// The most placeables of a message, those of the entries it refers to included.
pub(super) const MOST_PLACEABLES: usize = 100;

/// Counts the placeables of entries that a checker found sound: without cycles, not too deep.
pub(super) struct Counter<'a> {
    files: &'a [&'a File],
    known: BTreeMap<Node, usize>,
}

impl<'a> Counter<'a> {
    /// A counter for files; of two entries with one name the later file's counts.
    pub fn new(files: &'a [&'a File]) -> Self {
        Self { files, known: BTreeMap::new() }
    }

    /// The most placeables that can be resolved for a node; 0 when there is none.
    pub fn count(&mut self, node: &Node) -> usize {
        if let Some(count) = self.known.get(node) {
            return *count;
        }
        let unit = self.files.iter().rev().find_map(|file| file.unit(&node.name));
        let pattern = unit.and_then(|unit| unit.pattern(node.attribute.as_deref()));
        let count = pattern.map_or(0, |pattern| self.pattern(pattern));
        self.known.insert(node.clone(), count);
        count
    }

    fn pattern(&mut self, pattern: &Pattern<'_>) -> usize {
        let elements = pattern.elements.iter().map(|element| match element {
            PatternElement::TextElement { .. } => 0,
            PatternElement::Placeable { expression } => 1 + self.expression(expression),
        });
        elements.fold(0, usize::saturating_add)
    }

    fn expression(&mut self, expression: &Expression<&str>) -> usize {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let selector = self.inline(selector);
                let variants = variants.iter().map(|variant| self.pattern(&variant.value));
                selector.saturating_add(variants.max().unwrap_or(0))
            }
        }
    }

    fn inline(&mut self, inline: &Inline<'_>) -> usize {
        match inline {
            InlineExpression::MessageReference { id, attribute } => {
                self.count(&Node::new(id.name, attribute.as_ref().map(|a| a.name)))
            }
            InlineExpression::TermReference { id, attribute, .. } => {
                let attribute = attribute.as_ref().map(|a| a.name);
                self.count(&Node::new(format!("-{}", id.name), attribute))
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::VariableReference { .. }
            | InlineExpression::FunctionReference { .. } => 0,
        }
    }
}
