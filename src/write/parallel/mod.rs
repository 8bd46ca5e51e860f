//! The parallel edition: one release in two to six languages, block by block, for HTML and EPUB.
//!
//! The trees of the editions are one tree (`Document::beside`), so what stands beside each other
//! says the same, by construction. In the order of the file, which is that of speech and braille,
//! every block is followed by its translations; a style sheet sets them side by side where there
//! is room. A block is a `.row` that has the id which it has in every language; what belongs to one
//! language has that id, a dot and the key of the locale: no anchor and no message has a dot, but
//! for the attributes of images, which name nothing in an edition.
//!
//! A heading is one heading with a `span` for each language: the levels stay those of the text,
//! whoever lists the headings finds each once, and speech changes its voice in it. One heading for
//! each language would make sections without content, and paragraphs for all but the first would
//! take the headings from those who read the others.

mod blocks;
mod notes;
mod passage;

use std::fmt::Write;

use crate::catalog::Phrase;
use crate::document::{Block, Document, Text};
use crate::edition::Edition;
use crate::locale::LocaleRef;
use crate::write::body::{self, Entry, Medium, Writer, language_of};
use crate::write::node::{Element, Node, element};

/// A leaf in every language of the edition.
type Leaf<'a> = Vec<&'a Text>;

/// The folder of a parallel edition in that of its release, and what its files are named by: keys have
/// no `_`, so it is no language's. A `+` would be refused by some servers (IIS) and read as a space by
/// others (S3).
pub fn folder<'a>(keys: impl IntoIterator<Item = &'a str>) -> String {
    let mut folder = String::new();
    for key in keys {
        let between = if folder.is_empty() { "" } else { "_" };
        write!(folder, "{between}{key}").expect("a String takes all");
    }
    folder
}

/// The folder of these editions beside each other.
pub fn folder_of(editions: &[&Edition]) -> String {
    folder(editions.iter().map(|edition| edition.locale.key()))
}

/// What stands in the `article` element: header with notices, contents, body, notes.
pub fn article<'a>(editions: &[&'a Edition], medium: Medium) -> Element<'a> {
    let documents: Vec<_> = editions.iter().map(|edition| &edition.document).collect();
    let document = Document::beside(&documents);
    let mut writer = Parallel::new(editions, medium);
    let sections = document.blocks.iter().position(|block| matches!(block, Block::Section(_)));
    let (lead, sections) = document.blocks.split_at(sections.unwrap_or(document.blocks.len()));
    let header = writer.header(&document);
    let lead = writer.blocks(lead);
    let contents = body::has_contents(writer.first(), medium)
        .then(|| body::contents(writer.first(), entries(editions), &lead));
    element("article")
        .attribute("class", class_for(editions.len()))
        .child(header)
        .children(contents)
        .children(lead)
        .children(writer.blocks(sections))
        .children(writer.notes(&document.notes))
}

/// How many columns there can be, for the style sheet.
fn class_for(languages: usize) -> &'static str {
    match languages {
        ..=2 => "of-2",
        3 => "of-3",
        4 => "of-4",
        5 => "of-5",
        6.. => "of-6",
    }
}

/// The sections in all languages, in order.
pub fn entries<'a>(editions: &[&'a Edition]) -> Vec<Entry<'a>> {
    let each = editions.iter().map(|edition| (&edition.locale, body::entries(edition))).collect();
    beside(each)
}

/// The headline in all languages.
pub fn titles<'a>(editions: &[&'a Edition]) -> Vec<Node<'a>> {
    let title = |edition: &&'a Edition| {
        let title = &edition.document.meta.title;
        element("span").attributes(language_of(&title.locale)).children(body::label(title))
    };
    between(editions.iter().map(title))
}

/// Lists of entries of one shape as one.
fn beside<'a>(each: Vec<(&LocaleRef, Vec<Entry<'a>>)>) -> Vec<Entry<'a>> {
    let count = each.first().map_or(0, |(_, entries)| entries.len());
    let mut each: Vec<_> =
        each.into_iter().map(|(locale, entries)| (locale, entries.into_iter())).collect();
    let mut merged = Vec::with_capacity(count);
    for _ in 0..count {
        let mut label = Vec::new();
        let mut deeper = Vec::new();
        let mut anchor = String::new();
        for (locale, entries) in &mut each {
            let entry = entries.next().expect("they are of one shape");
            // A heading that is not translated says so by itself.
            let language = entry.language;
            let language = if language.is_empty() { language_of(locale).into() } else { language };
            label.push(element("span").attributes(language).children(entry.label));
            deeper.push((*locale, entry.deeper));
            anchor = entry.anchor;
        }
        let label = between(label.into_iter());
        merged.push(Entry { anchor, language: Vec::new(), label, deeper: beside(deeper) });
    }
    merged
}

