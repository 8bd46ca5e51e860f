//! The house of rules: each looks at the editions of one release and says what is wrong.
//!
//! A rule is data and one function in one file, two lines here (its `mod` and its place in
//! [`RULES`]), a page in [`crate::explain`] and one folder `tests/check/<code>/`. What can only be
//! seen while reading is said there (`markdown`, `catalog`, `edition::localize`) and not again
//! here. At severity error nothing is reported in doubt.

mod alt_file_name;
mod arabic_punctuation;
mod chinese_width;
mod code_differs;
mod context;
mod control_character;
mod difference;
mod direction_control;
mod double_space;
mod emphasis_shown;
mod empty;
mod final_punctuation;
mod foreign_words;
mod french_space;
mod function_words;
mod homoglyph;
mod id_twice;
mod image_unsafe;
mod inconsistent;
mod invisible_character;
mod kashida;
mod length;
mod letters;
mod lexicon;
mod link_empty;
mod link_fragment;
mod link_same_words;
mod link_vague;
mod links_differ;
mod not_a_link;
mod notes_differ;
mod numbers;
mod numbers_differ;
mod pairs;
mod part_missing;
mod plural_categories;
mod prose;
mod quotation_marks;
mod repeated_word;
mod scripts;
mod spanish_opening;
mod stale;
mod stems;
mod stray_space;
mod term_forbidden;
mod term_required;
mod unchanged;
mod unknown_host;
mod unknown_message;
mod unpaired;
mod untranslated;
mod view;

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Severity};
use crate::edition::Edition;
use crate::project::Settings;
use crate::release::Release;

use context::{Context, Leaf, Part};
use view::View;

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable name, kebab-case; the code of its findings and the name of its test folder.
    pub code: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    looks: Looks,
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
enum Looks {
    /// The release and all editions.
    Whole(fn(&Context<'_>) -> Vec<Diagnostic>),
    /// One leaf after another, sign by sign. The signs of one leaf are held at a time: those of all
    /// would take twenty times the memory of the text.
    Signs(fn(&View<'_>) -> Vec<Diagnostic>),
    /// Both.
    Both(fn(&Context<'_>) -> Vec<Diagnostic>, fn(&View<'_>) -> Vec<Diagnostic>),
}

impl Rule {
    /// A finding of this rule, without a place yet.
    fn finding(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: self.severity, ..Diagnostic::error(self.code, message) }
    }

    fn whole(&self) -> Option<fn(&Context<'_>) -> Vec<Diagnostic>> {
        match self.looks {
            Looks::Whole(run) | Looks::Both(run, _) => Some(run),
            Looks::Signs(_) => None,
        }
    }

    fn signs(&self) -> Option<fn(&View<'_>) -> Vec<Diagnostic>> {
        match self.looks {
            Looks::Signs(check) | Looks::Both(_, check) => Some(check),
            Looks::Whole(_) => None,
        }
    }
}

/// The table of the rules, in the order of the codes; their modules are named above, where `cargo
/// fmt` finds them.
macro_rules! rules {
    ($($name:ident)*) => {
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
    untranslated
}

/// What rules find in the editions of a release, by place. `runs` says which rules look.
///
/// `catalogs` are the translations by the key of their locale. Translations are compared with the
/// edition of the source locale, so that edition must be among `editions`; without it only what a
/// translation says alone is looked at.
pub fn run(
    (release, settings): (&Release, &Settings),
    editions: &[Edition],
    catalogs: &BTreeMap<String, Catalog>,
    runs: &dyn Fn(&Rule) -> bool,
) -> Vec<Diagnostic> {
    let parts: Vec<Vec<Part<'_>>> = editions.iter().map(Part::all).collect();
    let context = Context::new(release, (editions, &parts), catalogs, settings);
    let rules: Vec<&Rule> = RULES.iter().filter(|rule| runs(rule)).collect();
    let whole = rules.iter().filter_map(|rule| rule.whole());
    let mut found: Vec<_> = whole.flat_map(|run| run(&context)).collect();
    let signs: Vec<_> = rules.iter().filter_map(|rule| rule.signs()).collect();
    if !signs.is_empty() {
        found.extend(context.written().flat_map(|leaf| look(leaf, &signs)));
    }
    found.sort_by(|a, b| (&a.place, a.code, &a.message).cmp(&(&b.place, b.code, &b.message)));
    found.dedup();
    found
}

/// What rules find in a leaf. What is wrong in it more often than `MOST` times is one mistake, made
/// everywhere.
fn look(leaf: &Leaf<'_>, signs: &[fn(&View<'_>) -> Vec<Diagnostic>]) -> Vec<Diagnostic> {
    const MOST: usize = 100;
    let view = View::of(leaf);
    signs.iter().flat_map(|check| check(&view).into_iter().take(MOST)).collect()
}
