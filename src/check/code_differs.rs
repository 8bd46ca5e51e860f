//! `code-differs`: a translation has the code of the source, and its accounts and hashtags, letter
//! by letter.

use std::collections::BTreeSet;

use super::context::{Context, Leaf};
use super::difference::{finding, pairs};
use super::prose::all;
use super::{Looks, Rule};
use crate::catalog::nearest;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Inline;

pub(super) const RULE: Rule =
    Rule { code: "code-differs", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let pairs = context.translations.iter().flat_map(|one| pairs(&context.source, one));
    let leaves: Vec<_> = pairs.collect();
    let found = leaves.iter().filter_map(|pair| finding(&RULE, *pair, code));
    let code = found.map(|problem| problem.help("copy what stands between backquotes as it is"));
    code.chain(leaves.iter().flat_map(|pair| misspelt(*pair))).collect()
}

/// So long is a name of which a slip can be told from another name.
const LONG: usize = 6;

/// Accounts and hashtags that are nearly those of the source. Others are this language's own:
/// `@UNarabic` for `@UN`.
fn misspelt((source, leaf): (&Leaf<'_>, &Leaf<'_>)) -> Vec<Diagnostic> {
    let (expected, found) = (names(source), names(leaf));
    let missing: Vec<&str> = expected.difference(&found).map(String::as_str).collect();
    let extra = found.difference(&expected).filter(|name| name.len() >= LONG);
    let finding = |name: &String| {
        let right = nearest(name, &missing)?;
        let message = format!("`{name}` is `{right}` in the source");
        let rule = Rule { severity: Severity::Warning, ..RULE };
        let problem = rule.finding(message).at(leaf.place_of(name));
        Some(problem.help("copy accounts and hashtags as they are, letter by letter"))
    };
    extra.filter_map(finding).collect()
}

/// The accounts (`@UN_OCT`) and hashtags of a leaf that are written in ASCII letters.
fn names(leaf: &Leaf<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let has_sign = |inline: &Inline| match inline {
        Inline::Text(text) => text.contains('@') || text.contains('#'),
        Inline::Code(_) | Inline::Break | Inline::NoteRef(_) | Inline::Span(..) => false,
    };
    if !leaf.inlines().any(has_sign) {
        return names;
    }
    let text = all(leaf);
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    for (at, sign) in text.match_indices(['@', '#']) {
        let begins = text[..at].chars().next_back().is_none_or(|c| !c.is_ascii_alphanumeric());
        let begins = begins && !text[..at].ends_with(['/', '.', '_', '-', '@', '#']);
        let rest = &text[at + 1..];
        let name = &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())];
        if begins && name.contains(|c: char| c.is_ascii_alphabetic()) {
            names.insert(format!("{sign}{name}"));
        }
    }
    names
}

fn code(leaf: &Leaf<'_>) -> BTreeSet<String> {
    let code = |inline: &Inline| match inline {
        Inline::Code(code) => Some(code.clone()),
        Inline::Text(_) | Inline::Break | Inline::NoteRef(_) | Inline::Span(..) => None,
    };
    leaf.inlines().filter_map(code).collect()
}
