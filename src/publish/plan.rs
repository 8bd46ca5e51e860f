//! What a release's folder will hold after a build: what this build writes, and what stays.

use std::collections::{BTreeMap, BTreeSet};

use super::Order;
use super::manifest::{File, Language, Last, Manifest};
use crate::edition::{Edition, Sibling};
use crate::locale::LocaleRef;
use crate::project::Format;
use crate::release::Release;

/// The languages and the files that stay.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// The languages that the folder will hold, in the order of the project.
    pub languages: Vec<Language>,
    /// The files of the last build that stay.
    pub kept: Vec<File>,
    /// The formats in which a language, by its tag, will be there.
    formats: BTreeMap<String, BTreeSet<Format>>,
}

impl Plan {
    /// The plan for the editions that are to be published. `withheld` are the keys of those that
    /// were asked for and are not fit: what stood there before stays.
    pub fn new(
        release: &Release,
        editions: &[Edition],
        withheld: &[&str],
        (order, last): (&Order, &Last),
    ) -> Self {
        let nothing =
            Manifest::new(release.slug.as_str(), release.facts.date, &release.source_locale);
        let last = last.manifest().unwrap_or(&nothing);
        let keys: BTreeMap<&str, &str> =
            last.locales.iter().map(|one| (&*one.tag, &*one.key)).collect();
        let stays = |file: &&File| {
            let (Some(tag), Some(format)) = (&file.locale, file.format) else { return false };
            let key = keys.get(tag.as_str()).copied().unwrap_or(tag);
            let asked = order.has_locale(key) && order.has_format(format);
            !asked || withheld.contains(&key)
        };
        let mut kept: Vec<File> = last.files.iter().filter(stays).cloned().collect();
        if kept.iter().any(|file| file.format == Some(Format::Html)) {
            // Which of the images a page shows that stays is not known; the chooser is made anew.
            let image = |file: &&File| file.locale.is_none() && file.media_type != "text/html";
            kept.extend(last.files.iter().filter(image).cloned().collect::<Vec<_>>());
        }
        let languages = languages(release, editions, last, &kept);
        let formats = formats(editions, order, &kept);
        Self { languages, kept, formats }
    }

    /// The files that stay beside an edition's page in its language, by format.
    pub fn kept(&self, tag: &str) -> BTreeMap<Format, &File> {
        let of = self.kept.iter().filter(|file| file.locale.as_deref() == Some(tag));
        of.filter_map(|file| Some((file.format?, file))).collect()
    }

    /// The formats in which a language will be there.
    pub fn formats(&self, tag: &str) -> BTreeSet<Format> {
        self.formats.get(tag).cloned().unwrap_or_default()
    }

    /// The languages of a release as its editions see them.
    pub fn siblings(&self, release: &Release) -> Vec<Sibling> {
        let sibling = |locale: &LocaleRef| {
            let language = self.languages.iter().find(|one| one.key == locale.key());
            let title = language.map_or(locale.name(), |language| &language.title.text);
            let title = title.to_owned();
            Sibling { locale: locale.clone(), title, formats: self.formats(&locale.tag()) }
        };
        release.locales.iter().map(sibling).collect()
    }
}

/// What is written of each edition, and what stays beside it.
fn formats(
    editions: &[Edition],
    order: &Order,
    kept: &[File],
) -> BTreeMap<String, BTreeSet<Format>> {
    let mut formats: BTreeMap<String, BTreeSet<Format>> = BTreeMap::new();
    for edition in editions {
        let written = order.formats(&edition.settings);
        formats.entry(edition.locale.tag()).or_default().extend(written);
    }
    for file in kept {
        if let (Some(tag), Some(format)) = (&file.locale, file.format) {
            formats.entry(tag.clone()).or_default().insert(format);
        }
    }
    formats
}

/// The languages with files: those of the release in its order, then those that only stay.
fn languages(
    release: &Release,
    editions: &[Edition],
    last: &Manifest,
    kept: &[File],
) -> Vec<Language> {
    let stays = |language: &&Language| {
        kept.iter().any(|file| file.locale.as_deref() == Some(language.tag.as_str()))
    };
    let written: Vec<_> = editions.iter().map(Language::of).collect();
    let unwritten = last.locales.iter().filter(stays);
    let unwritten = unwritten.filter(|one| written.iter().all(|known| known.key != one.key));
    let mut all: Vec<_> = written.iter().chain(unwritten).cloned().collect();
    let place = |key: &str| {
        let mut keys = release.locales.iter().map(|locale| locale.key());
        keys.position(|known| known == key).unwrap_or(usize::MAX)
    };
    all.sort_by_key(|language| place(&language.key));
    all
}
