//! What translators send.

use std::collections::BTreeMap;

use hexapla::disk::ReleaseInput;
use hexapla::exchange::{Approval, Compared, compare, xliff as format};
use hexapla::publish::{self, Delivered, Loaded, Request};
use hexapla::translate::{self, Delivery, Filled, Merged};

use super::changes::{as_texts, kept, written};
use super::files::{messages, read};
use super::{errors, published, sound};
use crate::heap;
use crate::home::{self, SLUG};

/// An XLIFF file that came back.
pub fn xliff(bytes: &[u8]) {
    let Some(text) = read("back.xlf", bytes) else { return };
    let (sent, found) = match heap::bounded(bytes.len(), || format::read(&text)) {
        Ok(read) => read,
        Err(problem) => return sound::findings(&[problem], &[text]),
    };
    sound::findings(&found, std::slice::from_ref(&text));
    let (input, loaded) = start();
    let mut deliveries = BTreeMap::new();
    for sent in &sent {
        let fits = sent.slug.as_str() == SLUG && sent.source == "en";
        let locales = loaded.release.locales.iter();
        let mut locales = locales.filter(|one| **one != loaded.release.source_locale);
        let Some(locale) = locales.find(|one| fits && one.tag() == sent.target) else { continue };
        let catalog = loaded.catalogs.get(locale.key());
        let compare = |approval| compare((sent, &text), &loaded.release, catalog, approval);
        let Compared { delivery, found, .. } =
            heap::bounded(bytes.len(), || compare(Approval::MeansNothing));
        sound::findings(&found, std::slice::from_ref(&text));
        sound::findings(&compare(Approval::Signs).found, std::slice::from_ref(&text));
        deliveries.insert(locale.key().to_owned(), delivery);
    }
    if let Some((after, deliveries)) = brought_in(&input, &loaded, deliveries) {
        let again = reload(&after);
        for sent in sent.iter().filter(|sent| sent.slug.as_str() == SLUG && sent.source == "en") {
            for (key, catalog) in &again.catalogs {
                let locale = again.release.locales.iter().find(|one| one.key() == key);
                if locale.is_none_or(|locale| locale.tag() != sent.target) {
                    continue;
                }
                let catalog = Some(catalog);
                let twice = compare((sent, &text), &again.release, catalog, Approval::MeansNothing);
                let mut new = twice.delivery.patterns;
                // What was refused comes again.
                let taken = deliveries.get(key).map(|delivery| &delivery.patterns);
                new.retain(|id, _| taken.is_some_and(|taken| taken.contains_key(id)));
                assert!(new.is_empty(), "bringing it in again changes it: {new:?}");
            }
        }
    }
}

/// A file of what was open, filled in.
pub fn todo(bytes: &[u8]) {
    let Some(text) = read("todo.ftl", bytes) else { return };
    let filled = match Filled::new(text.clone()) {
        Ok(filled) => filled,
        Err(problem) => return sound::findings(&[problem], &[text]),
    };
    let (input, loaded) = start();
    let key = filled.key.clone();
    let Some(words) = home::project().words.get(&key) else { return };
    if filled.slug != SLUG || key == "en" {
        return;
    }
    let catalog = loaded.catalogs.get(&key);
    let merge = || translate::merge(&loaded.release, (&filled, words), catalog);
    let merged = match heap::bounded(bytes.len(), merge) {
        Ok(merged) => merged,
        Err(found) => return sound::findings(&found, &[text]),
    };
    let Merged { delivery, .. } = merged;
    brought_in(&input, &loaded, [(key, delivery)].into());
}

fn start() -> (ReleaseInput, Loaded) {
    let input = home::release();
    let loaded = reload(&input);
    (input, loaded)
}

fn reload(input: &ReleaseInput) -> Loaded {
    let (loaded, found) = publish::load(input.clone(), home::project(), &Request::ALL);
    assert!(errors(&found).next().is_none(), "{found:?}");
    loaded.expect("it has no errors")
}

/// The release once words are put into it, without those in which errors are found, and what was
/// put in. Nothing else changes, nothing is lost, and what comes of it can be published.
fn brought_in(
    input: &ReleaseInput,
    loaded: &Loaded,
    mut deliveries: BTreeMap<String, Delivery>,
) -> Option<(ReleaseInput, BTreeMap<String, Delivery>)> {
    let delivered = loop {
        deliveries.retain(|_, delivery| !delivery.is_empty());
        if deliveries.is_empty() {
            return None;
        }
        let Ok(delivered) = publish::deliver(input, loaded, &deliveries, home::project()) else {
            return None;
        };
        let wrong = delivered
            .found
            .iter()
            .filter(|one| errors(std::slice::from_ref(&one.problem)).next().is_some());
        let wrong: Vec<_> = wrong.map(|one| (one.key.clone(), one.id.clone())).collect();
        if wrong.is_empty() {
            break delivered;
        }
        for (key, id) in wrong {
            deliveries.get_mut(&key).expect("it is one of them").leave_out(&id);
        }
    };
    let Delivered { put, .. } = delivered;
    let after = written(input, &as_texts(&put.files));
    kept(loaded, &after, home::project());
    for (key, delivery) in &deliveries {
        let now: BTreeMap<String, String> = messages(&put.catalogs[key]).into_iter().collect();
        let before = loaded.catalogs.get(key).map(messages).unwrap_or_default();
        let meant = |id: &String| delivery.patterns.keys().any(|known| known.to_string() == *id);
        for (id, fingerprint) in before.iter().filter(|(id, _)| !meant(id)) {
            assert_eq!(now.get(id), Some(fingerprint), "`{id}` was not to change");
        }
        for id in delivery.patterns.keys() {
            assert!(now.contains_key(&id.to_string()), "`{id}` was brought in");
        }
    }
    let made = published(
        &after,
        home::project(),
        after.catalogs.values().map(|text| text.text().len()).sum(),
    );
    assert!(made.folder.is_some(), "{:?}", made.found);
    Some((after, deliveries))
}
