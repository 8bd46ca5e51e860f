//! `unchanged`: a translation does not say the words of the source.

use super::context::{Context, Leaf};
use super::difference::pairs;
use super::function_words::{is_function_word, is_particle};
use super::prose::{own, same, words};
use super::scripts::Script;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Locale;
use crate::segment::Kind;

pub(super) const RULE: Rule =
    Rule { code: "unchanged", severity: Severity::Warning, looks: Looks::Whole(run) };

/// So many words in a row that also stand in the source are a part that was not translated.
const RUN: usize = 6;

/// Longer texts are not searched for such parts: the work grows with the square.
const MOST_WORDS: usize = 2_000;

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for translation in &context.translations {
        let pair = Pair {
            source: &context.release.source_locale,
            translation: &translation.edition.locale,
        };
        if pair.source.language() == pair.translation.language() {
            continue;
        }
        let leaves = pairs(&context.source, translation);
        found.extend(leaves.filter_map(|(source, leaf)| pair.finding(source, leaf)));
    }
    found
}

/// The languages of the source and of the translation.
#[derive(Clone, Copy)]
struct Pair<'a> {
    source: &'a Locale,
    translation: &'a Locale,
}

impl Pair<'_> {
    fn finding(self, source: &Leaf<'_>, leaf: &Leaf<'_>) -> Option<Diagnostic> {
        let [before, after] = [source, leaf].map(own);
        let id = &leaf.text.id;
        let help = "translate it; if it is a name or a title in another language, mark it: \
                    `<span lang=\"…\">…</span>`";
        if same(before, after) {
            let words: Vec<_> = words(after).into_iter().map(|(_, word)| word).collect();
            let name = matches!(leaf.segment.kind, Kind::Meta | Kind::Attribution)
                && is_title(&words, self.source.language());
            if name || !self.is_untranslated(&words) {
                return None;
            }
            let message = format!("the translation of `{id}` has the words of the source");
            return Some(RULE.finding(message).at(leaf.place()).help(help));
        }
        let part = self.part(before, after)?;
        let message = format!("a part of the translation of `{id}` is not translated: “{part}”");
        Some(RULE.finding(message).at(leaf.place_of(part)).help(help))
    }

    /// Whether words that are equal in both languages were most likely not translated.
    fn is_untranslated(self, words: &[&str]) -> bool {
        let scripts = [self.source, self.translation].map(Script::of_locale);
        if scripts[0] != scripts[1] {
            let [foreign] = scripts[0] else {
                return scripts[0].iter().any(|script| dense(words, *script) >= 4);
            };
            let counted = words.iter().filter(|word| is_plain(word));
            return if foreign.is_dense() {
                dense(words, *foreign) >= 4
            } else {
                counted.filter(|word| word.chars().any(|c| Script::of(c) == Some(*foreign))).count()
                    >= 2
            };
        }
        if scripts[0].iter().any(|script| script.is_dense()) {
            return dense(words, Script::Han) >= 6;
        }
        let lower = words.iter().filter(|word| is_lower(word)).count();
        words.iter().any(|word| self.tells(word)) || (lower >= 2 && words.len() >= 3)
    }

    /// Whether a word is of the source's language, and of the translation's it is not.
    fn tells(self, word: &str) -> bool {
        let word = word.to_lowercase();
        let [own, other] = [self.source, self.translation].map(Locale::language);
        is_function_word(&word, own) && !is_function_word(&word, other) && !is_particle(&word)
    }

    /// The longest part of a translation that stands in the source word by word, if it is long and
    /// no name.
    fn part<'t>(self, before: &str, after: &'t str) -> Option<&'t str> {
        if Script::of_locale(self.source) != Script::of_locale(self.translation) {
            // That is said of words in a foreign script.
            return None;
        }
        let (old, new) = (words(before), words(after));
        if old.len().max(new.len()) > MOST_WORDS {
            return None;
        }
        let (end, length) = longest(&old, &new);
        let run = &new[end - length..end];
        let lower = run.iter().filter(|(_, word)| is_lower(word)).count();
        let is_language = run.iter().any(|(_, word)| self.tells(word));
        if length < RUN || lower * 2 < length || !is_language {
            return None;
        }
        let ((from, _), (last, word)) = (run.first()?, run.last()?);
        after.get(*from..last + word.len())
    }
}

/// Where the longest common run of words ends in `new`, and how many words it has.
fn longest(old: &[(usize, &str)], new: &[(usize, &str)]) -> (usize, usize) {
    let mut best = (0, 0);
    let mut row = vec![0; new.len() + 1];
    for (_, word) in old {
        for at in (0..new.len()).rev() {
            row[at + 1] = if new[at].1 == *word { row[at] + 1 } else { 0 };
            if row[at + 1] > best.1 {
                best = (at + 1, row[at + 1]);
            }
        }
    }
    best
}

/// Whether every word but function words has a capital: a name, or a title in English style.
fn is_title(words: &[&str], language: &str) -> bool {
    let small = |word: &str| is_function_word(word, language) || is_particle(word);
    words.iter().all(|word| !is_lower(word) || small(word))
}

/// No acronym, no number, and more than a letter.
fn is_plain(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().any(char::is_lowercase)
}

/// Whether a word begins with a small letter and is no part of a name.
fn is_lower(word: &str) -> bool {
    is_plain(word) && word.starts_with(char::is_lowercase) && !is_particle(word)
}

/// How many characters of a script there are.
fn dense(words: &[&str], script: Script) -> usize {
    words.iter().flat_map(|word| word.chars()).filter(|c| Script::of(*c) == Some(script)).count()
}
