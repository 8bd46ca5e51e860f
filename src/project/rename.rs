//! Where `hexapla.toml` names a message or a release: in what it allows.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::SourceText;

#[derive(Default, Deserialize)]
#[serde(default)]
struct File {
    check: Check,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Check {
    allow: Vec<Allow>,
}

#[derive(Deserialize)]
struct Allow {
    id: Option<Spanned<String>>,
    release: Option<Spanned<String>>,
}

/// The bytes of the settings that name a message of a release; where no release is named, only if
/// the message is `alone` in having its name.
pub fn names_of_message(
    config: &SourceText,
    (release, message): (&str, &str),
    alone: Alone,
) -> Vec<Range<usize>> {
    let is = |allow: &Allow| match &allow.release {
        Some(named) => named.get_ref() == release,
        None => alone == Alone::Yes,
    };
    let ids = allowed(config).into_iter().filter(is).filter_map(|allow| allow.id);
    let of = |id: &Spanned<String>| {
        let rest = id.get_ref().strip_prefix(message);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    ids.filter(of).filter_map(|id| inside(config, &id.span(), message)).collect()
}

/// Whether a message is the only one of its name in the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alone {
    /// It is.
    Yes,
    /// Another release has one, too.
    No,
}

/// The bytes of the settings that name a release.
pub fn names_of_release(config: &SourceText, release: &str) -> Vec<Range<usize>> {
    let named = allowed(config).into_iter().filter_map(|allow| allow.release);
    let named = named.filter(|named| named.get_ref() == release);
    named.filter_map(|named| inside(config, &named.span(), release)).collect()
}

fn allowed(config: &SourceText) -> Vec<Allow> {
    // Settings with errors have been refused before.
    toml::from_str::<File>(config.text()).map(|file| file.check.allow).unwrap_or_default()
}

/// The name within its quotation marks.
fn inside(config: &SourceText, span: &Range<usize>, name: &str) -> Option<Range<usize>> {
    let at = span.start + config.text().get(span.clone())?.find(name)?;
    Some(at..at + name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_allowed_names_messages_and_releases() {
        let text = "locales = [\"a-p\"]\n[[check.allow]]\ncode = \"a-p\"\nid = \"a-p\"\nreason = \"a-p\"\n\
                    [[check.allow]]\nid = 'a-p.alt'\nrelease = \"one\"\n[[check.allow]]\nid = \"a-p\"\nrelease = \"two\"\n";
        let config = SourceText::new("hexapla.toml", text);
        let before = |ranges: Vec<Range<usize>>| -> Vec<&str> {
            ranges.iter().map(|range| &text[range.start - 6..range.end]).collect()
        };
        let message = |alone| before(names_of_message(&config, ("one", "a-p"), alone));
        assert_eq!(message(Alone::Yes), ["id = \"a-p", "id = 'a-p"]);
        assert_eq!(message(Alone::No), ["id = 'a-p"]);
        assert_eq!(before(names_of_release(&config, "one")), ["se = \"one"]);
    }
}
