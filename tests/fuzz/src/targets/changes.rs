//! What the commands write into a project, and that nothing is lost by it.

use std::collections::{BTreeMap, BTreeSet};

use hexapla::catalog::Catalog;
use hexapla::diagnostic::SourceText;
use hexapla::disk::ReleaseInput;
use hexapla::exchange::{Approval, compare, table, tmx, xliff};
use hexapla::files::Files;
use hexapla::identity::Lock;
use hexapla::locale::Locale;
use hexapla::project::Project;
use hexapla::publish::{self, Loaded, Request};
use hexapla::translate::{self, Filled, Merged, Subject, sync};

use super::files::{messages, read_again};
use super::{errors, loaded};
use crate::sound;

/// The release with files written into it.
pub fn written<'t>(
    input: &ReleaseInput,
    texts: impl IntoIterator<Item = &'t SourceText>,
) -> ReleaseInput {
    let mut after = input.clone();
    for text in texts {
        let parts: Vec<&str> = text.path().split('/').collect();
        match parts.as_slice() {
            ["content", _, "index.md"] => after.source = text.clone(),
            ["content", _, "translations.lock"] => after.lock = Some(text.clone()),
            ["locales", key, _] => drop(after.catalogs.insert((*key).to_owned(), text.clone())),
            _ => panic!("a file that nobody asked for: {}", text.path()),
        }
    }
    after
}

/// Files as texts.
pub fn as_texts(files: &Files) -> Vec<SourceText> {
    let text = |(path, bytes): (&str, &[u8])| {
        SourceText::new(path, std::str::from_utf8(bytes).expect("UTF-8"))
    };
    files.iter().map(text).collect()
}

/// A release and its parts, as the commands look at them.
pub fn subject<'a>(
    loaded: &'a Loaded,
    input: &'a ReleaseInput,
    project: &'a Project,
) -> Subject<'a> {
    let Loaded { release, catalogs, .. } = loaded;
    Subject { release, catalogs, texts: &input.catalogs, unread: &input.unread, project }
}

/// The release after `sync`. `None`: there are errors that keep it from being done.
pub fn synced(input: &ReleaseInput, project: &Project) -> Option<ReleaseInput> {
    let (loaded, found) = publish::load(input.clone(), project, &Request::ALL);
    let loaded = loaded?;
    let stops = |file: &str| file.starts_with("content/");
    let stopped = errors(&found)
        .any(|one| one.place.as_ref().is_none_or(|place| stops(&place.file)) || torn(&loaded));
    let own = input.catalogs.get(loaded.release.source_locale.key());
    if stopped || translate::in_the_way(&loaded.release, own).is_some() {
        return None;
    }
    let synced = sync(&subject(&loaded, input, project), &BTreeSet::new());
    if !synced.problems.is_empty() {
        return None;
    }
    let after = written(input, &as_texts(&synced.files));
    kept(&loaded, &after, project);
    let (again, found) = publish::load(after.clone(), project, &Request::ALL);
    let again = again.unwrap_or_else(|| panic!("what was synced is read: {found:?}"));
    let lock_findings: Vec<_> = found.iter().filter(|one| one.code.starts_with("lock-")).collect();
    assert!(lock_findings.is_empty(), "{lock_findings:?}");
    read_again(again.release.lock.clone(), after.lock.as_ref().expect("there is one").text());
    let twice = sync(&subject(&again, &after, project), &BTreeSet::new());
    assert_eq!(as_texts(&twice.files), as_texts(&synced.files), "sync is idempotent");
    Some(after)
}

fn torn(loaded: &Loaded) -> bool {
    !loaded.release.lock.rivals.is_empty()
}

/// Nothing that stood in a locale's file is gone from it, nor from the lock.
pub fn kept(before: &Loaded, after: &ReleaseInput, project: &Project) {
    for (key, catalog) in &before.catalogs {
        let Some(text) = after.catalogs.get(key) else { continue };
        let (now, _) = hexapla::catalog::parse(text, &project.words[key]);
        let now: BTreeMap<String, String> = messages(&now).into_iter().collect();
        for (id, _) in messages(catalog) {
            assert!(now.contains_key(&id), "`{id}` is gone from {key}: {}", text.text());
        }
    }
    let Some(lock) = &after.lock else { return };
    let (lock, _) = Lock::parse(lock);
    for key in before.release.lock.attic.keys() {
        let old = &before.release.lock.attic[key];
        let words = |one: &hexapla::identity::Obsolete| one.pattern.clone();
        let now = lock.attic.get(key).into_iter().flatten().map(|(_, one)| words(one));
        let older = lock.older.get(key).into_iter().flatten().map(|(_, one)| words(one));
        let now: BTreeSet<String> = now.chain(older).collect();
        let files = after.catalogs.get(key).map_or("", SourceText::text);
        for (id, one) in old {
            // Put back, its lines may be indented otherwise.
            let first = one.pattern.lines().map(str::trim).find(|line| !line.is_empty());
            let back = first.is_none_or(|line| files.contains(line));
            // Another translation of the same words, in the file, has taken its place.
            let stamp = lock.stamps.get(key).and_then(|stamps| stamps.get(id));
            let replaced = stamp.is_some_and(|stamp| stamp.source == one.source);
            assert!(now.contains(&one.pattern) || back || replaced, "{key} {id}: {one:?} is lost");
        }
    }
}

/// What is sent to translators is well-formed, and nothing comes of it when nobody has touched it.
pub fn exported(input: &ReleaseInput, project: &Project) {
    let Some(loaded) = loaded(input, project) else { return };
    let release = &loaded.release;
    let mut memory: Vec<(&Locale, &Catalog)> = Vec::new();
    for locale in release.locales.iter().filter(|one| **one != release.source_locale) {
        let catalog = loaded.catalogs.get(locale.key());
        memory.extend(catalog.map(|catalog| (&**locale, catalog)));
        sound::page("table.html", &table::write(release, locale, catalog));
        let text = xliff::write(release, locale, catalog);
        sound::xml("water.xlf", &text);
        let text = SourceText::new("water.xlf", text);
        let (sent, found) = xliff::read(&text).expect("we read what we write");
        assert_eq!(found, []);
        for sent in &sent {
            let compared = compare((sent, &text), release, catalog, Approval::MeansNothing);
            assert_eq!(compared.found, [], "nobody has touched it: {}", text.text());
            assert!(compared.delivery.is_empty(), "{:?} {}", compared.delivery, text.text());
            assert_eq!(compared.untouched, sent.units.len());
        }
        untouched(&loaded, locale, project);
    }
    sound::xml("water.tmx", &tmx::write(release, &memory));
}

/// A file of what is open, as it was sent.
fn untouched(loaded: &Loaded, locale: &Locale, project: &Project) {
    let (release, key) = (&loaded.release, locale.key());
    let catalog = loaded.catalogs.get(key);
    let Some(words) = project.words.get(key) else { return };
    let Ok(Some(todo)) = translate::todo(release, (key, catalog), &project.settings) else {
        return;
    };
    let filled = Filled::new(SourceText::new("todo.ftl", &*todo.text)).expect("our own file");
    let merged = translate::merge(release, (&filled, words), catalog);
    let Merged { delivery, done, .. } =
        merged.unwrap_or_else(|found| panic!("nobody has touched it: {found:?}\n{}", todo.text));
    assert!(delivery.is_empty() && done.is_empty(), "{delivery:?}\n{}", todo.text);
}
