//! `plural-categories`: a choice by number has all forms of the language. Of furniture and terms,
//! the same is said where they are read.

use super::context::Context;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "plural-categories", severity: Severity::Warning, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let translations = context.translations.iter();
    let found = translations.flat_map(|one| one.catalog.plurals(&one.edition.locale));
    found.map(|problem| Diagnostic { severity: RULE.severity, ..problem }).collect()
}
