//! The pages that lead to the editions: the choosers of a language, the index of a language.

use super::head::{alternate, alternates};
use super::page::{Page, Sheet, meta};
use super::parallel::names;
use super::{Download, here, name_of, page_title, plain_words, way, way_up};
use crate::catalog::{Furniture, Phrase};
use crate::document::{Date, Inline, Mark};
use crate::files::{kilobytes, media_type};
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
    /// What there is in several languages.
    pub parallels: &'a [Beside],
}

/// A release in several languages side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Its folder.
    pub folder: String,
    /// The languages, in their order.
    pub locales: Vec<LocaleRef>,
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
    /// The releases, newest first.
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
    let head = chooser.base_url.map_or_else(Vec::new, |base| {
        let folder = chooser.slug.map_or_else(|| base.to_owned(), |slug| format!("{base}{slug}/"));
        let page = |choice: &Choice| {
            (choice.locale.clone(), format!("{folder}{}/index.html", choice.locale.key()))
        };
        let pages: Vec<_> = chooser.choices.iter().map(page).collect();
        let own = format!("{folder}index.html");
        let canonical =
            element("link").attribute("rel", "canonical").attribute("href", own.clone());
        let languages = pages.into_iter().map(|(locale, url)| alternate(locale.tag(), url));
        [canonical, alternate("x-default".to_owned(), own)].into_iter().chain(languages).collect()
    });
    Page {
        locale: chooser.locale,
        title: page_title(chooser.furniture, &heading, subject),
        head,
        data: None,
        skip: say(Phrase::SkipLink),
        header: chooser.banner(),
        main: [
            vec![element("h1").text(heading).into(), chooser.list().into()],
            chooser.parallels(),
        ]
        .concat(),
        footer: Vec::new(),
        sheet: Sheet::Single,
    }
    .write()
}

impl<'a> Chooser<'a> {
    fn banner(&self) -> Vec<Node<'_>> {
        let (name, project) = (self.organisation, self.furniture.organisation());
        let name =
            (!name.is_empty()).then(|| element("p").children(plain_words(name, self.locale)));
        if self.slug.is_none() {
            return name.into_iter().map(Node::from).collect();
        }
        let own = name.filter(|_| self.organisation != project);
        way_up(self.locale, self.furniture, "../index.html".to_owned(), own)
    }

    /// The languages, each with what the reader finds there: unless that is the name in the banner
    /// for all of them.
    fn list(&self) -> Element<'a> {
        let told = self.choices.iter().any(|choice| choice.words != self.organisation);
        let item = |choice: &'a Choice| {
            let words = element("span")
                .attributes(foreign(&choice.words_locale, &choice.locale))
                .children(plain_words(&choice.words, &choice.words_locale));
            let link = element("a")
                .attribute("href", format!("{}/index.html", choice.locale.key()))
                .attribute("rel", "alternate")
                .attribute("hreflang", choice.locale.tag());
            let name = choice.locale.name();
            let link = if told {
                link.child(element("b").text(name)).text(" ").child(words)
            } else {
                link.text(name)
            };
            element("li").attributes(language_of(&choice.locale)).child(link)
        };
        element("ul").attribute("class", "list").children(self.choices.iter().map(item))
    }
}

impl<'a> Chooser<'a> {
    /// The ways to several languages at once, if there are any.
    fn parallels(&self) -> Vec<Node<'a>> {
        if self.parallels.is_empty() {
            return Vec::new();
        }
        let item = |one: &Beside| {
            let locales: Vec<_> = one.locales.iter().collect();
            let link = element("a")
                .attribute("href", format!("{}/index.html", one.folder))
                .attribute("rel", "alternate")
                .children(names(&locales, self.furniture, self.locale));
            element("li").child(link)
        };
        let heading = element("h2").text(self.furniture.say(Phrase::Parallel));
        let list = element("ul").attribute("class", "list");
        vec![heading.into(), list.children(self.parallels.iter().map(item)).into()]
    }
}

