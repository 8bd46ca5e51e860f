//! Translations that come back from the attic because their words do.

use std::collections::BTreeMap;

use super::put::written;
use super::sync::Subject;
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::identity::{Lock, Review, Stamp};
use crate::segment::{Fingerprint, SegmentId};

/// A locale's file with translations put back.
pub(super) struct Back {
    /// The messages.
    pub ids: Vec<SegmentId>,
    /// The file; everything else in it is as it was.
    pub text: String,
    /// What the file says now.
    pub catalog: Catalog,
}

/// Puts the kept translations of a locale back into its file whose words are in the source again,
/// and which the file lacks: with their stamps, out of the attic. Where the file cannot be read they
/// wait there: what it lacks is not known.
///
/// # Errors
/// What is wrong with the file where the messages belong. They stay in the attic.
pub(super) fn put_back(
    subject: &Subject<'_>,
    lock: &mut Lock,
    key: &str,
) -> Result<Option<Back>, Vec<Diagnostic>> {
    if subject.unread.contains_key(key) || subject.project.words_to_read(key).is_none() {
        return Ok(None);
    }
    let catalog = subject.catalogs.get(key);
    let mut back: BTreeMap<SegmentId, String> = BTreeMap::new();
    let mut sources: BTreeMap<SegmentId, Fingerprint> = BTreeMap::new();
    let kept = lock.kept(key);
    for segment in &subject.release.document.leaves() {
        let is = |id: &SegmentId, source: &Fingerprint| {
            *id == segment.id && *source == segment.fingerprint
        };
        let mut kept = kept.iter().rev();
        let Some((id, one)) = kept.find(|(id, one)| is(id, &one.source)) else { continue };
        if catalog.is_none_or(|catalog| catalog.entry(id).is_none()) {
            back.insert((*id).clone(), one.pattern.clone());
            sources.insert((*id).clone(), one.source.clone());
        }
    }
    if back.is_empty() {
        return Ok(None);
    }
    let (file, catalog) = written(subject, key, &back)?;
    for (id, source) in &sources {
        lock.take(key, id, source);
        let Some(entry) = catalog.entry(id) else { continue };
        let stamps = lock.stamps.entry(key.to_owned()).or_default();
        let other =
            |stamp: &Stamp| stamp.source != *source || stamp.translation != entry.fingerprint;
        if stamps.get(id).is_none_or(other) {
            let stamp = Stamp {
                source: source.clone(),
                translation: entry.fingerprint,
                review: Review::Translated,
            };
            stamps.insert(id.clone(), stamp);
        }
    }
    Ok(Some(Back { ids: back.into_keys().collect(), text: file.text().to_owned(), catalog }))
}