/// What must be remembered on the way through the trees.
struct Parallel<'a> {
    /// One for each language.
    writers: Vec<Writer<'a>>,
    medium: Medium,
    /// How many passages have been numbered.
    passages: usize,
    /// In how many lists and notes this stands: what stands in one has no number of its own.
    depth: usize,
}

impl<'a> Parallel<'a> {
    fn new(editions: &[&'a Edition], medium: Medium) -> Self {
        let writer = |edition: &&'a Edition| {
            let mut writer = Writer::new(edition, medium);
            writer.suffix = format!(".{}", edition.locale.key());
            writer
        };
        let writers = editions.iter().map(writer).collect();
        Self { writers, medium, passages: 0, depth: 0 }
    }

    /// The edition whose language the page is in.
    fn first(&self) -> &'a Edition {
        self.writers[0].edition
    }

    /// What stands above the text. Notices are those of the single editions, in each language.
    fn header(&mut self, document: &Document<Leaf<'a>>) -> Element<'a> {
        let meta = &document.meta;
        let publisher = match self.medium {
            Medium::Html => None,
            Medium::Epub => Some(match &meta.organisation {
                Some(name) => self.line("p", name),
                None => self
                    .spoken("p", &mut |writer| {
                        vec![Node::Text(writer.edition.organisation().into())]
                    })
                    .attribute("class", "row"),
            }),
        };
        let mut marked = |name: &Option<Leaf<'a>>, class| {
            name.as_ref().map(|name| self.cells("p", name).attribute("class", class))
        };
        let kind = marked(&meta.kind, "row kind");
        let series = marked(&meta.series, "row series");
        let title = self.line("h1", &meta.title);
        let dateline =
            self.spoken("p", &mut |writer| body::words(&writer.dateline(), &writer.edition.locale));
        let notices = self.notices();
        element("header")
            .children(publisher)
            .children(kind)
            .children(series)
            .child(title)
            .child(dateline.attribute("class", "row dateline"))
            .children(notices)
    }

    /// What is to be known of each single edition, in its column.
    fn notices(&mut self) -> Option<Element<'a>> {
        let notices = self.writers.iter_mut().map(|writer| {
            let language = language_of(&writer.edition.locale);
            writer.notices().map(|notices| notices.attributes(language))
        });
        let notices: Vec<_> = notices.collect();
        let row = element("div").attribute("class", "row");
        let any = notices.iter().any(Option::is_some);
        any.then(|| {
            row.children(notices.into_iter().map(|one| one.unwrap_or_else(|| element("div"))))
        })
    }

    /// A leaf that is one line by nature, in an element: a `span` for each language.
    fn line(&mut self, name: &'static str, leaf: &Leaf<'a>) -> Element<'a> {
        self.cells(name, leaf).attribute("class", "row")
    }

    fn cells(&mut self, name: &'static str, leaf: &Leaf<'a>) -> Element<'a> {
        let spans = self.writers.iter_mut().zip(leaf).map(|(writer, text)| {
            let words = writer.inlines(text.line(), &text.locale);
            element("span").attributes(language_of(&text.locale)).children(words)
        });
        spaced(element(name), spans)
    }

    /// The same with words that each edition has of its own.
    fn spoken(
        &mut self,
        name: &'static str,
        say: &mut dyn FnMut(&mut Writer<'a>) -> Vec<Node<'a>>,
    ) -> Element<'a> {
        let spans = self.writers.iter_mut().map(|writer| {
            element("span").attributes(language_of(&writer.edition.locale)).children(say(writer))
        });
        spaced(element(name), spans)
    }

    /// A phrase of the furniture in each language.
    fn phrase(&mut self, name: &'static str, phrase: Phrase<'_>) -> Element<'a> {
        self.spoken(name, &mut |writer| body::phrase(writer.edition, phrase))
    }
}

/// An element with spans in it, and a space between two: for names, and where there is no style.
fn spaced<'a>(name: Element<'a>, spans: impl Iterator<Item = Element<'a>>) -> Element<'a> {
    name.children(between(spans))
}

fn between<'a>(spans: impl Iterator<Item = Element<'a>>) -> Vec<Node<'a>> {
    let mut nodes = Vec::new();
    for span in spans {
        nodes.extend((!nodes.is_empty()).then(|| Node::Text(" ".into())));
        nodes.push(span.into());
    }
    nodes
}

#[cfg(test)]
mod tests;
