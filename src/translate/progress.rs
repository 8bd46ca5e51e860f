//! How much of a release is translated into one locale.

use std::collections::BTreeSet;

use serde::Serialize;

use super::standing::Standing;
use crate::catalog::Catalog;
use crate::document::{State, plain};
use crate::identity::count_words;
use crate::markdown::{self, References};
use crate::release::Release;
use crate::segment::{Segment, SegmentId};

/// How many messages are in which state. All states together are all messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// All messages of the release.
    pub messages: usize,
    /// Translated from the source of today, and not yet signed.
    pub translated: usize,
    /// The same, and signed by a reviser.
    pub revised: usize,
    /// Translated from an older source.
    pub stale: usize,
    /// Not translated.
    pub missing: usize,
    /// Translated, but nothing says from which source.
    pub unverified: usize,
    /// Translations whose message is gone: in the file, or kept in the lock. Not among `messages`.
    pub obsolete: usize,
    /// Words of the source in messages that are stale or missing; a Chinese character counts as one.
    pub words_left: usize,
}

impl Progress {
    /// That of the messages of a release in the locale with this key.
    pub fn of(
        standings: &[Standing<'_>],
        release: &Release,
        (key, catalog): (&str, Option<&Catalog>),
    ) -> Self {
        let mut progress = Self { messages: standings.len(), ..Self::default() };
        for standing in standings {
            let state = match standing.state {
                State::Translated | State::Source => &mut progress.translated,
                State::Revised => &mut progress.revised,
                State::Stale | State::Outdated => &mut progress.stale,
                State::Missing => &mut progress.missing,
                State::Unverified => &mut progress.unverified,
            };
            *state += 1;
            if is_work(standing.state) {
                progress.words_left += words(standing.segment);
            }
        }
        let current: BTreeSet<&SegmentId> = standings.iter().map(|one| &one.segment.id).collect();
        let attic = release.lock.attic.get(key).into_iter().flat_map(|attic| attic.keys().cloned());
        let in_file = catalog.into_iter().flat_map(Catalog::ids);
        let gone: BTreeSet<SegmentId> = attic.chain(in_file).collect();
        progress.obsolete = gone.iter().filter(|id| !current.contains(id)).count();
        progress
    }
}

/// Whether a translator has to do something about a message in this state.
pub fn is_work(state: State) -> bool {
    match state {
        State::Missing | State::Stale | State::Outdated => true,
        State::Source | State::Translated | State::Revised | State::Unverified => false,
    }
}

/// How many words of the source a message has.
pub fn words(segment: &Segment) -> usize {
    let notes: Vec<_> = segment.notes.iter().map(String::as_str).collect();
    let references = References { links: &segment.links, notes: &notes };
    let (paragraphs, _) = markdown::inlines(&segment.pattern, &references);
    paragraphs.iter().map(|inlines| count_words(&plain(inlines))).sum()
}
