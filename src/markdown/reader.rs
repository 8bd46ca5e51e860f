//! The walk over the events of a source: what every kind of block needs.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::leaf::{self, Leaf, Problem};
use super::options;
use super::splice::Ranged;
use crate::diagnostic::Diagnostic;
use crate::document::Note;
use crate::files::Assets;
use crate::segment::{Kind, MOST_PARTS, Source};

/// How many findings one block may have: beyond that, more of the same tell a person nothing.
const MOST_PROBLEMS: usize = 20;

/// Walks over the events of a source.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) assets: &'t Assets,
    pub(super) events: Vec<Ranged<'t>>,
    /// Where there are more blocks and marks than a release may have.
    pub(super) crowded: Option<usize>,
    /// Index of the next event.
    pub(super) next: usize,
    pub(super) depth: usize,
    /// What a paragraph is here.
    pub(super) kind: Kind,
    /// Section part of ids where it is not the heading before.
    pub(super) name: Option<&'static str>,
    /// The author's note, until a leaf takes it.
    pub(super) comment: Option<String>,
    pub(super) notes: BTreeMap<String, Note<Source>>,
    pub(super) problems: Vec<Problem>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, assets: &'t Assets) -> Self {
        let (mut parts, mut crowded) = (0, None);
        let events = Parser::new_ext(text, options()).into_offset_iter();
        let events = events.take_while(|(event, range)| {
            parts += usize::from(matches!(event, Event::Start(_)));
            crowded = (parts > MOST_PARTS).then_some(range.start);
            crowded.is_none()
        });
        let events = events.collect();
        Self {
            text,
            assets,
            events,
            crowded,
            next: 0,
            depth: 0,
            kind: Kind::Paragraph,
            name: None,
            comment: None,
            notes: BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    pub(super) fn problem(&mut self, problem: Diagnostic, range: Range<usize>) {
        self.problems.push((problem, range));
    }

    pub(super) fn take(&mut self) -> Option<Ranged<'t>> {
        let event = self.events.get(self.next).cloned();
        self.next += 1;
        event
    }

    pub(super) fn peek(&self) -> Option<&Event<'t>> {
        self.events.get(self.next).map(|(event, _)| event)
    }

    /// Passes over what stands up to the end of the container that is open.
    pub(super) fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.peek() {
                Some(Event::Start(_)) => depth += 1,
                Some(Event::End(_)) => depth -= 1,
                Some(_) => {}
                None => depth = 0,
            }
            self.next += 1;
        }
    }

    /// Reads with another kind of paragraph.
    pub(super) fn within<R>(&mut self, kind: Kind, read: impl FnOnce(&mut Self) -> R) -> R {
        let before = std::mem::replace(&mut self.kind, kind);
        let result = read(self);
        self.kind = before;
        result
    }

    /// The inline events up to the end of the block that is open.
    pub(super) fn inline_until_end(&mut self) -> Vec<Ranged<'t>> {
        let start = self.next;
        self.skip();
        let end = self.next.min(self.events.len()).saturating_sub(1).max(start);
        self.events[start..end].to_vec()
    }

    /// A leaf, and its words without marks.
    pub(super) fn leaf(
        &mut self,
        kind: Kind,
        events: &[Ranged<'t>],
        range: Range<usize>,
    ) -> (Source, String) {
        let Leaf { spliced, plain, problems } = leaf::read(self.text, events);
        self.problems.extend(problems.into_iter().take(MOST_PROBLEMS));
        let start = range.start;
        let end = start + self.text[range].trim_end().len();
        let source = Source {
            kind,
            range: start..end,
            pieces: spliced.pieces,
            targets: spliced.targets,
            notes: spliced.notes,
            comment: spliced.comment.or(self.comment.take()),
            name: self.name.map(str::to_owned),
            pinned: false,
        };
        for target in source.targets.iter().filter(|target| leaves_folder(target.as_str())) {
            let message = format!("`{}` leaves the folder of the release", target.as_str());
            let help = "link to the published address instead";
            let problem = Diagnostic::error("link-target", message).help(help);
            self.problems.push((problem, source.range.clone()));
        }
        (source, plain)
    }
}

/// Whether a relative path leaves its folder.
pub(super) fn leaves_folder(path: &str) -> bool {
    let relative = !path.contains(':') && !path.starts_with('#');
    relative && (path.starts_with('/') || path.split('/').any(|part| part == ".."))
}

pub(super) fn start_of(events: &[Ranged<'_>]) -> usize {
    events.first().map_or(0, |(_, range)| range.start)
}

pub(super) fn end_of(events: &[Ranged<'_>]) -> usize {
    events.iter().map(|(_, range)| range.end).max().unwrap_or(0)
}

/// The index of the event that ends the container in which the events stand.
pub(super) fn end_of_container(events: &[Ranged<'_>]) -> usize {
    let mut depth = 0_usize;
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return index,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    events.len()
}
