//! Going over the tree: every leaf replaced, every leaf listed, the sections.

use super::{
    Alert, Block, Definition, Document, Figure, List, Meta, Note, Quotation, Section, Table,
};

impl<T> Document<T> {
    /// The same tree with every leaf replaced; leaves are visited in reading order.
    pub fn map<U>(&self, f: &mut dyn FnMut(&T) -> U) -> Document<U> {
        Document {
            meta: self.meta.map(f),
            blocks: map_blocks(&self.blocks, f),
            notes: self.notes.iter().map(|note| note.map(f)).collect(),
        }
    }

    /// Trees of one shape as one: every leaf holds what stands there in each, in their order.
    pub fn beside<'a>(all: &[&'a Self]) -> Document<Vec<&'a T>> {
        let mut leaves: Vec<_> = all.iter().map(|one| one.leaves().into_iter()).collect();
        let mut next = |_: &T| -> Vec<&'a T> {
            leaves.iter_mut().map(|one| one.next().expect("they are of one shape")).collect()
        };
        all.first().expect("there are some").map(&mut next)
    }

    /// All leaves in reading order: front matter, body, notes.
    pub fn leaves(&self) -> Vec<&T> {
        let mut leaves = self.meta.leaves();
        collect_leaves(&self.blocks, &mut leaves);
        leaves.extend(self.note_leaves());
        leaves
    }

    /// The leaves of the body in reading order.
    pub fn body_leaves(&self) -> Vec<&T> {
        let mut leaves = Vec::new();
        collect_leaves(&self.blocks, &mut leaves);
        leaves
    }

    /// The leaves of the notes in reading order.
    pub fn note_leaves(&self) -> Vec<&T> {
        self.notes.iter().flat_map(Note::leaves).collect()
    }

    /// The blocks, wherever they stand: body, notes; each before those inside it.
    pub fn all_blocks(&self) -> Vec<&Block<T>> {
        let mut all = Vec::new();
        collect_blocks(&self.blocks, &mut all);
        self.notes.iter().for_each(|note| collect_blocks(&note.blocks, &mut all));
        all
    }

    /// The figures, wherever they stand.
    pub fn figures(&self) -> Vec<&Figure<T>> {
        self.all_blocks().into_iter().filter_map(Block::figure).collect()
    }

    /// The tables, wherever they stand.
    pub fn tables(&self) -> Vec<&Table<T>> {
        self.all_blocks().into_iter().filter_map(Block::table).collect()
    }

    /// The sections directly in the body.
    pub fn sections(&self) -> impl Iterator<Item = &Section<T>> {
        sections_of(&self.blocks)
    }
}

impl<T> Block<T> {
    fn figure(&self) -> Option<&Figure<T>> {
        if let Self::Figure(figure) = self { Some(figure) } else { None }
    }

    fn table(&self) -> Option<&Table<T>> {
        if let Self::Table(table) = self { Some(table) } else { None }
    }
}

impl<T> Section<T> {
    /// The leaves below the heading, those of inner sections included, in reading order.
    pub fn leaves(&self) -> Vec<&T> {
        let mut leaves = Vec::new();
        collect_leaves(&self.blocks, &mut leaves);
        leaves
    }

    /// The sections directly in this one.
    pub fn sections(&self) -> impl Iterator<Item = &Self> {
        sections_of(&self.blocks)
    }
}

fn sections_of<T>(blocks: &[Block<T>]) -> impl Iterator<Item = &Section<T>> {
    blocks
        .iter()
        .filter_map(|block| if let Block::Section(section) = block { Some(section) } else { None })
}

impl<T> Meta<T> {
    /// The words in the order of the fields.
    pub fn leaves(&self) -> Vec<&T> {
        let Self { title, description, kind, series, place, organisation, source, notice } = self;
        let optional = [kind, series, place, organisation, source, notice];
        [title, description].into_iter().chain(optional.into_iter().flatten()).collect()
    }

    fn map<U>(&self, f: &mut dyn FnMut(&T) -> U) -> Meta<U> {
        Meta {
            title: f(&self.title),
            description: f(&self.description),
            kind: self.kind.as_ref().map(&mut *f),
            series: self.series.as_ref().map(&mut *f),
            place: self.place.as_ref().map(&mut *f),
            organisation: self.organisation.as_ref().map(&mut *f),
            source: self.source.as_ref().map(&mut *f),
            notice: self.notice.as_ref().map(&mut *f),
        }
    }
}

impl<T> Note<T> {
    /// The leaves of the note in reading order.
    pub fn leaves(&self) -> Vec<&T> {
        let mut leaves = Vec::new();
        collect_leaves(&self.blocks, &mut leaves);
        leaves
    }

