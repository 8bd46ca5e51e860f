//! The house of rules: each looks at the editions of one release and says what is wrong.
//!
//! A rule is data and one function in one file, one line in [`RULES`], a page in [`crate::explain`]
//! and one folder `tests/check/<code>/`. What can only be seen while reading is said there (`markdown`, `catalog`,
//! `edition::localize`) and not again here. At severity error nothing is reported in doubt.

mod context;
mod difference;
mod function_words;
mod letters;
mod lexicon;
mod numbers;
mod pairs;
mod prose;
mod scripts;
mod stems;
mod view;

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::Edition;
use crate::project::Settings;
use crate::release::Release;

use context::Context;
use prose::Said;

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable name, kebab-case; the code of its findings and the name of its test folder.
    pub code: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    run: fn(&Context<'_>) -> Vec<Diagnostic>,
}

impl Rule {
    /// A finding of this rule, without a place yet.
    fn finding(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: self.severity, ..Diagnostic::error(self.code, message) }
    }
}

/// Declares the rules' modules and their table, in the order of the codes.
macro_rules! rules {
    ($($name:ident)*) => {
        $(mod $name;)*
        /// Every rule, by code.
        pub const RULES: &[Rule] = &[$($name::RULE),*];
    };
}

rules! {
    alt_file_name
    arabic_punctuation
    chinese_width
    code_differs
    control_character
    direction_control
    double_space
    emphasis_shown
    empty
    final_punctuation
    foreign_words
    french_space
    homoglyph
    id_twice
    image_unsafe
    inconsistent
    invisible_character
    kashida
    length
    link_empty
    link_fragment
    link_same_words
    link_vague
    links_differ
    not_a_link
    notes_differ
    numbers_differ
    part_missing
    plural_categories
    quotation_marks
    repeated_word
    spanish_opening
    stale
    stray_space
    term_forbidden
    term_required
    unchanged
    unknown_host
    unknown_message
    unpaired
}

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
    let said = |edition: &Edition| edition.document.leaves().into_iter().map(Said::of).collect();
    let said: Vec<Vec<Said>> = editions.iter().map(said).collect();
    let context = Context::new(release, (editions, &said), catalogs, settings);
    let mut found: Vec<_> = RULES.iter().flat_map(|rule| (rule.run)(&context)).collect();
    found.sort_by(|a, b| (&a.place, a.code, &a.message).cmp(&(&b.place, b.code, &b.message)));
    found.dedup();
    found
}
