//! `foreign-words`: words in another script say in which language they are.

use std::ops::Range;

use super::context::{Context, Leaf};
use super::prose::{GAP, all_folded, own, own_words};
use super::scripts::Script;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "foreign-words", severity: Severity::Warning, looks: Looks::Whole(run) };

/// So many words in a row are no single name any more.
const WORDS: usize = 3;

/// The same for scripts without spaces, in characters.
const CHARACTERS: usize = 6;

/// The longest name in brackets beside its transcription: words, characters.
const NAME: (usize, usize) = (8, 16);

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let own = context.source.iter().flat_map(findings);
    let translations = context.translations.iter().flat_map(|translation| {
        let pairs = context.source.iter().zip(&translation.leaves);
        // Of what is not translated at all, that is said.
        let differs = |(source, leaf): &(&Leaf<'_>, &Leaf<'_>)| {
            leaf.is_written() && all_folded(source) != all_folded(leaf)
        };
        pairs.filter(differs).flat_map(|(_, leaf)| findings(leaf))
    });
    own.chain(translations).collect()
}

fn findings(leaf: &Leaf<'_>) -> Vec<Diagnostic> {
    let native = Script::of_locale(&leaf.text.locale);
    if native.is_empty() {
        return Vec::new();
    }
    let text = own(leaf);
    let runs = runs((text, own_words(leaf)), native).into_iter().filter(|run| !is_name(text, run));
    let finding = |run: Run| {
        let words = &text[run.range];
        let script = run.script.name();
        let message = format!(
            "words in {script} letters in `{}` have no language: “{}”",
            leaf.text.id,
            short(words)
        );
        let help = "translate them, or mark them, so that they are read aloud in their language: \
                    `<span lang=\"…\">…</span>`";
        RULE.finding(message).at(leaf.place_of(words)).help(help)
    };
    runs.map(finding).collect()
}

/// Words in a row in one foreign script.
struct Run {
    range: Range<usize>,
    script: Script,
    words: usize,
}

/// The runs that are long enough.
fn runs<'t>(
    (text, words): (&str, impl Iterator<Item = (usize, &'t str)>),
    native: &[Script],
) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, word) in words {
        let Some(script) = script(word, native) else { continue };
        let range = at..at + word.len();
        let in_row = runs.last_mut().filter(|run| run.script == script).filter(|run| {
            let gap = &text[run.range.end..at];
            let goes_on = gap.chars().all(|c| c.is_whitespace() || is_between(c));
            (goes_on || is_sentence(text, run, at, word)) && !gap.contains(['\n', GAP])
        });
        match in_row {
            Some(run) => {
                run.range.end = range.end;
                run.words += 1;
            }
            None => runs.push(Run { range, script, words: 1 }),
        }
    }
    runs.retain(|run| {
        let characters =
            text[run.range.clone()].chars().filter(|c| Script::of(*c) == Some(run.script)).count();
        if run.script.is_dense() { characters >= CHARACTERS } else { run.words >= WORDS }
    });
    runs
}

/// Whether foreign words go on behind a comma: in a sentence, and not in a list of names.
fn is_sentence(text: &str, run: &Run, at: usize, word: &str) -> bool {
    let gap = &text[run.range.end..at];
    let lower = |word: &str| word.starts_with(char::is_lowercase);
    let last = text[run.range.clone()].split_whitespace().next_back().unwrap_or("");
    gap.trim_end() == "," && run.words > 1 && lower(last) && lower(word)
}

/// Signs within a sentence that do not end a run of words.
fn is_between(c: char) -> bool {
    matches!(c, '&' | ':' | '“' | '”' | '‘' | '’' | '"' | '-' | '–' | '«' | '»')
}

/// The one foreign script of a word; `None` for acronyms, names of files and the locale's own
/// words.
fn script(word: &str, native: &[Script]) -> Option<Script> {
    let mut letters = word.chars().filter_map(Script::of);
    let script = letters.next()?;
    let pure = !native.contains(&script) && letters.all(|other| other == script);
    let is_code = word.chars().any(char::is_numeric)
        || (word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase));
    (pure && !is_code).then_some(script)
}

/// Whether words are a name: every word has a capital, or they stand alone in brackets, as a
/// name does beside its transcription. A name needs no language (WCAG 2.2, 3.1.2).
fn is_name(text: &str, run: &Run) -> bool {
    let words = &text[run.range.clone()];
    let before = text[..run.range.start].trim_end_matches(' ').chars().next_back();
    let after = text[run.range.end..].trim_start_matches(' ').chars().next();
    let bracketed = before.is_some_and(|c| matches!(c, '(' | '（' | '['))
        && after
            .is_some_and(|c| matches!(c, ')' | '）' | ']' | ',' | '،' | '，' | ';' | '؛' | '；'));
    let capitals = |all: &dyn Fn(&str) -> bool| {
        let mut parts = words.split_whitespace();
        parts.all(|word| word.starts_with(char::is_uppercase) || all(word))
    };
    let has_case = words.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let small = |word: &str| word.chars().count() <= 4;
    let (most_words, most_characters) = NAME;
    if !has_case {
        let short = if run.script.is_dense() {
            words.chars().count() <= most_characters
        } else {
            run.words <= most_words
        };
        return bracketed && short;
    }
    // Words whose acronym follows are explained in the wrong language; names are not.
    let rest = text[run.range.end..].trim_start_matches(' ').strip_prefix(['(', '（']);
    let acronym = rest.and_then(|rest| rest.split([')', '）']).next());
    let is_explained = acronym.is_some_and(|acronym| {
        acronym.chars().count() > 2 && acronym.chars().all(|c| c.is_ascii_uppercase())
    });
    capitals(&|_| false) && !is_explained
        || (bracketed && run.words <= most_words && capitals(&small))
}

/// The first words of many.
fn short(words: &str) -> String {
    const MOST: usize = 60;
    match words.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words.to_owned(),
    }
}
