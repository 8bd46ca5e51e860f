//! The HTML edition: one page that asks for nothing, and the pages that lead to it.

mod choose;
mod head;
mod page;

pub use choose::{Choice, Chooser, Entry, Index, chooser, index};

use crate::catalog::Phrase;
use crate::document::{Inline, Mark};
use crate::edition::{Edition, Sibling};
use crate::locale::LocaleRef;
use crate::project::Format;
use crate::write::body::{self, Medium};
use crate::write::node::{Element, Node, element};
use page::Page;

/// A file in another format that a page offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its format.
    pub format: Format,
    /// Its name; it stands beside the page.
    pub file: String,
    /// Its size.
    pub bytes: usize,
}

impl Download {
    /// The size in units of 1,000 bytes, rounded up: no file has nothing in it.
    fn kilobytes(&self) -> usize {
        self.bytes.div_ceil(1000)
    }

    /// The registered media type.
    fn media_type(&self) -> &'static str {
        match self.format {
            Format::Html => "text/html",
            Format::Epub => "application/epub+zip",
            Format::Text => "text/plain",
        }
    }
}

/// The HTML edition, for `<slug>/<key>/index.html`.
pub fn page(edition: &Edition, downloads: &[Download]) -> String {
    let title = edition.document.meta.title.plain();
    let organisation = edition.organisation();
    Page {
        locale: &edition.locale,
        title: edition.say(Phrase::PageTitle { title: &title, organisation: &organisation }),
        head: head::of(edition, downloads),
        data: Some(head::linked_data(edition, downloads)),
        skip: edition.say(Phrase::SkipLink),
        header: vec![banner(edition).into(), languages(edition).into()],
        main: vec![element("article").children(body::article(edition, Medium::Html)).into()],
        footer: footer(edition, downloads),
    }
    .write()
}

/// The publisher's name, which leads to the releases in this language.
fn banner(edition: &Edition) -> Element {
    let link = element("a").attribute("href", format!("../../{}/index.html", edition.locale.key()));
    let link = match &edition.document.meta.organisation {
        Some(name) => link.attributes(body::language(name, edition)).children(body::label(name)),
        None => link.text(edition.organisation()),
    };
    element("p").child(link)
}

fn languages(edition: &Edition) -> Element {
    let item = |sibling: &Sibling| element("li").child(language(edition, sibling));
    element("nav")
        .attribute("aria-label", edition.say(Phrase::Languages))
        .child(element("ul").children(edition.languages.iter().map(item)))
}

fn language(edition: &Edition, sibling: &Sibling) -> Element {
    let locale = &sibling.locale;
    if *locale == edition.locale {
        return here(locale);
    }
    if !sibling.has_page() {
        let line = edition.say(Phrase::LanguageMissing { language: locale.name() });
        let line = body::within(vec![Inline::Text(line)], locale.name(), &own_name(locale));
        return element("span")
            .attribute("class", "none")
            .children(body::words(&line, &edition.locale));
    }
    way(locale, body::page_of(edition, locale))
}

/// The language that a page is in.
fn here(locale: &LocaleRef) -> Element {
    element("span").attribute("class", "now").attribute("aria-current", "true").text(locale.name())
}

/// The way to the same page in another language.
fn way(locale: &LocaleRef, href: String) -> Element {
    element("a")
        .attribute("href", href)
        .attribute("rel", "alternate")
        .attribute("hreflang", locale.tag())
        .attributes(body::language_of(locale))
        .text(locale.name())
}

/// A language's own name, marked as being in that language.
fn own_name(locale: &LocaleRef) -> Inline {
    let mark = Mark::Language { lang: Some(locale.tag()), dir: Some(locale.direction()) };
    Inline::Span(mark, vec![Inline::Text(locale.name().to_owned())])
}

fn footer(edition: &Edition, downloads: &[Download]) -> Vec<Node> {
    let item = |download: &Download| {
        let link = element("a")
            .attribute("href", download.file.clone())
            .attribute("type", download.media_type());
        element("li").child(link.children(described(edition, download)))
    };
    let formats = (!downloads.is_empty()).then(|| {
        element("section")
            .attribute("class", "formats")
            .child(element("h2").children(body::phrase(edition, Phrase::Formats)))
            .child(element("ul").children(downloads.iter().map(item)))
    });
    formats.map(Node::from).into_iter().chain(body::about(edition, Medium::Html)).collect()
}

/// “Book (EPUB), 45 kB”.
fn described(edition: &Edition, download: &Download) -> Vec<Node> {
    let format = edition.say(name_of(download.format));
    let kilobytes = download.kilobytes();
    body::phrase(edition, Phrase::FormatSize { format: &format, kilobytes })
}

fn name_of(format: Format) -> Phrase<'static> {
    match format {
        Format::Html => Phrase::FormatHtml,
        Format::Epub => Phrase::FormatEpub,
        Format::Text => Phrase::FormatText,
    }
}

#[cfg(test)]
mod tests;
