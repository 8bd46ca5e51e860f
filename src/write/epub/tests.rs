use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use uuid::Uuid;
use zip::{CompressionMethod, DateTime, ZipArchive};

use super::*;
use crate::document::{Block, Figure, Inline};
use crate::project::{Claim, Format, Settings};
use crate::write::fixture;

fn book(edition: &Edition) -> Vec<u8> {
    super::book(edition, &Layouts::default())
}

/// An element of a document: name, attributes, and the words in it.
#[derive(Debug)]
struct Found {
    name: String,
    attributes: Vec<(String, String)>,
    words: String,
}

impl Found {
    fn new(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            let value = attribute.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned();
            (attribute.key.0.to_owned(), value)
        });
        let name = start.name().0.to_owned();
        Self { name, attributes: attributes.collect(), words: String::new() }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn archive(book: &[u8]) -> ZipArchive<Cursor<&[u8]>> {
    ZipArchive::new(Cursor::new(book)).unwrap()
}

pub(super) fn read(book: &[u8], path: &str) -> String {
    let mut words = String::new();
    archive(book).by_name(path).unwrap().read_to_string(&mut words).unwrap();
    words
}

/// All elements of a file in the book; panics where it is not well-formed.
fn elements(book: &[u8], path: &str) -> Vec<Found> {
    let xml = read(book, path);
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().expand_empty_elements = true;
    let (mut found, mut open): (Vec<Found>, Vec<usize>) = (Vec::new(), Vec::new());
    let say = |found: &mut Vec<Found>, open: &[usize], words: &str| {
        for index in open {
            found[*index].words.push_str(words);
        }
    };
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}")) {
            Event::Start(start) => {
                open.push(found.len());
                found.push(Found::new(&start));
            }
            Event::Text(text) => say(&mut found, &open, &text),
            Event::GeneralRef(name) => {
                let sign = quick_xml::escape::resolve_predefined_entity(&name);
                say(&mut found, &open, sign.expect("one of the five of XML"));
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "{path}");
    found
}

/// The only element with this name, or with this value of an attribute.
fn one<'a>(found: &'a [Found], name: &str, attribute: Option<(&str, &str)>) -> &'a Found {
    let fits = |one: &&Found| {
        one.name == name && attribute.is_none_or(|(key, value)| one.get(key) == Some(value))
    };
    let mut all = found.iter().filter(fits);
    let first = all.next().unwrap_or_else(|| panic!("no {name} {attribute:?}"));
    assert!(all.next().is_none(), "more than one {name} {attribute:?}");
    first
}

fn hrefs(found: &[Found]) -> Vec<&str> {
    found.iter().filter(|one| one.name == "a").filter_map(|one| one.get("href")).collect()
}

#[test]
fn the_archive_has_one_order_and_one_time() {
    for key in fixture::KEYS {
        let edition = fixture::edition(key);
        let book = book(&edition);
        assert_eq!(book, self::book(&edition), "two builds are identical");
        let mut archive = archive(&book);
        let names: Vec<_> = archive.file_names().collect();
        let expected = [
            "mimetype",
            "META-INF/container.xml",
            "EPUB/package.opf",
            "EPUB/nav.xhtml",
            "EPUB/text.xhtml",
            "EPUB/stylesheet.css",
            "EPUB/one-source.svg",
        ];
        assert_eq!(names, expected);
        for index in 0..archive.len() {
            let entry = archive.by_index(index).unwrap();
            let method = entry.compression();
            let expected = [CompressionMethod::Deflated, CompressionMethod::Stored];
            assert_eq!(entry.last_modified(), Some(DateTime::default()));
            assert_eq!(entry.unix_mode(), Some(0o100_644));
            assert_eq!(method, expected[usize::from(index == 0)], "{}", entry.name());
            assert!(entry.extra_data().is_none_or(<[u8]>::is_empty), "{}", entry.name());
        }
    }
}

