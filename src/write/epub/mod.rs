//! The EPUB edition (EPUB 3.3, EPUB Accessibility 1.1): the only door to epub-builder and zip.
//!
//! epub-builder lays the book out: it is told the documents, the resources, the spine and the
//! table of contents, and its archive says what is in the book, in which order. It is given empty
//! stand-ins, because it would pack our bytes once more for nothing. What it writes of its own
//! cannot be published as it is, so `finish` puts our documents in the places that it laid out:
//!
//! | ours | the fault of epub-builder 0.8.3 that it answers |
//! |---|---|
//! | package document (`package.rs`) | author and language get the same id, which EPUBCheck refuses; `package` has no language and no direction; `epub_direction` is never read; `add_refines` writes an `id`; the words of a `meta` are not escaped; no `linear`, no `link`; the date of change is the clock's unless it is given as a `chrono` value |
//! | nav document (`nav.rs`) | no language, direction or role; labels are plain words, so an isolated name or an untranslated heading loses its mark; without a `reftype` the landmarks are an empty list, which is invalid |
//! | zip archive (`pack.rs`) | entries carry the clock's time: no two builds are alike; every entry has a compressor of its own |
//! | `container.xml` | names the folder and file of epub-builder's own package document |
//! | left out | `toc.ncx`, `guide` and the display options of Apple's readers, which EPUB 3 does not need and which cannot be switched off |

mod assemble;
mod nav;
mod pack;
mod package;
mod page;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::edition::Edition;
use crate::files::media_type;
use crate::write::node::{self, element};
use pack::{Archive, Packed};

/// The folder of the book in the archive.
const FOLDER: &str = "EPUB";
/// The package document.
const PACKAGE: &str = "package.opf";
/// The contents of the book: epub-builder's name for the nav document.
const NAV: &str = "nav.xhtml";
/// The article.
const TEXT: &str = "text.xhtml";
/// The style sheet: epub-builder's name for it.
const STYLESHEET: &str = "stylesheet.css";

/// What is made once for all books.
#[derive(Debug, Default)]
pub struct Layouts {
    /// What epub-builder lays out, by the number of images: books that have as many have the same
    /// resources in the same order, whatever their words, and whatever the images are called.
    resources: Mutex<BTreeMap<usize, Arc<[String]>>>,
    fixed: OnceLock<Fixed>,
}

/// The files that are the same in every book.
#[derive(Debug)]
struct Fixed {
    container: Packed,
    style: Packed,
    /// Of books in several languages.
    parallel: Packed,
}

impl Layouts {
    /// The paths of a book's resources.
    fn of(&self, edition: &Edition, images: &BTreeMap<&str, &[u8]>) -> Vec<String> {
        let names: Vec<&str> = images.keys().copied().collect();
        // An image stands in the layout as its number.
        let name = |path: &String| match path.parse::<usize>() {
            Ok(number) => names[number].to_owned(),
            Err(_) => path.clone(),
        };
        self.laid_out(edition, names.len()).iter().map(name).collect()
    }

    fn laid_out(&self, edition: &Edition, images: usize) -> Arc<[String]> {
        // Whoever panicked has not left half an entry: one is put in whole.
        let known = || self.resources.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known().get(&images) {
            return Arc::clone(found);
        }
        let numbers: Vec<_> = (0..images).map(|number| number.to_string()).collect();
        let resources: Arc<[String]> = assemble::resources(edition, &numbers).into();
        known().insert(images, Arc::clone(&resources));
        resources
    }

    fn fixed(&self) -> &Fixed {
        self.fixed.get_or_init(|| Fixed {
            container: Packed::new("META-INF/container.xml".to_owned(), container().as_bytes()),
            style: Packed::new(inside(STYLESHEET), include_bytes!("book.css")),
            parallel: Packed::new(
                inside(STYLESHEET),
                concat!(include_str!("book.css"), include_str!("parallel.css")).as_bytes(),
            ),
        })
    }
}

/// The book of an edition: the bytes of an EPUB file, the same for the same edition.
pub fn book(edition: &Edition, layouts: &Layouts) -> Vec<u8> {
    side_by_side(&[edition], layouts)
}

/// The book of several editions beside each other; what it says of itself is in the first language.
pub fn side_by_side(editions: &[&Edition], layouts: &Layouts) -> Vec<u8> {
    let images = images(editions[0]);
    finish(editions, &layouts.of(editions[0], &images), (&images, layouts.fixed()))
}

/// The archive of a book that epub-builder has laid out, with our documents in their places.
fn finish(
    editions: &[&Edition],
    resources: &[String],
    (images, fixed): (&BTreeMap<&str, &[u8]>, &Fixed),
) -> Vec<u8> {
    let text = page::text(editions);
    let package = package::document(editions, resources);
    let mut archive = Archive::new();
    archive.put(&fixed.container);
    archive.put(&Packed::new(inside(PACKAGE), package.as_bytes()));
    for path in resources {
        let packed = |bytes: &[u8]| Packed::new(inside(path), bytes);
        match path.as_str() {
            NAV => archive.put(&packed(nav::document(editions, &text).as_bytes())),
            TEXT => archive.put(&packed(node::xhtml(&text).as_bytes())),
            STYLESHEET if editions.len() > 1 => archive.put(&fixed.parallel),
            STYLESHEET => archive.put(&fixed.style),
            image => archive.put(&packed(images[image])),
        }
    }
    archive.finish()
}

/// The name in the archive of what stands in the folder of the book.
fn inside(path: &str) -> String {
    format!("{FOLDER}/{path}")
}

/// EPUB 3.3 §4.2.6.3.1: where the package document stands.
fn container() -> String {
    let package = element("rootfile")
        .attribute("full-path", format!("{FOLDER}/{PACKAGE}"))
        .attribute("media-type", "application/oebps-package+xml");
    let root = element("container")
        .attribute("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container")
        .attribute("version", "1.0")
        .child(element("rootfiles").child(package));
    node::xml(&root)
}

/// The images that figures of the edition show, by path.
fn images(edition: &Edition) -> BTreeMap<&str, &[u8]> {
    let paths = edition.document.figures().into_iter().map(|figure| &figure.path);
    // What is not an image could be called like a document of ours.
    let paths = paths.filter(|path| media_type(path).starts_with("image/"));
    let image = |path| edition.assets.get_key_value(path);
    paths.filter_map(image).map(|(path, bytes)| (path.as_str(), &**bytes)).collect()
}

/// The words of a file in a book.
#[cfg(test)]
pub(super) fn part(book: &[u8], path: &str) -> String {
    tests::read(book, path)
}
