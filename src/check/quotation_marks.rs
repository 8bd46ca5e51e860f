//! `quotation-marks`: each language has its own, outside and inside a quotation.

use std::ops::Range;

use super::context::{Context, Leaf};
use super::pairs::{Pair, quotations};
use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Inline, Mark};
use crate::markdown::Hand;
use crate::segment::Kind;

pub(super) const RULE: Rule =
    Rule { code: "quotation-marks", severity: Severity::Warning, looks: Looks::Both(run, check) };

type Marks = (char, char);

/// The marks of one language in the documents of the United Nations, the first of each the usual
/// ones.
struct House {
    language: &'static str,
    outer: &'static [Marks],
    /// Those of a quotation inside another.
    inner: &'static [Marks],
}

const HOUSES: [House; 6] = [
    House {
        language: "ar",
        outer: &[('«', '»'), ('“', '”'), ('”', '“')],
        inner: &[('“', '”'), ('”', '“')],
    },
    House { language: "en", outer: &[('“', '”')], inner: &[('‘', '’')] },
    House {
        language: "es", outer: &[('«', '»'), ('“', '”')], inner: &[('“', '”'), ('‘', '’')]
    },
    House { language: "fr", outer: &[('«', '»')], inner: &[('“', '”')] },
    House { language: "ru", outer: &[('«', '»')], inner: &[('„', '“')] },
    House { language: "zh", outer: &[('“', '”')], inner: &[('‘', '’')] },
];

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let leaves: Vec<&Leaf<'_>> = context.written().collect();
    let editions = leaves.chunk_by(|a, b| a.text.locale == b.text.locale);
    editions.flat_map(straight).collect()
}

/// Straight apostrophes in French, and in an edition that has curved ones in most places.
fn straight(edition: &[&Leaf<'_>]) -> Vec<Diagnostic> {
    // A sign that is written as it is stands in what is written.
    let having = |c: char| {
        let leaves = edition.iter().filter(move |leaf| leaf.raw().contains(c));
        leaves.map(|leaf| View::of(leaf))
    };
    let mut found = Vec::new();
    for view in having('\'') {
        found.extend(apostrophes(&view, '\'').into_iter().map(|range| {
            let message = "`'` is not the apostrophe here";
            let problem = view.finding(&RULE, message, range.clone());
            problem.help("write `’`, the apostrophe of typeset text").fix(range, "’")
        }));
    }
    let curved = || having('’').map(|view| apostrophes(&view, '’').len()).sum::<usize>();
    let french = edition.first().is_some_and(|leaf| leaf.text.locale.language() == "fr");
    if !found.is_empty() && (french || curved() > found.len()) { found } else { Vec::new() }
}

/// Where a character stands for an apostrophe.
fn apostrophes(view: &View<'_>, c: char) -> Vec<Range<usize>> {
    let inside = |index: usize| {
        view.char_before(index).is_alphabetic() && view.char_after(index).is_alphabetic()
    };
    let own = view.own().filter(|(index, sign)| sign.c == c && inside(*index));
    own.map(|(_, sign)| sign.range()).collect()
}

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    let house = HOUSES.iter().find(|house| house.language == view.language());
    // Traditional characters have marks of their own.
    let traditional = || view.leaf.text.locale.tag().contains("-Hant");
    let Some(house) = house.filter(|_| view.language() != "zh" || !traditional()) else {
        return Vec::new();
    };
    let found = quotations(view);
    let marks = Marked { view, house, certain: found.loose.is_empty() && !has_quote(view) };
    found
        .closed
        .into_iter()
        .filter(|pair| marks.is_wrong(*pair))
        .map(|pair| marks.finding(pair))
        .collect()
}

fn has_quote(view: &View<'_>) -> bool {
    let quote = |inline: &Inline| matches!(inline, Inline::Span(Mark::Quote { .. }, _));
    view.leaf.inlines().any(quote)
}

/// The marks of one message.
struct Marked<'v> {
    view: &'v View<'v>,
    house: &'v House,
    /// Whether it is known how deep each pair stands: not where one mark is lost, or is set by the
    /// writer of the edition.
    certain: bool,
}

impl Marked<'_> {
    fn is_wrong(&self, pair: Pair) -> bool {
        let (open, close) = (&self.view.signs[pair.open], &self.view.signs[pair.close]);
        let inside = self.is_inside(pair) || !self.certain;
        let marks = (open.c, close.c);
        let fits = self.house.outer.contains(&marks) || inside && self.house.inner.contains(&marks);
        // A foreign title in its own marks is left as it is.
        let mut words = self.view.signs[pair.open + 1..pair.close].iter();
        let own = words.any(|sign| match sign.hand {
            Hand::Own => sign.c.is_alphanumeric(),
            Hand::Thing => true,
            Hand::Fixed | Hand::Foreign | Hand::End => false,
        });
        !fits && own && open.hand == Hand::Own && close.hand == Hand::Own
    }

    /// Whether a pair stands in another; a block quotation is one.
    fn is_inside(&self, pair: Pair) -> bool {
        pair.depth > 0 || self.view.leaf.segment.kind == Kind::Quotation
    }

    fn finding(&self, pair: Pair) -> Diagnostic {
        let (open, close) = (&self.view.signs[pair.open], &self.view.signs[pair.close]);
        let house = if self.is_inside(pair) { self.house.inner } else { self.house.outer };
        let language = self.view.language();
        let message = format!("`{}…{}` are not the quotation marks here", open.c, close.c);
        let problem = self.view.finding(&RULE, message, open.range());
        let problem = problem.help(format!("write `{}`", marked(language, house[0], "…")));
        let words = self.view.leaf.written(open.range().end..close.range().start);
        match words.filter(|_| self.certain) {
            Some(words) => {
                let range = open.range().start..close.range().end;
                problem.fix(range, marked(language, house[0], words))
            }
            None => problem,
        }
    }
}

fn marked(language: &str, (open, close): Marks, words: &str) -> String {
    let space = if language == "fr" && open == '«' { "\u{A0}" } else { "" };
    let words = words.trim_matches([' ', '\u{A0}', '\u{202F}']);
    format!("{open}{space}{words}{space}{close}")
}
