//! What `sync` writes when it is known from which source translations were made.

use std::collections::BTreeMap;

use super::changes::Changes;
use super::sync::{finish, follow};
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::files::Files;
use crate::identity::Stamp;
use crate::project::Settings;
use crate::release::Release;
use crate::segment::{Fingerprint, SegmentId};

/// Translations that come with the source that they were made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamps {
    /// The stamp of each.
    pub stamps: BTreeMap<SegmentId, Stamp>,
    /// Source words by their fingerprint: those that the lock may not know.
    pub texts: BTreeMap<Fingerprint, String>,
}

/// The files of a release after translations came in, and what is different: those of
/// [`super::sync`], with their stamps in the lock. `catalogs` are those after the change; `stamps` are by the key of the locale.
///
/// # Errors
/// What keeps it from being done; then nothing is to be written.
pub fn stamped(
    release: &Release,
    catalogs: &BTreeMap<String, Catalog>,
    stamps: &BTreeMap<String, Stamps>,
    settings: &Settings,
) -> Result<(Files, Changes), Vec<Diagnostic>> {
    let mut lock = follow(release, catalogs);
    let mut changes = Changes::between(&release.lock, &lock);
    for (key, Stamps { stamps, texts }) in stamps {
        let known = lock.stamps.entry(key.clone()).or_default();
        known.extend(stamps.iter().map(|(id, stamp)| (id.clone(), stamp.clone())));
        for (fingerprint, text) in texts {
            lock.texts.entry(fingerprint.clone()).or_insert_with(|| text.clone());
        }
    }
    let (files, problems) = finish((release, catalogs), (lock, &mut changes), settings);
    if problems.is_empty() { Ok((files, changes)) } else { Err(problems) }
}
