//! Tables: a caption from the paragraph `Table: …` right above, a header row, rows.

use pulldown_cmark::{Alignment as Aligned, Event, Tag};

use super::reader::Reader;
use crate::diagnostic::Diagnostic;
use crate::document::{Alignment, Block, Table};
use crate::segment::{Kind, Piece, Source};

impl Reader<'_> {
    pub(super) fn table(
        &mut self,
        aligned: &[Aligned],
        blocks: &mut Vec<Block<Source>>,
    ) -> Table<Source> {
        let caption = caption(blocks);
        let alignments = aligned.iter().map(|aligned| match aligned {
            Aligned::None | Aligned::Left => Alignment::Start,
            Aligned::Center => Alignment::Center,
            Aligned::Right => Alignment::End,
        });
        let alignments: Vec<_> = alignments.collect();
        let mut header = Vec::new();
        let mut rows = Vec::new();
        while let Some((event, range)) = self.take() {
            match event {
                Event::Start(Tag::TableHead) => {
                    header = self.cells(Kind::Header);
                    if header.iter().all(Option::is_none) {
                        let problem =
                            Diagnostic::error("table-header", "a table without a header row");
                        let help = "write in the first row what each column holds";
                        self.problem(problem.help(help), range);
                    }
                }
                Event::Start(_) => rows.push(self.cells(Kind::Cell)),
                Event::End(_) => break,
                _ => {}
            }
        }
        Table { caption, alignments, header, rows }
    }

    fn cells(&mut self, kind: Kind) -> Vec<Option<Source>> {
        let mut cells = Vec::new();
        while let Some((event, range)) = self.take() {
            match event {
                Event::Start(_) => {
                    let events = self.inline_until_end();
                    let (cell, _) = self.leaf(kind, &events, range);
                    cells.push((!cell.pieces.is_empty()).then_some(cell));
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        cells
    }
}

/// Takes the paragraph `Table: …` right above a table as its caption.
fn caption(blocks: &mut Vec<Block<Source>>) -> Option<Source> {
    const MARK: &str = "Table: ";
    let Some(Block::Paragraph(source)) = blocks.last_mut() else { return None };
    let Piece::Words(words) = source.pieces.first_mut()? else { return None };
    *words = words.strip_prefix(MARK)?.to_owned();
    source.kind = Kind::Caption;
    match blocks.pop() {
        Some(Block::Paragraph(source)) => Some(source),
        _ => None,
    }
}
