//! What is wrong with the references of a pattern, before anything is resolved.
//!
//! fluent-bundle reports unknown names and cycles, without a place, and says nothing of the rest:
//! an argument value without a variant takes the default, a term's variable that nobody filled is
//! printed as `{$name}`, a function that fails prints its own name.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::numbers;
use super::pattern::{Inline, Use, depth, key, selector_variable, uses};
use super::read::{File, Pattern, Unit};
use crate::diagnostic::Diagnostic;

/// The most nested placeables, those of the entries referred to included: fluent-bundle resolves
/// by recursion, and counts only the placeables that are side by side.
const DEEPEST: usize = 100;

/// A message (`name`), a term (`-name`), or an attribute of one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Node {
    pub name: String,
    pub attribute: Option<String>,
}

impl Node {
    /// A node.
    pub fn new(name: impl Into<String>, attribute: Option<&str>) -> Self {
        Self { name: name.into(), attribute: attribute.map(str::to_owned) }
    }

    fn is_term(&self) -> bool {
        self.name.starts_with('-')
    }
}

impl std::fmt::Display for Node {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)?;
        self.attribute.as_ref().map_or(Ok(()), |attribute| write!(f, ".{attribute}"))
    }
}

/// Checks references against files; of two entries with one name the later file's counts.
pub(super) struct Checker<'a> {
    files: &'a [&'a File],
    /// The variables that messages may use; `None`: any.
    variables: Option<&'a [&'a str]>,
    seen: BTreeSet<Node>,
    path: Vec<Node>,
    /// How deeply placeables are nested on the path.
    deep: usize,
    found: Vec<Diagnostic>,
}

/// A pattern and where it stands.
#[derive(Clone, Copy)]
struct Found<'a> {
    file: &'a File,
    unit: &'a Unit,
    pattern: &'a Pattern<'a>,
}

