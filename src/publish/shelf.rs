//! What stands beside the releases: the chooser of a language, the lists of releases, the manifest.
//! All of it is derived from the manifests of the releases, so a build of one loses none.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::manifest::{self, File, Language, Manifest};
use crate::disk::{Change, Ours};
use crate::files::Files;
use crate::locale::LocaleRef;
use crate::project::{Format, Project};
use crate::segment::Slug;
use crate::write::html::{self, Choice, Chooser, Download, Entry, Index};

/// The releases in the output, newest first.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// Their manifests.
    pub releases: Vec<Manifest>,
}

/// `manifest.json` of the output.
#[derive(Serialize)]
struct Root<'a> {
    generator: &'static str,
    version: u32,
    releases: Vec<Release<'a>>,
    files: &'a [File],
}

/// A release in it.
#[derive(Serialize)]
struct Release<'a> {
    slug: &'a str,
    date: &'a str,
    source: &'a str,
    manifest: String,
    locales: &'a [Language],
}

/// What is needed of the last one.
#[derive(Deserialize)]
struct Listing {
    generator: String,
    #[serde(default)]
    releases: Vec<Known>,
    files: Vec<File>,
}

/// A release that it lists.
#[derive(Deserialize)]
struct Known {
    slug: String,
}

/// The releases that the last manifest lists.
pub(super) fn known(last: Option<&[u8]>) -> BTreeSet<String> {
    let listing = last.and_then(|text| serde_json::from_slice::<Listing>(text).ok());
    let listing = listing.filter(|listing| listing.generator == manifest::GENERATOR);
    listing.into_iter().flat_map(|one| one.releases).map(|release| release.slug).collect()
}

/// What may be replaced, and the paths that the last manifest lists.
fn ours(last: Option<&[u8]>) -> (Ours, BTreeSet<String>) {
    let nothing = || Ours::Listed(BTreeSet::new());
    let Some(text) = last else { return (nothing(), BTreeSet::new()) };
    match serde_json::from_slice::<Listing>(text) {
        Ok(listing) if listing.generator == manifest::GENERATOR => {
            let paths = listing.files.into_iter().map(|file| file.path);
            // A path that leads out of the output is not one that we wrote.
            let paths: BTreeSet<_> = paths.filter(|path| manifest::is_inside(path)).collect();
            (manifest::listed(paths.iter().map(String::as_str)), paths)
        }
        Ok(_) | Err(_) if manifest::is_ours(text) || !manifest::is_json(text) => {
            (Ours::Unknown, BTreeSet::new())
        }
        Ok(_) | Err(_) => (nothing(), BTreeSet::new()),
    }
}

