//! `unknown-message`: a message of a translation has a place in the release.

use std::collections::BTreeSet;

use super::context::{Context, Translation};
use super::difference::list;
use super::{Looks, Rule};
use crate::catalog::nearest;
use crate::diagnostic::{Diagnostic, Severity};
use crate::segment::SegmentId;

pub(super) const RULE: Rule =
    Rule { code: "unknown-message", severity: Severity::Warning, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let segments = context.release.document.leaves().into_iter();
    let known: BTreeSet<&SegmentId> = segments.map(|segment| &segment.id).collect();
    let unknown = |one| Unknown { context, known: &known, translation: one }.findings();
    context.translations.iter().flat_map(unknown).collect()
}

/// The messages of the release that are meant by names which it does not know.
pub(super) fn meant(context: &Context<'_>, translation: &Translation<'_>) -> BTreeSet<String> {
    let segments = context.release.document.leaves().into_iter();
    let known: BTreeSet<&SegmentId> = segments.map(|segment| &segment.id).collect();
    let unknown = Unknown { context, known: &known, translation };
    let broken = translation.catalog.faulty().map(SegmentId::value);
    let broken = broken.filter(|id| !known.contains(id));
    let stray = unknown.stray().into_iter().chain(broken.take(MOST_FINDINGS));
    stray.filter_map(|id| unknown.meant(&id).map(str::to_owned)).collect()
}

/// How many findings one translation may have: a file of another release has thousands.
const MOST_FINDINGS: usize = 100;

/// What a translation has and the release has not.
struct Unknown<'a, 'b> {
    context: &'a Context<'b>,
    known: &'a BTreeSet<&'b SegmentId>,
    translation: &'a Translation<'a>,
}

impl Unknown<'_, '_> {
    fn findings(&self) -> Vec<Diagnostic> {
        let place = |id| self.translation.catalog.name_place(id);
        self.stray().iter().filter_map(|id| Some(self.finding(id).at(place(id)?))).collect()
    }

    /// What the release has not.
    fn stray(&self) -> Vec<SegmentId> {
        let catalog = self.translation.catalog;
        let ids = catalog.ids();
        // A message that others of the file refer to is a helper of the translator's own.
        let used = catalog.references();
        let stray = ids.iter().filter(|id| !self.known.contains(id) && !used.contains(&id.message));
        stray.take(MOST_FINDINGS).cloned().collect()
    }

    fn finding(&self, id: &SegmentId) -> Diagnostic {
        let parts: Vec<Option<&str>> = self.parts(&id.message);
        if !parts.is_empty() {
            return other_part(id, &parts);
        }
        let key = self.translation.edition.locale.key();
        let lock = &self.context.release.lock;
        if lock.segments.iter().any(|known| known.id == *id) {
            let help = "run `hexapla sync` first: it keeps the words in the lock; then take the \
                        message out";
            return RULE.finding(format!("the release has no message `{id}` any more")).help(help);
        }
        if lock.attic.get(key).is_some_and(|attic| attic.contains_key(id)) {
            let help = "take the message out: the lock keeps its words";
            return RULE.finding(format!("the release has no message `{id}` any more")).help(help);
        }
        let problem = RULE.finding(format!("the release has no message `{id}`"));
        match self.meant(id) {
            Some(near) => {
                problem.help(format!("the nearest name that is not translated is `{near}`"))
            }
            None => problem.help("correct the name, or take the message out"),
        }
    }

    /// The message that has nearly this name and is not translated, if the release never had the
    /// name itself.
    fn meant(&self, id: &SegmentId) -> Option<&str> {
        let lock = &self.context.release.lock;
        let attic = lock.attic.get(self.translation.edition.locale.key());
        let is_old = lock.segments.iter().any(|known| known.id == *id)
            || attic.is_some_and(|attic| attic.contains_key(id));
        let is_known = is_old || !self.parts(&id.message).is_empty();
        nearest(&id.message, &self.lacking()).filter(|_| !is_known)
    }

    /// The parts that a message has in the release: its value, attributes.
    fn parts(&self, message: &str) -> Vec<Option<&str>> {
        let parts = self.known.iter().filter(|id| id.message == message);
        parts.map(|id| id.attribute).collect()
    }

    /// The messages of the release of which the translation has nothing.
    fn lacking(&self) -> Vec<&str> {
        let present = self.translation.catalog.ids();
        let present: BTreeSet<&str> = present.iter().map(|id| &*id.message).collect();
        let known = self.known.iter().map(|id| &*id.message);
        known.filter(|message| !present.contains(message)).collect()
    }
}

/// A part of a message that the release knows by other parts.
fn other_part(id: &SegmentId, parts: &[Option<&str>]) -> Diagnostic {
    let message = &id.message;
    let attributes: Vec<String> =
        parts.iter().flatten().map(|attribute| format!(".{attribute}")).collect();
    match id.attribute {
        None => {
            let attributes = list(attributes.iter()).replace(", ", " and ");
            let help = "write the words of each in an indented line below the name: \
                        `    .alt = words`";
            RULE.finding(format!("`{message}` has no value: its words are {attributes}")).help(help)
        }
        Some(attribute) => {
            let whole = if attributes.is_empty() {
                format!("its words stand after `{message} =`")
            } else {
                format!("its words are {}", list(attributes.iter()))
            };
            let help = "move the words there, or take the line out";
            RULE.finding(format!("`{message}` has no `.{attribute}`: {whole}")).help(help)
        }
    }
}
