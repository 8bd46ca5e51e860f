//! What a release's folder will hold after a build: what this build writes, and what stays.

use std::collections::{BTreeMap, BTreeSet};

use super::manifest::{self, File, Language, Last, Manifest};
use super::{Request, parallel};
use crate::edition::{Edition, Sibling};
use crate::locale::LocaleRef;
use crate::project::{Format, Settings};
use crate::pseudo::Pseudo;
use crate::release::Release;
use crate::write::parallel::{folder as parallel_folder, folder_of};

/// The formats of each language, by its key.
type Formats = BTreeMap<String, BTreeSet<Format>>;

/// The languages and the files that stay.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// The languages that the folder will hold, in the order of the project.
    pub languages: Vec<Language>,
    /// The files of the last build that stay.
    pub kept: Vec<File>,
    /// What the last build left.
    before: Formats,
    /// What there will be.
    after: Formats,
    /// Parallel editions by their folder: those of the last build, and those that there will be.
    beside: [Formats; 2],
}

/// Editions of an earlier build that a build takes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The key of their locale, or the folder of a parallel edition.
    pub locale: String,
    /// Their formats.
    pub formats: BTreeSet<Format>,
    /// The formats in which the language stays.
    pub left: BTreeSet<Format>,
}

impl Plan {
    /// The plan for the editions that are to be published. `withheld` are the keys of those that
    /// were asked for and are not fit: what stood there before stays.
    pub fn new(
        release: &Release,
        editions: &[Edition],
        withheld: &[&str],
        (request, settings, last): (&Request, &Settings, &Last),
    ) -> Self {
        let nothing =
            Manifest::new(release.slug.as_str(), release.facts.date, &release.source_locale);
        let last = last.manifest().unwrap_or(&nothing);
        let stays = |file: &&File| {
            if let (Some(keys), Some(format)) = (&file.parallel, file.format) {
                return request.leaves((keys, format), settings, withheld);
            }
            let (Some(key), Some(format)) = (&file.locale, file.format) else { return false };
            // Pseudo-locales do not stay among what is published.
            let strays = Pseudo::named(key).is_some() && !request.is_pseudo();
            let asked = request.has_locale(key) && request.has_format(format);
            !(asked || strays) || withheld.contains(&key.as_str())
        };
        let mut kept: Vec<File> = last.files.iter().filter(stays).cloned().collect();
        if kept.iter().any(|file| file.format == Some(Format::Html)) {
            // Which of the images a page shows that stays is not known; the chooser is made anew.
            let image = |file: &&File| {
                file.locale.is_none() && file.format.is_none() && file.media_type != "text/html"
            };
            kept.extend(last.files.iter().filter(image).cloned().collect::<Vec<_>>());
        }
        let languages = languages(release, editions, last, &kept);
        let mut after = formats(&kept);
        for edition in editions {
            let written = request.formats(&edition.settings);
            after.entry(edition.locale.key().to_owned()).or_default().extend(written);
        }
        let mut parallels = parallel::formats(&kept);
        for group in parallel::groups(editions, request, settings) {
            let written = request.formats(settings).iter();
            let written = written.filter(|format| parallel::FORMATS.contains(format)).copied();
            parallels.entry(folder_of(&group)).or_default().extend(written);
        }
        let before = (formats(&last.files), parallel::formats(&last.files));
        Self { languages, kept, before: before.0, after, beside: [before.1, parallels] }
    }

    /// The files that stay beside an edition's page in its language, by format.
    pub fn kept(&self, key: &str) -> BTreeMap<Format, &File> {
        let editions = manifest::editions(&self.kept);
        editions.filter(|(of, _, _)| *of == key).map(|(_, format, file)| (format, file)).collect()
    }

    /// The size of a file that stays of a parallel edition in this folder.
    pub fn kept_beside(&self, folder: &str, format: Format) -> Option<usize> {
        let mut files = manifest::parallels(&self.kept);
        let found = files.find(|(keys, of, _)| {
            *of == format && parallel_folder(keys.iter().map(String::as_str)) == folder
        });
        found.map(|(_, _, file)| file.bytes)
    }

    /// The formats in which a language will be there.
    pub fn formats(&self, key: &str) -> BTreeSet<Format> {
        self.after.get(key).cloned().unwrap_or_default()
    }

    /// The languages of a release as its editions see them.
    pub fn siblings(&self, release: &Release) -> Vec<Sibling> {
        let sibling = |locale: &LocaleRef| {
            let language = self.languages.iter().find(|one| one.locale == locale.key());
            let title = language.map_or(locale.name(), |language| &language.title.text);
            let title = title.to_owned();
            Sibling { locale: locale.clone(), title, formats: self.formats(locale.key()) }
        };
        release.locales.iter().map(sibling).collect()
    }

    /// The editions that go.
    pub fn gone(&self) -> Vec<Gone> {
        let gone = |before: &Formats, after: &Formats| -> Vec<Gone> {
            let gone = before.iter().map(|(key, before)| {
                let left = after.get(key).cloned().unwrap_or_default();
                Gone { locale: key.clone(), formats: before - &left, left }
            });
            gone.collect()
        };
        let [before, after] = &self.beside;
        let gone = gone(&self.before, &self.after).into_iter().chain(gone(before, after));
        gone.filter(|gone| !gone.formats.is_empty()).collect()
    }

    /// Whether a page that stays, and that a whole build would make anew, leads to other languages
    /// or formats than there will be.
    pub fn has_pages_behind(&self, withheld: &[&str]) -> bool {
        let pages = manifest::editions(&self.kept).filter(|(_, format, _)| *format == Format::Html);
        let mut keys = pages.map(|(key, _, _)| key).filter(|key| !withheld.contains(key));
        keys.any(|key| shown(&self.before, key) != shown(&self.after, key))
    }
}

/// What the page in a language leads to: its other formats, the pages in other languages.
fn shown<'a>(formats: &'a Formats, key: &str) -> (Option<&'a BTreeSet<Format>>, Vec<&'a str>) {
    let pages = formats.iter().filter(|(_, formats)| formats.contains(&Format::Html));
    (formats.get(key), pages.map(|(key, _)| key.as_str()).collect())
}

/// The formats of each language among these files.
fn formats(files: &[File]) -> Formats {
    let mut formats = Formats::new();
    for (key, format, _) in manifest::editions(files) {
        formats.entry(key.to_owned()).or_default().insert(format);
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
        kept.iter().any(|file| file.locale.as_ref() == Some(&language.locale))
    };
    let written: Vec<_> = editions.iter().map(Language::of).collect();
    let unwritten = last.locales.iter().filter(stays);
    let unwritten = unwritten.filter(|one| written.iter().all(|known| known.locale != one.locale));
    let mut all: Vec<_> = written.iter().chain(unwritten).cloned().collect();
    let place = |key: &str| {
        let mut keys = release.locales.iter().map(|locale| locale.key());
        keys.position(|known| known == key).unwrap_or(usize::MAX)
    };
    all.sort_by_key(|language| place(&language.locale));
    all
}