impl<'a> Checker<'a> {
    /// A checker that has seen nothing.
    pub fn new(files: &'a [&'a File], variables: Option<&'a [&'a str]>) -> Self {
        Self {
            files,
            variables,
            seen: BTreeSet::new(),
            path: Vec::new(),
            deep: 0,
            found: Vec::new(),
        }
    }

    /// Checks a node and all that it leads to: terms from a term, messages from a message. What a
    /// message's terms lead to is checked with the terms.
    pub fn visit(&mut self, node: &Node) {
        let Some(found) = self.find(node) else { return };
        if !self.seen.insert(node.clone()) {
            return;
        }
        let deep = depth(found.pattern);
        if self.deep + deep > DEEPEST {
            let Some(body) = found.unit.body() else { return };
            return self.report(
                found,
                body.id,
                Problem {
                    code: "message-too-complex",
                    message: format!("more than {DEEPEST} placeables are nested in one another"),
                    help: "write words out instead of referring to them".to_owned(),
                },
            );
        }
        self.path.push(node.clone());
        self.deep += deep;
        for used in uses(found.pattern) {
            self.check(found, used);
        }
        self.path.pop();
        self.deep -= deep;
    }

    /// What was found.
    pub fn finish(self) -> Vec<Diagnostic> {
        self.found
    }

    fn entry(&self, name: &str) -> Option<(&'a File, &'a Unit)> {
        self.files.iter().rev().find_map(|file| Some((*file, file.unit(name)?)))
    }

    fn find(&self, node: &Node) -> Option<Found<'a>> {
        let (file, unit) = self.entry(&node.name)?;
        let pattern = unit.pattern(node.attribute.as_deref())?;
        Some(Found { file, unit, pattern })
    }

    fn in_term(&self) -> bool {
        self.path.last().is_some_and(Node::is_term)
    }

    fn report(&mut self, at: Found<'_>, slice: &str, problem: Problem) {
        let Problem { code, message, help } = problem;
        let place = at.file.place(at.unit, slice);
        self.found.push(Diagnostic::error(code, message).at(place).help(help));
    }

    fn check(&mut self, at: Found<'a>, used: Use<'a>) {
        match used {
            Use::Message { id, attribute } => self.reference(at, id, &Node::new(id, attribute)),
            Use::Term { id, attribute, .. } => {
                self.reference(at, id, &Node::new(format!("-{id}"), attribute));
                self.term_arguments(at, used);
            }
            Use::Variable(name) => self.variable(at, name),
            Use::Function { id, arguments } => {
                if let Some(problem) = numbers::call_problem(id, arguments) {
                    self.report(at, id, problem);
                }
            }
            Use::Number(value) => {
                if let Some(problem) = numbers::literal_problem(value) {
                    self.report(at, value, problem);
                }
            }
            Use::Text(value) => self.text(at, value),
            Use::Select { selector, variants } => {
                let number = |v: &&Variant<_>| matches!(v.key, VariantKey::NumberLiteral { .. });
                let call = matches!(selector, InlineExpression::FunctionReference { .. });
                if let Some(variant) = variants.iter().find(number).filter(|_| call) {
                    self.report(
                        at,
                        key(variant),
                        Problem {
                            code: "unreachable-variant",
                            message: format!("the variant `[{}]` is never chosen", key(variant)),
                            help: "write `{ $name ->` without `NUMBER`, or use a plural category \
                               such as `[one]`"
                                .to_owned(),
                        },
                    );
                }
            }
        }
    }

    fn reference(&mut self, at: Found<'a>, id: &str, node: &Node) {
        if self.in_term() && !node.is_term() {
            return self.report(
                at,
                id,
                Problem {
                    code: "message-in-term",
                    message: format!("a term refers to the message `{node}`"),
                    help: "a term can only refer to other terms".to_owned(),
                },
            );
        }
        if self.find(node).is_none() {
            let problem = self.unknown(node);
            return self.report(at, id, problem);
        }
        if let Some(start) = self.path.iter().position(|step| step == node) {
            let steps: Vec<_> = self.path[start..].iter().map(|step| format!("`{step}`")).collect();
            return self.report(
                at,
                id,
                Problem {
                    code: "cyclic-reference",
                    message: format!("{} refers to `{node}` again", steps.join(" refers to ")),
                    help: "write the words out in one of them".to_owned(),
                },
            );
        }
        if self.in_term() == node.is_term() {
            self.visit(node);
        }
    }

    fn unknown(&self, node: &Node) -> Problem {
        let kind = if node.is_term() { "term" } else { "message" };
        let names = self.files.iter().flat_map(|file| file.bodies().map(|(_, body)| body.name()));
        let names: Vec<String> = names.collect();
        let known: Vec<&str> = names.iter().map(String::as_str).collect();
        match (&node.attribute, self.entry(&node.name)) {
            (Some(attribute), Some(_)) => Problem {
                code: "unknown-reference",
                message: format!("`{}` has no attribute `.{attribute}`", node.name),
                help: format!("add `.{attribute} = …` to `{}`", node.name),
            },
            (None, Some(_)) => Problem {
                code: "unknown-reference",
                message: format!("`{}` has attributes but no value", node.name),
                help: "give it a value, or refer to one of its attributes".to_owned(),
            },
            (_, None) => Problem {
                code: "unknown-reference",
                message: format!("there is no {kind} `{}`", node.name),
                help: match nearest(&node.name, &known) {
                    Some(near) => format!("the nearest name is `{near}`"),
                    None if node.is_term() => "declare it in `terms.ftl`".to_owned(),
                    None => "write the words out".to_owned(),
                },
            },
        }
    }

    fn variable(&mut self, at: Found<'a>, name: &str) {
        let Some(variables) = self.variables.filter(|_| !self.in_term()) else { return };
        if variables.contains(&name) {
            return;
        }
        let known: Vec<_> = variables.iter().map(|name| format!("`${name}`")).collect();
        let help = match nearest(name, variables) {
            Some(near) => format!("the nearest name is `${near}`"),
            None if known.is_empty() => "no variables can be used here".to_owned(),
            None => format!("known here: {}", known.join(", ")),
        };
        let message = format!("there is no variable `${name}`");
        self.report(at, name, Problem { code: "unknown-variable", message, help });
    }

    fn text(&mut self, at: Found<'a>, value: &str) {
        let words = unescape_unicode_to_string(value);
        let bad = |c: char| c == '\u{FFFD}' || (c.is_control() && c != '\n');
        if words.contains(bad) || value.contains("\\{") {
            let message = format!("`\"{value}\"` holds a wrong escape or a control character");
            let help = "a brace needs no escape in quotation marks: `{ \"{\" }`".to_owned();
            self.report(at, value, Problem { code: "wrong-escape", message, help });
        }
    }

    /// Whether the term can be said with these arguments.
    fn term_arguments(&mut self, at: Found<'a>, used: Use<'a>) {
        let Use::Term { id, attribute, arguments } = used else { return };
        let Some(term) = self.find(&Node::new(format!("-{id}"), attribute)) else { return };
        let named = arguments.map_or(&[][..], |arguments| &arguments.named);
        let given: Vec<_> = named.iter().map(|a| (a.name.name, &a.value)).collect();
        let mut said = Said { given: &given, problems: Vec::new() };
        said.pattern(term.pattern);
        if arguments.is_some_and(|arguments| !arguments.positional.is_empty()) {
            let message = format!("`-{id}` takes no argument without a name");
            said.problems.push((message, "write `name: \"value\"`".to_owned()));
        }
        let known: BTreeSet<_> = uses(term.pattern).into_iter().filter_map(variable_of).collect();
        for (name, _) in given.iter().filter(|(name, _)| !known.contains(name)) {
            let known: Vec<_> = known.iter().map(|name| format!("`{name}`")).collect();
            let help = if known.is_empty() {
                format!("`-{id}` has no variants in this language: leave the argument out")
            } else {
                format!("`-{id}` knows {}", known.join(", "))
            };
            said.problems.push((format!("`-{id}` has no argument `{name}`"), help));
        }
        for (message, help) in said.problems {
            self.report(at, id, Problem { code: "term-argument", message, help });
        }
    }
}

/// What is wrong, without its place.
pub(super) struct Problem {
    pub code: &'static str,
    pub message: String,
    pub help: String,
}

fn variable_of(used: Use<'_>) -> Option<&str> {
    match used {
        Use::Variable(name) => Some(name),
        Use::Message { .. }
        | Use::Term { .. }
        | Use::Function { .. }
        | Use::Number(_)
        | Use::Text(_)
        | Use::Select { .. } => None,
    }
}

/// A term said with literal arguments: follows the variants that they choose.
struct Said<'a> {
    given: &'a [(&'a str, &'a Inline<'a>)],
    /// Message and help.
    problems: Vec<(String, String)>,
}

impl Said<'_> {
    fn argument(&self, name: &str) -> Option<&Inline<'_>> {
        self.given.iter().find(|(given, _)| *given == name).map(|(_, value)| *value)
    }

    fn pattern(&mut self, pattern: &Pattern<'_>) {
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

/// The known name that is most like a mistyped one.
pub(crate) fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    similar::get_close_matches(name, known, 1, 0.6).into_iter().next()
}
