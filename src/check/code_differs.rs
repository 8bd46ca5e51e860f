//! `code-differs`: a translation has the code of the source, letter by letter.

use std::collections::BTreeSet;

use super::Rule;
use super::context::{Context, Leaf};
use super::difference::{finding, pairs};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Inline;

pub(super) const RULE: Rule = Rule { code: "code-differs", severity: Severity::Error, run };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let pairs = context.translations.iter().flat_map(|one| pairs(&context.source, one));
    let found = pairs.filter_map(|pair| finding(&RULE, pair, code));
    found.map(|problem| problem.help("copy what stands between backquotes as it is")).collect()
}

fn code(leaf: &Leaf<'_>) -> BTreeSet<String> {
    let code = |inline: &Inline| match inline {
        Inline::Code(code) => Some(code.clone()),
        Inline::Text(_) | Inline::Break | Inline::NoteRef(_) | Inline::Span(..) => None,
    };
    leaf.inlines().into_iter().filter_map(code).collect()
}
