//! Blocks in several languages. One that is empty in all of them is not written.

use super::{Leaf, Parallel};
use crate::catalog::Phrase;
use crate::document::{
    Alert, Block, Definition, Figure, List, Quotation, Section, SectionRole, Table,
};
use crate::write::body::{self, class, language_of};
use crate::write::node::{Element, Node, element};

impl<'a> Parallel<'a> {
    pub(super) fn blocks(&mut self, blocks: &[Block<Leaf<'a>>]) -> Vec<Node<'a>> {
        blocks.iter().filter_map(|block| self.block(block)).map(Node::from).collect()
    }

    fn block(&mut self, block: &Block<Leaf<'a>>) -> Option<Element<'a>> {
        match block {
            Block::Paragraph(leaf) => self.paragraph(leaf),
            Block::Section(section) => Some(self.section(section)),
            Block::Quotation(quotation) => self.quotation(quotation),
            Block::List(list) => self.list(list),
            Block::Definitions(definitions) => self.definitions(definitions),
            Block::Figure(figure) => Some(self.figure(figure)),
            Block::Table(table) => Some(self.table(table)),
            Block::Alert(alert) => self.alert(alert),
            // Said once: it is the same in every language.
            Block::Code(code) => Some(body::preformatted(code).into_owned()),
            Block::Break => Some(element("hr")),
        }
    }

    /// A row; the first language comes first, and each has as many paragraphs as it has. Where a
    /// language has none, an empty cell keeps its column.
    fn paragraph(&mut self, leaf: &Leaf<'a>) -> Option<Element<'a>> {
        if leaf.iter().all(|text| text.paragraphs.is_empty()) {
            return None;
        }
        let id = leaf[0].id.to_string();
        let mut row = element("div").attribute("class", "row").attribute("id", id.clone());
        for (writer, text) in self.writers.iter_mut().zip(leaf) {
            let mut paragraphs: Vec<_> = text
                .paragraphs
                .iter()
                .map(|inlines| {
                    let words = writer.inlines(inlines, &text.locale);
                    element("p").maybe("class", class(inlines)).children(words)
                })
                .collect();
            let cell = match paragraphs.len() {
                0 => {
                    row = row.child(element("div"));
                    continue;
                }
                1 => paragraphs.remove(0),
                _ => element("div").children(paragraphs),
            };
            let cell = cell.attribute("id", format!("{id}{}", writer.suffix));
            row = row.child(cell.attributes(language_of(&text.locale)));
        }
        let ways = self.ways(&id, leaf);
        Some(row.children(ways))
    }

    fn section(&mut self, section: &Section<Leaf<'a>>) -> Element<'a> {
        let speaker = section.role == SectionRole::Speaker;
        let heading = self.line(body::heading(section), &section.heading);
        let silent = body::is_silent(section)
            .then(|| self.phrase("p", Phrase::NoQuotation).attribute("class", "row none"));
        element("section")
            .attribute("id", section.anchor.to_string())
            .maybe("class", speaker.then_some("speaker"))
            .child(heading)
            .children(silent)
            .children(self.blocks(&section.blocks))
    }

    fn quotation(&mut self, quotation: &Quotation<Leaf<'a>>) -> Option<Element<'a>> {
        let content = self.blocks(&quotation.blocks);
        if content.is_empty() {
            return None;
        }
        let caption = quotation.attribution.as_ref().map(|name| self.line("figcaption", name));
        Some(body::quote(content, caption))
    }

    /// One list: each item holds its translations.
    fn list(&mut self, list: &List<Leaf<'a>>) -> Option<Element<'a>> {
        let items = list.items.iter().filter_map(|item| self.item("li", item)).collect::<Vec<_>>();
        let ordered = || self.writers[0].ordered();
        let element = match list.start {
            None => element("ul"),
            Some(1) => ordered(),
            Some(start) => ordered().attribute("start", start.to_string()),
        };
        (!items.is_empty()).then(|| element.children(items))
    }

    fn item(&mut self, name: &'static str, blocks: &[Block<Leaf<'a>>]) -> Option<Element<'a>> {
        let content = self.unnumbered(blocks);
        (!content.is_empty()).then(|| element(name).children(content))
    }

    /// Blocks whose paragraphs have no numbers of their own.
    pub(super) fn unnumbered(&mut self, blocks: &[Block<Leaf<'a>>]) -> Vec<Node<'a>> {
        self.depth += 1;
        let content = self.blocks(blocks);
        self.depth -= 1;
        content
    }

    fn definitions(&mut self, definitions: &[Definition<Leaf<'a>>]) -> Option<Element<'a>> {
        let mut list = element("dl");
        for one in definitions {
            let term = self.line("dt", &one.term);
            let meanings = one.definitions.iter();
            let meanings: Vec<_> = meanings.filter_map(|blocks| self.item("dd", blocks)).collect();
            if !meanings.is_empty() {
                list = list.child(term).children(meanings);
            }
        }
        (!list.is_empty()).then_some(list)
    }

    /// The image once. An attribute has one language, so the text alternatives in the others stand
    /// below it, as the plain text editions say them: for the ear, and out of the eye's way.
    fn figure(&mut self, figure: &Figure<Leaf<'a>>) -> Element<'a> {
        let picture = self.writers[0].picture(&figure.path, figure.alt[0]);
        let mut others = Vec::new();
        for (writer, text) in self.writers.iter().zip(&figure.alt).skip(1) {
            // What is not translated has been said.
            if text.locale != figure.alt[0].locale {
                let words = writer.edition.say(Phrase::Image { alt: &text.plain() });
                let heard = element("p").attribute("class", "heard");
                others.push(heard.attributes(language_of(&text.locale)).text(words));
            }
        }
        let caption = figure.caption.as_ref().map(|caption| self.line("figcaption", caption));
        element("figure")
            .attribute("id", figure.alt[0].id.message.clone())
            .child(picture)
            .children(others)
            .children(caption)
    }

    /// Whole tables after one another: a cell with several languages could not be read by its
    /// headers.
    fn table(&mut self, table: &Table<Leaf<'a>>) -> Element<'a> {
        let id = table.caption.as_ref().map(|caption| caption[0].id.to_string());
        let tables = self.writers.iter_mut().enumerate().map(|(index, writer)| {
            let language = language_of(&writer.edition.locale);
            writer.table(table, &|leaf| leaf[index]).attributes(language)
        });
        element("div").maybe("id", id).children(tables)
    }

    fn alert(&mut self, alert: &Alert<Leaf<'a>>) -> Option<Element<'a>> {
        let content = self.blocks(&alert.blocks);
        if content.is_empty() {
            return None;
        }
        let (class, label) = body::alert_label(alert.kind);
        let label = self.spoken("p", &mut |writer| {
            vec![element("strong").children(body::phrase(writer.edition, label)).into()]
        });
        let aside = element("aside").attribute("class", class).attribute("role", "note");
        Some(aside.child(label.attribute("class", "row")).children(content))
    }
}