    fn map<U>(&self, f: &mut dyn FnMut(&T) -> U) -> Note<U> {
        Note { label: self.label.clone(), blocks: map_blocks(&self.blocks, f) }
    }
}

fn map_blocks<T, U>(blocks: &[Block<T>], f: &mut dyn FnMut(&T) -> U) -> Vec<Block<U>> {
    blocks.iter().map(|block| map_block(block, f)).collect()
}

fn map_block<T, U>(block: &Block<T>, f: &mut dyn FnMut(&T) -> U) -> Block<U> {
    match block {
        Block::Section(section) => Block::Section(Section {
            level: section.level,
            anchor: section.anchor.clone(),
            role: section.role,
            heading: f(&section.heading),
            blocks: map_blocks(&section.blocks, f),
        }),
        Block::Paragraph(text) => Block::Paragraph(f(text)),
        Block::Quotation(quotation) => Block::Quotation(Quotation {
            blocks: map_blocks(&quotation.blocks, f),
            attribution: quotation.attribution.as_ref().map(f),
        }),
        Block::List(list) => Block::List(List {
            start: list.start,
            items: list.items.iter().map(|item| map_blocks(item, f)).collect(),
        }),
        Block::Definitions(definitions) => {
            Block::Definitions(definitions.iter().map(|d| map_definition(d, f)).collect())
        }
        Block::Figure(figure) => Block::Figure(Figure {
            path: figure.path.clone(),
            alt: f(&figure.alt),
            caption: figure.caption.as_ref().map(f),
        }),
        Block::Table(table) => Block::Table(map_table(table, f)),
        Block::Alert(alert) => {
            Block::Alert(Alert { kind: alert.kind, blocks: map_blocks(&alert.blocks, f) })
        }
        Block::Code(code) => Block::Code(code.clone()),
        Block::Break => Block::Break,
    }
}

fn map_definition<T, U>(one: &Definition<T>, f: &mut dyn FnMut(&T) -> U) -> Definition<U> {
    Definition {
        term: f(&one.term),
        definitions: one.definitions.iter().map(|blocks| map_blocks(blocks, f)).collect(),
    }
}

fn map_table<T, U>(table: &Table<T>, f: &mut dyn FnMut(&T) -> U) -> Table<U> {
    let caption = table.caption.as_ref().map(&mut *f);
    let mut row = |cells: &[Option<T>]| -> Vec<Option<U>> {
        cells.iter().map(|cell| cell.as_ref().map(&mut *f)).collect()
    };
    Table {
        caption,
        alignments: table.alignments.clone(),
        header: row(&table.header),
        rows: table.rows.iter().map(|cells| row(cells)).collect(),
    }
}

fn collect_leaves<'a, T>(blocks: &'a [Block<T>], leaves: &mut Vec<&'a T>) {
    for block in blocks {
        match block {
            Block::Section(section) => {
                leaves.push(&section.heading);
                collect_leaves(&section.blocks, leaves);
            }
            Block::Paragraph(text) => leaves.push(text),
            Block::Quotation(quotation) => {
                collect_leaves(&quotation.blocks, leaves);
                leaves.extend(&quotation.attribution);
            }
            Block::List(list) => {
                list.items.iter().for_each(|item| collect_leaves(item, leaves));
            }
            Block::Definitions(definitions) => {
                for one in definitions {
                    leaves.push(&one.term);
                    one.definitions.iter().for_each(|blocks| collect_leaves(blocks, leaves));
                }
            }
            Block::Figure(figure) => {
                leaves.push(&figure.alt);
                leaves.extend(&figure.caption);
            }
            Block::Table(table) => {
                leaves.extend(&table.caption);
                leaves.extend(table.header.iter().flatten());
                leaves.extend(table.rows.iter().flatten().flatten());
            }
            Block::Alert(alert) => collect_leaves(&alert.blocks, leaves),
            Block::Code(_) | Block::Break => {}
        }
    }
}

fn collect_blocks<'a, T>(blocks: &'a [Block<T>], all: &mut Vec<&'a Block<T>>) {
    for block in blocks {
        all.push(block);
        match block {
            Block::Section(section) => collect_blocks(&section.blocks, all),
            Block::Quotation(quotation) => collect_blocks(&quotation.blocks, all),
            Block::List(list) => list.items.iter().for_each(|item| collect_blocks(item, all)),
            Block::Definitions(definitions) => {
                let definitions = definitions.iter().flat_map(|one| &one.definitions);
                definitions.for_each(|blocks| collect_blocks(blocks, all));
            }
            Block::Alert(alert) => collect_blocks(&alert.blocks, all),
            Block::Figure(_)
            | Block::Paragraph(_)
            | Block::Table(_)
            | Block::Code(_)
            | Block::Break => {}
        }
    }
}
