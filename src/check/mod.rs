//! The house of rules: each looks at the editions of one release and says what is wrong.
//!
//! A rule is data and one function in one file, one line in [`RULES`], and one folder
//! `tests/check/<code>/`. What can only be seen while reading is said there (`markdown`, `catalog`,
//! `edition::localize`) and not again here. At severity error nothing is reported in doubt.

mod context;
mod difference;

mod alt_file_name;
mod code_differs;
mod control_character;
mod direction_control;
mod empty;
mod id_twice;
mod image_unsafe;
mod link_empty;
mod link_fragment;
mod link_same_words;
mod link_vague;
mod links_differ;
mod not_a_link;
mod notes_differ;
mod part_missing;
mod unknown_host;
mod unknown_message;

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::Edition;
use crate::project::Settings;
use crate::release::Release;

use context::Context;

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable name, kebab-case; the code of its findings and the name of its test folder.
    pub code: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// What it demands and why: one or two sentences for authors and translators.
    pub summary: &'static str,
    run: fn(&Context<'_>) -> Vec<Diagnostic>,
}

impl Rule {
    /// A finding of this rule, without a place yet.
    fn finding(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: self.severity, ..Diagnostic::error(self.code, message) }
    }
}

/// Every rule, by code.
pub const RULES: [Rule; 17] = [
    alt_file_name::RULE,
    code_differs::RULE,
    control_character::RULE,
    direction_control::RULE,
    empty::RULE,
    id_twice::RULE,
    image_unsafe::RULE,
    link_empty::RULE,
    link_fragment::RULE,
    link_same_words::RULE,
    link_vague::RULE,
    links_differ::RULE,
    not_a_link::RULE,
    notes_differ::RULE,
    part_missing::RULE,
    unknown_host::RULE,
    unknown_message::RULE,
];

/// What the rules find in the editions of a release, by place.
///
/// `catalogs` are the translations by the key of their locale. Translations are compared with the
/// edition of the source locale, so that edition must be among `editions`; without it only what a
/// translation says alone is looked at.
pub fn run(
    release: &Release,
    editions: &[Edition],
    catalogs: &BTreeMap<String, Catalog>,
    settings: &Settings,
) -> Vec<Diagnostic> {
    let context = Context::new(release, editions, catalogs, settings);
    let mut found: Vec<_> = RULES.iter().flat_map(|rule| (rule.run)(&context)).collect();
    found.sort_by(|a, b| (&a.place, a.code, &a.message).cmp(&(&b.place, b.code, &b.message)));
    found.dedup();
    found
}
