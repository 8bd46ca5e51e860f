//! The files of a project.

use hexapla::catalog::{self, Catalog, Words};
use hexapla::diagnostic::SourceText;
use hexapla::disk::{ProjectInput, ReleaseInput};
use hexapla::identity::Lock;
use hexapla::project::{self, Project};
use hexapla::publish::manifest::{self, Last};
use hexapla::publish::{self, Request, Shelf};
use hexapla::translate;

use super::changes::{exported, synced};
use super::{errors, published};
use crate::home::{self, KEY};
use crate::{heap, sound};

/// What parts the files in an input that holds several.
const PART: &str = "\n%%\n";

/// `index.md`.
pub fn markdown(bytes: &[u8]) {
    let mut input = home::release();
    let Some(source) = read("content/water/index.md", bytes) else { return };
    input.source = source;
    whole(input, home::project(), bytes.len());
}

/// What stands between the two `+++` of `index.md`.
pub fn front_matter(bytes: &[u8]) {
    let source = [b"+++\n", bytes, b"\n+++\n\n\xD9\x85\xD8\xA7\xD8\xA1\n"].concat();
    let mut input = home::release();
    let Some(source) = read("content/water/index.md", &source) else { return };
    input.source = source;
    input.lock = None;
    whole(input, home::project(), bytes.len());
}

/// A locale's files, and the source that they translate: what follows the first may be left out.
pub fn translation(bytes: &[u8]) {
    let Some(text) = read("parts", bytes) else { return };
    let mut parts = text.text().split(PART).map(|part| Some(part).filter(|part| !part.is_empty()));
    let mut part = |path: &str| Some(SourceText::new(path, parts.next()??));
    let mut input = home::release();
    let translation = part("locales/ar/water.ftl");
    input.catalogs.extend(translation.map(|text| (KEY.to_owned(), text)));
    input.source = part("content/water/index.md").unwrap_or(input.source);
    let mut shared = home::shared();
    let terms = part("locales/ar/terms.ftl");
    let reference = part("locales/en/terms.ftl");
    let furniture = part("locales/ar/hexapla.ftl");
    if terms.is_none() && reference.is_none() && furniture.is_none() {
        return whole(input, home::project(), bytes.len());
    }
    shared.terms.extend(terms.map(|text| (KEY.to_owned(), text)));
    shared.terms.extend(reference.map(|text| ("en".to_owned(), text)));
    shared.furniture.extend(furniture.map(|text| (KEY.to_owned(), text)));
    if let Some(project) = parsed(shared, bytes.len()) {
        whole(input, &project, bytes.len());
    }
}

/// `hexapla.toml`.
pub fn settings(bytes: &[u8]) {
    let mut shared = home::shared();
    shared.config = read("hexapla.toml", bytes);
    if shared.config.is_none() {
        return;
    }
    let Some(project) = parsed(shared, bytes.len()) else { return };
    let input = home::release();
    let made = published(&input, &project, bytes.len());
    if let Some(folder) = made.folder {
        let text = folder.change.files.get(manifest::NAME);
        let manifest = Last::parse(text).manifest().cloned();
        let shelf = Shelf::new(manifest.into_iter().collect());
        if let Some(change) = shelf.change(&project, None) {
            sound::files(&change.files);
        }
    }
    let configuration = translate::configuration(&project.settings, &["terms"], &[]);
    assert!(!configuration.contains('\0'));
    synced(&input, &project);
}

/// `translations.lock`.
pub fn lock(bytes: &[u8]) {
    let Some(text) = read("content/water/translations.lock", bytes) else { return };
    let ((lock, found), written) = heap::bounded(bytes.len(), || {
        let (lock, found) = Lock::parse(&text);
        let written = lock.to_text();
        ((lock, found), written)
    });
    sound::findings(&found, std::slice::from_ref(&text));
    read_again(lock, &written);
    let mut input = home::release();
    input.lock = Some(text);
    published(&input, home::project(), bytes.len());
    synced(&input, home::project());
}

/// What is written of a lock says the same when it is read.
pub fn read_again(mut lock: Lock, written: &str) {
    let (again, found) = Lock::parse(&SourceText::new("translations.lock", written));
    assert_eq!(found, []);
    assert_eq!(again.to_text(), written);
    // What a merge left is never written, nor what nothing refers to.
    lock.rivals.clear();
    lock.stamps.retain(|_, stamps| !stamps.is_empty());
    lock.texts.retain(|fingerprint, _| again.texts.contains_key(fingerprint));
    assert_eq!(again, lock);
}

/// What `fmt` makes of an FTL file.
pub fn format(bytes: &[u8]) {
    let Some(text) = read("locales/ar/water.ftl", bytes) else { return };
    let regular = match heap::bounded(bytes.len(), || catalog::format(&text)) {
        Ok(regular) => regular,
        Err(found) => return sound::findings(&found, &[text]),
    };
    let regular = SourceText::new(text.path(), regular);
    assert_eq!(catalog::format(&regular).as_deref(), Ok(regular.text()), "fmt is idempotent");
    let words = &home::project().words[KEY];
    assert_eq!(said(&regular, words), said(&text, words));
}

/// What a file says, message by message.
fn said(text: &SourceText, words: &Words) -> Vec<(String, String)> {
    let (catalog, found) = catalog::parse(text, words);
    let codes = found.iter().map(|one| ("finding".to_owned(), one.code.to_owned()));
    codes.chain(messages(&catalog)).collect()
}

/// The messages of a catalog with the fingerprints of what they say.
pub fn messages(catalog: &Catalog) -> Vec<(String, String)> {
    let one = |id| {
        let entry = catalog.entry(&id)?;
        Some((id.to_string(), entry.fingerprint.to_string()))
    };
    catalog.ids().into_iter().filter_map(one).collect()
}

/// The text of a file, unless it is none: that is said with its place.
pub fn read(path: &str, bytes: &[u8]) -> Option<SourceText> {
    match home::text(path, bytes) {
        Ok(text) => Some(text),
        Err(problem) => {
            sound::findings(&[problem], &[]);
            None
        }
    }
}

/// The project of its files.
fn parsed(input: ProjectInput, size: usize) -> Option<Project> {
    let texts: Vec<SourceText> = input
        .config
        .iter()
        .chain(input.terms.values())
        .chain(input.furniture.values())
        .cloned()
        .collect();
    let (project, found) = heap::bounded(size, || project::parse(input));
    sound::findings(&found, &texts);
    project
}

/// All that is done with a release.
fn whole(input: ReleaseInput, project: &Project, size: usize) {
    published(&input, project, size);
    let fixed = publish::fix(&input, project, &Request::ALL);
    // What one round lays bare, the next mends: the places are those of the text in between.
    sound::findings(&fixed.mended, &[]);
    if !fixed.texts.is_empty() {
        let before = publish::load(input.clone(), project, &Request::ALL).1;
        let after = super::changes::written(&input, fixed.texts.values());
        let after = publish::load(after, project, &Request::ALL).1;
        assert!(errors(&after).count() <= errors(&before).count(), "{before:?} {after:?}");
    }
    if let Some(synced) = synced(&input, project) {
        exported(&synced, project);
    }
}
