//! `link-empty`: a link has words.

use super::Rule;
use super::context::Context;
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: "link-empty",
    severity: Severity::Error,
    summary: "A link stands on words: one without words cannot be seen, and a screen reader has \
              nothing to say but the address (WCAG 2.2, 2.4.4 and 4.1.2).",
    run,
};

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for leaf in context.written() {
        for link in leaf.links().iter().filter(|link| link.words.trim().is_empty()) {
            let message = format!("the link to `{}` has no words", link.target.as_str());
            let help = "write between the square brackets what the link leads to";
            found.push(RULE.finding(message).at(leaf.place_of("[]")).help(help));
        }
    }
    found
}
