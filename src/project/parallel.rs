//! Which languages stand side by side.

use std::ops::RangeInclusive;

use toml::Spanned;

use super::settings::{Finding, finding};
use crate::locale::LocaleRef;

/// How many languages can stand side by side: two, and as many as the United Nations have.
pub const LANGUAGES: RangeInclusive<usize> = 2..=6;

/// Languages side by side: each list has two to six of the project's, each once.
pub(super) fn parallel(
    lists: Vec<Spanned<Vec<String>>>,
    locales: &[LocaleRef],
    found: &mut Vec<Finding>,
) -> Vec<Vec<String>> {
    let mut parallel: Vec<Vec<String>> = Vec::new();
    for list in lists {
        let keys = list.get_ref();
        let unknown = keys.iter().find(|key| locales.iter().all(|one| one.key() != **key));
        let wrong = if let Some(key) = unknown {
            Some((
                format!("`{key}` is not in `locales`"),
                "name locales of the project by their keys",
            ))
        } else if !LANGUAGES.contains(&keys.len()) || has_twice(keys) {
            let message = "this is not two to six languages, each once".to_owned();
            Some((message, "`parallel = [[\"en\", \"ar\"]]` sets English and Arabic side by side"))
        } else if parallel.contains(keys) {
            Some(("these languages are listed twice".to_owned(), "keep one of the two"))
        } else {
            None
        };
        match wrong {
            Some((message, help)) => found.push(finding(&list, message, help)),
            None => parallel.push(list.into_inner()),
        }
    }
    parallel
}

/// Whether a name stands twice in a list.
pub fn has_twice(names: &[String]) -> bool {
    names.iter().enumerate().any(|(at, name)| names[..at].contains(name))
}
