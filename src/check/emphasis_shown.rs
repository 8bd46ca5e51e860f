//! `emphasis-shown`: stars and low lines that were meant as emphasis and are shown to readers.

use std::ops::Range;

use super::letters::{is_arabic, is_han};
use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::{Hand, Sign};

pub(super) const RULE: Rule =
    Rule { code: "emphasis-shown", severity: Severity::Warning, looks: Looks::Signs(check) };

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut runs = runs(view).into_iter().peekable();
    while let Some(first) = runs.next() {
        let pair = runs.next_if(|second| second.closes(&first, view));
        if let Some(second) = &pair {
            found.push(shown_pair(view, &first, second));
        } else if first.is_lone_mark(view) {
            found.push(shown(view, &first));
        }
    }
    found
}

/// Stars or low lines side by side, as a reader sees them.
struct Run {
    c: char,
    signs: Range<usize>,
}

impl Run {
    fn len(&self) -> usize {
        self.signs.len()
    }

    fn sides(&self, view: &View<'_>) -> (char, char) {
        (view.char_before(self.signs.start), view.char_after(self.signs.end - 1))
    }

    /// Whether this run ends what the first began, had Markdown taken them: the words between them
    /// touch both. `snake_case_name` and `2 * 3 * 4` are left alone.
    fn closes(&self, first: &Self, view: &View<'_>) -> bool {
        let same = self.c == first.c && self.len() == first.len();
        let lines = &view.signs[first.signs.end..self.signs.start];
        let one_line = lines.iter().all(|sign| sign.hand != Hand::End);
        let (outside, inside) = first.sides(view);
        let (inside_end, outside_end) = self.sides(view);
        // `2 ** 3 ** 4` is a sum; `** word **` was meant.
        let word = self.len() == 2 && view.word_after(first.signs.end - 1).is_alphabetic();
        let touches = word || !inside.is_whitespace() || !inside_end.is_whitespace();
        // A low line inside a Latin or Russian word is part of a name.
        let name = |c: char| c.is_alphanumeric() && !is_han(c) && !is_arabic(c);
        let names = self.c == '_' && (name(outside) || name(outside_end) || self.len() > 2);
        let sums = self.len() == 1 && inside.is_numeric() && inside_end.is_numeric();
        same && one_line && !lines.is_empty() && touches && !names && !sums
    }

    /// Whether the run alone can only be a mark whose partner is missing: `**words`, `*words`. One
    /// star behind a word, or before a space, is a sign of its own.
    fn is_lone_mark(&self, view: &View<'_>) -> bool {
        let (before, after) = self.sides(view);
        // No space stands before an emphasis in Chinese, but a sign does.
        let starts = before.is_whitespace() || "，、；：（“《".contains(before) && is_han(after);
        let opens = starts && after.is_alphabetic();
        let twice = self.len() == 2 && (after.is_alphanumeric() || before.is_alphanumeric());
        self.c == '*' && self.len() < 4 && (opens || twice)
    }
}

fn runs(view: &View<'_>) -> Vec<Run> {
    let mut found = Vec::new();
    let mut index = 0;
    let mark = |sign: &Sign| matches!(sign.c, '*' | '_') && sign.hand == Hand::Own;
    for run in view.signs.chunk_by(|a, b| mark(a) && mark(b) && a.c == b.c) {
        let signs = index..index + run.len();
        index = signs.end;
        if mark(&run[0]) {
            found.push(Run { c: run[0].c, signs });
        }
    }
    found
}

const HELP: &str = "Markdown takes no mark that has a letter on one side and a sign on the other, \
                    or a space on its inner side";

fn shown_pair(view: &View<'_>, first: &Run, second: &Run) -> Diagnostic {
    let opening = view.unbroken(first.signs.clone());
    let closing = view.unbroken(second.signs.clone());
    let tag = if first.len() == 1 { "em" } else { "strong" };
    let help = format!("{HELP}: write `<{tag}>…</{tag}>`");
    let marks: String = std::iter::repeat_n(first.c, first.len()).collect();
    let message = format!("`{marks}` is shown to readers and emphasizes nothing");
    let (Some(opening), Some(closing)) = (opening, closing) else {
        let at = view.signs[first.signs.start].range();
        return view.finding(&RULE, message, at).help(help);
    };
    let problem = view.finding(&RULE, message, opening.clone()).help(help);
    let words = first.signs.end..second.signs.start;
    let plain = view.unbroken(words.clone()).filter(|_| first.len() < 3);
    if plain != Some(opening.end..closing.start) {
        return problem;
    }
    let text: String = view.signs[words].iter().map(|sign| sign.c).collect();
    let inner = text.trim_matches(' ');
    let (mut before, mut after) = text.split_once(inner).unwrap_or(("", ""));
    if first.sides(view).0.is_whitespace() {
        before = "";
    }
    if second.sides(view).1.is_whitespace() {
        after = "";
    }
    let node = [before, "<", tag, ">", inner, "</", tag, ">", after].concat();
    problem.fix(opening.start..closing.end, node)
}

fn shown(view: &View<'_>, run: &Run) -> Diagnostic {
    let at = view.signs[run.signs.start].range().start..view.signs[run.signs.end - 1].range().end;
    let marks: String = std::iter::repeat_n(run.c, run.len()).collect();
    let message = format!("`{marks}` is shown to readers and emphasizes nothing");
    let help = format!(
        "write the mark on both sides of the words, or `<strong>…</strong>`; a star that is meant \
         as a star is `\\{}`",
        run.c
    );
    view.finding(&RULE, message, at).help(help)
}
