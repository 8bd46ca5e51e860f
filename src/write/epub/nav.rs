//! The nav document (EPUB 3.3 §7): the contents of the book, down to the speakers.

use crate::catalog::Phrase;
use crate::edition::Edition;
use crate::write::body;
use crate::write::node::{self, Element, Node, element};
use crate::write::parallel;

use super::{NAV, TEXT, page};

/// Fragment ids in the nav document.
const TOC: &str = "toc";
const HEADING: &str = "contents";

/// The nav document of a book with this text.
pub(super) fn document(editions: &[&Edition], text: &Element<'_>) -> String {
    let edition = editions[0];
    let title = element("title").text(edition.say(Phrase::Contents));
    let notes = text.any(&|element| element.get("id") == Some(body::NOTES));
    let notes = notes.then_some((body::NOTES, Phrase::Notes));
    node::xhtml(&page::page(edition, title, [toc(editions, notes), landmarks(edition, notes)]))
}

/// A part of the furniture: its id, and what it is called.
type Part = (&'static str, Phrase<'static>);

fn toc<'a>(editions: &[&'a Edition], notes: Option<Part>) -> Element<'a> {
    let edition = editions[0];
    // The sections stand beside the headline, not below it: many reading systems show a list folded
    // to its first level.
    let (headline, sections) = match editions {
        [edition] => {
            let title = &edition.document.meta.title;
            let headline = entry(TEXT.to_owned()).attributes(body::language(title, edition));
            (headline.children(body::label(title)), body::entries(edition))
        }
        several => {
            (entry(TEXT.to_owned()).children(parallel::titles(several)), parallel::entries(several))
        }
    };
    let first = element("li").child(headline);
    let heading = element("h1").attribute("id", HEADING);
    let link = |anchor: &str| entry(format!("{TEXT}#{anchor}"));
    let list = element("ol")
        .child(first)
        .children(sections.into_iter().map(|one| body::item(one, &link)))
        .children(ends(notes).map(|(id, name)| {
            let words = body::phrase(edition, name);
            element("li").child(entry(format!("{TEXT}#{id}")).children(words))
        }));
    element("nav")
        .attribute("id", TOC)
        .attribute("epub:type", "toc")
        .attribute("role", "doc-toc")
        .attribute("aria-labelledby", HEADING)
        .child(heading.children(body::phrase(edition, Phrase::Contents)))
        .child(list)
}

/// What stands below the text.
fn ends(notes: Option<Part>) -> impl Iterator<Item = Part> {
    let about = (body::ABOUT, Phrase::About);
    notes.into_iter().chain([about, (body::ACCESSIBILITY, Phrase::Accessibility)])
}

fn entry(target: String) -> Element<'static> {
    element("a").attribute("href", target)
}

/// EPUB 3.3 §7.4.4: where the parts of the book begin, for the reading system's own commands and
/// not for the page.
fn landmarks(edition: &Edition, notes: Option<Part>) -> Element<'static> {
    let landmark = |kind: &'static str, target: String, words: Vec<Node<'static>>| {
        element("li").child(entry(target).attribute("epub:type", kind).children(words))
    };
    let contents = body::phrase(edition, Phrase::Contents);
    let start = body::phrase(edition, Phrase::StartOfText);
    let notes = notes.map(|(id, name)| {
        landmark("endnotes", format!("{TEXT}#{id}"), body::phrase(edition, name))
    });
    let list = element("ol")
        .child(landmark("toc", format!("{NAV}#{TOC}"), contents))
        .child(landmark("bodymatter", TEXT.to_owned(), start))
        .children(notes);
    element("nav").attribute("epub:type", "landmarks").attribute("hidden", "hidden").child(list)
}
