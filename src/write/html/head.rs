//! What machines read in the head of an edition: description, addresses, JSON-LD, Open Graph.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::Download;
use super::page::meta;
use crate::edition::{Edition, Sibling};
use crate::files::media_type;
use crate::locale::LocaleRef;
use crate::project::Format;
use crate::write::facts::AccessFacts;
use crate::write::node::{Element, element};
use crate::write::{address, address_in, parallel};

/// The head of an edition, without what every page has.
pub(super) fn of<'a>(edition: &Edition, downloads: &'a [Download]) -> Vec<Element<'a>> {
    let mut head = vec![meta("description", edition.document.meta.description.plain())];
    // No search engine shows what is no edition.
    head.extend(edition.locale.pseudo().map(|_| meta("robots", "noindex")));
    if let Some(base) = &edition.settings.base_url {
        let pages: Vec<_> = published(edition).map(|one| page(edition, &one.locale)).collect();
        head.extend(alternates(&pages, &edition.locale));
        head.push(alternate("x-default".to_owned(), format!("{base}{}/index.html", edition.slug)));
    }
    head.extend(downloads.iter().map(|download| {
        link("alternate", &download.file).attribute("type", media_type(&download.file))
    }));
    head.extend(open_graph(edition, address(edition, &edition.locale, Format::Html)));
    head
}

/// The head of a parallel edition: its alternates are the pages in one language.
pub(super) fn of_parallel<'a>(
    editions: &[&Edition],
    downloads: &'a [Download],
) -> Vec<Element<'a>> {
    let first = editions[0];
    let folder = parallel::folder_of(editions);
    let own = address_in(first, &folder, Format::Html);
    let mut head = vec![meta("description", first.document.meta.description.plain())];
    head.extend(own.clone().map(|own| link("canonical", own)));
    if own.is_some() {
        let pages = first.languages.iter().filter(|one| one.has_page());
        let pages = pages.map(|one| page(first, &one.locale));
        head.extend(pages.map(|(locale, address)| alternate(locale.tag(), address)));
    }
    head.extend(downloads.iter().map(|download| {
        link("alternate", &download.file).attribute("type", media_type(&download.file))
    }));
    head.extend(open_graph(first, own));
    head
}

/// `canonical` and the alternates of pages that are one page in several languages; each of them
/// names all, itself too, so the relation is reciprocal.
pub(super) fn alternates(pages: &[(LocaleRef, String)], own: &LocaleRef) -> Vec<Element<'static>> {
    let canonical = pages.iter().filter(|(locale, _)| locale == own);
    let canonical = canonical.map(|(_, address)| link("canonical", address.clone()));
    let all = pages.iter().map(|(locale, address)| alternate(locale.tag(), address.clone()));
    canonical.chain(all).collect()
}

/// The page in another language, or the one for all (`x-default`).
pub(super) fn alternate(language: String, address: String) -> Element<'static> {
    link("alternate", address).attribute("hreflang", language)
}

fn link<'a>(rel: &'static str, href: impl Into<Cow<'a, str>>) -> Element<'a> {
    element("link").attribute("rel", rel).attribute("href", href)
}

fn published(edition: &Edition) -> impl Iterator<Item = &Sibling> {
    edition.languages.iter().filter(|one| one.has_page() || one.locale == edition.locale)
}

fn page(edition: &Edition, locale: &LocaleRef) -> (LocaleRef, String) {
    let address = address(edition, locale, Format::Html).expect("there is a base URL");
    (LocaleRef::clone(locale), address)
}

/// The Open Graph protocol. Its `og:locale` asks for a country, which a language does not have.
fn open_graph(edition: &Edition, url: Option<String>) -> Vec<Element<'static>> {
    let meta = &edition.document.meta;
    let properties = [
        ("og:type", Some("article".to_owned())),
        ("og:title", Some(meta.title.plain())),
        ("og:description", Some(meta.description.plain())),
        ("og:site_name", Some(edition.organisation()).filter(|name| !name.is_empty())),
        ("og:url", url),
        ("article:published_time", Some(edition.facts.date.to_string())),
        ("article:modified_time", Some(edition.facts.updated.to_string())),
    ];
    let property = |(name, value): (&'static str, Option<String>)| {
        let property = element("meta").attribute("property", name);
        Some(property.attribute("content", value?))
    };
    properties.into_iter().filter_map(property).collect()
}

/// Linked data about the edition: JSON-LD without any `<`, which in a script could begin
/// `</script>` (HTML §4.12.1.3).
pub(super) fn linked_data(edition: &Edition, downloads: &[Download]) -> String {
    let place = |format| address(edition, &edition.locale, format);
    script(article((&[edition], downloads), &place))
}

/// Linked data as it stands in a script.
pub(super) fn script(article: Map<String, Value>) -> String {
    Value::Object(article).to_string().replace('<', "\\u003c")
}

/// An article, or one in several languages, that has these addresses.
pub(super) fn article(
    (editions, downloads): (&[&Edition], &[Download]),
    place: &dyn Fn(Format) -> Option<String>,
) -> Map<String, Value> {
    let edition = editions[0];
    let meta = &edition.document.meta;
    let facts = AccessFacts::of(editions, Format::Html);
    let mut article = Map::new();
    let mut set = |name: &str, value: Value| article.insert(name.to_owned(), value);
    set("@context", json!("https://schema.org"));
    set("@type", json!("NewsArticle"));
    set("headline", json!(meta.title.plain()));
    set("description", json!(meta.description.plain()));
    set("inLanguage", json!(edition.locale.tag()));
    set("datePublished", json!(edition.facts.date.to_string()));
    set("dateModified", json!(edition.facts.updated.to_string()));
    set("publisher", json!({ "@type": "Organization", "name": edition.organisation() }));
    set("accessMode", json!(facts.access_modes()));
    let sufficient = facts.sufficient().into_iter().map(|modes| {
        let modes: Vec<_> = modes.split(',').collect();
        json!({ "@type": "ItemList", "itemListElement": modes })
    });
    set("accessModeSufficient", sufficient.collect());
    set("accessibilityFeature", json!(facts.features()));
    set("accessibilityHazard", json!(facts.hazards()));
    set("accessibilitySummary", json!(facts.summary(edition)));
    if let Some(url) = place(Format::Html) {
        set("url", json!(url));
        let files = downloads.iter().map(|download| {
            let url = place(download.format);
            json!({ "@type": "MediaObject", "encodingFormat": media_type(&download.file),
                    "contentUrl": url, "contentSize": download.bytes.to_string() })
        });
        set("encoding", files.collect());
    }
    let others = published(edition).filter(|one| one.locale != edition.locale);
    if edition.is_translation() {
        let original = edition.languages.iter().find(|one| one.locale == edition.source_locale);
        if let Some(original) = original {
            set("translationOfWork", work(edition, original));
        }
    } else {
        set("workTranslation", others.map(|one| work(edition, one)).collect());
    }
    article
}

/// The same release in another language.
pub(super) fn work(edition: &Edition, one: &Sibling) -> Value {
    let mut work = json!({
        "@type": "NewsArticle", "headline": one.title, "inLanguage": one.locale.tag(),
    });
    let url = address(edition, &one.locale, Format::Html).filter(|_| one.has_page());
    if let Some(url) = url {
        work["url"] = json!(url);
    }
    work
}
