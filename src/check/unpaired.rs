//! `unpaired`: a bracket or quotation mark has its partner in the same message.

use std::collections::BTreeMap;

use super::Rule;
use super::context::Context;
use super::pairs::{Pairs, brackets, quotations, titles};
use super::view::View;
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::{Hand, Sign};
use crate::segment::SegmentId;

pub(super) const RULE: Rule = Rule { code: "unpaired", severity: Severity::Warning, run };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let views = context.views();
    let loose: Vec<Vec<usize>> = views.iter().map(loose).collect();
    let in_source = views.iter().zip(&loose).filter(|(view, _)| view.leaf.is_in_source());
    let source: BTreeMap<&SegmentId, bool> =
        in_source.map(|(view, loose)| (&view.leaf.text.id, !loose.is_empty())).collect();
    let mut found = Vec::new();
    for (at, view) in views.iter().enumerate() {
        let own = view.leaf.is_in_source();
        // What the source does the translation may do: the source is told of it.
        if !own && source.get(&view.leaf.text.id) == Some(&true) {
            continue;
        }
        let alone = loose[at].iter().filter(|index| !goes_on(views, &loose, (at, **index)));
        let alone: Vec<usize> = alone.copied().collect();
        match alone[..] {
            [open, close] if is_unequal(view, (open, close)) => {
                let (open, close) = (&view.signs[open], &view.signs[close]);
                let message = format!("`{}` and `{}` are no pair", open.c, close.c);
                let problem = view.finding(&RULE, message, open.range.clone());
                found.push(problem.help("write the two marks of one pair"));
            }
            _ => found.extend(alone.iter().map(|index| finding(view, *index))),
        }
    }
    found
}

/// The marks of a leaf that have no partner in it.
fn loose(view: &View<'_>) -> Vec<usize> {
    // A message that is nothing but a mark is about the mark.
    if !view.signs.iter().any(|sign| sign.c.is_alphanumeric()) {
        return Vec::new();
    }
    let marks = |pairs: Pairs| pairs.loose;
    let mut all = marks(brackets(view));
    all.retain(|index| !is_label(view, *index));
    if ["ar", "en", "es", "fr", "ru", "zh"].contains(&view.language()) {
        all.extend(marks(quotations(view)));
    }
    if view.language() == "zh" {
        all.extend(marks(titles(view)));
    }
    all.retain(|index| view.signs[*index].hand == Hand::Own);
    all.sort_unstable();
    all.truncate(MOST);
    all
}

/// Whether the one mark opens and the other, of another pair, closes: `“…»`, `(…]`.
fn is_unequal(view: &View<'_>, (open, close): (usize, usize)) -> bool {
    let (open, close) = (view.signs[open].c, view.signs[close].c);
    "“«„‘「『".contains(open) && "”»“’」』".contains(close)
        || "(（[【".contains(open) && ")）]】".contains(close)
}

/// How many loose marks of one message are spoken of.
const MOST: usize = 20;

/// Whether a bracket closes the label of an item, `a)`, `iv)`, `١)`, or a face, `:-)`.
fn is_label(view: &View<'_>, index: usize) -> bool {
    let sign = &view.signs[index];
    let before = &view.signs[..index];
    let label = before.iter().rev().take_while(|sign| sign.c.is_alphanumeric()).count();
    let start = index - label;
    let begins = start == 0 || !view.signs[start - 1].c.is_alphanumeric();
    let apart = "\n \u{A0}–—-/；，：、。".contains(view.char_before(start));
    let is_count = |sign: &Sign| sign.c.is_numeric() || "ivxIVX".contains(sign.c);
    let counts = label < 3 || view.signs[start..index].iter().all(is_count);
    let face = matches!(view.char_before(index), ':' | ';' | '-');
    matches!(sign.c, ')' | '）') && (face || (1..=4).contains(&label) && counts && begins && apart)
}

/// How many messages a quotation may go on for.
const FAR: usize = 12;

/// Whether a quotation of several paragraphs opens or closes here: each paragraph begins with the
/// opening mark, and the last alone has a closing one; or the first alone opens.
fn goes_on(views: &[View<'_>], loose: &[Vec<usize>], (at, index): (usize, usize)) -> bool {
    let view = &views[at];
    let c = view.signs[index].c;
    let near = |other: usize| views[other].leaf.text.locale == view.leaf.text.locale;
    let has = |other: usize, marks: &[char]| {
        loose[other].iter().any(|index| marks.contains(&views[other].signs[*index].c))
    };
    let begins = |other: usize| views[other].signs.first().is_some_and(|sign| sign.c == c);
    let partners: &[char] = match c {
        '“' => &['”'],
        '«' => &['»'],
        '„' => &['“'],
        '”' => &['“', '„'],
        '»' => &['«'],
        _ => return false,
    };
    let later = (at + 1..views.len()).take(FAR).take_while(|other| near(*other));
    let earlier = (0..at).rev().take(FAR).take_while(|other| near(*other));
    let begun = view.before(index).is_none();
    let same_leaf =
        view.signs[index + 1..].windows(2).any(|pair| pair[0].hand == Hand::End && pair[1].c == c);
    match c {
        // Only a mark that begins its message opens a quotation of several.
        '”' | '»' => earlier.into_iter().any(|other| {
            let view = &views[other];
            let mut begun = loose[other].iter().filter(|index| view.before(**index).is_none());
            begun.any(|index| partners.contains(&view.signs[*index].c))
        }),
        _ => {
            begun
                && (same_leaf
                    || later.clone().next().is_some_and(begins)
                    || later.into_iter().any(|other| has(other, partners)))
        }
    }
}

fn finding(view: &View<'_>, index: usize) -> Diagnostic {
    let sign = &view.signs[index];
    let message = format!("`{}` has no partner in this message", sign.c);
    let problem = view.finding(&RULE, message, sign.range.clone());
    problem.help(
        "write the mark that is missing, or delete this one; a bracket that is meant as a sign has \
         a backslash",
    )
}
