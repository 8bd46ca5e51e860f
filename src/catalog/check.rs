//! What is wrong with the references of a pattern, before anything is resolved.
//!
//! fluent-bundle reports unknown names and cycles, without a place, and says nothing of the rest:
//! an argument value without a variant takes the default, a term's variable that nobody filled is
//! printed as `{$name}`, a function that fails prints its own name.

use std::collections::BTreeSet;

use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::numbers;
use super::pattern::{Use, depth, key, uses};
use super::read::{File, Pattern, Unit};
use super::said::Said;
use crate::diagnostic::Diagnostic;
use crate::markdown::forbidden;
use crate::nearest::nearest;

/// The most nested placeables, those of the entries referred to included: fluent-bundle resolves
/// by recursion, and counts only the placeables that are side by side.
const DEEPEST: usize = 100;

/// Among how many names the nearest to a mistyped one is looked for.
const MOST_NAMES: usize = 2_000;

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
            let mut files = self.files.iter().rev();
            if let Some(faults) = files.find_map(|file| file.faults(&node.name)) {
                return self.found.extend_from_slice(faults);
            }
            let problem = self.unknown(at, node);
            return self.report(at, id, problem);
        }
        if let Some(start) = self.path.iter().position(|step| step == node) {
            return self.cycle(self.path[start..].to_vec());
        }
        if self.in_term() == node.is_term() {
            self.visit(node);
        }
    }

    /// Reports a cycle, wherever it was entered, as it is seen from its first name.
    fn cycle(&mut self, mut steps: Vec<Node>) {
        let first = (0..steps.len()).min_by_key(|index| &steps[*index]).unwrap_or(0);
        steps.rotate_left(first);
        let (Some(node), Some(last)) = (steps.first(), steps.last()) else { return };
        let Some(at) = self.find(last) else { return };
        let back = uses(at.pattern).into_iter().find_map(|used| match used {
            Use::Message { id, attribute } => (Node::new(id, attribute) == *node).then_some(id),
            Use::Term { id, attribute, .. } => {
                (Node::new(format!("-{id}"), attribute) == *node).then_some(id)
            }
            Use::Variable(_)
            | Use::Function { .. }
            | Use::Number(_)
            | Use::Text(_)
            | Use::Select { .. } => None,
        });
        let names: Vec<_> = steps.iter().map(|step| format!("`{step}`")).collect();
        let problem = Problem {
            code: "cyclic-reference",
            message: format!("{} refers to `{node}` again", names.join(" refers to ")),
            help: "write the words out in one of them".to_owned(),
        };
        // Each step of the path was reached from the one before it.
        self.report(at, back.expect("the last step refers to the first"), problem);
    }

    fn unknown(&self, at: Found<'_>, node: &Node) -> Problem {
        let kind = if node.is_term() { "term" } else { "message" };
        // The nearest of very many names is not worth the search, once for each finding.
        let few = self.files.iter().map(|file| file.units().len()).sum::<usize>() <= MOST_NAMES;
        let names = self.files.iter().filter(|_| few).flat_map(|file| file.bodies());
        let names: Vec<String> = names.map(|(_, body)| body.name()).collect();
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
                    None if node.is_term() => {
                        let path = at.file.source().path();
                        let folder = path.rsplit_once('/').map_or(".", |(folder, _)| folder);
                        format!("declare it in `{folder}/terms.ftl`")
                    }
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
        if forbidden(&words).is_some() || words.contains('\t') || value.contains("\\{") {
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
