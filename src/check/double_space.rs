//! `double-space`: one space between words.

use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::{Hand, Sign};

pub(super) const RULE: Rule =
    Rule { code: "double-space", severity: Severity::Warning, looks: Looks::Signs(check) };

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    let is_space = |sign: &Sign| sign.c == ' ' && matches!(sign.hand, Hand::Own | Hand::Foreign);
    let mut found = Vec::new();
    let mut index = 0;
    for run in
        view.signs.chunk_by(|a, b| is_space(a) && is_space(b) && a.range().end == b.range().start)
    {
        // What stands at the end of a line is no space between words.
        let inside = view.before(index).is_some() && view.after(index + run.len() - 1).is_some();
        index += run.len();
        if run.len() < 2 || !inside {
            continue;
        }
        let range = run[0].range().start..run[run.len() - 1].range().end;
        let message = format!("{} spaces stand between two words", run.len());
        let problem = view.finding(&RULE, message, range.clone());
        found.push(problem.help("keep one of them").fix(range, " "));
    }
    found
}
