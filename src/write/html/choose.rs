//! The pages that lead to the editions: the choosers of a language, the index of a language.

use super::head::{alternate, alternates};
use super::page::{Page, meta};
use super::{Download, here, name_of, way};
use crate::catalog::{Furniture, Phrase};
use crate::document::{Date, Inline, Mark};
use crate::edition::isolate;
use crate::locale::LocaleRef;
use crate::project::Format;
use crate::segment::Slug;
use crate::write::body::{foreign, language_of, words};
use crate::write::file_name;
use crate::write::node::{Element, Node, element};

/// A page on which a language is chosen: of the whole output (`index.html`), or of one release
/// (`<slug>/index.html`). Both lead to `<key>/index.html`.
#[derive(Clone, Debug)]
pub struct Chooser<'a> {
    /// The release; `None`: the whole output.
    pub slug: Option<&'a Slug>,
    /// The language of the page itself: the source's.
    pub locale: &'a LocaleRef,
    /// The furniture in that language.
    pub furniture: &'a Furniture,
    /// The publisher's name in that language.
    pub organisation: &'a str,
    /// Where the output will be reached, ending in `/`.
    pub base_url: Option<&'a str>,
    /// The languages, in the order of the project.
    pub choices: &'a [Choice],
}

/// A language that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The language.
    pub locale: LocaleRef,
    /// What the reader finds there, in that language: the release's title, the publisher's name.
    pub words: String,
    /// The language that the words are in after all, when they are not translated.
    pub words_locale: LocaleRef,
}

/// The list of the releases in one language, for `<key>/index.html`.
#[derive(Clone, Debug)]
pub struct Index<'a> {
    /// The language.
    pub locale: &'a LocaleRef,
    /// Its furniture.
    pub furniture: &'a Furniture,
    /// The publisher's name in that language.
    pub organisation: &'a str,
    /// Where the output will be reached, ending in `/`.
    pub base_url: Option<&'a str>,
    /// The languages that have an index, this one included, in the order of the project.
    pub languages: &'a [LocaleRef],
    /// The releases, in any order: they are listed newest first.
    pub entries: &'a [Entry],
}

/// One release in an [`Index`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The release.
    pub slug: Slug,
    /// The plain words of its title.
    pub title: String,
    /// The language that the title is in.
    pub title_locale: LocaleRef,
    /// The plain words of its kind, if it names one.
    pub kind: Option<String>,
    /// The language that the kind is in.
    pub kind_locale: LocaleRef,
    /// Its date.
    pub date: Date,
    /// The files beside the page, other formats.
    pub downloads: Vec<Download>,
}

/// A page on which a reader chooses a language. It is nobody's language first of all, so there is no
/// redirect, and every entry is in its own.
pub fn chooser(chooser: &Chooser<'_>) -> String {
    let say = |phrase| chooser.furniture.say(phrase);
    let heading = say(Phrase::ChooseLanguage);
    let own = chooser.choices.iter().find(|choice| choice.locale == *chooser.locale);
    let subject = own.map_or(chooser.organisation, |choice| choice.words.as_str());
    let banner = element("p");
    let banner = match chooser.slug {
        Some(_) => {
            banner.child(element("a").attribute("href", "../index.html").text(chooser.organisation))
        }
        None => banner.text(chooser.organisation),
    };
    let head = chooser.base_url.map_or_else(Vec::new, |base| {
        let folder = chooser.slug.map_or_else(|| base.to_owned(), |slug| format!("{base}{slug}/"));
        let page = |choice: &Choice| {
            (choice.locale.clone(), format!("{folder}{}/index.html", choice.locale.key()))
        };
        let pages: Vec<_> = chooser.choices.iter().map(page).collect();
        let own = format!("{folder}index.html");
        let canonical =
            element("link").attribute("rel", "canonical").attribute("href", own.clone());
        let languages = pages.into_iter().map(|(locale, url)| alternate(&locale.tag(), url));
        [canonical, alternate("x-default", own)].into_iter().chain(languages).collect()
    });
    let list = element("ul").attribute("class", "list");
    let list = list.children(chooser.choices.iter().map(choice));
    Page {
        locale: chooser.locale,
        title: say(Phrase::PageTitle { title: &heading, organisation: subject }),
        head,
        data: None,
        skip: say(Phrase::SkipLink),
        header: vec![banner.into()],
        main: vec![element("h1").text(heading).into(), list.into()],
        footer: Vec::new(),
    }
    .write()
}

