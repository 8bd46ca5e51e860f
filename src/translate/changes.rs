//! What is different after a `sync`, message by message.

use std::collections::{BTreeMap, BTreeSet};

use crate::identity::{Lock, Origin, Stamp};
use crate::segment::{Fingerprint, SegmentId};

/// What is different after a `sync`. The lists are in the order of the source, the old one's for
/// what is gone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// How many messages are as they were.
    pub kept: usize,
    /// Messages with other words than before.
    pub edited: Vec<SegmentId>,
    /// Messages that stand in another order; they may be edited, too.
    pub moved: Vec<SegmentId>,
    /// Messages that were not there.
    pub new: Vec<SegmentId>,
    /// Messages that are gone.
    pub obsolete: Vec<SegmentId>,
    /// What was split or merged: the message that has the words, and where they stood.
    pub origins: Vec<(SegmentId, Origin)>,
    /// Translations that are kept in the lock from now on: key of the locale, message.
    pub shelved: Vec<(String, SegmentId)>,
    /// Translations that were put back: key of the locale, message.
    pub returned: Vec<(String, SegmentId)>,
    /// Translations that are out of date from now on: key of the locale, message.
    pub outdated: Vec<(String, SegmentId)>,
    /// What became of the edits that are called minor.
    pub minor: Vec<Minor>,
}

/// A source edit that needs no new translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minor {
    /// The message.
    pub id: SegmentId,
    /// Keys of the locales whose translation counts as made from the new words.
    pub current: Vec<String>,
    /// Keys of the locales whose translation was out of date before, and still is.
    pub stale: Vec<String>,
}

impl Changes {
    /// What is different in the second lock.
    pub(super) fn between(old: &Lock, new: &Lock) -> Self {
        let before = old.shown();
        let after = new.shown();
        let positions: BTreeMap<&SegmentId, usize> =
            old.segments.iter().enumerate().map(|(index, known)| (&known.id, index)).collect();
        let stayed = stayed(new.segments.iter().filter_map(|known| positions.get(&known.id)));
        let mut changes = Self::default();
        for known in &new.segments {
            let id = &known.id;
            let (Some(was), Some(position)) = (before.get(id), positions.get(id)) else {
                changes.new.push(id.clone());
                continue;
            };
            let (edited, moved) = (**was != known.fingerprint, !stayed.contains(position));
            changes.kept += usize::from(!edited && !moved);
            changes.edited.extend(edited.then(|| id.clone()));
            changes.moved.extend(moved.then(|| id.clone()));
        }
        let gone = old.segments.iter().filter(|known| !after.contains_key(&known.id));
        changes.obsolete = gone.map(|known| known.id.clone()).collect();
        for (id, origins) in &new.origins {
            let known = |origin: &&Origin| old.origins.get(id).is_some_and(|o| o.contains(origin));
            let fresh = origins.iter().filter(|origin| !known(origin));
            changes.origins.extend(fresh.map(|origin| (id.clone(), origin.clone())));
        }
        for (key, attic) in &new.attic {
            let known = |id: &&SegmentId| old.attic.get(key).is_some_and(|o| o.contains_key(id));
            let fresh = attic.keys().filter(|id| !known(id));
            changes.shelved.extend(fresh.map(|id| (key.clone(), id.clone())));
        }
        changes
    }
}

/// The translations that were up to date before the edits and are not after them.
pub(super) fn outdated(old: &Lock, new: &Lock, edited: &[SegmentId]) -> Vec<(String, SegmentId)> {
    let (before, after) = (old.shown(), new.shown());
    let is_current = |lock: &Lock, shown: Option<&&Fingerprint>, key: &str, id: &SegmentId| {
        lock.stamp(key, id).zip(shown).map(|(stamp, shown)| stamp.source == **shown)
    };
    let all = new.stamps.keys().flat_map(|key| edited.iter().map(move |id| (key, id)));
    all.filter(|(key, id)| {
        is_current(old, before.get(*id), key, id) == Some(true)
            && is_current(new, after.get(*id), key, id) == Some(false)
    })
    .map(|(key, id)| (key.clone(), id.clone()))
    .collect()
}

/// The positions that kept their order: the longest rising run among them.
fn stayed<'a>(positions: impl Iterator<Item = &'a usize>) -> BTreeSet<usize> {
    // By length of a run: the position with which it ends, and for each the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    for position in positions.copied() {
        let length = ends.partition_point(|end| *end < position);
        before.insert(position, length.checked_sub(1).map(|index| ends[index]));
        if length == ends.len() {
            ends.push(position);
        } else {
            ends[length] = position;
        }
    }
    let last = ends.last().copied();
    std::iter::successors(last, |position| before.get(position).copied().flatten()).collect()
}

/// The fingerprint of the words that an edit replaced: those that the reference last showed
/// (`shown`), or, where it shows today's already, those that every stale translation was made from.
/// `None`: there was no edit, or there were several.
pub fn edited_from<'a>(
    shown: Option<&'a Fingerprint>,
    stamps: &'a BTreeMap<String, BTreeMap<SegmentId, Stamp>>,
    (id, today): (&SegmentId, &Fingerprint),
) -> Option<&'a Fingerprint> {
    let shown = shown?;
    if shown != today {
        return Some(shown);
    }
    let sources = stamps.values().filter_map(|stamps| Some(&stamps.get(id)?.source));
    let older: BTreeSet<&Fingerprint> = sources.filter(|source| *source != today).collect();
    older.first().copied().filter(|_| older.len() == 1)
}

/// Lets translations that were made from the words before a minor edit count as made from those
/// after it. One that was out of date before stays so: what it lacks is more than the edit.
pub(super) fn count_as_made(
    lock: &mut Lock,
    old: &Lock,
    minor: &BTreeSet<SegmentId>,
) -> Vec<Minor> {
    let before = old.shown();
    let now: BTreeMap<SegmentId, _> =
        lock.segments.iter().map(|known| (known.id.clone(), known.fingerprint.clone())).collect();
    let edit = |id: &SegmentId| {
        let is = now.get(id)?.clone();
        let was = edited_from(before.get(id).copied(), &lock.stamps, (id, &is)).cloned();
        let mut done = Minor { id: id.clone(), current: Vec::new(), stale: Vec::new() };
        for (key, stamps) in &mut lock.stamps {
            let Some(stamp) = stamps.get_mut(id) else { continue };
            if Some(&stamp.source) == was.as_ref() {
                stamp.source = is.clone();
            }
            let list = if stamp.source == is { &mut done.current } else { &mut done.stale };
            list.push(key.clone());
        }
        Some(done)
    };
    minor.iter().filter_map(edit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moved_is_the_least_that_can_have_moved() {
        let stayed = |order: &[usize]| stayed(order.iter()).into_iter().collect::<Vec<_>>();
        assert_eq!(stayed(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(stayed(&[2, 0, 1]), [0, 1]);
        assert_eq!(stayed(&[0, 3, 1, 2, 4]), [0, 1, 2, 4]);
        assert_eq!(stayed(&[]), [0_usize; 0]);
    }
}
