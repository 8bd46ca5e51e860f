//! `numbers-differ`: a translation has the numbers of the source.

use super::context::{Context, Leaf};
use super::difference::{list, pairs, said};
use super::numbers::{Number, Numbers, fold};
use super::prose::{all, all_folded};
use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Inline, Mark, plain};
use crate::markdown::{Hand, Sign};
use crate::segment::Kind;

pub(super) const RULE: Rule =
    Rule { code: "numbers-differ", severity: Severity::Warning, looks: Looks::Whole(run) };

/// Names with numbers in them that some languages do not have; `2019冠状病毒病` is the name that
/// Chinese has for COVID-19.
const NAMES: [&str; 5] = ["2019冠状病毒病", "2019冠状病毒", "新型冠状病毒", "COVID-19", "كوفيد-19"];

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let pairs = context.translations.iter().flat_map(|one| pairs(&context.source, one));
    let found = pairs
        .flat_map(|(source, leaf)| finding(source, leaf).into_iter().chain(turned(source, leaf)));
    context.written().flat_map(dates).chain(found).collect()
}

/// Numbers of the source with an ordinary space between their groups: in a line from right to left
/// the last group is shown first (Unicode Bidirectional Algorithm, N1).
fn turned(source: &Leaf<'_>, leaf: &Leaf<'_>) -> Vec<Diagnostic> {
    let raw = leaf.raw();
    let parts = |(at, _): (usize, &str)| {
        raw[..at].ends_with(char::is_numeric) && raw[at + 1..].starts_with(char::is_numeric)
    };
    if leaf.is_in_source()
        || leaf.text.locale.language() != "ar"
        || !raw.match_indices(' ').any(parts)
    {
        return Vec::new();
    }
    let view = View::of(leaf);
    let in_number = |sign: &Sign| sign.hand == Hand::Own && (sign.c == ' ' || sign.c.is_numeric());
    let mut found = Vec::new();
    let mut index = 0;
    for run in view.signs.chunk_by(|a, b| in_number(a) == in_number(b)) {
        let start = index + run.iter().take_while(|sign| sign.c == ' ').count();
        index += run.len();
        let end = index - run.iter().rev().take_while(|sign| sign.c == ' ').count();
        if !in_number(&run[0]) || start >= end {
            continue;
        }
        let words: String = view.signs[start..end].iter().map(|sign| sign.c).collect();
        let groups: Vec<String> =
            words.split(' ').map(|group| group.chars().map(fold).collect()).collect();
        let [first, others @ ..] = &groups[..] else { continue };
        let grouped = first.len() < 4 && others.iter().all(|group| group.len() == 3);
        let Some(number) = groups.concat().parse().ok().filter(|_| grouped && !others.is_empty())
        else {
            continue;
        };
        let source = numbers(source);
        let Some(range) = view.unbroken(start..end) else { continue };
        if source.digits.iter().any(|own| own.is(number)) {
            let message = format!("the groups of `{words}` are shown in turned order");
            let problem = view.finding(&RULE, message, range.clone());
            let help = "an ordinary space parts them: write a no-break space (U+00A0)";
            found.push(problem.help(help).fix(range, words.replace(' ', "\u{A0}")));
        }
    }
    found
}

/// Dates that programs are told another day of than readers: the year is the same, the day is not.
fn dates(leaf: &Leaf<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for inline in leaf.inlines() {
        let Inline::Span(Mark::Time { datetime }, content) = inline else { continue };
        let words = plain(content);
        let said = Numbers::of(&words, leaf.text.locale.language());
        let parts: Vec<u32> = datetime
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|part| part.parse().ok())
            .collect();
        let [year, _, day] = parts[..] else { continue };
        let days = || said.digits.iter().filter(|number| (1..32).any(|day| number.is(day)));
        let same_year = said.digits.iter().any(|number| number.is(year));
        if same_year && days().count() == 1 && !days().any(|number| number.is(day)) {
            let message = format!("`{words}` is not the day of `{datetime}`, which programs read");
            let help = "put the one right that is wrong";
            found.push(RULE.finding(message).at(leaf.place_of(&words)).help(help));
        }
    }
    found
}

fn finding(source: &Leaf<'_>, leaf: &Leaf<'_>) -> Option<Diagnostic> {
    // Without a digit there is nothing to compare; of words that are not translated, that is said.
    let has_digit = |leaf| Numbers::may_be_in(all(leaf));
    if ![source, leaf].into_iter().any(has_digit) || all_folded(source) == all_folded(leaf) {
        return None;
    }
    let [before, after] = [source, leaf].map(numbers);
    let (mut missing, extra) = before.difference(&after);
    if leaf.text.locale.language() == "ar" && has_dual(all(leaf)) {
        // One thing and two things are words of their own.
        missing.retain(|number| !["1", "2"].contains(&number.written.as_str()));
    }
    let names = |numbers: &[&Number]| {
        let names: Vec<_> = numbers.iter().map(|number| number.written.clone()).collect();
        list(names.iter())
    };
    let said = said(&names(&missing), &names(&extra))?;
    let message = format!("the numbers differ: the translation of `{}` {said}", leaf.text.id);
    let first = extra.first().map_or("", |number| number.written.as_str());
    let help =
        "put the numbers right; digits, separators and number words of the language are fine";
    Some(RULE.finding(message).at(leaf.place_of(first)).help(help))
}

fn numbers(leaf: &Leaf<'_>) -> Numbers {
    let mut text = all(leaf);
    if leaf.segment.kind == Kind::Item {
        text = without_label(text);
    }
    Numbers::of(&without_names(text), leaf.text.locale.language())
}

/// A text without the names that have numbers in them, whichever digits they are written with.
fn without_names(text: &str) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for name in NAMES {
        let name: Vec<char> = name.chars().collect();
        let folded: Vec<char> = text.iter().copied().map(fold).collect();
        for (at, _) in folded.windows(name.len()).enumerate().filter(|(_, part)| *part == name) {
            text[at..at + name.len()].fill(' ');
        }
    }
    text.into_iter().collect()
}

/// An item without the number that the other language leaves to its list: `1. `, `1) `, `1 - `.
fn without_label(text: &str) -> &str {
    let rest = text.trim_start_matches(char::is_numeric);
    let ends = [".", ")", "．", "、", " - ", " – "];
    let behind = ends.iter().find_map(|end| rest.strip_prefix(end));
    let is_label = rest.len() < text.len();
    behind.filter(|rest| is_label && !rest.starts_with(char::is_numeric)).unwrap_or(text)
}

/// Whether a word may be a dual of Arabic.
fn has_dual(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| {
        word.chars().count() > 4 && ["ان", "ين", "تا", "تي"].iter().any(|end| word.ends_with(end))
    })
}
