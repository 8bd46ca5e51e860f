//! Blocks. One that a translator has emptied is not written.

use super::{Medium, Writer, inline, language};
use crate::catalog::Phrase;
use crate::document::{
    Alert, AlertKind, Alignment, Block, Code, Definition, Figure, List, Quotation, Section,
    SectionRole, Table, Text,
};
use crate::write::image;
use crate::write::node::{Element, Node, element};

/// From this number of columns on, a table may be wider than a small screen.
const WIDE_FROM: usize = 3;

impl<'a> Writer<'a> {
    pub(super) fn blocks(&mut self, blocks: &'a [Block<Text>]) -> Vec<Node<'a>> {
        let mut nodes = Vec::with_capacity(blocks.len());
        for block in blocks {
            self.block(block, &mut nodes);
        }
        nodes
    }

    fn block(&mut self, block: &'a Block<Text>, nodes: &mut Vec<Node<'a>>) {
        let element = match block {
            Block::Paragraph(text) => return self.paragraphs(text, nodes),
            Block::Section(section) => Some(self.section(section)),
            Block::Quotation(quotation) => self.quotation(quotation),
            Block::List(list) => self.list(list),
            Block::Definitions(definitions) => self.definitions(definitions),
            Block::Figure(figure) => Some(self.figure(figure)),
            Block::Table(table) => Some(self.table(table, &|text| text)),
            Block::Alert(alert) => self.alert(alert),
            Block::Code(code) => Some(preformatted(code)),
            Block::Break => Some(element("hr")),
        };
        nodes.extend(element.map(Node::from));
    }

    /// One `p` for each paragraph that the translator made; the first carries the message's id.
    fn paragraphs(&mut self, text: &'a Text, nodes: &mut Vec<Node<'a>>) {
        let mut id = Some(text.id.to_string());
        for inlines in &text.paragraphs {
            let words = self.inlines(inlines, &text.locale);
            let paragraph =
                element("p").maybe("id", id.take()).maybe("class", inline::class(inlines));
            let paragraph = paragraph.attributes(language(text, self.edition)).children(words);
            nodes.push(paragraph.into());
        }
    }

    /// The words of a leaf that is one line by nature, in an element.
    pub(in crate::write) fn leaf(&mut self, name: &'static str, text: &'a Text) -> Element<'a> {
        let words = self.inlines(text.line(), &text.locale);
        element(name).attributes(language(text, self.edition)).children(words)
    }

    fn section(&mut self, section: &'a Section<Text>) -> Element<'a> {
        let speaker = section.role == SectionRole::Speaker;
        let silent = is_silent(section).then(|| {
            let words = super::phrase(self.edition, Phrase::NoQuotation);
            element("p").attribute("class", "none").children(words)
        });
        element("section")
            .attribute("id", section.anchor.to_string())
            .maybe("class", speaker.then_some("speaker"))
            .child(self.leaf(heading(section), &section.heading))
            .children(silent)
            .children(self.blocks(&section.blocks))
    }

    fn quotation(&mut self, quotation: &'a Quotation<Text>) -> Option<Element<'a>> {
        let content = self.blocks(&quotation.blocks);
        if content.is_empty() {
            return None;
        }
        let caption = quotation.attribution.as_ref().map(|name| self.leaf("figcaption", name));
        Some(quote(content, caption))
    }

    fn list(&mut self, list: &'a List<Text>) -> Option<Element<'a>> {
        let items: Vec<_> = list.items.iter().filter_map(|item| self.item("li", item)).collect();
        let element = match list.start {
            None => element("ul"),
            Some(1) => self.ordered(),
            Some(start) => self.ordered().attribute("start", start.to_string()),
        };
        (!items.is_empty()).then(|| element.children(items))
    }

    /// An ordered list. Browsers number it with 0 to 9, so the style sheet must know where the
    /// furniture has other digits.
    pub(in crate::write) fn ordered(&self) -> Element<'a> {
        let native = self.edition.furniture.number(0) != "0";
        element("ol").maybe("class", native.then_some("native"))
    }

    /// A list item or a definition; one paragraph alone needs no `p`.
    fn item(&mut self, name: &'static str, blocks: &'a [Block<Text>]) -> Option<Element<'a>> {
        if let [Block::Paragraph(text)] = blocks
            && text.paragraphs.len() == 1
        {
            let item = self.leaf(name, text).attribute("id", text.id.to_string());
            return Some(item.maybe("class", inline::class(text.line())));
        }
        let content = self.blocks(blocks);
        (!content.is_empty()).then(|| element(name).children(content))
    }

    fn definitions(&mut self, definitions: &'a [Definition<Text>]) -> Option<Element<'a>> {
        let mut list = element("dl");
        for one in definitions {
            let term = self.leaf("dt", &one.term);
            let meanings = one.definitions.iter();
            let meanings: Vec<_> = meanings.filter_map(|blocks| self.item("dd", blocks)).collect();
            if !meanings.is_empty() {
                list = list.child(term).children(meanings);
            }
        }
        (!list.is_empty()).then_some(list)
    }

    fn figure(&mut self, figure: &'a Figure<Text>) -> Element<'a> {
        let picture = self.picture(&figure.path, &figure.alt);
        let caption = figure.caption.as_ref().map(|caption| self.leaf("figcaption", caption));
        let id = figure.alt.id.message.as_str();
        element("figure").attribute("id", id).child(picture).children(caption)
    }

    pub(in crate::write) fn picture(&self, path: &str, alt: &Text) -> Element<'a> {
        let size = self.edition.assets.get(path).and_then(|bytes| image::size(bytes));
        let path = image::encode_path(path);
        let source = match self.medium {
            Medium::Html => format!("../{path}"),
            Medium::Epub => path,
        };
        element("img")
            .attribute("src", source)
            .attribute("alt", alt.plain())
            .attributes(language(alt, self.edition))
            .maybe("width", size.map(|(width, _)| width.to_string()))
            .maybe("height", size.map(|(_, height)| height.to_string()))
    }

    /// A table, of whose leaves `pick` takes the words of this edition.
    pub(in crate::write) fn table<'t, T>(
        &mut self,
        table: &'t Table<T>,
        pick: &dyn Fn(&'t T) -> &'a Text,
    ) -> Element<'a> {
        let caption = table.caption.as_ref().map(|caption| {
            let caption = pick(caption);
            let id = format!("{}{}", caption.id, self.suffix);
            self.leaf("caption", caption).attribute("id", id)
        });
        let mut row = |cells: &'t [Option<T>], scope| {
            let cells: Vec<_> = cells.iter().map(|cell| cell.as_ref().map(pick)).collect();
            self.row(&cells, &table.alignments, scope)
        };
        let header = row(&table.header, "col");
        let rows = table.rows.iter().map(|cells| row(cells, "row"));
        let rows: Vec<_> = rows.collect();
        let element_of_table = element("table")
            .children(caption)
            .child(element("thead").child(header))
            .child(element("tbody").children(rows));
        match self.medium {
            Medium::Html if table.header.len() >= WIDE_FROM => {
                // What the keyboard needs in order to scroll. The table has its caption for a name:
                // on the box around it the same words would be said once more.
                let scroller = element("div").attribute("class", "wide");
                scroller.attribute("tabindex", "0").child(element_of_table)
            }
            // A book has pages: nothing scrolls in it.
            Medium::Html | Medium::Epub => element_of_table,
        }
    }

