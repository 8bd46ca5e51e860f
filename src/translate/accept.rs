//! `accept`: a person confirms translations as they stand.

use std::collections::BTreeMap;

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
pub enum Which {
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

/// The files of a release after translations into a locale are confirmed to say what the source
/// says today: those of [`super::sync`], with new stamps in the lock. What has that stamp, or a
/// better one, keeps it and is not listed.
///
/// # Errors
/// What keeps it from being done; then nothing is to be written.
pub fn accept(
    release: &Release,
    (key, catalogs): (&str, &BTreeMap<String, Catalog>),
    (which, review): (&Which, Review),
    settings: &Settings,
) -> Result<(Files, Vec<Accepted>), Vec<Diagnostic>> {
    let catalog = catalogs.get(key);
    let mut accepted = Vec::new();
    let mut stamps = BTreeMap::new();
    for standing in standings(release, key, catalog) {
        let id = &standing.segment.id;
        let meant = match which {
            Which::All => true,
            Which::These(ids) => ids.contains(id),
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
    let files = stamped(release, catalogs, &[(key.to_owned(), stamps)].into(), settings)?;
    Ok((files, accepted))
}
