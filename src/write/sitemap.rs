//! The map of the site for search engines (sitemaps.org 0.9): every page with its counterparts in
//! other languages. It speaks in absolute addresses: there is none without a base URL.

use super::node::{self, Element, element};
use crate::document::Date;
use crate::files::Files;
use crate::locale::LocaleRef;

/// The name of the map, or of the list of its parts.
pub const NAME: &str = "sitemap.xml";

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The most addresses in a file, counterparts included. A file may have 50,000 pages and 50 MB:
/// so many addresses are at most as many pages, and far fewer bytes.
const MOST: usize = 50_000;

/// A page in several languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The folder of the page, ending in `/`, in which each language has one of its own.
    pub folder: String,
    /// The languages in which it is there, and when the page in each last changed.
    pub pages: Vec<(LocaleRef, Date)>,
}

/// The files of the map: one, or a list and its parts.
pub fn files(base_url: &str, places: &[Place]) -> Files {
    in_parts(base_url, places, MOST)
}

fn in_parts(base_url: &str, places: &[Place], most: usize) -> Files {
    let mut parts: Vec<Vec<&Place>> = vec![Vec::new()];
    let mut addresses = 0;
    for place in places {
        let own = place.addresses();
        if addresses + own > most && addresses > 0 {
            parts.push(Vec::new());
            addresses = 0;
        }
        addresses += own;
        parts.last_mut().expect("there is a first part").push(place);
    }
    let mut files = Files::new();
    if let [part] = &parts[..] {
        files.insert(NAME, map(part));
        return files;
    }
    let mut list = element("sitemapindex").attribute("xmlns", NAMESPACE);
    for (part, number) in parts.iter().zip(1..) {
        let name = format!("sitemap-{number}.xml");
        let address = element("loc").text(format!("{base_url}{name}"));
        list = list.child(element("sitemap").child(address));
        files.insert(name, map(part));
    }
    files.insert(NAME, node::xml(&list));
    files
}

fn map(places: &[&Place]) -> String {
    let root = element("urlset")
        .attribute("xmlns", NAMESPACE)
        .attribute("xmlns:xhtml", "http://www.w3.org/1999/xhtml")
        .children(places.iter().flat_map(|place| place.urls()));
    node::xml(&root)
}

impl Place {
    fn addresses(&self) -> usize {
        (self.pages.len() + 1) * (self.pages.len() + 2)
    }

    fn page(&self, locale: &LocaleRef) -> String {
        format!("{}{}/index.html", self.folder, locale.key())
    }

    /// The page on which a language is chosen.
    fn choice(&self) -> String {
        format!("{}index.html", self.folder)
    }

    /// The page in every language, and the one on which a language is chosen. Each names all, so the
    /// relation is reciprocal.
    fn urls(&self) -> Vec<Element<'static>> {
        let newest = self.pages.iter().map(|(_, day)| *day).max();
        let own = self.pages.iter().map(|(locale, day)| (self.page(locale), Some(*day)));
        let all = [(self.choice(), newest)].into_iter().chain(own);
        all.map(|(address, day)| {
            element("url")
                .child(element("loc").text(address))
                .children(day.map(|day| element("lastmod").text(day.to_string())))
                .children(self.counterparts())
        })
        .collect()
    }

    fn counterparts(&self) -> Vec<Element<'static>> {
        let other = |language: String, address: String| {
            element("xhtml:link")
                .attribute("rel", "alternate")
                .attribute("hreflang", language)
                .attribute("href", address)
        };
        let pages = self.pages.iter().map(|(locale, _)| other(locale.tag(), self.page(locale)));
        pages.chain([other("x-default".to_owned(), self.choice())]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn place(name: &str) -> Place {
        let page = |(key, day)| {
            let locale = LocaleRef::new(Locale::built_in(key).unwrap());
            (locale, Date { year: 2026, month: 2, day })
        };
        let folder = format!("https://example.org/a&b/{name}/");
        Place { folder, pages: [("ar", 3), ("zh", 9)].map(page).to_vec() }
    }

    #[test]
    fn every_page_names_all_its_counterparts() {
        let files = files("https://example.org/a&b/", &[place("water")]);
        assert_eq!(files.len(), 1);
        let text = String::from_utf8(files.get(NAME).unwrap().to_vec()).unwrap();
        assert_eq!(text.matches("<url>").count(), 3);
        for (tag, page) in
            [("ar", "ar/index.html"), ("zh-Hans", "zh/index.html"), ("x-default", "index.html")]
        {
            let address = format!("https://example.org/a&amp;b/water/{page}");
            let own = format!("<loc>{address}</loc>");
            assert_eq!(text.matches(&own).count(), 1, "{own}");
            let link =
                format!("xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\"/>");
            assert_eq!(text.matches(&link).count(), 3, "{link} in {text}");
        }
        assert_eq!(text.matches("<lastmod>2026-02-03</lastmod>").count(), 1);
        assert_eq!(text.matches("<lastmod>2026-02-09</lastmod>").count(), 2);
    }

    #[test]
    fn a_large_site_has_a_map_in_parts() {
        let places = ["water", "rain", "wells"].map(place);
        let files = in_parts("https://example.org/", &places, 24);
        let names: Vec<_> = files.iter().map(|(path, _)| path).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", NAME]);
        let text = |name| std::str::from_utf8(files.get(name).unwrap()).unwrap();
        assert_eq!(text("sitemap-1.xml").matches("<url>").count(), 6);
        assert_eq!(text("sitemap-2.xml").matches("<url>").count(), 3);
        assert!(text(NAME).contains("<loc>https://example.org/sitemap-2.xml</loc>"));
        // One page with more addresses than fit is a part of its own, and none is empty.
        assert_eq!(in_parts("https://example.org/", &places, 1).len(), 4);
        assert_eq!(in_parts("https://example.org/", &[], 1).len(), 1);
    }
}
