//! The table of contents: its entries, for the page and for the nav document of a book.

use super::header::{tongue, within};
use super::{label, language, notes, phrase, words};
use crate::catalog::Phrase;
use crate::document::{Inline, Section, Text};
use crate::edition::{Edition, isolate};
use crate::write::node::{Attribute, Element, Node, element};

/// A section in the table of contents.
pub struct Entry<'a> {
    /// The fragment that it leads to.
    pub anchor: String,
    /// `lang` and `dir` of the label where it is not in the edition's language.
    pub language: Vec<Attribute<'static>>,
    /// The words of the link.
    pub label: Vec<Node<'a>>,
    /// The sections in it.
    pub deeper: Vec<Self>,
}

/// The sections of an edition, in order.
pub fn entries(edition: &Edition) -> Vec<Entry<'_>> {
    let mut headings = Vec::new();
    edition.document.sections().for_each(|section| list(section, &mut headings));
    let namer = Namer { edition, headings };
    edition.document.sections().map(|section| namer.entry(section, None)).collect()
}

/// The plain headings of a section and of those in it.
fn list(section: &Section<Text>, headings: &mut Vec<String>) {
    headings.push(section.heading.plain());
    section.sections().for_each(|inner| list(inner, headings));
}

struct Namer<'a> {
    edition: &'a Edition,
    headings: Vec<String>,
}

impl<'a> Namer<'a> {
    /// A heading that stands more than once is told with the one above it, for the same words must
    /// not lead to different places (WCAG 2.4.9).
    fn entry(&self, section: &'a Section<Text>, above: Option<&Text>) -> Entry<'a> {
        let heading = &section.heading;
        let plain = heading.plain();
        let repeats = self.headings.iter().filter(|known| **known == plain).count() > 1;
        let (language, label) = match above.filter(|_| repeats) {
            Some(above) => (Vec::new(), self.in_session(heading, above)),
            None => (language(heading, self.edition), label(heading)),
        };
        let deeper = section.sections().map(|inner| self.entry(inner, Some(heading))).collect();
        Entry { anchor: section.anchor.to_string(), language, label, deeper }
    }

    fn in_session(&self, heading: &Text, above: &Text) -> Vec<Node<'static>> {
        let edition = self.edition;
        let names = (heading.plain(), above.plain());
        let said = Phrase::HeadingInSession { heading: &names.0, session: &names.1 };
        let mut line = vec![Inline::Text(edition.say(said))];
        for (text, name) in [(heading, &names.0), (above, &names.1)] {
            if text.locale != edition.locale {
                line = within(line, name, &tongue(text));
            }
        }
        words(&isolate(line, edition.locale.direction()), &edition.locale)
    }
}

/// The table of contents of a page. `lead` stands before the first section: under no heading, so
/// that nothing but an entry of its own leads there.
pub(in crate::write) fn contents<'a>(
    edition: &Edition,
    entries: Vec<Entry<'a>>,
    lead: &[Node<'_>],
) -> Element<'a> {
    let link = |id: &str| element("a").attribute("href", format!("#{id}"));
    let furniture =
        |id: &str, said: Phrase<'_>| element("li").child(link(id).children(phrase(edition, said)));
    let start = lead.iter().find_map(|node| node.first("id"));
    let notes = (!edition.document.notes.is_empty()).then_some(notes::HEADING_ID);
    let list = element("ol")
        .children(start.map(|id| furniture(id, Phrase::StartOfText)))
        .children(entries.into_iter().map(|entry| item(entry, &link)))
        .children(notes.map(|id| furniture(id, Phrase::Notes)));
    let heading = element("h2").attribute("id", "_contents");
    element("nav")
        .attribute("role", "doc-toc")
        .attribute("aria-labelledby", "_contents")
        .child(heading.children(phrase(edition, Phrase::Contents)))
        .child(list)
}

/// An entry and those below it, with links that `link` makes from an anchor.
pub fn item<'a>(entry: Entry<'a>, link: &dyn Fn(&str) -> Element<'static>) -> Element<'a> {
    let own: Element<'a> = link(&entry.anchor);
    let own = own.attributes(entry.language).children(entry.label);
    let deeper = entry.deeper.into_iter().map(|inner| item(inner, link));
    let deeper = element("ol").children(deeper);
    element("li").child(own).children((!deeper.is_empty()).then_some(deeper))
}
