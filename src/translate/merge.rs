//! `merge`: what a translator filled in goes into the locale's file.

use std::collections::BTreeMap;

use super::reference::reference;
use super::standing::{Standing, standings};
use super::sync::{files, follow, forget_origins};
use super::todo::{Answer, Returned};
use crate::catalog::write::Ftl;
use crate::catalog::{Catalog, Words, patch};
use crate::diagnostic::{Diagnostic, Place, SourceText};
use crate::document::State;
use crate::files::Files;
use crate::identity::{Review, Stamp};
use crate::project::Settings;
use crate::release::Release;
use crate::segment::SegmentId;

/// What becomes of a locale's file.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The file of the locale.
    pub file: SourceText,
    /// What was done, and where it stands in the file that came back.
    pub done: Vec<(SegmentId, Place)>,
    /// How many messages of the file are still open.
    pub open: usize,
    /// What the lock will say of the translations.
    pub stamps: BTreeMap<SegmentId, Stamp>,
}

/// Puts the words that came back into the file of their locale. Nothing else in it changes.
///
/// # Errors
/// What keeps it from being done; then nothing is to be written.
pub fn merge(
    release: &Release,
    (returned, words): (&Returned, &Words),
    (file, catalog): (&SourceText, Option<&Catalog>),
) -> Result<Merged, Vec<Diagnostic>> {
    let answers = returned.answers(words)?;
    let standings = standings(release, &returned.key, catalog);
    let by_id: BTreeMap<_, _> = standings.iter().map(|one| (&one.segment.id, one)).collect();
    let mut problems = Vec::new();
    let mut merging = Merging::default();
    for answer in answers {
        match by_id.get(&answer.id) {
            None => problems.push(gone(&answer)),
            Some(standing) => problems.extend(merging.take(standing, answer)),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let order = standings.iter().map(|one| &one.segment.id);
    let text = patch::patch(file, &merging.changes, order)?;
    let Merging { changes: _, stamps, done, open } = merging;
    Ok(Merged { file: SourceText::new(file.path(), text), done, open, stamps })
}

#[derive(Default)]
struct Merging {
    changes: BTreeMap<SegmentId, String>,
    stamps: BTreeMap<SegmentId, Stamp>,
    done: Vec<(SegmentId, Place)>,
    open: usize,
}

impl Merging {
    fn take(&mut self, standing: &Standing<'_>, answer: Answer) -> Option<Diagnostic> {
        let Answer { id, pattern, fingerprint, ticked, digests, place } = answer;
        let today = &standing.segment.fingerprint;
        let current = standing.translation.as_ref().map(|entry| &entry.fingerprint);
        let same_as_source = pattern == standing.segment.pattern;
        let (source, changed, meanwhile) = match &digests {
            Some((source, written)) => {
                // Before, nothing stood in the locale's file, or what was written here.
                let meanwhile = current.is_some_and(|current| current != written);
                (source, fingerprint != *written, meanwhile)
            }
            None => (today, current != Some(&fingerprint) && !same_as_source, current.is_some()),
        };
        let merged_before = current == Some(&fingerprint);
        if merged_before && is_current(standing.state) {
            return None;
        }
        if !ticked && (!changed || merged_before) {
            self.open += 1;
            return None;
        }
        if meanwhile && !merged_before && !ticked {
            let message = format!("`{id}` was changed in the locale's file after this was written");
            let help = "put an x between its brackets, [x], to have these words; or take the \
                        message out of this file to have those";
            return Some(Diagnostic::error("merge-conflict", message).at(place).help(help));
        }
        let stamp =
            Stamp { source: source.clone(), translation: fingerprint, review: Review::Translated };
        self.stamps.insert(id.clone(), stamp);
        if !merged_before {
            self.changes.insert(id.clone(), pattern);
        }
        self.done.push((id, place));
        None
    }
}

fn is_current(state: State) -> bool {
    match state {
        State::Translated | State::Revised | State::Source => true,
        State::Stale | State::Outdated | State::Missing | State::Unverified => false,
    }
}

fn gone(answer: &Answer) -> Diagnostic {
    let message = format!("the release has no message `{}`", answer.id);
    let help = "its text may be gone from the source since this file was written: take the message \
                out of this file, and keep its words if you need them";
    Diagnostic::error("unknown-message", message).at(answer.place.clone()).help(help)
}

/// How a locale's file begins that is not there yet.
pub fn heading(title: &str, locale: &str) -> String {
    let mut ftl = Ftl::new(&format!("Translation into {locale}."));
    ftl.resource(title);
    ftl.finish() + "\n"
}

/// The lock and the reference of a release with new stamps of translations into a locale.
/// `catalogs` are the translations as they will be.
///
/// # Errors
/// Messages of the source that cannot be written.
pub fn settle(
    release: &Release,
    catalogs: &BTreeMap<String, Catalog>,
    (key, stamps): (&str, BTreeMap<SegmentId, Stamp>),
    settings: &Settings,
) -> Result<Files, Vec<Diagnostic>> {
    let mut lock = follow(release, catalogs);
    lock.stamps.entry(key.to_owned()).or_default().extend(stamps);
    forget_origins(&mut lock, release, catalogs);
    let (reference, problems) = reference(release, &lock, catalogs, settings);
    if problems.is_empty() { Ok(files(release, &lock, reference)) } else { Err(problems) }
}
