//! What a pattern refers to, and its normal form.

use std::collections::BTreeSet;

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::meaning::meaning;
use super::read::Pattern;
use crate::nfc::nfc;
use crate::segment::Fingerprint;

/// An expression as the parser gives it.
pub(super) type Inline<'a> = InlineExpression<&'a str>;

/// The names of the messages that a pattern refers to, whichever part of them it means.
pub(super) fn messages(pattern: &Pattern<'_>) -> BTreeSet<String> {
    let name = |used: Use<'_>| match used {
        Use::Message { id, .. } => Some(id.to_owned()),
        Use::Term { .. }
        | Use::Variable(_)
        | Use::Function { .. }
        | Use::Number(_)
        | Use::Text(_)
        | Use::Select { .. } => None,
    };
    uses(pattern).into_iter().filter_map(name).collect()
}

/// One thing that a pattern uses.
#[derive(Clone, Copy)]
pub(super) enum Use<'a> {
    Message { id: &'a str, attribute: Option<&'a str> },
    Term { id: &'a str, attribute: Option<&'a str>, arguments: Option<&'a CallArguments<&'a str>> },
    Variable(&'a str),
    Function { id: &'a str, arguments: &'a CallArguments<&'a str> },
    Number(&'a str),
    Text(&'a str),
    Select { selector: &'a Inline<'a>, variants: &'a [Variant<&'a str>] },
}

/// All that a pattern uses, variants included, in the order of the text.
pub(super) fn uses<'a>(pattern: &'a Pattern<'a>) -> Vec<Use<'a>> {
    let mut found = Vec::new();
    pattern_uses(pattern, &mut found);
    found
}

fn pattern_uses<'a>(pattern: &'a Pattern<'a>, found: &mut Vec<Use<'a>>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => expression_uses(expression, found),
        }
    }
}

fn expression_uses<'a>(expression: &'a Expression<&'a str>, found: &mut Vec<Use<'a>>) {
    match expression {
        Expression::Inline(inline) => inline_uses(inline, found),
        Expression::Select { selector, variants } => {
            found.push(Use::Select { selector, variants });
            inline_uses(selector, found);
            for variant in variants {
                pattern_uses(&variant.value, found);
            }
        }
    }
}

fn inline_uses<'a>(inline: &'a Inline<'a>, found: &mut Vec<Use<'a>>) {
    let mut call = |arguments: &'a CallArguments<&'a str>| {
        arguments.positional.iter().for_each(|argument| inline_uses(argument, found));
        arguments.named.iter().for_each(|argument| inline_uses(&argument.value, found));
    };
    match inline {
        InlineExpression::StringLiteral { value } => found.push(Use::Text(value)),
        InlineExpression::NumberLiteral { value } => found.push(Use::Number(value)),
        InlineExpression::VariableReference { id } => found.push(Use::Variable(id.name)),
        InlineExpression::MessageReference { id, attribute } => {
            let attribute = attribute.as_ref().map(|a| a.name);
            found.push(Use::Message { id: id.name, attribute });
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            let attribute = attribute.as_ref().map(|a| a.name);
            arguments.as_ref().into_iter().for_each(&mut call);
            found.push(Use::Term { id: id.name, attribute, arguments: arguments.as_ref() });
        }
        InlineExpression::FunctionReference { id, arguments } => {
            call(arguments);
            found.push(Use::Function { id: id.name, arguments });
        }
        InlineExpression::Placeable { expression } => expression_uses(expression, found),
    }
}

/// How deeply placeables are nested in a pattern: 0 for words alone.
pub(super) fn depth(pattern: &Pattern<'_>) -> usize {
    let expressions = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::TextElement { .. } => None,
        PatternElement::Placeable { expression } => Some(expression_depth(expression)),
    });
    expressions.max().unwrap_or(0)
}

fn expression_depth(expression: &Expression<&str>) -> usize {
    1 + match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            expression_depth(expression)
        }
        Expression::Inline(_) => 0,
        Expression::Select { variants, .. } => {
            variants.iter().map(|variant| depth(&variant.value)).max().unwrap_or(0)
        }
    }
}

