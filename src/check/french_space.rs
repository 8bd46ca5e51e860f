//! `french-space`: a no-break space before the high signs and inside guillemets.

use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::{Hand, Sign};

pub(super) const RULE: Rule =
    Rule { code: "french-space", severity: Severity::Warning, looks: Looks::Signs(check) };

const NO_BREAK: char = '\u{A0}';
const NARROW: char = '\u{202F}';

/// Swiss and Canadian typography has other spaces.
fn is_french(view: &View<'_>) -> bool {
    let tag = view.leaf.text.locale.tag();
    view.language() == "fr" && !tag.ends_with("-CH") && !tag.ends_with("-CA")
}

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    if !is_french(view) {
        return Vec::new();
    }
    let found = view.own().filter_map(|(index, sign)| match sign.c {
        ':' => high(view, index, NO_BREAK),
        ';' | '!' | '?' => high(view, index, NARROW),
        '»' => before(view, index, NO_BREAK),
        '«' => after(view, index),
        _ => None,
    });
    found.collect()
}

/// A sign of two parts: only where it ends a word, not in `10:30`, `1 : 50 000`, `?!`, `(?)`.
fn high(view: &View<'_>, index: usize, space: char) -> Option<Diagnostic> {
    let c = view.signs[index].c;
    let (word, next) = (view.word_before(index), view.char_after(index));
    let ends =
        next.is_whitespace() || "»”\")]…,.".contains(next) || "!?".contains(next) && c != ':';
    let ratio = c == ':' && word.is_numeric() && view.word_after(index).is_numeric();
    let alone = "([{«“\"!?…:;.".contains(word);
    if !ends || ratio || alone { None } else { before(view, index, space) }
}

fn before(view: &View<'_>, index: usize, space: char) -> Option<Diagnostic> {
    let at = view.signs[index].range().start;
    let c = view.signs[index].c;
    match view.before(index) {
        None => None,
        Some(sign) if is_no_break(sign) || sign.c == '«' => None,
        Some(sign) if sign.c == ' ' => {
            // One space, where it is the author's own: of two, another rule takes one away.
            let own = sign.hand == Hand::Own && view.char_before(index - 1) != ' ';
            let range = own.then(|| sign.range());
            let problem = view.finding(&RULE, message(c, "before", space), sign.range());
            Some(mend(problem, range.map(|range| (range, space))))
        }
        Some(_) => {
            let mark = view.signs[index].range();
            let problem = view.finding(&RULE, message(c, "before", space), mark);
            Some(mend(problem, Some((at..at, space))))
        }
    }
}

fn after(view: &View<'_>, index: usize) -> Option<Diagnostic> {
    let mark = &view.signs[index];
    let sign = view.after(index).filter(|sign| !is_no_break(sign) && sign.c != '»')?;
    let range = match sign.c {
        ' ' if sign.hand == Hand::Own && view.char_after(index + 1) != ' ' => Some(sign.range()),
        ' ' => None,
        _ => Some(mark.range().end..mark.range().end),
    };
    let problem = view.finding(&RULE, message('«', "behind", NO_BREAK), mark.range());
    Some(mend(problem, range.map(|range| (range, NO_BREAK))))
}

/// Either no-break space will do: many keyboards have one only.
fn is_no_break(sign: &Sign) -> bool {
    matches!(sign.c, NO_BREAK | NARROW)
}

fn message(c: char, side: &str, space: char) -> String {
    let name = if space == NARROW { "narrow no-break space" } else { "no-break space" };
    format!("no {name} stands {side} `{c}`")
}

fn mend(problem: Diagnostic, edit: Option<(std::ops::Range<usize>, char)>) -> Diagnostic {
    let problem = problem.help(
        "French has U+00A0 before `:` and inside `« »`, U+202F before `;`, `!` and `?`, so that no \
         line begins with the sign",
    );
    match edit {
        Some((range, space)) => problem.fix(range, space),
        None => problem,
    }
}
