//! The furniture of locales that are not built in: what it is translated from, and whether it is.

use std::collections::BTreeMap;

use super::Settings;
use super::settings::DEFAULT_SOURCE;
use crate::catalog::{built_in_furniture, same_messages};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::locale::{Locale, LocaleRef};

/// Says of furniture that is not built in and lacks phrases what it is translated from. `files` is
/// the furniture that the project has.
pub(super) fn translate_furniture(
    mut problem: Diagnostic,
    (key, reference): (&str, &str),
    files: &BTreeMap<String, SourceText>,
) -> Diagnostic {
    let own = format!("`locales/{key}/hexapla.ftl`");
    if files.contains_key(key) {
        return problem.help(format!(
            "add them to {own}; where they stand there as comments, take `# ` away and translate them"
        ));
    }
    // Otherwise the message would list all there is.
    problem.message = format!("`{key}` has no furniture: the words that stand in every edition");
    let from = format!("`locales/{reference}/hexapla.ftl`");
    problem.help(if files.contains_key(reference) {
        format!("translate {from} in {own}; `hexapla new locale {key}` begins it")
    } else {
        format!("`hexapla new locale {key}` writes {own}, in which you translate them")
    })
}

/// The furniture that a locale which is not built in is translated from: the key of its locale, and
/// the text. `None`: every locale is built in.
pub fn reference_furniture(settings: &Settings) -> Option<(&str, &'static str)> {
    let is_built_in = |locale: &LocaleRef| built_in_furniture(locale.key()).is_some();
    if settings.locales.iter().all(is_built_in) {
        return None;
    }
    Some(furniture_to_translate(settings))
}

/// The furniture that another language is translated from: that of the source, if it is built in.
pub fn furniture_to_translate(settings: &Settings) -> (&str, &'static str) {
    let keys = [settings.source_locale.key(), DEFAULT_SOURCE];
    let found = keys.into_iter().find_map(|key| Some((key, built_in_furniture(key)?)));
    found.expect("English is built in")
}

/// The names of the phrases of a text.
pub fn phrases(text: &str) -> Vec<&str> {
    let name = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
    let lines = text.lines().filter(name);
    lines.filter_map(|line| Some(line.split_once('=')?.0.trim())).collect()
}

/// The text of the furniture with every message as a comment, to be translated one by one.
pub fn to_be_translated(text: &str, key: &str) -> String {
    let mut out = format!(
        "# The phrases of the editions in `{key}`: take `# ` away before each, and translate it.\n\n"
    );
    let mut in_message = false;
    for line in text.lines() {
        let (is_comment, is_empty) = (line.starts_with('#'), line.is_empty());
        // A comment about the next phrase would run on from this one.
        let lead = if is_comment && in_message { "\n" } else { "" };
        let mark = if is_comment || is_empty { "" } else { "# " };
        out.extend([lead, mark, line, "\n"]);
        in_message = !is_comment && !is_empty;
    }
    out
}

/// Of so many phrases, one may be the same in two languages: signs, and words that both have.
const SAME: usize = 3;

/// So few that are the same say nothing yet: quotation marks, a dash.
const FEW: usize = 10;

/// Says of furniture that most of it is as it stands in another language. `own` is a locale's, with
/// the locale; `reference` what it is translated from, with the key of its locale.
pub(super) fn untranslated_furniture(
    (own, locale): (&SourceText, &Locale),
    (reference, from): (&str, &str),
) -> Option<Diagnostic> {
    // What is written as both write it needs no translation: `en-GB` from `en`.
    if Locale::built_in(from).is_some_and(|from| from.language() == locale.language()) {
        return None;
    }
    let (same, all) = same_messages(own, &SourceText::new("", reference));
    let key = locale.key();
    let message = format!("{same} of {all} phrases of `{key}` are those of `{from}`");
    let help = "translate them; they stand in every edition";
    let problem = Diagnostic::warning("furniture-untranslated", message).at(own.place(0..1));
    (same > FEW && same * SAME >= all).then(|| problem.help(help))
}
