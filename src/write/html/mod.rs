//! The HTML edition: one page that asks for nothing, and the pages that lead to it.

mod access;
mod choose;
mod head;
mod moved;
mod page;
mod parallel;

pub use access::accessibility;
pub use choose::{Beside, Choice, Chooser, Entry, Index, chooser, index, releases_of};
pub use moved::{Moved, moved};
pub use parallel::side_by_side;

use crate::catalog::{Furniture, Phrase};
use crate::document::{Inline, Mark};
use crate::edition::{Edition, Sibling, isolate};
use crate::files::{kilobytes, media_type};
use crate::locale::{Locale, LocaleRef};
use crate::project::Format;
pub use crate::write::body::ACCESSIBILITY_PAGE;
use crate::write::body::{self, Medium};
use crate::write::node::{Element, Node, element};
use page::{Page, Sheet};

pub use page::hash;

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

/// The HTML edition, for `<slug>/<key>/index.html`.
pub fn page(edition: &Edition, downloads: &[Download]) -> String {
    let title = edition.document.meta.title.plain();
    Page {
        locale: &edition.locale,
        title: page_title(&edition.furniture, &title, &edition.organisation()),
        head: head::of(edition, downloads),
        data: Some(head::linked_data(edition, downloads)),
        skip: edition.say(Phrase::SkipLink),
        header: [banner(edition), vec![languages(edition, &body::page_of).into()]].concat(),
        main: vec![element("article").children(body::article(edition, Medium::Html)).into()],
        footer: footer(&[edition], downloads),
        sheet: Sheet::Single,
    }
    .write()
}

/// The title of a page, which tells whose page it is where somebody is named.
fn page_title(furniture: &Furniture, title: &str, organisation: &str) -> String {
    if organisation.is_empty() {
        return title.to_owned();
    }
    furniture.say(Phrase::PageTitle { title, organisation })
}

/// The publisher of a release, and the way to all that the project publishes.
fn banner(edition: &Edition) -> Vec<Node<'_>> {
    let project = edition.furniture.organisation();
    let own = edition.document.meta.organisation.as_ref().filter(|name| name.plain() != project);
    let own = own.map(|name| {
        element("p").attributes(body::language(name, edition)).children(body::label(name))
    });
    let releases = format!("../../{}/index.html", edition.locale.key());
    way_up(&edition.locale, &edition.furniture, releases, own)
}

/// A banner whose link leads up to the releases. A project that publishes under its own name is the
/// name of the link. A release that names another publisher has that name beside a link which is
/// called as the page is that it leads to (WCAG 2.4.9).
fn way_up<'a>(
    locale: &LocaleRef,
    furniture: &Furniture,
    releases: String,
    publisher: Option<Element<'a>>,
) -> Vec<Node<'a>> {
    let project = furniture.organisation();
    let name = if publisher.is_none() && !project.is_empty() {
        project.to_owned()
    } else {
        page_title(furniture, &furniture.say(Phrase::Releases), project)
    };
    let link = element("a").attribute("href", releases).children(plain_words(&name, locale));
    let link = element("p").child(link);
    publisher.into_iter().chain([link]).map(Node::from).collect()
}

/// Plain words of a locale as nodes, with runs of the opposite direction isolated.
fn plain_words(said: &str, locale: &LocaleRef) -> Vec<Node<'static>> {
    body::words(&isolate(vec![Inline::Text(said.to_owned())], locale.direction()), locale)
}

/// Where a page of a release stands in another language, seen from it.
type Way = dyn Fn(&Edition, &Locale) -> String;

fn languages<'a>(edition: &'a Edition, page_in: &Way) -> Element<'a> {
    let item = |sibling: &'a Sibling| element("li").child(language(edition, sibling, page_in));
    element("nav")
        .attribute("aria-label", edition.say(Phrase::Languages))
        .child(element("ul").children(edition.languages.iter().map(item)))
}

fn language<'a>(edition: &Edition, sibling: &'a Sibling, page_in: &Way) -> Element<'a> {
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
    way(locale, page_in(edition, locale))
}

/// The language that a page is in.
fn here(locale: &LocaleRef) -> Element<'_> {
    element("span").attribute("class", "now").attribute("aria-current", "true").text(locale.name())
}

/// The way to the same page in another language.
fn way(locale: &LocaleRef, href: String) -> Element<'_> {
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

fn footer<'a>(editions: &[&'a Edition], downloads: &'a [Download]) -> Vec<Node<'a>> {
    let edition = editions[0];
    let item = |download: &'a Download| {
        let link = element("a")
            .attribute("href", &download.file)
            .attribute("type", media_type(&download.file));
        element("li").child(link.children(described(edition, download)))
    };
    let formats = (!downloads.is_empty()).then(|| {
        element("section")
            .attribute("class", "formats")
            .child(element("h2").children(body::phrase(edition, Phrase::Formats)))
            .child(element("ul").children(downloads.iter().map(item)))
    });
    formats.map(Node::from).into_iter().chain(body::about(editions, Medium::Html)).collect()
}

/// “Book (EPUB), 45 kB”.
fn described(edition: &Edition, download: &Download) -> Vec<Node<'static>> {
    let format = edition.say(name_of(download.format));
    let kilobytes = kilobytes(download.bytes);
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