impl Shelf {
    /// The releases in the order of reading: newest first, then by name.
    pub fn new(mut releases: Vec<Manifest>) -> Self {
        releases.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.slug.cmp(&b.slug)));
        Self { releases }
    }

    /// The files beside the releases. `last` is the manifest that stands there now. `None`: there is
    /// nothing to list and nothing to take away.
    pub fn change(&self, project: &Project, last: Option<&[u8]>) -> Option<Change> {
        let (ours, before) = ours(last);
        if self.releases.is_empty() && before.is_empty() {
            return None;
        }
        let mut files = Files::new();
        let listed = project.settings.locales.iter().filter(|locale| self.has(locale));
        let listed: Vec<LocaleRef> = listed.cloned().collect();
        for locale in &listed {
            if let Some(page) = self.index(locale, &listed, project) {
                files.insert(format!("{}/index.html", locale.key()), page);
            }
        }
        if let Some(page) = self.chooser(&listed, project) {
            files.insert("index.html", page);
        }
        let described = files.iter().map(|(path, bytes)| File::shared(path, bytes));
        let described: Vec<_> = described.collect();
        files.insert(manifest::NAME, self.manifest(&described));
        let removed = before.into_iter().filter(|path| files.get(path).is_none()).collect();
        Some(Change { files, removed, ours })
    }

    fn has(&self, locale: &LocaleRef) -> bool {
        self.releases.iter().any(|release| has_page(release, locale))
    }

    /// The newest release that has a page in a language says who publishes there.
    fn newest(&self, locale: &LocaleRef) -> Option<&Language> {
        let release = self.releases.iter().find(|release| has_page(release, locale))?;
        release.locales.iter().find(|language| language.locale == locale.key())
    }

    fn index(&self, locale: &LocaleRef, listed: &[LocaleRef], project: &Project) -> Option<String> {
        let words = project.words.get(locale.key())?;
        let has_page = self.releases.iter().filter(|release| has_page(release, locale));
        let entries: Vec<_> =
            has_page.filter_map(|release| entry(release, locale, project)).collect();
        Some(html::index(&Index {
            locale,
            furniture: &words.furniture,
            organisation: &self.organisation(locale, project),
            base_url: project.settings.base_url.as_deref(),
            languages: listed,
            entries: &entries,
        }))
    }

    fn chooser(&self, listed: &[LocaleRef], project: &Project) -> Option<String> {
        let source = &project.settings.source_locale;
        let words = project.words.get(source.key())?;
        let choices: Vec<_> = listed
            .iter()
            .map(|locale| {
                let own = self.newest(locale).and_then(|language| language.organisation.as_ref());
                let words_locale = own.map_or_else(
                    || locale.clone(),
                    |own| locale_of(&own.locale, project).unwrap_or_else(|| locale.clone()),
                );
                let words = self.organisation(locale, project);
                Choice { locale: locale.clone(), words, words_locale }
            })
            .collect();
        if choices.is_empty() {
            return None;
        }
        Some(html::chooser(&Chooser {
            slug: None,
            locale: source,
            furniture: &words.furniture,
            organisation: &self.organisation(source, project),
            base_url: project.settings.base_url.as_deref(),
            choices: &choices,
            parallels: &[],
        }))
    }

    fn organisation(&self, locale: &LocaleRef, project: &Project) -> String {
        let words = project.words.get(locale.key());
        let own = words.map(|words| words.furniture.organisation()).unwrap_or_default();
        let newest = self.newest(locale).and_then(|language| language.organisation.as_ref());
        match newest.filter(|_| own.is_empty()) {
            Some(newest) => newest.text.clone(),
            None => own.to_owned(),
        }
    }

    fn manifest(&self, files: &[File]) -> String {
        let releases = self.releases.iter().map(|one| Release {
            slug: &one.slug,
            date: &one.date,
            source: &one.source,
            manifest: format!("{}/{}", one.slug, manifest::NAME),
            locales: &one.locales,
        });
        manifest::to_json(&Root {
            generator: manifest::GENERATOR,
            version: manifest::VERSION,
            releases: releases.collect(),
            files,
        })
    }
}

fn has_page(release: &Manifest, locale: &LocaleRef) -> bool {
    release.editions(locale.key()).contains_key(&Format::Html)
}

fn locale_of(key: &str, project: &Project) -> Option<LocaleRef> {
    project.settings.locales.iter().find(|locale| locale.key() == key).cloned()
}

/// A release in the list of a language.
fn entry(release: &Manifest, locale: &LocaleRef, project: &Project) -> Option<Entry> {
    let language = release.locales.iter().find(|language| language.locale == locale.key())?;
    let of = |words: &manifest::Words| {
        let locale = locale_of(&words.locale, project).unwrap_or_else(|| locale.clone());
        (words.text.clone(), locale)
    };
    let (title, title_locale) = of(&language.title);
    let (kind, kind_locale) = match language.kind.as_ref().map(of) {
        Some((kind, locale)) => (Some(kind), locale),
        None => (None, locale.clone()),
    };
    let editions = release.editions(locale.key()).into_iter();
    let others = editions.filter(|(format, _)| *format != Format::Html);
    let downloads = others.map(|(format, file)| {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path).to_owned();
        Download { format, file: name, bytes: file.bytes }
    });
    Some(Entry {
        slug: Slug::new(&release.slug)?,
        title,
        title_locale,
        kind,
        kind_locale,
        date: release.day()?,
        downloads: downloads.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Date;
    use crate::locale::Locale;

    #[test]
    fn releases_stand_newest_first() {
        let english = Locale::built_in("en").unwrap();
        let release =
            |(slug, day)| Manifest::new(slug, Date { year: 2026, month: 1, day }, &english);
        let shelf = Shelf::new([("b", 1), ("c", 9), ("a", 1)].map(release).to_vec());
        let slugs: Vec<_> = shelf.releases.iter().map(|release| &*release.slug).collect();
        assert_eq!(slugs, ["c", "a", "b"]);
    }
}
