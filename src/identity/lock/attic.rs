//! The attic: translations whose segments are gone.

use super::{Lock, Obsolete};
use crate::segment::{Fingerprint, SegmentId};

impl Lock {
    /// All kept translations of a locale by id, the latest of an id last.
    pub fn kept(&self, locale: &str) -> Vec<(&SegmentId, &Obsolete)> {
        let older = self.older.get(locale).into_iter().flatten().map(|(id, one)| (id, one, false));
        let latest = self.attic.get(locale).into_iter().flatten().map(|(id, one)| (id, one, true));
        let mut all: Vec<_> = older.chain(latest).collect();
        all.sort_by_key(|(id, one, is_latest)| (*id, *is_latest, *one));
        all.into_iter().map(|(id, one, _)| (id, one)).collect()
    }

    /// Keeps a translation. Another of the same words gives way to it; one of other words stays
    /// beside it.
    pub fn keep(&mut self, locale: &str, id: &SegmentId, obsolete: Obsolete) {
        self.take(locale, id, &obsolete.source);
        self.keep_beside(locale, id.clone(), obsolete);
    }

    /// Keeps a translation beside all others.
    pub(super) fn keep_beside(&mut self, locale: &str, id: SegmentId, obsolete: Obsolete) {
        if let Some(older) = self.older.get_mut(locale) {
            older.remove(&(id.clone(), obsolete.clone()));
        }
        let attic = self.attic.entry(locale.to_owned()).or_default();
        if let Some(before) = attic.insert(id.clone(), obsolete)
            && before != attic[&id]
        {
            self.older.entry(locale.to_owned()).or_default().insert((id, before));
        }
    }

    /// Takes the translations of these words out of the attic; gives the latest.
    pub fn take(&mut self, locale: &str, id: &SegmentId, source: &Fingerprint) -> Option<Obsolete> {
        let mut taken = None;
        if let Some(older) = self.older.get_mut(locale) {
            let is = |one: &(SegmentId, Obsolete)| one.0 == *id && one.1.source == *source;
            taken = older.iter().rfind(|one| is(one)).map(|(_, one)| one.clone());
            older.retain(|one| !is(one));
        }
        let attic = self.attic.get_mut(locale)?;
        if attic.get(id).is_some_and(|one| one.source == *source) {
            taken = attic.remove(id);
            // The one before it is the latest now.
            let older = self.older.get_mut(locale);
            if let Some(older) = older
                && let Some(next) = older.iter().rfind(|one| one.0 == *id).cloned()
            {
                older.remove(&next);
                attic.insert(next.0, next.1);
            }
        }
        taken
    }
}
