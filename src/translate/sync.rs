//! `sync`: the lock and the reference follow the source.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Changes, count_as_made, outdated};
use super::reference::reference;
use super::restored::put_back;
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, SourceText};
use crate::files::Files;
use crate::identity::{self, Known, Lock, Obsolete, Origin, Review, Stamp};
use crate::project::{Project, Settings};
use crate::release::Release;
use crate::segment::{Fingerprint, SegmentId};

/// A release with all that `sync` works on.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The release.
    pub release: &'a Release,
    /// Its translations by the key of their locale.
    pub catalogs: &'a BTreeMap<String, Catalog>,
    /// The files of the translations by the key of their locale.
    pub texts: &'a BTreeMap<String, SourceText>,
    /// Why a file that stands where one belongs cannot be read, by the key of its locale.
    pub unread: &'a BTreeMap<String, Diagnostic>,
    /// The project.
    pub project: &'a Project,
}

/// What a `sync` comes to.
#[derive(Clone, Debug)]
pub struct Synced {
    /// The files, by their paths in the project.
    pub files: Files,
    /// What is different.
    pub changes: Changes,
    /// Messages that could not be written.
    pub problems: Vec<Diagnostic>,
}

/// The files of a release that follow its source: the lock, and the reference in the source's own
/// locale. The locales' files belong to the translators: only a translation whose words are back
/// is put back. The source edits of the messages in `minor` need no new translation.
pub fn sync(subject: &Subject<'_>, minor: &BTreeSet<SegmentId>) -> Synced {
    let release = subject.release;
    let mut lock = follow(release, subject.catalogs);
    let mut changes = Changes::between(&release.lock, &lock);
    changes.minor = count_as_made(&mut lock, &release.lock, minor);
    let mut catalogs = subject.catalogs.clone();
    let mut files = Files::new();
    let mut problems = unkept(subject.unread, &changes);
    for key in translated(release) {
        match put_back(subject, &mut lock, key) {
            Ok(None) => {}
            Ok(Some(back)) => {
                changes.returned.extend(back.ids.into_iter().map(|id| (key.to_owned(), id)));
                files.insert(format!("locales/{key}/{}.ftl", release.slug), back.text);
                catalogs.insert(key.to_owned(), back.catalog);
            }
            Err(more) => problems.extend(more),
        }
    }
    let (own, more) = finish((release, &catalogs), (lock, &mut changes), &subject.project.settings);
    problems.extend(more);
    files.extend("", own);
    Synced { files, changes, problems }
}

/// The lock and the reference with their paths, once what is translated is in the lock.
pub(super) fn finish(
    (release, catalogs): (&Release, &BTreeMap<String, Catalog>),
    (mut lock, changes): (Lock, &mut Changes),
    settings: &Settings,
) -> (Files, Vec<Diagnostic>) {
    forget_origins(&mut lock, release, catalogs);
    let known = |(id, origin): &(SegmentId, Origin)| {
        lock.origins.get(id).is_some_and(|origins| origins.contains(origin))
    };
    changes.origins.retain(known);
    changes.outdated = outdated(&release.lock, &lock, &changes.edited);
    let (reference, problems) = reference(release, &lock, catalogs, settings);
    let mut files = Files::new();
    files.insert(format!("content/{}/translations.lock", release.slug), lock.to_text());
    let source = release.source_locale.key();
    files.insert(format!("locales/{source}/{}.ftl", release.slug), reference);
    (files, problems)
}

/// Why nothing can be taken out of a release now: the translations of messages that are gone are kept
/// in the lock, and those in a file that cannot be read are not known.
pub fn unkept(unread: &BTreeMap<String, Diagnostic>, changes: &Changes) -> Vec<Diagnostic> {
    let Some(gone) = changes.obsolete.first() else { return Vec::new() };
    let why = |(key, why): (&String, &Diagnostic)| {
        let message = format!(
            "nothing is written: `{gone}` is gone from the source, and its translation into \
             `{key}`, in a file that cannot be read, would be lost"
        );
        Diagnostic { message, ..why.clone() }
    };
    unread.iter().map(why).collect()
}

/// The keys of the locales that a release is translated into.
fn translated(release: &Release) -> impl Iterator<Item = &str> {
    let others = release.locales.iter().filter(|locale| **locale != release.source_locale);
    others.map(|locale| locale.key())
}

