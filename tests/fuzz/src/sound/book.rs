//! A book: the container opens, every entry is whole, the package lists what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use roxmltree::Document;
use zip::ZipArchive;

use super::page::decoded;
use super::{characters, inside, scheme, xml};

/// The most bytes that an entry may unpack to: more is a bomb.
const MOST: u64 = 64 << 20;

/// The folder of the package document.
const ROOT: &str = "EPUB/";

/// Opens a book as a reading system would.
pub fn book(path: &str, bytes: &[u8]) {
    let entries = entries(path, bytes);
    let texts: BTreeMap<&str, &str> = entries
        .iter()
        .filter(|(name, _)| {
            name.ends_with(".xhtml") || name.ends_with(".opf") || name.ends_with(".xml")
        })
        .map(|(name, bytes)| (&**name, std::str::from_utf8(bytes).expect("UTF-8")))
        .collect();
    let documents: BTreeMap<&str, Document<'_>> = texts
        .iter()
        .map(|(name, text)| {
            characters(name, text);
            (*name, xml(name, text))
        })
        .collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        documents.iter().map(|(name, document)| (*name, ids(name, document))).collect();
    for (name, document) in &documents {
        for (key, value) in attributes(document) {
            assert!(!key.starts_with("on") && key != "style", "{path}: {name}: {key}={value}");
            if ["href", "src"].contains(&key) && name.starts_with(ROOT) {
                target((path, name), value, &entries, &ids);
            }
        }
        let tags = document.descendants().filter(roxmltree::Node::is_element);
        let acts = ["script", "iframe", "object", "embed", "form"];
        for tag in tags.map(|node| node.tag_name().name().to_owned()) {
            assert!(!acts.contains(&&*tag), "{path}: {name}: <{tag}>");
        }
    }
    package(path, &documents["EPUB/package.opf"], &entries);
}

/// The entries of the container, each read to its end, which proves its checksum.
fn entries(path: &str, bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("the container opens");
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip", "{path}");
    let mut entries = BTreeMap::new();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).expect("every entry opens");
        let name = entry.name().to_owned();
        inside(&name);
        let mut unpacked = Vec::new();
        entry.take(MOST).read_to_end(&mut unpacked).expect("every entry is whole");
        assert!(unpacked.len() < 64 << 20, "{path}: {name} is too large");
        assert!(entries.insert(name.clone(), unpacked).is_none(), "{path}: {name} twice");
    }
    assert_eq!(entries.len(), archive.len(), "{path}: an entry stands twice");
    entries
}

fn attributes<'d>(document: &'d Document<'_>) -> impl Iterator<Item = (&'d str, &'d str)> {
    let nodes = document.descendants();
    nodes.flat_map(|node| node.attributes().map(|one| (one.name(), one.value())))
}

fn ids<'d>(name: &str, document: &'d Document<'_>) -> BTreeSet<&'d str> {
    let mut ids = BTreeSet::new();
    for (_, id) in attributes(document).filter(|(key, _)| *key == "id") {
        assert!(ids.insert(id), "{name}: `{id}` twice");
    }
    ids
}

/// What is in the book is there; what is not, has a scheme that does nothing.
fn target(
    (path, name): (&str, &str),
    value: &str,
    entries: &BTreeMap<String, Vec<u8>>,
    ids: &BTreeMap<&str, BTreeSet<&str>>,
) {
    if let Some(scheme) = scheme(value) {
        let fine = ["http", "https", "mailto", "tel"].contains(&&*scheme);
        assert!(fine, "{path}: {name}: {value}");
        return;
    }
    let (file, fragment) = value.split_once('#').unwrap_or((value, ""));
    let file = if file.is_empty() { name.to_owned() } else { format!("{ROOT}{}", decoded(file)) };
    assert!(entries.contains_key(&file), "{path}: {name}: {value} is not in the book");
    let fragment = decoded(fragment);
    let known = fragment.is_empty() || ids.get(&*file).is_some_and(|ids| ids.contains(&*fragment));
    assert!(known, "{path}: {name}: {value} leads nowhere");
}

/// The manifest lists every file, and the spine and the refinements what is there.
fn package(path: &str, package: &Document<'_>, entries: &BTreeMap<String, Vec<u8>>) {
    let of = |name: &'static str| {
        package.descendants().filter(move |node| node.tag_name().name() == name)
    };
    let items: BTreeMap<&str, &str> = of("item")
        .map(|item| (item.attribute("id").expect("an id"), item.attribute("href").expect("a href")))
        .collect();
    let listed: BTreeSet<String> =
        items.values().map(|href| format!("{ROOT}{}", decoded(href))).collect();
    let there = entries.keys().filter(|name| name.starts_with(ROOT) && !name.ends_with(".opf"));
    assert_eq!(listed, there.cloned().collect(), "{path}: the manifest");
    for itemref in of("itemref") {
        let id = itemref.attribute("idref").expect("an idref");
        assert!(items.contains_key(id), "{path}: the spine names `{id}`");
    }
    let ids = ids(path, package);
    for refines in package.descendants().filter_map(|node| node.attribute("refines")) {
        assert!(refines.strip_prefix('#').is_some_and(|id| ids.contains(id)), "{path}: {refines}");
    }
}
