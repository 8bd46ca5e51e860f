//! The feed of a language (RFC 4287, Atom): its newest releases, for programs that look for news.
//!
//! It is made from what the manifests say, so that it changes when an edition does and at no other
//! time. A feed speaks in absolute addresses: there is none without a base URL.

use super::html::Download;
use super::identifier;
use super::node::{self, Element, element};
use crate::document::Date;
use crate::files::media_type;
use crate::locale::LocaleRef;
use crate::segment::Slug;

/// The name of the file in the folder of its language.
pub const NAME: &str = "feed.atom";

/// The media type of feeds.
pub const MEDIA_TYPE: &str = "application/atom+xml";

/// The most releases in a feed. Whoever looks less often than they appear finds the others in the
/// list of releases.
pub const MOST: usize = 100;

/// A feed.
#[derive(Clone, Debug)]
pub struct Feed<'a> {
    /// Its language.
    pub locale: &'a LocaleRef,
    /// What it is called.
    pub title: String,
    /// The publisher's name in that language; may be empty.
    pub organisation: &'a str,
    /// Where the output will be reached, ending in `/`.
    pub base_url: &'a str,
    /// The languages that have a feed, this one included, in the order of the project.
    pub languages: &'a [LocaleRef],
    /// The releases, the last changed first.
    pub items: &'a [Item],
}

/// Plain words and the language that they are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub words: String,
    /// Their language: another than the feed's in a fallback.
    pub locale: LocaleRef,
}

/// A release in a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The release.
    pub slug: Slug,
    /// Its title.
    pub title: Said,
    /// Its kind.
    pub kind: Option<Said>,
    /// What it is about.
    pub description: Option<Said>,
    /// Who publishes it, where it says so itself.
    pub organisation: Option<Said>,
    /// Its date.
    pub date: Date,
    /// When its words in this language last changed.
    pub updated: Date,
    /// The languages in which it has a page, this one included.
    pub pages: Vec<LocaleRef>,
    /// The files beside the page, other formats.
    pub downloads: Vec<Download>,
}

/// The text of a feed.
pub fn feed(feed: &Feed<'_>) -> String {
    let updated = feed.items.iter().map(|item| item.updated).max();
    let address = |locale: &LocaleRef| format!("{}{}/{NAME}", feed.base_url, locale.key());
    let others = feed.languages.iter().filter(|locale| *locale != feed.locale);
    let id = identifier::of(&format!("{}{}", feed.base_url, feed.locale.tag()));
    let index = format!("{}{}/index.html", feed.base_url, feed.locale.key());
    // RFC 4287 §4.2.1: somebody is named as the author of every entry.
    let author = if feed.organisation.is_empty() { feed.base_url } else { feed.organisation };
    let root = element("feed")
        .attribute("xmlns", "http://www.w3.org/2005/Atom")
        .attribute("xml:lang", feed.locale.tag())
        .child(element("id").text(id.urn().to_string()))
        .child(element("title").text(feed.title.as_str()))
        .children(updated.map(|day| element("updated").text(at(day))))
        .child(element("author").child(element("name").text(author)))
        .child(link("self", MEDIA_TYPE, feed.locale, address(feed.locale)))
        .child(link("alternate", "text/html", feed.locale, index))
        .children(others.map(|locale| link("alternate", MEDIA_TYPE, locale, address(locale))))
        .children(feed.items.iter().map(|item| feed.entry(item)));
    node::xml(&root)
}

