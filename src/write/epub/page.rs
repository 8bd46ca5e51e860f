//! The documents of a book: what stands around their content, and the text itself.

use crate::edition::Edition;
use crate::write::body::{self, Medium};
use crate::write::node::{Element, Node, element};
use crate::write::parallel;

use super::STYLESHEET;

/// The document with the text: the article that the HTML edition has, and what its page says
/// about the text below it.
pub(super) fn text<'a>(editions: &[&'a Edition]) -> Element<'a> {
    let edition = editions[0];
    let title = &edition.document.meta.title;
    let words = element("title").attributes(body::language(title, edition)).text(title.plain());
    let article = match editions {
        [edition] => element("article").children(body::article(edition, Medium::Epub)),
        several => parallel::article(several, Medium::Epub),
    };
    let content = [Node::from(article)].into_iter().chain(body::about(editions, Medium::Epub));
    page(edition, words, content)
}

/// A document of the book in the edition's language.
pub(super) fn page<'a, N: Into<Node<'a>>>(
    edition: &Edition,
    title: Element<'a>,
    content: impl IntoIterator<Item = N>,
) -> Element<'a> {
    let style = element("link")
        .attribute("rel", "stylesheet")
        .attribute("type", "text/css")
        .attribute("href", STYLESHEET);
    let head = element("head")
        .child(element("meta").attribute("charset", "utf-8"))
        .child(title)
        .child(style);
    element("html")
        .attribute("lang", edition.locale.tag())
        .attribute("dir", edition.locale.direction().as_str())
        .child(head)
        .child(element("body").children(content))
}
