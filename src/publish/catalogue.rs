//! What the shelf says to machines: the feed of each language and the map of the site. Both are made
//! from the manifests alone, and only where the project says where it is reached.

use super::manifest::{Language, Manifest, Words};
use super::shelf::{Shelf, downloads, has_page, locale_of};
use crate::document::Date;
use crate::files::Files;
use crate::locale::LocaleRef;
use crate::project::Project;
use crate::segment::Slug;
use crate::write::feed::{self, Feed, Item, Said};
use crate::write::html;
use crate::write::sitemap::{self, Place};

impl Shelf {
    /// Feeds and map. `languages` are those that have a list of releases.
    pub(super) fn catalogue(&self, languages: &[LocaleRef], project: &Project) -> Files {
        let mut files = Files::new();
        // Nobody looks for what is no edition.
        let is_public = languages.iter().all(|locale| locale.pseudo().is_none());
        let Some(base) = project.settings.base_url.as_deref().filter(|_| is_public) else {
            return files;
        };
        for locale in languages {
            if let Some(text) = self.feed(locale, languages, (project, base)) {
                files.insert(format!("{}/{}", locale.key(), feed::NAME), text);
            }
        }
        if !languages.is_empty() {
            files.extend("", sitemap::files(base, &self.places(languages, (project, base))));
        }
        files
    }

    fn feed(
        &self,
        locale: &LocaleRef,
        languages: &[LocaleRef],
        (project, base_url): (&Project, &str),
    ) -> Option<String> {
        let words = project.words.get(locale.key())?;
        let organisation = self.organisation(locale, project);
        let mut items: Vec<_> =
            self.listed().filter_map(|release| item(release, locale, project)).collect();
        // They come in the order of the lists, which decides between those of one day.
        items.sort_by_key(|item| std::cmp::Reverse(item.updated));
        items.truncate(feed::MOST);
        Some(feed::feed(&Feed {
            locale,
            title: html::releases_of(&words.furniture, &organisation),
            organisation: &organisation,
            base_url,
            languages,
            items: &items,
        }))
    }

    /// The lists of releases, then every release.
    fn places(&self, languages: &[LocaleRef], (project, base): (&Project, &str)) -> Vec<Place> {
        let newest = |locale: &LocaleRef| {
            let days = self.listed().filter_map(|release| changed(release, locale));
            days.max().map(|day| (locale.clone(), day))
        };
        let lists =
            Place { folder: base.to_owned(), pages: languages.iter().filter_map(newest).collect() };
        let release = |release: &Manifest| Place {
            folder: format!("{base}{}/", release.slug),
            pages: pages(release, project)
                .into_iter()
                .filter_map(|locale| {
                    let day = changed(release, &locale)?;
                    Some((locale, day))
                })
                .collect(),
        };
        let releases = self.listed().map(release).filter(|place| !place.pages.is_empty());
        [lists].into_iter().chain(releases).collect()
    }
}

/// The languages of the project in which a release has a page.
fn pages(release: &Manifest, project: &Project) -> Vec<LocaleRef> {
    let known = project.settings.locales.iter();
    known.filter(|locale| has_page(release, locale)).cloned().collect()
}

fn language<'a>(release: &'a Manifest, locale: &LocaleRef) -> Option<&'a Language> {
    release.locales.iter().find(|language| language.locale == locale.key())
}

/// When a release's page in a language last changed.
fn changed(release: &Manifest, locale: &LocaleRef) -> Option<Date> {
    let language = language(release, locale).filter(|_| has_page(release, locale))?;
    language.updated().or_else(|| release.day())
}

fn item(release: &Manifest, locale: &LocaleRef, project: &Project) -> Option<Item> {
    let updated = changed(release, locale)?;
    let language = language(release, locale)?;
    let said = |words: &Words| {
        let locale = locale_of(&words.locale, project).unwrap_or_else(|| locale.clone());
        Said { words: words.text.clone(), locale }
    };
    Some(Item {
        slug: Slug::new(&release.slug)?,
        title: said(&language.title),
        kind: language.kind.as_ref().map(said),
        description: language.description.as_ref().map(said),
        organisation: language.organisation.as_ref().map(said),
        date: release.day()?,
        updated,
        pages: pages(release, project),
        downloads: downloads(release, locale),
    })
}
