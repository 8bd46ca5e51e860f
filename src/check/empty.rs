//! `empty`: a translation has words, or is left out with `{ "" }`.

use super::context::{Context, Translation};
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Inline;

pub(super) const RULE: Rule =
    Rule { code: "empty", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    context.translations.iter().flat_map(empty).collect()
}

fn empty(translation: &Translation<'_>) -> Vec<Diagnostic> {
    let leaves = translation.written().filter(|leaf| {
        let paragraphs = &leaf.text.paragraphs;
        // What a translator left out has no paragraph; a paragraph without words is a mistake.
        let on_purpose = paragraphs.is_empty() && left_out(leaf.raw());
        !on_purpose && (paragraphs.is_empty() || paragraphs.iter().any(|words| !has_words(words)))
    });
    let finding = |leaf: &super::context::Leaf<'_>| {
        let id = &leaf.text.id;
        let problem = RULE.finding(format!("the translation of `{id}` has no words"));
        let help = if leaf.segment.kind.may_split() {
            "translate it, or leave the paragraph out on purpose with `{ \"\" }`"
        } else {
            "translate it; only paragraphs of running text may be left out"
        };
        problem.at(leaf.place()).help(help)
    };
    leaves.map(finding).collect()
}

/// Whether a pattern is `{ "" }`, however it is spaced.
fn left_out(pattern: &str) -> bool {
    let inner = pattern.trim().strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    inner.is_some_and(|inner| inner.trim() == "\"\"")
}

/// Signs and references to notes are words too: only what shows nothing is not.
fn has_words(paragraph: &[Inline]) -> bool {
    let shows = |c: char| !c.is_whitespace() && !is_invisible(c);
    paragraph.iter().any(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.chars().any(shows),
        Inline::Break => false,
        Inline::NoteRef(_) => true,
        Inline::Span(_, content) => has_words(content),
    })
}

/// Joiners, marks of direction and the like, which show nothing alone.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
