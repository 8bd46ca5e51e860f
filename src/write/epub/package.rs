//! The package document (EPUB 3.3 §5): metadata, manifest and spine.

use std::borrow::Cow;

use uuid::Uuid;

use crate::document::{Date, Text};
use crate::edition::{Edition, Sibling};
use crate::files::media_type;
use crate::locale::LocaleRef;
use crate::project::{Claim, Format};
use crate::write::address;
use crate::write::facts::AccessFacts;
use crate::write::image::encode_path;
use crate::write::node::{self, Attribute, Element, element};

use super::NAV;

/// The ids in the package document that something else in it refers to.
const IDENTIFIER: &str = "identifier";
const CONFORMANCE: &str = "conformance";
const CERTIFIER: &str = "certifier";

/// The package document of a book with these resources.
pub(super) fn document(editions: &[&Edition], resources: &[String]) -> String {
    let edition = editions[0];
    let locale = &edition.locale;
    let root = element("package")
        .attribute("xmlns", "http://www.idpf.org/2007/opf")
        .attribute("version", "3.0")
        .attribute("unique-identifier", IDENTIFIER)
        .attribute("xml:lang", locale.tag())
        .attribute("dir", locale.direction().as_str());
    node::xml(
        &root.child(metadata(editions)).child(manifest(resources)).child(spine(edition, resources)),
    )
}

/// A book in several languages has a title, a language and a description for each; the first is
/// the main one (EPUB 3.3 §5.5.3.2).
fn metadata<'a>(editions: &[&'a Edition]) -> Element<'a> {
    let edition = editions[0];
    let titles = editions.iter().map(|one| words("dc:title", &one.document.meta.title, edition));
    let languages = editions.iter().map(|one| dc("dc:language", one.locale.tag()));
    let descriptions = editions.iter().map(|one| &one.document.meta.description);
    let descriptions = descriptions.map(|text| words("dc:description", text, edition));
    let meta = &edition.document.meta;
    // A project that names no publisher has none: an empty name is not one.
    let named = |name| {
        let publisher = match &meta.organisation {
            Some(text) => words(name, text, edition),
            None => element(name).text(edition.organisation()),
        };
        (!edition.organisation().is_empty()).then_some(publisher)
    };
    element("metadata")
        .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .child(
            dc("dc:identifier", identifier(editions).urn().to_string()).attribute("id", IDENTIFIER),
        )
        .children(titles)
        .children(languages)
        .children(named("dc:creator"))
        .children(named("dc:publisher"))
        .child(dc("dc:date", edition.facts.date.to_string()))
        .children(descriptions)
        .children(origin(editions))
        .child(property("dcterms:modified", modified(edition.facts.updated)))
        .children(accessibility(editions))
        .children(edition.settings.claim.iter().flat_map(claim))
}

/// The identifier of the book: the same however often it is built (EPUB 3.3 §5.5.3.1).
pub(super) fn uuid(edition: &Edition) -> Uuid {
    identifier(&[edition])
}

fn identifier(editions: &[&Edition]) -> Uuid {
    let tags: Vec<_> = editions.iter().map(|edition| edition.locale.tag()).collect();
    uuid_in(editions[0], &tags.join("_"))
}

/// The `UUIDv5` of the address of the release in this language, or of what names it where there is no
/// address: its publisher in the language of the original, which no translator can change.
fn uuid_in(edition: &Edition, tag: &str) -> Uuid {
    let base = edition.settings.base_url.clone();
    let publisher = base.unwrap_or_else(|| format!("{}/", edition.publisher));
    let name = format!("{publisher}{}/{tag}", edition.slug);
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
}

/// EPUB 3.3 §5.5.5.2: when the book last changed, which its makers say, not the clock.
fn modified(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

/// What a translation was made from: the address of the original, or the book of the original and
/// its title where it has none. `schema` is a reserved prefix (EPUB 3.3 §D.1.2),
/// `translationOfWork` a property of schema.org's `CreativeWork`.
///
/// A book that holds the original beside its translations is no translation.
fn origin<'a>(editions: &[&'a Edition]) -> Vec<Element<'a>> {
    const PROPERTY: &str = "schema:translationOfWork";
    let edition = editions[0];
    let original = &edition.source_locale;
    if !editions.iter().all(|edition| edition.is_translation()) {
        return Vec::new();
    }
    let titles = edition.languages.iter().filter(|sibling| sibling.locale == *original);
    let has_page = titles.clone().any(Sibling::has_page);
    if let Some(address) = address(edition, original, Format::Html).filter(|_| has_page) {
        let link = element("link")
            .attribute("rel", PROPERTY)
            .attribute("href", address.clone())
            .attribute("hreflang", original.tag())
            .attribute("media-type", "text/html");
        return vec![dc("dc:source", address), link];
    }
    let meta = |title: &'a str| property(PROPERTY, title).attributes(language(original, edition));
    let urn = || dc("dc:source", uuid_in(edition, &original.tag()).urn().to_string());
    let book = titles.clone().any(|one| one.formats.contains(&Format::Epub)).then(urn);
    book.into_iter().chain(titles.map(|sibling| meta(&sibling.title))).collect()
}

