//! `unpaired`: a bracket or quotation mark has its partner in the same message.

use std::collections::BTreeMap;

use super::context::{Context, Leaf};
use super::pairs::{Pairs, brackets, quotations, titles};
use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::{Hand, Sign};
use crate::segment::SegmentId;

pub(super) const RULE: Rule =
    Rule { code: "unpaired", severity: Severity::Warning, looks: Looks::Whole(run) };

/// What one leaf tells the others: its marks without a partner. It is what is kept of its signs.
struct Loose<'a> {
    leaf: &'a Leaf<'a>,
    /// The first character of the leaf.
    first: Option<char>,
    marks: Vec<Mark>,
}

/// A mark without a partner.
struct Mark {
    sign: Sign,
    /// Whether it begins its message.
    begins: bool,
    /// Whether a later paragraph of the message begins with the same.
    again: bool,
}

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let all: Vec<Loose<'_>> = context.written().map(Loose::of).collect();
    let in_source = all.iter().filter(|loose| loose.leaf.is_in_source());
    let source: BTreeMap<&SegmentId, bool> =
        in_source.map(|loose| (&loose.leaf.text.id, !loose.marks.is_empty())).collect();
    let mut found = Vec::new();
    for (at, loose) in all.iter().enumerate() {
        let own = loose.leaf.is_in_source();
        // What the source does the translation may do: the source is told of it.
        if !own && source.get(&loose.leaf.text.id) == Some(&true) {
            continue;
        }
        let alone = loose.marks.iter().filter(|mark| !goes_on(&all, at, mark));
        let alone: Vec<Sign> = alone.map(|mark| mark.sign).collect();
        match alone[..] {
            [open, close] if is_unequal((open.c, close.c)) => {
                let message = format!("`{}` and `{}` are no pair", open.c, close.c);
                let problem = RULE.finding(message).at(loose.leaf.place_at(open.range()));
                found.push(problem.help("write the two marks of one pair"));
            }
            _ => found.extend(alone.iter().map(|sign| finding(loose.leaf, *sign))),
        }
    }
    found
}

impl<'a> Loose<'a> {
    fn of(leaf: &'a Leaf<'a>) -> Self {
        let view = View::of(leaf);
        let mark = |index: usize| {
            let sign = view.signs[index];
            let mut later = view.signs[index + 1..].windows(2);
            let again = later.any(|pair| pair[0].hand == Hand::End && pair[1].c == sign.c);
            Mark { sign, begins: view.before(index).is_none(), again }
        };
        let marks = loose(&view).into_iter().map(mark).collect();
        Self { leaf, first: view.signs.first().map(|sign| sign.c), marks }
    }
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
fn is_unequal((open, close): (char, char)) -> bool {
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
fn goes_on(all: &[Loose<'_>], at: usize, mark: &Mark) -> bool {
    let c = mark.sign.c;
    let near = |other: &&Loose<'_>| other.leaf.text.locale == all[at].leaf.text.locale;
    let partners: &[char] = match c {
        '“' => &['”'],
        '«' => &['»'],
        '„' => &['“'],
        '”' => &['“', '„'],
        '»' => &['«'],
        _ => return false,
    };
    let mut later = all[at + 1..].iter().take(FAR).take_while(near).peekable();
    let mut earlier = all[..at].iter().rev().take(FAR).take_while(near);
    let is_partner = |mark: &Mark| partners.contains(&mark.sign.c);
    match c {
        // Only a mark that begins its message opens a quotation of several.
        '”' | '»' => {
            earlier.any(|other| other.marks.iter().any(|mark| mark.begins && is_partner(mark)))
        }
        _ => {
            mark.begins
                && (mark.again
                    || later.peek().is_some_and(|next| next.first == Some(c))
                    || later.any(|other| other.marks.iter().any(is_partner)))
        }
    }
}

fn finding(leaf: &Leaf<'_>, sign: Sign) -> Diagnostic {
    let message = format!("`{}` has no partner in this message", sign.c);
    let problem = RULE.finding(message).at(leaf.place_at(sign.range()));
    problem.help(
        "write the mark that is missing, or delete this one; a bracket that is meant as a sign has \
         a backslash",
    )
}
