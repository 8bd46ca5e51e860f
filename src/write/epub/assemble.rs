//! The plan of a book, laid out by epub-builder: its documents and resources, in the order of
//! spine and manifest.

use std::io::Cursor;

use epub_builder::{EpubBuilder, EpubContent, EpubVersion, ReferenceType, TocElement, ZipLibrary};
use zip::ZipArchive;

use crate::document::{Section, Text};
use crate::edition::Edition;
use crate::files::media_type;
use crate::write::identifier;

use super::{NAV, TEXT};

/// Nothing: epub-builder copies what it is given into an archive of its own, and our bytes are
/// packed only once.
const STAND_IN: &[u8] = b"";

/// The folder that epub-builder puts everything into.
const FOLDER: &str = "OEBPS/";

/// What epub-builder adds and EPUB 3 can do without: `toc.ncx` is the nav document of EPUB 2; the
/// package document is not a resource of the book.
const LEFT_OUT: [&str; 2] = ["toc.ncx", "content.opf"];

/// The paths of the book's resources in the order of the manifest, the nav document first.
pub(super) fn resources(edition: &Edition, images: &[String]) -> Vec<String> {
    let archive = assemble(edition, images).expect("memory can be written to");
    let archive = ZipArchive::new(Cursor::new(archive)).expect("epub-builder writes a zip archive");
    let mut paths: Vec<_> = archive
        .file_names()
        .filter_map(|name| name.strip_prefix(FOLDER))
        .filter(|path| !LEFT_OUT.contains(path))
        .map(str::to_owned)
        .collect();
    // epub-builder generates the nav document last; the order of the rest is ours.
    paths.sort_by_key(|path| path != NAV);
    paths
}

pub(super) fn assemble(edition: &Edition, images: &[String]) -> epub_builder::Result<Vec<u8>> {
    let mut book = EpubBuilder::new(ZipLibrary::new()?)?;
    let title = edition.document.meta.title.plain();
    book.epub_version(EpubVersion::V33);
    book.metadata("title", &title)?;
    book.metadata("author", edition.organisation())?;
    book.metadata("lang", edition.locale.tag())?;
    book.set_uuid(identifier::of_editions(&[edition]));
    // `epub_direction` sets a field that is never read.
    book.metadata("direction", edition.locale.direction().as_str())?;
    let mut text = EpubContent::new(TEXT, STAND_IN).title(title).reftype(ReferenceType::Text);
    for section in edition.document.sections() {
        text = text.child(toc(section));
    }
    book.add_content(text)?;
    // The builder writes it as `stylesheet.css`.
    book.stylesheet(STAND_IN)?;
    for path in images {
        book.add_resource(path, STAND_IN, media_type(path))?;
    }
    let mut archive = Vec::new();
    book.generate(&mut archive)?;
    Ok(archive)
}

/// A section and the sections in it.
fn toc(section: &Section<Text>) -> TocElement {
    let entry = TocElement::new(format!("{TEXT}#{}", section.anchor), section.heading.plain());
    section.sections().map(toc).fold(entry, TocElement::child)
}
