//! `sync`: the lock and the reference follow the source.

use std::collections::{BTreeMap, BTreeSet};

use super::reference::reference;
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, SourceText};
use crate::files::Files;
use crate::identity::{Known, Lock, Obsolete, Review, Stamp};
use crate::project::Settings;
use crate::release::Release;
use crate::segment::{Fingerprint, SegmentId};

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
    (files(release, &lock, ftl), problems)
}

/// The lock and the reference with their paths.
pub(super) fn files(release: &Release, lock: &Lock, reference: String) -> Files {
    let mut files = Files::new();
    files.insert(format!("content/{}/translations.lock", release.slug), lock.to_text());
    let source = release.source_locale.key();
    files.insert(format!("locales/{source}/{}.ftl", release.slug), reference);
    files
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
    let shown = release.lock.shown();
    let segments = release.document.leaves();
    lock.set_segments(segments.iter().copied());
    // It is no translation any more.
    lock.stamps.remove(release.source_locale.key());
    for (key, catalog) in catalogs.iter().filter(|(key, _)| *key != release.source_locale.key()) {
        let stamps = lock.stamps.entry(key.clone()).or_default();
        for segment in &segments {
            let source = shown.get(&segment.id).map_or(&segment.fingerprint, |shown| *shown);
            stamp(stamps, (&segment.id, source), catalog);
        }
        keep_obsolete(&mut lock, (key, catalog), &release.lock.segments);
    }
    lock
}

/// Keeps the translations of segments that are gone, for tools take them out of the locale's file.
fn keep_obsolete(lock: &mut Lock, (key, catalog): (&str, &Catalog), before: &[Known]) {
    let current: BTreeSet<SegmentId> = lock.segments.iter().map(|known| known.id.clone()).collect();
    let gone = before.iter().filter(|known| !current.contains(&known.id));
    let kept = gone.filter_map(|known| {
        let pattern = catalog.entry(&known.id)?.pattern.to_owned();
        let stamp = lock.stamp(key, &known.id);
        let source = stamp.map_or(&known.fingerprint, |stamp| &stamp.source).clone();
        Some((known.id.clone(), Obsolete { source, pattern }))
    });
    let kept: Vec<_> = kept.collect();
    let attic = lock.attic.entry(key.to_owned()).or_default();
    attic.retain(|id, _| !current.contains(id) || catalog.entry(id).is_none());
    attic.extend(kept);
}

/// A translation that changed since it was last stamped was made from the source as the reference
/// showed it then: not from an edit that no translator has seen.
fn stamp(
    stamps: &mut BTreeMap<SegmentId, Stamp>,
    (id, source): (&SegmentId, &Fingerprint),
    catalog: &Catalog,
) {
    let Some(entry) = catalog.entry(id) else { return };
    if stamps.get(id).is_some_and(|stamp| stamp.translation == entry.fingerprint) {
        return;
    }
    let stamp = Stamp {
        source: source.clone(),
        translation: entry.fingerprint,
        review: Review::Translated,
    };
    stamps.insert(id.clone(), stamp);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalog::{self, words};
    use crate::files::Assets;
    use crate::locale::{Digits, Locale, LocaleRef};
    use crate::segment::Slug;
    use crate::{identity, markdown};

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
        assert!(lock.attic["ar"].is_empty());
        let stamp = lock.stamp("ar", &id).expect("it is translated").clone();
        let gone = followed("Words that stay where they are.\n", lock, &name, "كلمات");
        let kept = Obsolete { source: stamp.source, pattern: "كلمات".to_owned() };
        assert_eq!(gone.attic["ar"], BTreeMap::from([(id.clone(), kept)]));
        // The message is out of the file; then the words come back, and the same id with them.
        let without = followed("Words that stay where they are.\n", gone, "other", "x");
        assert!(without.attic["ar"].contains_key(&id));
        let again = release(body, without.clone());
        assert_eq!(again.document.leaves()[2].id, id);
        assert!(followed(body, without, &name, "كلمات").attic["ar"].is_empty());
    }
}
