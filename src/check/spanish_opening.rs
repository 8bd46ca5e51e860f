//! `spanish-opening`: a question and an exclamation begin with their sign.

use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "spanish-opening", severity: Severity::Warning, looks: Looks::Signs(check) };

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    if view.language() != "es" {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (index, sign) in view.own() {
        match sign.c {
            '¿' | '¡' => open.push(index),
            '?' | '!' if ends(view, index) => {
                if open.is_empty() {
                    found.push(unopened(view, index));
                }
                // `¡¿Cómo?!`: all that is open closes with one group of signs.
                open.clear();
            }
            _ => {}
        }
    }
    // One that stands alone, as in `los signos ¿ y ¡`, begins nothing.
    let begins = |index: &&usize| view.char_after(**index).is_alphabetic();
    found.extend(open.iter().filter(begins).map(|index| unclosed(view, *index)));
    found
}

/// Whether the sign ends a question or exclamation, and is the last of its group; not in `(?)`,
/// `(!)`, `Yahoo! compró`, `5!`.
fn ends(view: &View<'_>, index: usize) -> bool {
    let (before, after) = (view.char_before(index), view.char_after(index));
    let next = view.word_after(index);
    let doubt = "([".contains(before) || before.is_numeric() && view.signs[index].c == '!';
    let goes_on = after == ' ' && next.is_lowercase() && view.signs[index].c == '!';
    let spaced = before == ' ' && after == ' ';
    !("?!".contains(after) || after.is_alphanumeric() || doubt || goes_on || spaced)
        && !(before == '\n' || after == '\u{FFFC}')
}

fn unopened(view: &View<'_>, index: usize) -> Diagnostic {
    let sign = &view.signs[index];
    let opening = if sign.c == '?' { '¿' } else { '¡' };
    let message = format!("`{}` has no `{opening}` before it", sign.c);
    let problem = view.finding(&RULE, message, sign.range());
    let help = format!("write `{opening}` where the question or exclamation begins");
    problem.help(help)
}

fn unclosed(view: &View<'_>, index: usize) -> Diagnostic {
    let sign = &view.signs[index];
    let closing = if sign.c == '¿' { '?' } else { '!' };
    let message = format!("`{}` has no `{closing}` behind it", sign.c);
    let problem = view.finding(&RULE, message, sign.range());
    problem.help(format!("write `{closing}` where the question or exclamation ends"))
}
