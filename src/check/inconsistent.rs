//! `inconsistent`: the same words of the source have one translation, and other words another.

use std::collections::BTreeMap;

use super::context::{Context, Leaf};
use super::difference::pairs;
use super::function_words::is_function_word;
use super::prose::{all_folded, size, words};
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::segment::Kind;

pub(super) const RULE: Rule =
    Rule { code: "inconsistent", severity: Severity::Warning, looks: Looks::Whole(run) };

/// So many words may not rightly be translated in two ways.
const LONG: usize = 4;

/// Of shorter words, so many translations alike make the one that differs a mistake.
const MAJORITY: usize = 3;

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for translation in &context.translations {
        let all = pairs(&context.source, translation).map(Said::of);
        // The cells of a table and the words of its head are fitted to one another.
        let (cells, leaves): (Vec<_>, Vec<_>) =
            all.partition(|said| matches!(said.leaf.segment.kind, Kind::Cell | Kind::Header));
        let language = translation.edition.locale.language();
        found.extend(differing(&leaves, &|said, _, ways| {
            size(&said.source) >= LONG || ways >= MAJORITY
        }));
        // A cell has the endings that its row asks for, but no other words.
        found.extend(differing(&cells, &|said, usual, _| {
            size(&said.source) > 1 && is_other(&said.translation, &usual.translation, language)
        }));
        found.extend(equal(&leaves, context.release.source_locale.language()));
    }
    found
}

/// A leaf and what it says in both languages, folded.
struct Said<'a> {
    leaf: &'a Leaf<'a>,
    source: String,
    translation: String,
}

impl<'a> Said<'a> {
    fn of((source, leaf): (&'a Leaf<'a>, &'a Leaf<'a>)) -> Self {
        let words = |leaf: &Leaf<'_>| {
            let end = |c: char| c.is_whitespace() || ".。:：".contains(c);
            all_folded(leaf).trim_end_matches(end).to_owned()
        };
        Self { leaf, source: words(source), translation: words(leaf) }
    }
}

/// The leaves by what one side says, in the order of the text.
fn groups<'s>(
    leaves: &'s [Said<'s>],
    by: impl Fn(&'s Said<'s>) -> &'s str,
) -> BTreeMap<&'s str, Vec<&'s Said<'s>>> {
    let mut groups: BTreeMap<&str, Vec<&Said<'_>>> = BTreeMap::new();
    for said in leaves {
        groups.entry(by(said)).or_default().push(said);
    }
    groups
}

/// Whether a leaf may not differ from the usual one, which so many are like.
type IsWrong<'f> = &'f dyn Fn(&Said<'_>, &Said<'_>, usize) -> bool;

/// The same words of the source, translated in another way.
fn differing(leaves: &[Said<'_>], is_wrong: IsWrong<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for group in groups(leaves, |said| &said.source).into_values() {
        let mut ways: BTreeMap<&str, usize> = BTreeMap::new();
        for said in &group {
            *ways.entry(&said.translation).or_default() += 1;
        }
        // The first of those that most have.
        let usual = group.iter().rev().max_by_key(|said| ways[said.translation.as_str()]);
        let Some(usual) = usual.filter(|_| ways.len() > 1) else { continue };
        let count = ways[usual.translation.as_str()];
        let others = group.iter().filter(|said| said.translation != usual.translation);
        let others = others.filter(|said| is_wrong(said, usual, count));
        found.extend(others.map(|said| {
            let (id, other) = (&said.leaf.text.id, &usual.leaf.text.id);
            let message =
                format!("`{id}` has the words of `{other}` in the source, and not in translation");
            let help = format!("translate both in the same way; there it is {}", place(usual));
            RULE.finding(message).at(said.leaf.place()).help(help)
        }));
    }
    found
}

/// Other words of the source, with the same translation.
fn equal(leaves: &[Said<'_>], language: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (translation, group) in groups(leaves, |said| &said.translation) {
        let Some((first, rest)) = group.split_first() else { continue };
        // Two words that a release defines are two things.
        let is_term = |said: &Said<'_>| said.leaf.segment.kind == Kind::Term;
        let is_wrong = |said: &&&Said<'_>| {
            if size(translation) < LONG {
                return is_term(first) && is_term(said) && said.source != first.source;
            }
            is_other(&first.source, &said.source, language)
        };
        for said in rest.iter().filter(is_wrong) {
            let (id, other) = (&said.leaf.text.id, &first.leaf.text.id);
            let message =
                format!("`{id}` has the translation of `{other}`, which says something else");
            let help = format!("compare the two: the other is {}", place(first));
            found.push(RULE.finding(message).at(said.leaf.place()).help(help));
        }
    }
    found
}

fn place(said: &Said<'_>) -> String {
    let place = said.leaf.place();
    format!("at {}:{}", place.file, place.line)
}

/// Whether each of two texts has a word that the other has not, small words and other spellings of
/// the same word left aside; in Chinese, whether many characters differ.
fn is_other(one: &str, two: &str, language: &str) -> bool {
    if language == "zh" {
        let lacks =
            |a: &str, b: &str| a.chars().filter(|c| c.is_alphanumeric() && !b.contains(*c)).count();
        return lacks(one, two) >= 2 && lacks(two, one) >= 2;
    }
    let content = |text: &str| -> Vec<String> {
        let words = words(text).into_iter().map(|(_, word)| word.replace(['-', '’', '\''], ""));
        words.filter(|word| word.chars().count() > 3 && !is_function_word(word, language)).collect()
    };
    let [one, two] = [one, two].map(content);
    let known = |word: &String, all: &[String]| all.iter().any(|other| stem(other) == stem(word));
    let lacks = |a: &[String], b: &[String]| a.iter().any(|word| !known(word, b));
    lacks(&one, &two) && lacks(&two, &one)
}

/// The beginning of a word, which its forms and spellings share.
fn stem(word: &str) -> String {
    word.chars().take(4).collect()
}

#[cfg(test)]
mod tests {
    use super::is_other;

    #[test]
    fn other_spellings_say_the_same() {
        for (one, two, language) in [
            ("opening session of the dialogue", "closing session of the dialogue", "en"),
            ("الجلسة الافتتاحية", "الجلسة الختامية", "ar"),
            ("开幕会议的发言", "闭门讨论的总结", "zh"),
        ] {
            assert!(is_other(one, two, language), "{one} | {two}");
        }
        for (one, two) in [
            ("the counter-terrorism strategy", "a counterterrorism strategy"),
            ("they organise events", "it organizes an event"),
            ("with one more word", "with one word"),
        ] {
            assert!(!is_other(one, two, "en"), "{one} | {two}");
        }
    }
}
