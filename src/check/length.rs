//! `length`: a translation is about as long as translations into its language are.

use super::context::{Context, Leaf};
use super::difference::pairs;
use super::prose::{addresses, all};
use super::scripts::Script;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Locale;

pub(super) const RULE: Rule =
    Rule { code: "length", severity: Severity::Warning, looks: Looks::Whole(run) };

/// Characters of a language for a hundred of English, measured on this project's own two releases
/// (messages of 120 characters and more, 11,191 characters of English), and by how much a
/// translation may be longer or shorter. There, the logarithm of the ratio deviates by 0.07 to 0.10
/// (Chinese: 0.18), so that these bounds lie more than three deviations away.
const LENGTHS: [(&str, f64, f64); 6] = [
    ("en", 100.0, 1.6),
    ("ar", 85.5, 1.6),
    ("zh", 31.2, 1.8),
    ("fr", 122.0, 1.6),
    ("ru", 116.0, 1.6),
    ("es", 119.2, 1.6),
];

/// What English has.
const ENGLISH: f64 = 100.0;

/// Between two other languages, both deviate.
const TWICE: f64 = 1.25;

/// The same for other languages with spaces between their words.
const OTHER: (f64, f64) = (120.0, 2.0);

/// The room of a letter among Chinese characters.
const LETTER: f64 = 0.312;

/// Shorter texts vary too much: so many characters of English, or as many as say the same.
const LONG: f64 = 120.0;

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for translation in &context.translations {
        let locales = [&context.release.source_locale, &translation.edition.locale];
        let [Some(source), Some(own)] = locales.map(|locale| length(locale)) else { continue };
        let leaves = pairs(&context.source, translation);
        found.extend(leaves.filter_map(|(before, after)| finding((before, source), (after, own))));
    }
    found
}

/// What is usual for a language, and what is not any more.
fn length(locale: &Locale) -> Option<(f64, f64)> {
    let known = LENGTHS.iter().find(|(language, ..)| *language == locale.language());
    let known = known.map(|(_, usual, bound)| (*usual, *bound));
    let scripts = Script::of_locale(locale);
    let spaced = !scripts.is_empty() && !scripts.iter().any(|script| script.is_dense());
    known.or_else(|| spaced.then_some(OTHER))
}

fn finding(
    (before, source): (&Leaf<'_>, (f64, f64)),
    (after, own): (&Leaf<'_>, (f64, f64)),
) -> Option<Diagnostic> {
    let [old, new] = [before, after].map(characters);
    if old * 100.0 / source.0 < LONG && new * 100.0 / own.0 < LONG * own.1 {
        return None;
    }
    let usual = old * own.0 / source.0;
    let spread = [own.0, source.0].iter().all(|usual| (usual - ENGLISH).abs() > 0.5);
    let bound = own.1.max(source.1) * if spread { TWICE } else { 1.0 };
    let (much, help) = if new < usual / bound {
        ("short", "see whether a sentence is missing")
    } else if new > usual * bound {
        ("long", "see whether it says more than the source")
    } else {
        return None;
    };
    let id = &after.text.id;
    let message = format!(
        "the translation of `{id}` is very {much}: {new:.0} characters; about {usual:.0} are usual"
    );
    Some(RULE.finding(message).at(after.place()).help(help))
}

/// The characters of a leaf. Addresses are equally long in all languages; among Chinese characters,
/// letters of a name take the room that they take in other languages.
fn characters(leaf: &Leaf<'_>) -> f64 {
    let mut text = all(leaf).to_owned();
    for range in addresses(&text).into_iter().rev() {
        text.replace_range(range, "");
    }
    let dense = Script::of_locale(&leaf.text.locale).iter().any(|script| script.is_dense());
    let letters = text.chars().filter(|c| dense && Script::of(*c) == Some(Script::Latin)).count();
    let others = text.chars().filter(|c| !c.is_whitespace() || *c == ' ').count() - letters;
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(others) + number(letters) * LETTER
}
