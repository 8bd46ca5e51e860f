//! Links to a speaker's statement: named in full, since a bare “statement” says nothing in a list
//! of links (WCAG 2.2, 2.4.9).
//!
//! A statement is a paragraph in the section of a speaker that is one link with one word in the
//! source; an author who writes more words has named the link already.

use std::collections::BTreeSet;

use super::Edition;
use crate::catalog::Phrase;
use crate::document::{Block, Inline, Mark, Section, SectionRole, Text};
use crate::release::Release;
use crate::segment::{Segment, SegmentId};

/// The messages of a release that are statements.
pub(super) fn of(release: &Release) -> BTreeSet<SegmentId> {
    let mut found = BTreeSet::new();
    release.document.sections().for_each(|section| collect(section, &mut found));
    found
}

fn collect(section: &Section<Segment>, found: &mut BTreeSet<SegmentId>) {
    section.sections().for_each(|inner| collect(inner, found));
    for block in &section.blocks {
        if let Block::Paragraph(segment) = block
            && section.role == SectionRole::Speaker
            && is_statement(&segment.pattern)
        {
            found.insert(segment.id.clone());
        }
    }
}

/// Whether a pattern is `[word][1]` and nothing else.
fn is_statement(pattern: &str) -> bool {
    let parts = pattern.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')?.split_once("]["));
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    parts.is_some_and(|(word, n)| word.split_whitespace().count() == 1 && number(n))
}

/// Gives each statement the words “Statement by …”, with the session where a speaker speaks in
/// several.
pub(super) fn name(edition: &mut Edition, statements: &BTreeSet<SegmentId>) {
    let mut speakers = Vec::new();
    edition.document.sections().for_each(|section| list(section, &mut speakers));
    let mut blocks = std::mem::take(&mut edition.document.blocks);
    let namer = Namer { edition, statements, speakers };
    for block in &mut blocks {
        if let Block::Section(section) = block {
            namer.name_in(section, None);
        }
    }
    edition.document.blocks = blocks;
}

/// The plain headings of all speakers, one for each section.
fn list(section: &Section<Text>, speakers: &mut Vec<String>) {
    if section.role == SectionRole::Speaker {
        speakers.push(section.heading.plain());
    }
    section.sections().for_each(|inner| list(inner, speakers));
}

struct Namer<'a> {
    edition: &'a Edition,
    statements: &'a BTreeSet<SegmentId>,
    speakers: Vec<String>,
}

impl Namer<'_> {
    fn name_in(&self, section: &mut Section<Text>, session: Option<&str>) {
        let heading = section.heading.plain();
        for block in &mut section.blocks {
            if let Block::Section(inner) = block {
                self.name_in(inner, Some(&heading));
            } else if let Block::Paragraph(text) = block
                && self.statements.contains(&text.id)
                && let [paragraph] = text.paragraphs.as_mut_slice()
                && let [Inline::Span(Mark::Link { .. }, words)] = paragraph.as_mut_slice()
            {
                *words = self.words(&heading, session);
            }
        }
    }

    fn words(&self, speaker: &str, session: Option<&str>) -> Vec<Inline> {
        let several = self.speakers.iter().filter(|known| *known == speaker).count() > 1;
        self.edition.phrase(match session.filter(|_| several) {
            Some(session) => Phrase::StatementBySession { speaker, session },
            None => Phrase::StatementBy { speaker },
        })
    }
}
