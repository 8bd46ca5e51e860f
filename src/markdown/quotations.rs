//! Quotations with their attribution, and alerts.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};

use super::reader::{Reader, end_of, end_of_container, start_of};
use super::splice::Ranged;
use crate::document::{Alert, AlertKind, Block, Quotation};
use crate::segment::{Kind, Source};

impl<'t> Reader<'t> {
    pub(super) fn quotation(
        &mut self,
        kind: Option<BlockQuoteKind>,
        blocks: &mut Vec<Block<Source>>,
    ) {
        if let Some(kind) = kind {
            let kind = match kind {
                BlockQuoteKind::Note => AlertKind::Note,
                BlockQuoteKind::Tip => AlertKind::Tip,
                BlockQuoteKind::Important => AlertKind::Important,
                BlockQuoteKind::Warning => AlertKind::Warning,
                BlockQuoteKind::Caution => AlertKind::Caution,
            };
            let inner = self.within(Kind::Alert, Self::blocks);
            blocks.push(Block::Alert(Alert { kind, blocks: inner }));
            return;
        }
        let attribution = self.cut_attribution();
        let inner = self.within(Kind::Quotation, Self::blocks);
        let attribution = attribution.map(|events| {
            let range = start_of(&events)..end_of(&events);
            self.leaf(Kind::Attribution, &events, range).0
        });
        blocks.push(Block::Quotation(Quotation { blocks: inner, attribution }));
    }

    /// Cuts the attribution out of the quotation that has just begun: its last line, when that
    /// begins with an em dash and text stands before it. Gives the events behind the dash.
    fn cut_attribution(&mut self) -> Option<Vec<Ranged<'t>>> {
        let begin = self.next;
        let end = begin + end_of_container(&self.events[begin..]);
        let last_end = end.checked_sub(1)?;
        matches!(self.events.get(last_end), Some((Event::End(TagEnd::Paragraph), _)))
            .then_some(())?;
        let open = (begin..last_end)
            .rfind(|i| matches!(self.events[*i].0, Event::Start(Tag::Paragraph)))?;
        let line = self.last_break(open + 1..last_end);
        let first = line.unwrap_or(open) + 1;
        if line.is_none() && open == begin {
            return None;
        }
        let mut events = self.events[first..last_end].to_vec();
        let (Event::Text(text), range) = events.first_mut()? else { return None };
        // Chinese writes the dash twice as long.
        let words = text.strip_prefix('—')?.trim_start_matches('—').trim_start().to_owned();
        range.start += text.len() - words.len();
        *text = words.into();
        // The line goes, and with it a paragraph that was nothing else.
        let cut = if line.is_some() { first - 1..last_end } else { open..last_end + 1 };
        self.events.drain(cut);
        Some(events)
    }

    /// The last end of a line between events that is not inside a mark.
    fn last_break(&self, events: Range<usize>) -> Option<usize> {
        let mut depth = 0;
        let mut last = None;
        for index in events {
            match &self.events[index].0 {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::SoftBreak | Event::HardBreak if depth == 0 => last = Some(index),
                _ => {}
            }
        }
        last
    }
}