impl<'a> Feed<'a> {
    fn entry(&self, item: &'a Item) -> Element<'a> {
        let Self { locale, base_url, .. } = self;
        let folder = |locale: &LocaleRef| format!("{base_url}{}/{}", item.slug, locale.key());
        let page = |locale: &LocaleRef| {
            link("alternate", "text/html", locale, format!("{}/index.html", folder(locale)))
        };
        let file = |download: &'a Download| {
            let address = format!("{}/{}", folder(locale), download.file);
            let link = link("alternate", media_type(&download.file), locale, address);
            link.attribute("length", download.bytes.to_string())
        };
        let author = |name: &'a Said| element("author").child(self.said("name", name));
        let category = |kind: &'a Said| {
            let category = element("category").attribute("term", kind.words.as_str());
            category.maybe("xml:lang", self.foreign(kind))
        };
        let id = identifier::below(base_url, item.slug.as_str(), &locale.tag());
        element("entry")
            .child(element("id").text(id.urn().to_string()))
            .child(self.said("title", &item.title))
            .children(item.description.as_ref().map(|words| self.said("summary", words)))
            .child(element("published").text(at(item.date)))
            .child(element("updated").text(at(item.updated)))
            .children(item.organisation.as_ref().map(author))
            .children(item.kind.as_ref().map(category))
            .children(item.pages.iter().map(page))
            .children(item.downloads.iter().map(file))
    }

    fn said(&self, name: &'static str, said: &'a Said) -> Element<'a> {
        element(name).maybe("xml:lang", self.foreign(said)).text(said.words.as_str())
    }

    /// The language of words that are not in the feed's.
    fn foreign(&self, said: &Said) -> Option<String> {
        (said.locale != *self.locale).then(|| said.locale.tag())
    }
}

fn link(rel: &'static str, kind: &str, locale: &LocaleRef, href: String) -> Element<'static> {
    element("link")
        .attribute("rel", rel)
        .attribute("type", kind.to_owned())
        .attribute("hreflang", locale.tag())
        .attribute("href", href)
}

/// RFC 3339: the beginning of a day, as in the books (EPUB 3.3 §5.5.5.2).
fn at(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::project::Format;

    fn locale(key: &str) -> LocaleRef {
        LocaleRef::new(Locale::built_in(key).unwrap())
    }

    fn item(slug: &str, updated: u8) -> Item {
        let said = |words: &str, key| Said { words: words.to_owned(), locale: locale(key) };
        Item {
            slug: Slug::new(slug).unwrap(),
            title: said("الماء & <الأرض>", "ar"),
            kind: Some(said("新闻稿", "zh")),
            description: Some(said("عن الماء.", "ar")),
            organisation: None,
            date: Date { year: 2026, month: 1, day: 2 },
            updated: Date { year: 2026, month: 3, day: updated },
            pages: vec![locale("ar"), locale("zh")],
            downloads: vec![Download {
                format: Format::Epub,
                file: format!("{slug}.ar.epub"),
                bytes: 12_345,
            }],
        }
    }

    fn written(items: &[Item]) -> String {
        feed(&Feed {
            locale: &locale("ar"),
            title: "النشرات".to_owned(),
            organisation: "المكتب",
            base_url: "https://example.org/a&b/",
            languages: &[locale("ar"), locale("zh")],
            items,
        })
    }

    #[test]
    fn says_what_a_program_needs() {
        let text = written(&[item("water", 9), item("rain", 1)]);
        for part in [
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ar\">",
            "<updated>2026-03-09T00:00:00Z</updated>\n<author>",
            "<name>المكتب</name>",
            "<title>الماء &amp; &lt;الأرض&gt;</title>",
            "<category term=\"新闻稿\" xml:lang=\"zh-Hans\"/>",
            "<link rel=\"alternate\" type=\"application/atom+xml\" hreflang=\"zh-Hans\" \
             href=\"https://example.org/a&amp;b/zh/feed.atom\"/>",
            "<link rel=\"alternate\" type=\"text/html\" hreflang=\"zh-Hans\" \
             href=\"https://example.org/a&amp;b/water/zh/index.html\"/>",
            "type=\"application/epub+zip\" hreflang=\"ar\" \
             href=\"https://example.org/a&amp;b/water/ar/water.ar.epub\" length=\"12345\"/>",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn ids_are_of_release_and_language_and_of_nothing_else() {
        let ids = |text: &str| -> Vec<String> {
            let ids = text.split("<id>").skip(1).filter_map(|rest| rest.split('<').next());
            ids.map(str::to_owned).collect()
        };
        let before = ids(&written(&[item("water", 1), item("rain", 1)]));
        let mut changed = item("water", 20);
        changed.title.words = "مياه".to_owned();
        let after = ids(&written(&[changed, item("rain", 1)]));
        assert_eq!(before, after);
        assert_eq!(before.iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
    }
}
