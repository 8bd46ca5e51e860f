//! How far the translation of a message has come, by what the lock remembers.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::document::State;
use crate::identity::{Review, Stamp};
use crate::release::Release;
use crate::segment::{Fingerprint, Segment, SegmentId};

/// What the lock of a release says of the translations into one locale.
#[derive(Debug)]
pub struct Standings<'a> {
    release: &'a Release,
    key: &'a str,
    /// Which segment of the lock is asked for next, while they are in the order of the document.
    next: Cell<usize>,
    /// Where each stands in the lock, once they were not.
    places: OnceCell<BTreeMap<&'a SegmentId, usize>>,
}

impl<'a> Standings<'a> {
    /// Those of a release into the locale with this key.
    pub fn new(release: &'a Release, key: &'a str) -> Self {
        Self { release, key, next: Cell::new(0), places: OnceCell::new() }
    }

    /// The source of a message as translators last saw it.
    fn shown(&self, id: &SegmentId) -> Option<&'a Fingerprint> {
        let known = &self.release.lock.segments;
        let next = self.next.get();
        let index = if known.get(next).is_some_and(|known| known.id == *id) {
            next
        } else {
            let places = || known.iter().enumerate().map(|(at, known)| (&known.id, at)).collect();
            *self.places.get_or_init(places).get(id)?
        };
        self.next.set(index + 1);
        Some(&known[index].fingerprint)
    }

    /// The state of a translation that stands in the catalog, and the fingerprint of the source
    /// words that it was made from.
    pub fn of<'s>(&'s self, segment: &'s Segment, catalog: &Catalog) -> (State, &'s Fingerprint) {
        let stamp = self.release.lock.stamp(self.key, &segment.id);
        let current = catalog.fingerprint(&segment.id);
        let shown = self.shown(&segment.id).unwrap_or(&segment.fingerprint);
        let changed = *shown != segment.fingerprint;
        match stamp {
            None if changed => (State::Stale, shown),
            None => (State::Unverified, shown),
            // The translation changed after the last `sync`, which showed another source.
            Some(Stamp { translation, .. }) if Some(translation) != current.as_ref() => {
                (if changed { State::Stale } else { State::Translated }, shown)
            }
            Some(Stamp { source, .. }) if *source != segment.fingerprint => (State::Stale, source),
            Some(Stamp { review: Review::Revised, source, .. }) => (State::Revised, source),
            Some(Stamp { review: Review::Translated, source, .. }) => (State::Translated, source),
        }
    }
}
