//! Blocks: lists, quotations, tables and the rest, each told in lines of words.

use crate::catalog::Phrase;
use crate::document::{
    Alert, AlertKind, Block, Code, Definition, Figure, List, Quotation, Section, SectionRole,
    Table, Text,
};

use super::Writer;
use super::layout::{self, FullStop, Part};

/// What a block stands in.
#[derive(Clone, Debug, Default)]
pub(super) struct Within {
    /// How many quotations.
    quotes: usize,
    /// The number of the list item: `1.2`.
    number: Option<String>,
}

impl Writer<'_> {
    /// The parts of some blocks.
    pub(super) fn blocks(&mut self, blocks: &[Block<Text>], within: &Within) -> Vec<Part> {
        blocks.iter().flat_map(|block| self.block(block, within)).collect()
    }

    fn block(&mut self, block: &Block<Text>, within: &Within) -> Vec<Part> {
        match block {
            Block::Section(section) => self.section(section, within),
            Block::Paragraph(text) => {
                self.paragraphs(text, within.quotes).into_iter().map(Part::paragraph).collect()
            }
            Block::Quotation(quotation) => self.quotation(quotation, within),
            Block::List(list) => self.list(list, within, 0),
            Block::Definitions(definitions) => {
                definitions.iter().flat_map(|one| self.definition(one, within)).collect()
            }
            Block::Figure(figure) => self.figure(figure, within),
            Block::Table(table) => self.table(table, within),
            Block::Alert(alert) => self.alert(alert, within),
            Block::Code(code) => self.code(code),
            // A blank line stands there anyway, and a rule would be read out as dashes.
            Block::Break => Vec::new(),
        }
    }

    fn section(&mut self, section: &Section<Text>, within: &Within) -> Vec<Part> {
        let mut parts = vec![Part::heading(self.line(&section.heading, within.quotes))];
        match section.role {
            SectionRole::Speaker if !section.has_quotation() => {
                parts.push(Part::paragraph(self.say(Phrase::NoQuotation)));
            }
            SectionRole::Speaker | SectionRole::Plain => {}
        }
        parts.extend(self.blocks(&section.blocks, within));
        parts
    }

    /// A quotation within the quotation marks of the language, then who said it.
    fn quotation(&mut self, quotation: &Quotation<Text>, within: &Within) -> Vec<Part> {
        let inside = Within { quotes: within.quotes + 1, number: within.number.clone() };
        let (open, close) = self.quotation_marks(within.quotes);
        let (continuation, full_stop) = customs(self.edition.locale.language());
        let again = match continuation {
            Continuation::Opening => open.as_str(),
            Continuation::Closing => close.trim_start(),
            Continuation::Nothing => "",
        };
        let mut parts = Vec::new();
        for block in &quotation.blocks {
            let mut words = self.block(block, &inside);
            if matches!(block, Block::Paragraph(_)) {
                let first = usize::from(parts.is_empty());
                words.iter_mut().skip(first).for_each(|part| part.open(again));
            }
            parts.extend(words);
        }
        if let Some(first) = parts.first_mut() {
            first.open(&open);
        }
        if let Some(last) = parts.last_mut() {
            last.close(&close, full_stop);
        }
        if let Some(name) = &quotation.attribution {
            let name = self.line(name, within.quotes);
            parts.push(Part::paragraph(self.edition.say(Phrase::Attribution { name: &name })));
        }
        parts
    }

    /// A flat list. The level of a nested item is told by its number alone (`1.2.`), for neither
    /// speech nor braille tells an indent; so a list that has levels is numbered even where its
    /// author used bullets. `taken`: how many numbers earlier lists of the same item have used.
    fn list(&mut self, list: &List<Text>, within: &Within, taken: u64) -> Vec<Part> {
        let nested = within.number.is_some();
        let numbered =
            list.start.is_some() || nested || list.items.iter().any(|item| holds_list(item));
        let mut number = list.start.unwrap_or(1).saturating_add(taken);
        let mut parts = Vec::new();
        for item in &list.items {
            let own = self.edition.furniture.number(number);
            let full = match &within.number {
                Some(outer) => format!("{outer}.{own}"),
                None => own,
            };
            let label = if numbered { format!("{full}. ") } else { "- ".to_owned() };
            let within = Within { quotes: within.quotes, number: numbered.then_some(full) };
            let mut words = self.item(item, &within);
            if let Some(first) = words.first_mut() {
                first.set_label(label);
            }
            parts.extend(words);
            number = number.saturating_add(1);
        }
        parts
    }

    /// An item. Its further paragraphs have no label: “1 (continued)” would be said in the middle of
    /// what someone wrote as one thought, and again before each of them, while the next number tells
    /// anyway that the list went on.
    fn item(&mut self, blocks: &[Block<Text>], within: &Within) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut taken: u64 = 0;
        for block in blocks {
            if let Block::List(list) = block {
                parts.extend(self.list(list, within, taken));
                taken = taken.saturating_add(list.items.len() as u64);
            } else {
                parts.extend(self.block(block, within));
            }
        }
        parts
    }

    /// The term is said before each of its definitions.
    fn definition(&mut self, one: &Definition<Text>, within: &Within) -> Vec<Part> {
        let term = self.line(&one.term, within.quotes);
        if one.definitions.is_empty() {
            return vec![Part::paragraph(term)];
        }
        let mut parts = Vec::new();
        for blocks in &one.definitions {
            let mut words = self.blocks(blocks, within);
            layout::lead(&mut words, |definition| {
                self.edition.say(Phrase::DefinitionLine { term: &term, definition })
            });
            parts.extend(words);
        }
        parts
    }

    fn figure(&mut self, figure: &Figure<Text>, within: &Within) -> Vec<Part> {
        let mut parts = Vec::new();
        let alt = self.line(&figure.alt, within.quotes);
        if !alt.is_empty() {
            parts.push(Part::paragraph(self.edition.say(Phrase::Image { alt: &alt })));
        }
        if let Some(caption) = &figure.caption {
            let caption = self.line(caption, within.quotes);
            let phrase = Phrase::ImageCaption { caption: &caption };
            parts.push(Part::paragraph(self.edition.say(phrase)));
        }
        parts
    }

    /// The caption, then one line per row in which each cell names its column.
    fn table(&mut self, table: &Table<Text>, within: &Within) -> Vec<Part> {
        let caption = match &table.caption {
            Some(caption) => {
                let caption = self.line(caption, within.quotes);
                self.edition.say(Phrase::TableCaption { caption: &caption })
            }
            None => self.say(Phrase::Table),
        };
        let mut parts = vec![Part::paragraph(caption)];
        let header = self.cells(&table.header, within);
        if table.rows.is_empty() {
            parts.push(Part::paragraph(self.row(header.iter().cloned())));
        }
        for row in &table.rows {
            let values = self.cells(row, within);
            let cells = values.into_iter().enumerate().filter(|(_, value)| !value.is_empty());
            let cells = cells.map(|(index, value)| match header.get(index).map(String::as_str) {
                Some("") | None => value,
                Some(column) => self.edition.say(Phrase::TableCell { column, value: &value }),
            });
            let cells: Vec<_> = cells.collect();
            parts.push(Part::paragraph(self.row(cells.into_iter())));
        }
        parts
    }

    fn cells(&mut self, cells: &[Option<Text>], within: &Within) -> Vec<String> {
        let mut words = Vec::new();
        for cell in cells {
            words.push(cell.as_ref().map_or(String::new(), |cell| self.line(cell, within.quotes)));
        }
        words
    }

    /// Cells as one line; nothing when all are empty.
    fn row(&self, cells: impl Iterator<Item = String>) -> String {
        let separator = self.edition.say(Phrase::TableCellSeparator);
        let cells: Vec<_> = cells.filter(|cell| !cell.is_empty()).collect();
        let mut row = cells.join(&separator);
        // A last cell that is a sentence ends the row itself.
        if !row.is_empty() && !row.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟']) {
            row.push_str(&self.edition.say(Phrase::TableRowEnd));
        }
        row
    }

    fn alert(&mut self, alert: &Alert<Text>, within: &Within) -> Vec<Part> {
        let label = match alert.kind {
            AlertKind::Note => Phrase::AlertNote,
            AlertKind::Tip => Phrase::AlertTip,
            AlertKind::Important => Phrase::AlertImportant,
            AlertKind::Warning => Phrase::AlertWarning,
            AlertKind::Caution => Phrase::AlertCaution,
        };
        let mut parts = self.blocks(&alert.blocks, within);
        if !parts.is_empty() {
            let label = self.say(label);
            layout::lead(&mut parts, |value| {
                self.edition.say(Phrase::Labelled { label: &label, value })
            });
        }
        parts
    }

    /// Code between two labels: a listener must hear where it ends.
    fn code(&self, code: &Code) -> Vec<Part> {
        let text = code.text.trim_end().trim_start_matches(['\n', '\r']);
        if text.is_empty() {
            return Vec::new();
        }
        let label = match &code.language {
            Some(language) => Phrase::CodeIn { language },
            None => Phrase::Code,
        };
        vec![
            Part::paragraph(self.say(label)),
            Part::verbatim(text.replace('\t', "    ")),
            Part::paragraph(self.say(Phrase::CodeEnd)),
        ]
    }
}