#[test]
fn language_and_direction_stand_on_every_document() {
    for (key, tag, direction) in
        [("ar", "ar", "rtl"), ("zh", "zh-Hans", "ltr"), ("en", "en", "ltr")]
    {
        let book = book(&fixture::edition(key));
        let package = elements(&book, "EPUB/package.opf");
        let root = one(&package, "package", None);
        assert_eq!((root.get("xml:lang"), root.get("dir")), (Some(tag), Some(direction)));
        assert_eq!(one(&package, "dc:language", None).words, tag);
        let spine = one(&package, "spine", None);
        assert_eq!(spine.get("page-progression-direction"), Some(direction));
        for path in ["EPUB/nav.xhtml", "EPUB/text.xhtml"] {
            let page = elements(&book, path);
            let root = one(&page, "html", None);
            assert_eq!((root.get("lang"), root.get("xml:lang")), (Some(tag), Some(tag)));
            assert_eq!(root.get("dir"), Some(direction));
        }
    }
}

#[test]
fn the_manifest_lists_what_is_there() {
    let book = book(&fixture::edition("ar"));
    let package = elements(&book, "EPUB/package.opf");
    let items = package.iter().filter(|one| one.name == "item");
    let listed: BTreeSet<_> =
        items.map(|item| format!("{FOLDER}/{}", item.get("href").unwrap())).collect();
    let there: BTreeSet<_> = archive(&book).file_names().skip(3).map(str::to_owned).collect();
    assert_eq!(listed, there);
    let nav = one(&package, "item", Some(("properties", "nav")));
    let first = one(&package, "itemref", Some(("linear", "no")));
    assert_eq!(nav.get("id"), first.get("idref"));
    let page = elements(&book, "EPUB/text.xhtml");
    let image = one(&page, "img", None).get("src").unwrap();
    assert!(there.contains(&format!("{FOLDER}/{image}")));
}

#[test]
fn the_contents_lead_to_every_section_of_the_text() {
    for key in fixture::KEYS {
        let edition = fixture::edition(key);
        let book = book(&edition);
        let text = elements(&book, "EPUB/text.xhtml");
        let ids: BTreeSet<_> = text.iter().filter_map(|one| one.get("id")).collect();
        let nav = elements(&book, "EPUB/nav.xhtml");
        let targets = hrefs(&nav);
        for target in targets.iter().filter_map(|href| href.strip_prefix("text.xhtml#")) {
            assert!(ids.contains(target), "{target}");
        }
        let sections = text.iter().filter(|one| one.name == "section" && one.get("id").is_some());
        for id in sections.filter_map(|one| one.get("id")) {
            assert!(targets.contains(&format!("{TEXT}#{id}").as_str()), "{id}");
        }
        // Ours says all that epub-builder's would, in the same order.
        let theirs = elements(&assemble::assemble(&edition, &[]).unwrap(), "OEBPS/nav.xhtml");
        let theirs: Vec<_> = theirs.iter().filter(|one| one.name == "a").collect();
        let ours: Vec<_> =
            nav.iter().filter(|one| one.name == "a").take(theirs.len() - 1).collect();
        for (their, our) in theirs.iter().zip(ours) {
            assert_eq!((&their.words, their.get("href")), (&our.words, our.get("href")));
        }
    }
}

#[test]
fn an_untranslated_heading_is_marked_in_the_contents() {
    let nav = elements(&book(&fixture::edition("zh")), "EPUB/nav.xhtml");
    let late = one(&nav, "a", Some(("href", "text.xhtml#late")));
    assert_eq!((late.get("lang"), late.get("xml:lang")), (Some("en"), Some("en")));
    assert_eq!((late.get("dir"), late.words.as_str()), (Some("ltr"), "Late news"));
    let session = one(&nav, "a", Some(("href", "text.xhtml#session")));
    assert_eq!((session.get("lang"), session.words.as_str()), (None, "会议"));
}