/// The list of the releases in one language.
pub fn index(index: &Index<'_>) -> String {
    let say = |phrase| index.furniture.say(phrase);
    let heading = say(Phrase::Releases);
    let items = index.entries.iter().map(|entry| index.entry(entry));
    let list = element("ul").attribute("class", "list").children(items);
    let title = page_title(index.furniture, &heading, index.organisation);
    Page {
        locale: index.locale,
        head: index.head(&title),
        title: title.clone(),
        data: None,
        skip: say(Phrase::SkipLink),
        header: vec![index.banner().into(), index.navigation().into()],
        main: vec![element("h1").text(heading).into(), list.into()],
        footer: Vec::new(),
        sheet: Sheet::Single,
    }
    .write()
}

impl<'a> Index<'a> {
    fn head<'b>(&self, title: &'b str) -> Vec<Element<'b>> {
        let mut head = vec![meta("description", title)];
        if let Some(base) = self.base_url {
            let page =
                |locale: &LocaleRef| (locale.clone(), format!("{base}{}/index.html", locale.key()));
            let pages: Vec<_> = self.languages.iter().map(page).collect();
            head.extend(alternates(&pages, self.locale));
            head.push(alternate("x-default".to_owned(), format!("{base}index.html")));
        }
        head
    }

    /// The way up to the choice of a language, under the publisher's name where there is one.
    fn banner(&self) -> Element<'static> {
        let name = match self.organisation {
            "" => self.furniture.say(Phrase::ChooseLanguage),
            name => name.to_owned(),
        };
        let link = element("a").attribute("href", "../index.html");
        element("p").child(link.children(plain_words(&name, self.locale)))
    }

    fn navigation(&self) -> Element<'a> {
        let item = |locale: &'a LocaleRef| {
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

    fn entry(&self, entry: &Entry) -> Element<'static> {
        let folder = format!("../{}/{}", entry.slug, self.locale.key());
        let page = file_name(&entry.slug, self.locale, Format::Html);
        let link = element("a")
            .attribute("href", format!("{folder}/{page}"))
            .attributes(foreign(&entry.title_locale, self.locale))
            .children(plain_words(&entry.title, &entry.title_locale));
        let kind = entry.kind.as_ref().map(|kind| {
            let kind = plain_words(kind, &entry.kind_locale);
            element("p").attributes(foreign(&entry.kind_locale, self.locale)).children(kind)
        });
        let files = entry.downloads.iter();
        let files = files.map(|download| self.file(&folder, &entry.title, download));
        let files = element("ul").children(files);
        element("li")
            .child(element("h2").child(link))
            .children(kind)
            .child(element("p").children(self.date(entry.date)))
            .children((!files.is_empty()).then_some(files))
    }

    fn date(&self, date: Date) -> Vec<Node<'static>> {
        let Date { year, month, day } = date;
        let said = self.furniture.say(Phrase::DateLong { day, month, year });
        let mark = Mark::Time { datetime: date.to_string() };
        words(&[Inline::Span(mark, vec![Inline::Text(said)])], self.locale)
    }

    /// A link to a file. Its name for assistive technology holds the title of the release, for the
    /// words “Plain text” alone would lead to many places (WCAG 2.4.9); it begins with the words
    /// that are seen, so that they can be said to the machine (WCAG 2.5.3).
    fn file(&self, folder: &str, title: &str, download: &Download) -> Element<'static> {
        let format = self.furniture.say(name_of(download.format));
        let size = Phrase::FormatSize { format: &format, kilobytes: kilobytes(download.bytes) };
        let size = self.furniture.say(size);
        let name = self.furniture.say(Phrase::Labelled { label: &size, value: title });
        let link = element("a")
            .attribute("aria-label", name)
            .attribute("href", format!("{folder}/{}", download.file))
            .attribute("type", media_type(&download.file));
        element("li").child(link.children(plain_words(&size, self.locale)))
    }
}
