//! `control-character`: nothing invisible or lost in what stands in attributes. Words are looked
//! at when they are read; the reader has looked at the whole source.

use super::context::{Context, Leaf, Translation};
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Inline, Mark};
use crate::markdown::forbidden;

pub(super) const RULE: Rule =
    Rule { code: "control-character", severity: Severity::Error, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    context.translations.iter().flat_map(Translation::written).flat_map(check).collect()
}

fn check(leaf: &Leaf<'_>) -> Vec<Diagnostic> {
    let found = leaf.inlines().filter_map(|inline| match inline {
        Inline::Span(Mark::Abbreviation { expansion }, _) => forbidden(expansion),
        Inline::Text(_)
        | Inline::Code(_)
        | Inline::Break
        | Inline::NoteRef(_)
        | Inline::Span(..) => None,
    });
    let finding = |(_, c): (usize, char)| {
        let message = format!("the character `U+{:04X}` cannot be published", u32::from(c));
        let place = leaf.place_of(c.encode_utf8(&mut [0; 4]));
        RULE.finding(message).at(place).help("delete it, or write the letter that was lost")
    };
    found.map(finding).collect()
}