/// The accessibility metadata (EPUB Accessibility 1.1 §3): facts of the document.
fn accessibility(editions: &[&Edition]) -> Vec<Element<'static>> {
    let facts = AccessFacts::of(editions, Format::Epub);
    let all = [
        ("schema:accessMode", facts.access_modes()),
        ("schema:accessModeSufficient", facts.sufficient()),
        ("schema:accessibilityFeature", facts.features()),
        ("schema:accessibilityHazard", facts.hazards()),
    ];
    let mut metas = Vec::new();
    for (name, values) in all {
        metas.extend(values.into_iter().map(|value| property(name, value)));
    }
    metas.push(property("schema:accessibilitySummary", facts.summary(editions[0])));
    metas
}

/// EPUB Accessibility 1.1 §4: what the publisher, never this program, claims.
fn claim<'a>(claim: &'a Claim) -> Vec<Element<'a>> {
    let refines = |element: Element<'a>, id| element.attribute("refines", format!("#{id}"));
    let certifier = property("a11y:certifiedBy", &claim.certified_by).attribute("id", CERTIFIER);
    let report = claim.report.as_ref().map(|url| {
        let link = element("link").attribute("rel", "a11y:certifierReport").attribute("href", url);
        refines(link, CERTIFIER)
    });
    let conforms = property("dcterms:conformsTo", &claim.conforms_to).attribute("id", CONFORMANCE);
    [conforms, refines(certifier, CONFORMANCE)].into_iter().chain(report).collect()
}

fn manifest(resources: &[String]) -> Element<'static> {
    element("manifest").children(resources.iter().enumerate().map(|(index, path)| {
        element("item")
            .attribute("id", id(index))
            .attribute("href", encode_path(path))
            .attribute("media-type", media_type(path))
            .maybe("properties", (path == NAV).then_some("nav"))
    }))
}

/// The documents in the order of the manifest.
fn spine(edition: &Edition, resources: &[String]) -> Element<'static> {
    let documents = resources.iter().enumerate().filter(|(_, path)| is_document(path));
    // EPUB 3.3 §5.7.1: without a value, the reading system guesses the direction of the pages.
    element("spine")
        .attribute("page-progression-direction", edition.locale.direction().as_str())
        .children(documents.map(|(index, path)| {
            // The contents stand outside the linear order: a reading system has them at hand
            // anywhere, and whoever listens should not have to sit through all names before the
            // text. They stand in the spine all the same, and first, so that they can be opened
            // as a page, and come first where a reading system does not know `linear`.
            let linear = (path == NAV).then_some("no");
            element("itemref").attribute("idref", id(index)).maybe("linear", linear)
        }))
}

fn is_document(path: &str) -> bool {
    media_type(path) == "application/xhtml+xml"
}

/// The id of a resource in the manifest.
fn id(index: usize) -> String {
    format!("resource-{}", index + 1)
}

fn dc<'a>(name: &'static str, value: impl Into<Cow<'a, str>>) -> Element<'a> {
    element(name).text(value)
}

fn property<'a>(name: &'static str, value: impl Into<Cow<'a, str>>) -> Element<'a> {
    element("meta").attribute("property", name).text(value)
}

/// A leaf's plain words, with their language and direction where they are not the book's.
fn words(name: &'static str, text: &Text, edition: &Edition) -> Element<'static> {
    element(name).attributes(language(&text.locale, edition)).text(text.plain())
}

fn language(words: &LocaleRef, edition: &Edition) -> Vec<Attribute<'static>> {
    let foreign = words != &edition.locale;
    let direction = words.direction().as_str().into();
    if foreign { vec![("xml:lang", words.tag().into()), ("dir", direction)] } else { Vec::new() }
}