/// The variable that a selector asks: `$n` or `NUMBER($n)`.
pub(super) fn selector_variable<'a>(selector: &'a Inline<'a>) -> Option<&'a str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.first().and_then(selector_variable)
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. }
        | InlineExpression::Placeable { .. } => None,
    }
}

/// The key of a variant as it is written.
pub(super) fn key<'a>(variant: &'a Variant<&'a str>) -> &'a str {
    match &variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// The fingerprint of what a pattern says: NFC, white space folded (a blank line still parts
/// paragraphs), selects in any shape, comments out.
pub(super) fn fingerprint(pattern: &Pattern<'_>) -> Fingerprint {
    let meaning = meaning(pattern);
    let meaning = nfc(&meaning);
    let paragraphs = meaning.split("\n\n").map(fold).filter(|p| !p.is_empty());
    Fingerprint::of(&paragraphs.collect::<Vec<_>>().join("\n\n"))
}

/// The [`fingerprint`] of a pattern that is words alone, on one line.
pub(super) fn print_of_words(words: &str) -> Fingerprint {
    let words = nfc(words);
    if words.contains("  ") { Fingerprint::of(&fold(&words)) } else { Fingerprint::of(&words) }
}

/// Words with one space between them. Only the white space of the source file is folded: a
/// no-break space is a letter of the typography.
fn fold(text: &str) -> String {
    let words = text.split([' ', '\n']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A pattern as a text that only equal patterns share. Text in quotation marks counts as words; a
/// brace in words is doubled, so that it differs from a placeable's.
pub(super) fn canonical(pattern: &Pattern<'_>) -> String {
    let mut out = String::new();
    pattern_canonical(pattern, &mut out);
    out
}

fn pattern_canonical(pattern: &Pattern<'_>, out: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => out.push_str(value),
            PatternElement::Placeable { expression } => expression_canonical(expression, out),
        }
    }
}

pub(super) fn expression_canonical(expression: &Expression<&str>, out: &mut String) {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            let words = unescape_unicode_to_string(value);
            out.push_str(&words.replace('{', "{{").replace('}', "}}"));
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            expression_canonical(expression, out);
        }
        Expression::Inline(inline) => {
            out.push('{');
            inline_canonical(inline, out);
            out.push('}');
        }
        Expression::Select { selector, variants } => {
            out.push('{');
            inline_canonical(selector, out);
            let mut variants: Vec<_> = variants.iter().collect();
            variants.sort_by_key(|variant| key(variant));
            for variant in variants {
                out.push_str(if variant.default { "*[" } else { "[" });
                out.push_str(key(variant));
                out.push(']');
                pattern_canonical(&variant.value, out);
            }
            out.push('}');
        }
    }
}

pub(super) fn inline_canonical(inline: &Inline<'_>, out: &mut String) {
    let mut name = |sigil: &str, id: &str, attribute: Option<&str>| {
        out.push_str(sigil);
        out.push_str(id);
        if let Some(attribute) = attribute {
            out.extend([".", attribute]);
        }
    };
    let arguments = match inline {
        InlineExpression::StringLiteral { value } => {
            let value = unescape_unicode_to_string(value);
            out.extend(["\"", &value.replace('\\', "\\\\").replace('"', "\\\""), "\""]);
            return;
        }
        InlineExpression::NumberLiteral { value } => return out.push_str(value),
        InlineExpression::VariableReference { id } => return name("$", id.name, None),
        InlineExpression::MessageReference { id, attribute } => {
            return name("", id.name, attribute.as_ref().map(|a| a.name));
        }
        InlineExpression::Placeable { expression } => return expression_canonical(expression, out),
        InlineExpression::TermReference { id, attribute, arguments } => {
            name("-", id.name, attribute.as_ref().map(|a| a.name));
            arguments.as_ref()
        }
        InlineExpression::FunctionReference { id, arguments } => {
            name("", id.name, None);
            Some(arguments)
        }
    };
    let Some(arguments) = arguments else { return };
    out.push('(');
    for argument in &arguments.positional {
        inline_canonical(argument, out);
        out.push(',');
    }
    let mut named: Vec<_> = arguments.named.iter().collect();
    named.sort_by_key(|argument| argument.name.name);
    for argument in named {
        out.extend([argument.name.name, ":"]);
        inline_canonical(&argument.value, out);
        out.push(',');
    }
    out.push(')');
}