/// How a paragraph of a quotation begins that is not the first.
enum Continuation {
    Opening,
    Closing,
    Nothing,
}

/// The customs of a language: how a quotation goes on, and where its full stop stands.
fn customs(language: &str) -> (Continuation, FullStop) {
    match language {
        // RAE: “comillas de seguir”, the closing mark before every further paragraph; the full
        // stop always follows the closing mark.
        "es" => (Continuation::Closing, FullStop::Outside),
        // Rosenthal: marks stand at the beginning and at the end of the whole, only; the full stop
        // follows them, other marks do not.
        "ru" | "uk" | "be" => (Continuation::Nothing, FullStop::Outside),
        // English (Hart's Rules, Chicago), French (Lexique de l'Imprimerie nationale), Chinese
        // (GB/T 15834) and modern Arabic repeat the opening mark, and so do most others; a quoted
        // sentence keeps its full stop.
        _ => (Continuation::Opening, FullStop::Inside),
    }
}

/// Whether a list stands in these blocks, however deep.
fn holds_list(blocks: &[Block<Text>]) -> bool {
    blocks.iter().any(|block| match block {
        Block::List(_) => true,
        Block::Section(section) => holds_list(&section.blocks),
        Block::Quotation(quotation) => holds_list(&quotation.blocks),
        Block::Alert(alert) => holds_list(&alert.blocks),
        Block::Definitions(all) => {
            all.iter().flat_map(|one| &one.definitions).any(|blocks| holds_list(blocks))
        }
        Block::Paragraph(_)
        | Block::Figure(_)
        | Block::Table(_)
        | Block::Code(_)
        | Block::Break => false,
    })
}
