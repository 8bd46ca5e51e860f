//! `merge`: what a translator filled in goes into the locale's file.

use std::collections::BTreeMap;

use super::put::Delivery;
use super::standing::{Standing, standings};
use super::todo::{Answer, Filled};
use crate::catalog::{Catalog, Words};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::State;
use crate::identity::Review;
use crate::release::Release;
use crate::segment::{Fingerprint, SegmentId};

/// What a translator filled in.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// What is to be put into the file of the locale.
    pub delivery: Delivery,
    /// What was done, and where it stands in the file that came back.
    pub done: Vec<(SegmentId, Place)>,
    /// How many messages of the file are still open.
    pub open: usize,
}

/// Compares the words that came back with those that stand in the file of their locale.
///
/// # Errors
/// What keeps them from being taken; then none is.
pub fn merge(
    release: &Release,
    (filled, words): (&Filled, &Words),
    catalog: Option<&Catalog>,
) -> Result<Merged, Vec<Diagnostic>> {
    let answers = filled.answers(words)?;
    let standings = standings(release, &filled.key, catalog);
    let by_id: BTreeMap<_, _> = standings.iter().map(|one| (&one.segment.id, one)).collect();
    let mut problems = Vec::new();
    let mut merged = Merged::default();
    for answer in answers {
        match by_id.get(&answer.id) {
            None => problems.push(gone(&answer)),
            Some(standing) => problems.extend(merged.take(standing, answer)),
        }
    }
    if problems.is_empty() { Ok(merged) } else { Err(problems) }
}

/// How an answer compares with what stands in the file of the locale.
struct Compared {
    /// The source that the translator saw.
    source: Fingerprint,
    /// Whether the translator wrote other words than those that were there.
    changed: bool,
    /// Whether somebody else has written other words since.
    meanwhile: bool,
    /// Whether the same words stand there already.
    merged_before: bool,
}

impl Compared {
    fn of(standing: &Standing<'_>, answer: &Answer) -> Self {
        let Answer { pattern, fingerprint, digests, .. } = answer;
        let current = standing.translation.as_ref().map(|entry| &entry.fingerprint);
        let merged_before = current == Some(fingerprint);
        match digests {
            // Before, nothing stood in the locale's file, or what was written here.
            Some((source, written)) => Self {
                source: source.clone(),
                changed: fingerprint != written,
                meanwhile: current.is_some_and(|current| current != written),
                merged_before,
            },
            None => Self {
                source: standing.segment.fingerprint.clone(),
                changed: !merged_before && *pattern != standing.segment.pattern,
                meanwhile: current.is_some(),
                merged_before,
            },
        }
    }
}

impl Merged {
    fn take(&mut self, standing: &Standing<'_>, answer: Answer) -> Option<Diagnostic> {
        let Compared { source, changed, meanwhile, merged_before } =
            Compared::of(standing, &answer);
        let Answer { id, pattern, ticked, source: words, place, .. } = answer;
        if merged_before && is_current(standing.state) {
            return None;
        }
        if !ticked && (!changed || merged_before) {
            self.open += 1;
            return None;
        }
        if meanwhile && !merged_before && !ticked {
            let message = format!("`{id}` was changed in the locale's file after this was written");
            let help = "put an x between its brackets, [x], to have these words; or take the \
                        message out of this file to have those";
            return Some(Diagnostic::error("merge-conflict", message).at(place).help(help));
        }
        let Delivery { patterns, sources, texts } = &mut self.delivery;
        texts.extend(words.map(|words| (source.clone(), words)));
        sources.insert(id.clone(), (source, Review::Translated));
        if !merged_before {
            patterns.insert(id.clone(), pattern);
        }
        self.done.push((id, place));
        None
    }
}

fn is_current(state: State) -> bool {
    match state {
        State::Translated | State::Revised | State::Source => true,
        State::Stale | State::Outdated | State::Missing | State::Unverified => false,
    }
}

fn gone(answer: &Answer) -> Diagnostic {
    let message = format!("the release has no message `{}`", answer.id);
    let help = "its text may be gone from the source since this file was written: take the message \
                out of this file, and keep its words if you need them";
    Diagnostic::error("unknown-message", message).at(answer.place.clone()).help(help)
}