/// How every reference begins.
const HEADER: &str = "# Written by";

/// What stands where the reference belongs, if it is somebody's work: a file that does not begin as
/// ours do, or one that the lock knows as a translation (tools copy our first line into those).
pub fn in_the_way(release: &Release, standing: Option<&SourceText>) -> Option<Diagnostic> {
    let (file, key) = (standing?, release.source_locale.key());
    let translated = release.lock.stamps.get(key).is_some_and(|stamps| !stamps.is_empty());
    if file.text().starts_with(HEADER) && !translated {
        return None;
    }
    let slug = &release.slug;
    let message = format!(
        "the words of the source belong here, for `{slug}` is written in `{key}`; \
         this file is not one that `hexapla sync` wrote"
    );
    let help = format!(
        "if `{key}` is not the language of `content/{slug}/index.md`, say so with `source-locale`; \
         if it is, move this file away"
    );
    let first = file.text().lines().next().unwrap_or_default().len();
    Some(Diagnostic::error("not-a-reference", message).at(file.place(0..first)).help(help))
}

/// The lock after the source and the translations as they are now.
pub(super) fn follow(release: &Release, catalogs: &BTreeMap<String, Catalog>) -> Lock {
    let mut lock = release.lock.clone();
    let segments = release.document.leaves();
    for (id, origins) in identity::origins(&release.lock, &segments) {
        lock.origins.entry(id).or_default().extend(origins);
    }
    lock.set_segments(segments.iter().copied());
    // It is no translation any more.
    lock.stamps.remove(release.source_locale.key());
    for (key, catalog) in catalogs.iter().filter(|(key, _)| *key != release.source_locale.key()) {
        stamp(&mut lock, release, (key, catalog));
        keep_obsolete(&mut lock, (key, catalog), &release.lock.segments);
    }
    lock.rivals.clear();
    lock
}

/// Keeps the translations of segments that are gone, for tools take them out of the locale's file;
/// lets go of those that the file has again for the same words.
fn keep_obsolete(lock: &mut Lock, (key, catalog): (&str, &Catalog), before: &[Known]) {
    let current: BTreeMap<SegmentId, Fingerprint> =
        lock.segments.iter().map(|known| (known.id.clone(), known.fingerprint.clone())).collect();
    // A stamp may come from a branch on which the segment was never gone.
    let stamped = lock.stamps.get(key).into_iter().flatten();
    let stamped = stamped.map(|(id, stamp)| (id.clone(), stamp.source.clone()));
    let known = before.iter().map(|known| (known.id.clone(), known.fingerprint.clone()));
    let gone: BTreeMap<SegmentId, Fingerprint> =
        known.chain(stamped).filter(|(id, _)| !current.contains_key(id)).collect();
    for (id, source) in gone {
        if let Some(entry) = catalog.entry(&id) {
            let pattern = entry.pattern.to_owned();
            lock.keep(key, &id, Obsolete { source, pattern });
        }
    }
    for (id, source) in current.iter().filter(|(id, _)| catalog.entry(id).is_some()) {
        let made_from = lock.stamp(key, id).map(|stamp| stamp.source.clone());
        for source in made_from.iter().chain([source]) {
            lock.take(key, id, source);
        }
    }
}

/// A translation that changed since it was last stamped was made from the source as the reference
/// showed it then: not from an edit that no translator has seen.
fn stamp(lock: &mut Lock, release: &Release, (key, catalog): (&str, &Catalog)) {
    let shown = release.lock.shown();
    let segments = release.document.leaves();
    for segment in segments {
        let id = &segment.id;
        let Some(entry) = catalog.entry(id) else { continue };
        // A merge may have left the stamps of both sides: the one of these words is right.
        let rivals = lock.rivals.get(&(key.to_owned(), id.clone())).into_iter().flatten();
        let all = rivals.chain(lock.stamp(key, id));
        let fitting = all.filter(|stamp| stamp.translation == entry.fingerprint);
        let is_best = |stamp: &&Stamp| (stamp.source == segment.fingerprint, stamp.review);
        let stamp = fitting.max_by_key(is_best).cloned().unwrap_or_else(|| Stamp {
            source: shown.get(id).map_or(&segment.fingerprint, |shown| *shown).clone(),
            translation: entry.fingerprint,
            review: Review::Translated,
        });
        lock.stamps.entry(key.to_owned()).or_default().insert(id.clone(), stamp);
    }
}

