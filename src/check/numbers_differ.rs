//! `numbers-differ`: a translation has the numbers of the source.

use super::Rule;
use super::context::{Context, Leaf};
use super::difference::{list, pairs, said};
use super::numbers::{Number, Numbers};
use super::prose::all;
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: "numbers-differ",
    severity: Severity::Warning,
    run,
};

/// Names with numbers in them that some languages do not have; `2019冠状病毒病` is the name that
/// Chinese has for COVID-19.
const NAMES: [&str; 7] = [
    "2019冠状病毒病",
    "2019冠状病毒",
    "新型冠状病毒",
    "COVID-19",
    "COVID\u{2011}19",
    "كوفيد-19",
    "كوفيد\u{2011}19",
];

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let pairs = context.translations.iter().flat_map(|one| pairs(&context.source, one));
    pairs.filter_map(|(source, leaf)| finding(source, leaf)).collect()
}

fn finding(source: &Leaf<'_>, leaf: &Leaf<'_>) -> Option<Diagnostic> {
    // Without a digit there is neither a number nor a date to compare.
    if ![source, leaf].into_iter().any(|leaf| Numbers::may_be_in(all(leaf))) {
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
    let help = "put the numbers right; digits, separators and number words of the language are fine";
    Some(RULE.finding(message).at(leaf.place_of(first)).help(help))
}

fn numbers(leaf: &Leaf<'_>) -> Numbers {
    let mut text = all(leaf).to_owned();
    for name in NAMES {
        text = text.replace(name, " ");
    }
    Numbers::of(&text, leaf.text.locale.language())
}

/// Whether a word may be a dual of Arabic.
fn has_dual(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| {
        word.chars().count() > 4 && ["ان", "ين", "تا", "تي"].iter().any(|end| word.ends_with(end))
    })
}
