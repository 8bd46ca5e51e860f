//! The nav document (EPUB 3.3 §7): the contents of the book, down to the speakers.

use crate::catalog::Phrase;
use crate::edition::Edition;
use crate::write::body;
use crate::write::node::{self, Element, Node, element};

use super::{NAV, TEXT, page};

/// Fragment ids in the nav document.
const TOC: &str = "toc";
const HEADING: &str = "contents";

/// The nav document of a book with this text.
pub(super) fn document(edition: &Edition, text: &Element) -> String {
    let title = element("title").text(edition.say(Phrase::Contents));
    node::xhtml(&page::page(edition, title, [toc(edition, text), landmarks(edition, text)]))
}

fn toc(edition: &Edition, text: &Element) -> Element {
    let title = &edition.document.meta.title;
    // The sections stand beside the headline, not below it: many reading systems show a list folded
    // to its first level.
    let headline = entry(TEXT.to_owned()).attributes(body::language(title, edition));
    let first = element("li").child(headline.children(body::label(title)));
    let heading = element("h1").attribute("id", HEADING);
    let link = |anchor: &str| entry(format!("{TEXT}#{anchor}"));
    let list = element("ol")
        .child(first)
        .children(body::entries(edition).iter().map(|one| body::item(one, &link)))
        .children(ends(text).map(|(id, name)| {
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

/// The parts of the furniture that stand below the text, if they do.
fn ends(text: &Element) -> impl Iterator<Item = (&'static str, Phrase<'static>)> {
    let parts = [
        (body::NOTES, Phrase::Notes),
        (body::ABOUT, Phrase::About),
        (body::ACCESSIBILITY, Phrase::Accessibility),
    ];
    parts.into_iter().filter(|(id, _)| holds(text, id))
}

fn holds(text: &Element, id: &str) -> bool {
    text.any(&|element| element.get("id") == Some(id))
}

fn entry(target: String) -> Element {
    element("a").attribute("href", target)
}

/// EPUB 3.3 §7.4.4: where the parts of the book begin, for the reading system's own commands and
/// not for the page.
fn landmarks(edition: &Edition, text: &Element) -> Element {
    let landmark = |kind: &str, target: String, words: Vec<Node>| {
        element("li").child(entry(target).attribute("epub:type", kind).children(words))
    };
    let contents = body::phrase(edition, Phrase::Contents);
    let start = body::phrase(edition, Phrase::StartOfText);
    let notes = holds(text, body::NOTES).then(|| {
        let words = body::phrase(edition, Phrase::Notes);
        landmark("endnotes", format!("{TEXT}#{}", body::NOTES), words)
    });
    let list = element("ol")
        .child(landmark("toc", format!("{NAV}#{TOC}"), contents))
        .child(landmark("bodymatter", TEXT.to_owned(), start))
        .children(notes);
    element("nav").attribute("epub:type", "landmarks").attribute("hidden", "hidden").child(list)
}