/// Lets go of what is said of a message's origins once every locale has it.
fn forget_origins(lock: &mut Lock, release: &Release, catalogs: &BTreeMap<String, Catalog>) {
    let segments = release.document.leaves();
    let current: BTreeMap<&SegmentId, &Fingerprint> =
        segments.iter().map(|segment| (&segment.id, &segment.fingerprint)).collect();
    let mut origins = std::mem::take(&mut lock.origins);
    origins.retain(|id, _| {
        let Some(fingerprint) = current.get(id) else { return false };
        let done = |key: &str| {
            let has = catalogs.get(key).is_some_and(|catalog| catalog.entry(id).is_some());
            has && lock.stamp(key, id).is_some_and(|stamp| stamp.source == **fingerprint)
        };
        translated(release).any(|key| !done(key))
    });
    lock.origins = origins;
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalog::{self, words};
    use crate::files::Assets;
    use crate::locale::{Digits, Locale, LocaleRef};
    use crate::markdown;
    use crate::segment::Slug;

    fn locale(key: &str) -> LocaleRef {
        Arc::new(Locale::built_in(key).expect("one of the six"))
    }

    fn release(body: &str, lock: Lock) -> Release {
        let front = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";
        let source = SourceText::new("index.md", format!("{front}{body}"));
        let (parsed, problems) = markdown::parse(&source, &Assets::new());
        assert_eq!(problems, []);
        let parsed = parsed.expect("the front matter is right");
        Release {
            slug: Slug::new("one").expect("it is one"),
            document: identity::assign(&parsed.document, &lock),
            source,
            source_locale: locale("en"),
            locales: vec![locale("ar"), locale("en")],
            facts: parsed.facts,
            lock,
            assets: Arc::new(Assets::new()),
        }
    }

    /// What the lock remembers after `sync`, with one translation of a message.
    fn followed(body: &str, lock: Lock, id: &str, words: &str) -> Lock {
        let arabic = words::built_in(&locale("ar"), Digits::Western).expect("one of the six");
        let source = SourceText::new("ar.ftl", format!("{id} = {words}\n"));
        let (catalog, problems) = catalog::parse(&source, &arabic);
        assert_eq!(problems, []);
        follow(&release(body, lock), &BTreeMap::from([("ar".to_owned(), catalog)]))
    }

    #[test]
    fn a_translation_is_of_the_source_that_was_shown() {
        let before = "We have a critical role to play in this.\n";
        let after = "We have no critical role to play in this.\n";
        let id = release(before, Lock::default()).document.leaves()[2].id.clone();
        let name = id.to_string();
        let lock = followed(before, Lock::default(), &name, "لنا دور");
        let shown = lock.shown()[&id].clone();
        // Source and translation are edited between two syncs: nobody has seen the new source.
        let lock = followed(after, lock, &name, "لنا دور حاسم");
        assert_eq!(lock.stamp("ar", &id).expect("it is translated").source, shown);
        assert_ne!(*lock.shown()[&id], shown);
        // The reference shows it now.
        let lock = followed(after, lock, &name, "ليس لنا دور حاسم");
        assert_eq!(lock.stamp("ar", &id).expect("it is translated").source, *lock.shown()[&id]);
    }

    #[test]
    fn a_translation_outlives_its_segment() {
        let body = "Words that go.\n\nWords that stay where they are.\n";
        let id = release(body, Lock::default()).document.leaves()[2].id.clone();
        let name = id.to_string();
        let lock = followed(body, Lock::default(), &name, "كلمات");
        assert!(lock.kept("ar").is_empty());
        let stamp = lock.stamp("ar", &id).expect("it is translated").clone();
        let gone = followed("Words that stay where they are.\n", lock, &name, "كلمات");
        let kept = Obsolete { source: stamp.source, pattern: "كلمات".to_owned() };
        assert_eq!(gone.attic["ar"], BTreeMap::from([(id.clone(), kept)]));
        // The message is out of the file; then the words come back, and the same id with them.
        let without = followed("Words that stay where they are.\n", gone, "other", "x");
        assert!(without.attic["ar"].contains_key(&id));
        let again = release(body, without.clone());
        assert_eq!(again.document.leaves()[2].id, id);
        assert!(followed(body, without, &name, "كلمات").kept("ar").is_empty());
    }
}