fn choice(choice: &Choice) -> Element {
    let name = element("b").text(choice.locale.name());
    let words = element("span")
        .attributes(foreign(&choice.words_locale, &choice.locale))
        .children(plain_words(&choice.words, &choice.words_locale));
    let link = element("a")
        .attribute("href", format!("{}/index.html", choice.locale.key()))
        .attribute("rel", "alternate")
        .attribute("hreflang", choice.locale.tag());
    element("li")
        .attributes(language_of(&choice.locale))
        .child(link.child(name).text(" ").child(words))
}

/// The list of the releases in one language, newest first.
pub fn index(index: &Index<'_>) -> String {
    let say = |phrase| index.furniture.say(phrase);
    let heading = say(Phrase::Releases);
    let mut entries: Vec<_> = index.entries.iter().collect();
    entries.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.slug.cmp(&b.slug)));
    let items = (1..).zip(entries).map(|(number, entry)| index.entry(number, entry));
    let list = element("ul").attribute("class", "list").children(items);
    let back = element("a").attribute("href", "../index.html").text(index.organisation);
    let title = say(Phrase::PageTitle { title: &heading, organisation: index.organisation });
    Page {
        locale: index.locale,
        head: index.head(&title),
        title,
        data: None,
        skip: say(Phrase::SkipLink),
        header: vec![element("p").child(back).into(), index.navigation().into()],
        main: vec![element("h1").text(heading).into(), list.into()],
        footer: Vec::new(),
    }
    .write()
}

impl Index<'_> {
    fn head(&self, title: &str) -> Vec<Element> {
        let mut head = vec![meta("description", title)];
        if let Some(base) = self.base_url {
            let page =
                |locale: &LocaleRef| (locale.clone(), format!("{base}{}/index.html", locale.key()));
            let pages: Vec<_> = self.languages.iter().map(page).collect();
            head.extend(alternates(&pages, self.locale));
            head.push(alternate("x-default", format!("{base}index.html")));
        }
        head
    }

    fn navigation(&self) -> Element {
        let item = |locale: &LocaleRef| {
            let link = if locale == self.locale {
                here(locale)
            } else {
                way(locale, format!("../{}/index.html", locale.key()))
            };
            element("li").child(link)
        };
        element("nav")
            .attribute("aria-label", self.furniture.say(Phrase::Languages))
            .child(element("ul").children(self.languages.iter().map(item)))
    }

    fn entry(&self, number: usize, entry: &Entry) -> Element {
        let folder = format!("../{}/{}", entry.slug, self.locale.key());
        let page = file_name(&entry.slug, self.locale, Format::Html);
        let id = format!("_{number}");
        let link = element("a")
            .attribute("id", id.clone())
            .attribute("href", format!("{folder}/{page}"))
            .attributes(foreign(&entry.title_locale, self.locale))
            .children(plain_words(&entry.title, &entry.title_locale));
        let kind = entry.kind.as_ref().map(|kind| {
            let kind = plain_words(kind, &entry.kind_locale);
            element("p").attributes(foreign(&entry.kind_locale, self.locale)).children(kind)
        });
        let files = entry.downloads.iter().map(|download| self.file(&folder, &id, download));
        let files = element("ul").children(files);
        element("li")
            .child(element("h2").child(link))
            .children(kind)
            .child(element("p").children(self.date(entry.date)))
            .children((!files.is_empty()).then_some(files))
    }

    fn date(&self, date: Date) -> Vec<Node> {
        let Date { year, month, day } = date;
        let said = self.furniture.say(Phrase::DateLong { day, month, year });
        let mark = Mark::Time { datetime: date.to_string() };
        words(&[Inline::Span(mark, vec![Inline::Text(said)])], self.locale)
    }

    /// A link to a file. Its name for assistive technology holds the title of the release, for the
    /// words “Plain text” alone would lead to many places (WCAG 2.4.9).
    fn file(&self, folder: &str, title: &str, download: &Download) -> Element {
        let format = self.furniture.say(name_of(download.format));
        let size = Phrase::FormatSize { format: &format, kilobytes: download.kilobytes() };
        let ending = match download.format {
            Format::Html => "html",
            Format::Epub => "epub",
            Format::Text => "text",
        };
        let id = format!("{title}-{ending}");
        let link = element("a")
            .attribute("aria-labelledby", format!("{id} {title}"))
            .attribute("id", id)
            .attribute("href", format!("{folder}/{}", download.file))
            .attribute("type", download.media_type());
        element("li").child(link.children(plain_words(&self.furniture.say(size), self.locale)))
    }
}

/// Plain words of a locale as nodes, with runs of the opposite direction isolated.
fn plain_words(said: &str, locale: &LocaleRef) -> Vec<Node> {
    words(&isolate(vec![Inline::Text(said.to_owned())], locale.direction()), locale)
}
