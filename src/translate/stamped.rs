//! What `sync` writes when it is known from which source translations were made.

use std::collections::BTreeMap;

use super::reference::reference;
use super::sync::{files, follow, forget_origins};
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::files::Files;
use crate::identity::Stamp;
use crate::project::Settings;
use crate::release::Release;
use crate::segment::{Fingerprint, SegmentId};

/// Translations that come with the source that they were made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// The stamp of each.
    pub stamps: BTreeMap<SegmentId, Stamp>,
    /// Source words by their fingerprint: those that the lock may not know.
    pub texts: BTreeMap<Fingerprint, String>,
}

/// The files of a release after translations came in: those of [`super::sync`], with their stamps in
/// the lock. `catalogs` are those after the change; `origins` are by the key of the locale.
///
/// # Errors
/// What keeps it from being done; then nothing is to be written.
pub fn stamped(
    release: &Release,
    catalogs: &BTreeMap<String, Catalog>,
    origins: &BTreeMap<String, Origins>,
    settings: &Settings,
) -> Result<Files, Vec<Diagnostic>> {
    let mut lock = follow(release, catalogs);
    for (key, Origins { stamps, texts }) in origins {
        let known = lock.stamps.entry(key.clone()).or_default();
        known.extend(stamps.iter().map(|(id, stamp)| (id.clone(), stamp.clone())));
        for (fingerprint, text) in texts {
            lock.texts.entry(fingerprint.clone()).or_insert_with(|| text.clone());
        }
    }
    forget_origins(&mut lock, release, catalogs);
    let (reference, problems) = reference(release, &lock, catalogs, settings);
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(files(release, &lock, reference))
}
