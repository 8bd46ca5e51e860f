//! `accept`: a person confirms translations as they stand.

use std::collections::BTreeMap;

use super::changes::Changes;
use super::stamped::{Stamps, stamped};
use super::standing::standings;
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::document::State;
use crate::files::Files;
use crate::identity::{Review, Stamp};
use crate::project::Settings;
use crate::release::Release;
use crate::segment::SegmentId;

/// What is confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Every translation that there is.
    All,
    /// These messages.
    These(Vec<SegmentId>),
}

/// A translation that was confirmed, and what it was before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The message.
    pub id: SegmentId,
    /// Its state before.
    pub before: State,
}

/// What comes of confirming.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// The files to write.
    pub files: Files,
    /// What the author has changed since the last `sync`.
    pub changes: Changes,
    /// What was confirmed.
    pub accepted: Vec<Accepted>,
}

/// The files of a release after translations into a locale are confirmed to say what the source
/// says today: those of [`super::sync`], with new stamps in the lock. What has that stamp, or a
/// better one, keeps it and is not listed.
///
/// # Errors
/// What keeps it from being done; then nothing is to be written.
pub fn accept(
    release: &Release,
    (key, catalogs): (&str, &BTreeMap<String, Catalog>),
    (selection, review): (&Selection, Review),
    settings: &Settings,
) -> Result<Acceptance, Vec<Diagnostic>> {
    let catalog = catalogs.get(key);
    let mut accepted = Vec::new();
    let mut stamps = BTreeMap::new();
    for standing in standings(release, key, catalog) {
        let id = &standing.segment.id;
        let meant = match selection {
            Selection::All => true,
            Selection::These(ids) => ids.contains(id),
        };
        let Some(entry) = standing.translation.filter(|_| meant) else { continue };
        let done = match standing.state {
            State::Revised => true,
            State::Translated | State::Source => review == Review::Translated,
            State::Unverified | State::Stale | State::Outdated | State::Missing => false,
        };
        if done {
            continue;
        }
        let source = standing.segment.fingerprint.clone();
        let stamp = Stamp { source, translation: entry.fingerprint, review };
        stamps.insert(id.clone(), stamp);
        accepted.push(Accepted { id: id.clone(), before: standing.state });
    }
    let stamps = Stamps { stamps, texts: BTreeMap::new() };
    let stamps = [(key.to_owned(), stamps)].into();
    let (files, changes) = stamped(release, catalogs, &stamps, settings)?;
    Ok(Acceptance { files, changes, accepted })
}