    /// A row of headers (`scope` is `col`), or one that its first cell heads (`row`).
    fn row(
        &mut self,
        cells: &[Option<&'a Text>],
        alignments: &[Alignment],
        scope: &'static str,
    ) -> Element<'a> {
        let mut row = element("tr");
        for (column, cell) in cells.iter().copied().enumerate() {
            let class = match alignments.get(column) {
                Some(Alignment::Center) => Some("center"),
                Some(Alignment::End) => Some("end"),
                Some(Alignment::Start) | None => None,
            };
            let filled = match cell {
                Some(text) if scope == "col" || column == 0 => {
                    self.leaf("th", text).attribute("scope", scope)
                }
                Some(text) => self.leaf("td", text),
                // An empty header would head nothing (WCAG technique H63).
                None => element("td"),
            };
            row = row.child(filled.maybe("class", class));
        }
        row
    }

    fn alert(&mut self, alert: &'a Alert<Text>) -> Option<Element<'a>> {
        let content = self.blocks(&alert.blocks);
        if content.is_empty() {
            return None;
        }
        let (class, label) = alert_label(alert.kind);
        // The label is the first thing read: the note has no name, which would say it once more.
        let label = super::phrase(self.edition, label);
        let label = element("p").child(element("strong").children(label));
        let aside = element("aside").attribute("class", class).attribute("role", "note");
        Some(aside.child(label).children(content))
    }
}

/// The element of a section's heading.
pub(in crate::write) fn heading<T>(section: &Section<T>) -> &'static str {
    match section.level {
        ..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        6.. => "h6",
    }
}

/// What is quoted, and who said it. Without attribution no figure: under a speaker's heading it
/// would say the name again.
pub(in crate::write) fn quote<'a>(
    content: Vec<Node<'a>>,
    caption: Option<Element<'a>>,
) -> Element<'a> {
    let quote = element("blockquote").children(content);
    match caption {
        None => quote,
        Some(caption) => element("figure").attribute("class", "quote").child(quote).child(caption),
    }
}

/// Whether a section is a speaker of whom nothing is quoted.
pub(in crate::write) fn is_silent<T>(section: &Section<T>) -> bool {
    section.role == SectionRole::Speaker && !section.has_quotation()
}

/// The class of an alert, and what it is called.
pub(in crate::write) fn alert_label(kind: AlertKind) -> (&'static str, Phrase<'static>) {
    match kind {
        AlertKind::Note => ("alert", Phrase::AlertNote),
        AlertKind::Tip => ("alert", Phrase::AlertTip),
        AlertKind::Important => ("alert strong", Phrase::AlertImportant),
        AlertKind::Warning => ("alert strong", Phrase::AlertWarning),
        AlertKind::Caution => ("alert strong", Phrase::AlertCaution),
    }
}

/// Code is for machines: left to right in any language, and not for translation programs.
pub(in crate::write) fn preformatted(code: &Code) -> Element<'_> {
    let class = code.language.as_ref().map(|language| format!("language-{language}"));
    element("pre")
        .attribute("dir", "ltr")
        .attribute("translate", "no")
        .child(element("code").maybe("class", class).text(&code.text))
}
