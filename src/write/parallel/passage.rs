//! The ways from a paragraph: its own address, and the same paragraph in each single language.

use super::{Leaf, Parallel};
use crate::catalog::Phrase;
use crate::edition::{Edition, Sibling};
use crate::write::body::{self, Medium};
use crate::write::node::{Element, element};

impl<'a> Parallel<'a> {
    /// A folded list behind the paragraph's number, so that who listens hears one short line. The
    /// links say which paragraph they are of, since the words “Arabic” alone would lead to many
    /// places (WCAG 2.4.9). A book has no address to give, and what stands in a list is short.
    pub(super) fn ways(&mut self, id: &str, leaf: &Leaf<'a>) -> Option<Element<'a>> {
        if self.medium == Medium::Epub || self.depth > 0 {
            return None;
        }
        self.passages += 1;
        let first = self.first();
        let number = first.say(Phrase::Paragraph { number: self.passages });
        let own = element("a")
            .attribute("href", format!("#{id}"))
            .children(body::phrase(first, Phrase::ParagraphLink { number: self.passages }));
        let mut list = element("ul").child(element("li").child(own));
        for (writer, text) in self.writers.iter().zip(leaf) {
            // Nobody is sent where the paragraph was left out.
            let page = (!text.paragraphs.is_empty()).then(|| page(writer.edition, id)).flatten();
            list = list.children(page.map(|href| {
                let locale = &writer.edition.locale;
                let (tag, name) = (locale.known_as(), locale.name());
                let language = first.say(Phrase::LanguageName { tag, name });
                let label = Phrase::Labelled { label: &number, value: &language };
                let link = element("a").attribute("href", href);
                let link = link.attribute("hreflang", locale.tag());
                element("li").child(link.children(body::phrase(first, label)))
            }));
        }
        let summary = element("summary")
            .children(body::phrase(first, Phrase::Paragraph { number: self.passages }));
        Some(element("details").attribute("class", "ways").child(summary).child(list))
    }
}

/// The paragraph in an edition's own page, if that is published.
fn page(edition: &Edition, id: &str) -> Option<String> {
    let own = |one: &&Sibling| one.locale == edition.locale && one.has_page();
    edition.languages.iter().find(own)?;
    Some(format!("{}#{id}", body::page_of(edition, &edition.locale)))
}