#[test]
fn no_words_of_a_title_are_markup() {
    let mut edition = fixture::edition("ar");
    let words = "سلام & <b>\"نص\"</b> ‘中文’ ]]> \u{1}\u{fffe}end";
    let kept = "سلام & <b>\"نص\"</b> ‘中文’ ]]> end";
    let title = &mut edition.document.meta.title;
    title.paragraphs = vec![vec![Inline::Text(words.to_owned())]];
    title.locale = fixture::locale("en");
    let book = book(&edition);
    let package = elements(&book, "EPUB/package.opf");
    let title = one(&package, "dc:title", None);
    assert_eq!((title.words.as_str(), title.get("xml:lang")), (kept, Some("en")));
    assert_eq!(title.get("dir"), Some("ltr"));
    let nav = elements(&book, "EPUB/nav.xhtml");
    let entry = nav.iter().find(|one| one.get("href") == Some(TEXT)).unwrap();
    assert_eq!((entry.words.as_str(), entry.get("lang")), (kept, Some("en")));
    assert_eq!(one(&elements(&book, "EPUB/text.xhtml"), "title", None).words, kept);
}

#[test]
fn the_package_says_what_the_book_is() {
    let package = elements(&book(&fixture::edition("ar")), "EPUB/package.opf");
    let property = |name| &one(&package, "meta", Some(("property", name))).words;
    let identifier = &one(&package, "dc:identifier", None);
    let urn = identifier.words.strip_prefix("urn:uuid:").unwrap();
    assert_eq!(Uuid::parse_str(urn).unwrap().get_version_num(), 5);
    assert_eq!(one(&package, "package", None).get("unique-identifier"), identifier.get("id"));
    assert_eq!(one(&package, "dc:title", None).words, "نصّ واحد بلغات ست");
    assert_eq!(one(&package, "dc:description", None).words, "وصف البيان <في> جملة واحدة.");
    assert_eq!(one(&package, "dc:publisher", None).words, "مكتب النصوص");
    assert_eq!(one(&package, "dc:date", None).words, "2026-11-24");
    assert_eq!(property("dcterms:modified"), "2026-11-25T00:00:00Z");
    assert_eq!(property("schema:accessibilityHazard"), "none");
    let original = "https://example.org/releases/2026-11-24-fixture/en/index.html";
    assert_eq!(one(&package, "dc:source", None).words, original);
    let link = one(&package, "link", Some(("rel", "schema:translationOfWork")));
    assert_eq!((link.get("href"), link.get("hreflang")), (Some(original), Some("en")));
    assert!(!package.iter().any(|one| one.get("property") == Some("dcterms:conformsTo")));
    let source = elements(&book(&fixture::edition("en")), "EPUB/package.opf");
    assert!(!source.iter().any(|one| one.name == "dc:source" || one.name == "link"));
}

#[test]
fn books_have_identifiers_of_their_own() {
    let identifier = |key: &str, base: Option<&str>| {
        let mut edition = fixture::edition(key);
        let base_url = base.map(str::to_owned);
        edition.settings = Arc::new(Settings { base_url, ..fixture::settings() });
        let book = book(&edition);
        one(&elements(&book, "EPUB/package.opf"), "dc:identifier", None).words.clone()
    };
    let mut all = BTreeSet::new();
    for key in fixture::KEYS {
        for base in [None, Some("https://example.org/")] {
            assert_eq!(identifier(key, base), identifier(key, base));
            all.insert(identifier(key, base));
        }
    }
    assert_eq!(all.len(), 6);
}

