//! `sync`: the lock and the reference follow the source.

use std::collections::BTreeMap;

use super::reference::reference;
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::files::Files;
use crate::identity::{Lock, Review, Stamp};
use crate::project::Settings;
use crate::release::Release;
use crate::segment::Segment;

/// The files of a release that follow its source: the lock, and the reference in the source's own
/// locale. `catalogs` holds the translations by the key of their locale. Paths are relative to the
/// project. The locales' files are not touched: they belong to the translators.
pub fn sync(
    release: &Release,
    catalogs: &BTreeMap<String, Catalog>,
    settings: &Settings,
) -> (Files, Vec<Diagnostic>) {
    let lock = follow(release, catalogs);
    let (ftl, problems) = reference(release, &lock, settings);
    let mut files = Files::new();
    files.insert(format!("content/{}/translations.lock", release.slug), lock.to_text());
    let source = release.source_locale.key();
    files.insert(format!("locales/{source}/{}.ftl", release.slug), ftl);
    (files, problems)
}

/// The lock after the source and the translations as they are now.
fn follow(release: &Release, catalogs: &BTreeMap<String, Catalog>) -> Lock {
    let mut lock = release.lock.clone();
    let segments = release.document.leaves();
    lock.set_segments(segments.iter().copied());
    for (key, catalog) in catalogs.iter().filter(|(key, _)| *key != release.source_locale.key()) {
        let stamps = lock.stamps.entry(key.clone()).or_default();
        for segment in &segments {
            stamp(stamps, segment, catalog);
        }
    }
    lock
}

/// A translation that changed since it was last stamped was made from the source as it is now.
fn stamp(stamps: &mut BTreeMap<String, Stamp>, segment: &Segment, catalog: &Catalog) {
    let Some(entry) = catalog.entry(&segment.id) else { return };
    let id = segment.id.to_string();
    if stamps.get(&id).is_some_and(|stamp| stamp.translation == entry.fingerprint) {
        return;
    }
    let stamp = Stamp {
        source: segment.fingerprint.clone(),
        translation: entry.fingerprint,
        review: Review::Translated,
    };
    stamps.insert(id, stamp);
}
