//! A term with its arguments: which variants they choose, and what is missing for them.

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::pattern::{Inline, key, selector_variable};
use super::read::Pattern;

/// A term said with literal arguments: follows the variants that they choose.
pub(super) struct Said<'a> {
    pub given: &'a [(&'a str, &'a Inline<'a>)],
    /// Message and help.
    pub problems: Vec<(String, String)>,
}

impl Said<'_> {
    fn argument(&self, name: &str) -> Option<&Inline<'_>> {
        self.given.iter().find(|(given, _)| *given == name).map(|(_, value)| *value)
    }

    /// Follows a pattern.
    pub fn pattern(&mut self, pattern: &Pattern<'_>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.printed(inline),
            Expression::Select { selector, variants } => {
                let argument = selector_variable(selector).and_then(|name| self.argument(name));
                let value = match argument {
                    Some(InlineExpression::StringLiteral { value }) => {
                        Some(unescape_unicode_to_string(value).into_owned())
                    }
                    Some(InlineExpression::NumberLiteral { .. }) => return,
                    Some(_) | None => None,
                };
                let chosen = variants.iter().find(|v| Some(key(v)) == value.as_deref());
                if let (None, Some(value), Some(name)) =
                    (chosen, value, selector_variable(selector))
                {
                    let keys: Vec<_> = variants.iter().map(|v| format!("`{}`", key(v))).collect();
                    let message = format!("the term has no variant `{value}` for `{name}`");
                    self.problems.push((message, format!("it has {}", keys.join(", "))));
                    return;
                }
                let default = variants.iter().find(|variant| variant.default);
                chosen.or(default).into_iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn printed(&mut self, inline: &Inline<'_>) {
        match inline {
            InlineExpression::VariableReference { id } if self.argument(id.name).is_none() => {
                let message =
                    format!("the term shows its argument `{}`, which is missing", id.name);
                self.problems.push((message, format!("add `{}: \"…\"`", id.name)));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.printed(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::VariableReference { .. }
            | InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}