#[test]
fn without_address_and_publisher_the_original_is_named_by_its_title() {
    let mut edition = fixture::edition("zh");
    edition.settings = Arc::new(Settings { base_url: None, ..fixture::settings() });
    edition.document.meta.organisation = None;
    let package = elements(&book(&edition), "EPUB/package.opf");
    // The fixture's project names no publisher either.
    assert!(!package.iter().any(|one| ["dc:creator", "dc:publisher"].contains(&&*one.name)));
    let original = one(&package, "meta", Some(("property", "schema:translationOfWork")));
    assert_eq!(original.words, "One text, six languages");
    assert_eq!((original.get("xml:lang"), original.get("dir")), (Some("en"), Some("ltr")));
    // And by the identifier of its book.
    let mut source = fixture::edition("en");
    source.settings = edition.settings;
    let source = elements(&book(&source), "EPUB/package.opf");
    let identifier = &one(&source, "dc:identifier", None).words;
    assert_eq!(one(&package, "dc:source", None).words, *identifier);
}

#[test]
fn a_book_that_is_not_published_is_no_source() {
    let mut edition = fixture::edition("ar");
    edition.settings = Arc::new(Settings { base_url: None, ..fixture::settings() });
    for sibling in &mut edition.languages {
        sibling.formats.remove(&Format::Epub);
    }
    let package = elements(&book(&edition), "EPUB/package.opf");
    assert!(!package.iter().any(|one| one.name == "dc:source"));
}

#[test]
fn only_the_publisher_claims_conformance() {
    let claim = Claim {
        conforms_to: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA".to_owned(),
        certified_by: "مكتب & 办公室".to_owned(),
        report: Some("https://example.org/report".to_owned()),
    };
    let mut edition = fixture::edition("ar");
    edition.settings = Arc::new(Settings { claim: Some(claim), ..fixture::settings() });
    let package = elements(&book(&edition), "EPUB/package.opf");
    let conforms = one(&package, "meta", Some(("property", "dcterms:conformsTo")));
    assert_eq!(conforms.words, "EPUB Accessibility 1.1 - WCAG 2.2 Level AA");
    let certifier = one(&package, "meta", Some(("property", "a11y:certifiedBy")));
    assert_eq!(
        (certifier.get("refines"), conforms.get("id")),
        (Some("#conformance"), Some("conformance"))
    );
    assert_eq!(certifier.words, "مكتب & 办公室");
    let report = one(&package, "link", Some(("rel", "a11y:certifierReport")));
    assert_eq!(
        (report.get("refines"), certifier.get("id")),
        (Some("#certifier"), Some("certifier"))
    );
}

#[test]
fn the_style_leaves_the_look_to_the_reader() {
    let style = include_str!("book.css");
    for bad in ["px", "color", "background", "font-family", "!important", "@import", "url("] {
        assert!(!style.contains(bad), "{bad}");
    }
}

#[test]
fn any_image_has_its_place() {
    let mut edition = fixture::edition("zh");
    let mut assets = BTreeMap::new();
    let mut blocks = Vec::new();
    for path in ["صور/شجرة & 1.svg", "nav.xhtml", "stylesheet.css", "无.svg"] {
        let alt = edition.document.meta.title.clone();
        blocks.push(Block::Figure(Figure { path: path.to_owned(), alt, caption: None }));
        assets.insert(path.to_owned(), b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec());
    }
    assets.remove("无.svg");
    edition.document.blocks = blocks;
    edition.assets = Arc::new(assets);
    let layouts = Layouts::default();
    super::book(&fixture::edition("ar"), &layouts);
    let book = super::book(&edition, &layouts);
    assert_eq!(book, self::book(&edition), "another book had as many images, with other names");
    let package = elements(&book, "EPUB/package.opf");
    let listed = package.iter().filter(|one| one.name == "item").count();
    assert_eq!((listed, archive(&book).len()), (4, 7), "one image beside our three files");
    let item = one(&package, "item", Some(("media-type", "image/svg+xml")));
    let text = elements(&book, "EPUB/text.xhtml");
    assert_eq!(item.get("href"), text.iter().find(|one| one.name == "img").unwrap().get("src"));
    assert!(read(&book, "EPUB/صور/شجرة & 1.svg").contains("<svg"));
}
