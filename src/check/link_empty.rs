//! `link-empty`: a link has words.

use super::context::Context;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "link-empty", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for leaf in context.written() {
        for link in leaf.links().filter(|link| link.words().trim().is_empty()) {
            let message = format!("the link to `{}` has no words", link.target.as_str());
            let help = "write between the square brackets what the link leads to";
            found.push(RULE.finding(message).at(leaf.place_of("[]")).help(help));
        }
    }
    found
}
