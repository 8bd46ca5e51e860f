//! `stray-space`: no space where a sign touches its word, at the start or at the end.

use std::ops::Range;

use super::Rule;
use super::context::Context;
use super::view::{View, few};
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::{Hand, Sign};

pub(super) const RULE: Rule = Rule { code: "stray-space", severity: Severity::Warning, run };

/// Signs that touch the word before them.
const CLOSING: &str = ",.;:?!)]،؛؟、，。；：？！）】》”’";

/// Signs that touch the word after them.
const OPENING: &str = "([（【《";

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    context.views.iter().flat_map(|view| few(check(view))).collect()
}

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut index = 0;
    for run in view.signs.chunk_by(|a, b| is_space(a) && is_space(b)) {
        let signs = index..index + run.len();
        index = signs.end;
        if is_space(&run[0]) {
            found.extend(finding(view, signs));
        }
    }
    found
}

/// A space that is written, or a no-break space that is.
fn is_space(sign: &Sign) -> bool {
    matches!(sign.c, ' ' | '\u{A0}' | '\u{202F}' | '\t') && is_own(sign)
}

fn is_own(sign: &Sign) -> bool {
    sign.hand == Hand::Own
}

fn finding(view: &View<'_>, signs: Range<usize>) -> Option<Diagnostic> {
    let last = signs.end - 1;
    let (before, after) = (view.before(signs.start), view.after(last));
    let message = match (before.map(|sign| sign.c), after.map(|sign| sign.c)) {
        (None, Some(_)) => "a space stands before the first word".to_owned(),
        (_, None) => "a space stands behind the last word".to_owned(),
        (Some(c), _) if OPENING.contains(c) && before.is_some_and(is_own) => {
            format!("a space stands behind `{c}`")
        }
        (Some(before), Some(c)) if touches(view, last, (before, c)) => {
            format!("a space stands before `{c}`")
        }
        (Some(_), Some(_)) => return None,
    };
    // Beside the end of a line there may be a mark: `**word **`.
    let range = view.unbroken(signs)?;
    let problem = view.finding(&RULE, message, range.clone());
    Some(problem.help("delete the space").fix(range, ""))
}

/// Whether the sign after the space is punctuation that touches the word before it.
fn touches(view: &View<'_>, last: usize, (before, c): (char, char)) -> bool {
    if !CLOSING.contains(c) || view.signs[last + 1].hand != Hand::Own {
        return false;
    }
    let next = view.char_after(last + 1);
    let french = view.language() == "fr" && ";:?!”’".contains(c);
    // `1 : 50 000`, `.com`, `...`, `:-)`, `’ayn`: words of their own.
    let ends = next.is_whitespace() || ")]”’»".contains(next) || !c.is_ascii();
    // “The signs ? and !”.
    let named = "?!؟".contains(c) && view.word_after(last + 1).is_lowercase();
    // Arabic hands open with `”` as often as they close with it.
    let opens = "”’".contains(c) && (next.is_alphanumeric() || view.language() == "ar");
    let alone = !before.is_alphanumeric() && before != '\u{FFFC}' && !CLOSING.contains(before);
    let ratio = c == ':' && before.is_numeric() && view.word_after(last + 1).is_numeric();
    ends && !(french || named || opens || alone || ratio)
}
