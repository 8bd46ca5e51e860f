//! Reading a lock file, also one that a merge has torn.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::{Announced, HEADER_START, Known, Lock, Obsolete, Origin, Passage, Review, Stamp};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::document::Date;
use crate::segment::{Fingerprint, Kind, SegmentId};
use crate::target::Target;

impl Lock {
    /// Reads a lock file. Conflict markers and duplicate lines are passed over with a warning: a merge
    /// of two branches is still readable, and `sync` puts the rest in order. A line that cannot be
    /// read is an error: without it, translations that are out of date would pass as current.
    pub fn parse(source: &SourceText) -> (Self, Vec<Diagnostic>) {
        let mut reader = Reader::default();
        let mut problems = Vec::new();
        let mut offset = 0;
        for raw in source.text().split_inclusive('\n') {
            let line = raw.trim_end_matches(['\n', '\r']);
            let range = offset..offset + line.len();
            offset += raw.len();
            if let Err(problem) = reader.line(line)
                && problems.len() < MOST_PROBLEMS
            {
                problems.push(problem.at(source.place(range)));
            }
        }
        (reader.lock, problems)
    }
}

/// The numbers that links can have: those after them could not be counted on.
const NUMBERS: RangeInclusive<u32> = 1..=1_000_000;

/// How many findings are shown of one lock.
const MOST_PROBLEMS: usize = 100;

/// The marks that version control leaves around two versions: before ours, before what both come
/// from, before theirs, after theirs.
const MARKS: [&str; 4] = [OURS, BASE, THEIRS, END];
const OURS: &str = "<<<<<<<";
const BASE: &str = "|||||||";
const THEIRS: &str = "=======";
const END: &str = ">>>>>>>";

#[derive(Default)]
struct Reader {
    lock: Lock,
    section: String,
    /// The section in which the conflict began that is being read.
    conflict: String,
    /// Whether the lines are those of a conflict.
    in_conflict: bool,
    /// Whether the lines are those that both sides of a conflict had changed.
    in_base: bool,
    /// Where each segment stands in the lock.
    index: BTreeMap<SegmentId, usize>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), Diagnostic> {
        if let Some(version) = line.strip_prefix(HEADER_START) {
            return match version.split(':').next() {
                Some("1") => Ok(()),
                _ => Err(Diagnostic::error("lock-version", "a lock of another version of Hexapla")
                    .help("use the version that wrote it, or newer")),
            };
        }
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        let marked = line.starts_with(['<', '|', '=', '>']);
        if let Some(mark) = MARKS.iter().find(|mark| marked && line.starts_with(**mark)) {
            // Each side begins in the section in which the conflict began.
            match *mark {
                OURS => self.conflict.clone_from(&self.section),
                BASE | THEIRS => self.section.clone_from(&self.conflict),
                _ => {}
            }
            self.in_base = *mark == BASE;
            // One finding is enough for a conflict: nobody has to take it apart by hand.
            let is_told = std::mem::replace(&mut self.in_conflict, *mark != END) && *mark != OURS;
            if is_told {
                return Ok(());
            }
            return Err(Diagnostic::warning(
                "lock-conflict",
                "a merge left a conflict in the lock",
            )
            .help(
                "both sides are read; put the translations in order, then run `hexapla sync`, \
                     which does the same for the lock",
            ));
        }
        if self.in_base {
            return Ok(());
        }
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            name.clone_into(&mut self.section);
            return Ok(());
        }
        let known = self.entry(line).ok_or_else(|| {
            Diagnostic::error("lock-line", "this line of the lock cannot be read").help(
                "take the file from version control, or take the line out if you know what it is",
            )
        })?;
        if known && !self.in_conflict {
            let id = line.split(' ').next().unwrap_or(line);
            let message = format!("`{id}` stands twice in the lock");
            return Err(Diagnostic::warning("lock-twice", message)
                .help("the later line counts; run `hexapla sync` to put the lock in order"));
        }
        Ok(())
    }

    /// Takes a line of the section; says whether another for the same thing stood before it.
    fn entry(&mut self, line: &str) -> Option<bool> {
        let (first, rest) = line.split_once(' ')?;
        match self.section.split_once(' ') {
            None if self.section == "segments" => self.segment(first, rest),
            None if self.section == "texts" => {
                self.lock.texts.insert(Fingerprint::parse(first)?, rest.to_owned());
                Some(false)
            }
            None if self.section == "published" => self.published(first, rest),
            None if self.section == "origins" => {
                let words: Vec<&str> = rest.split(' ').collect();
                let [passage, other, source] = words.as_slice() else { return None };
                let mut passages = Passage::ALL.into_iter();
                let origin = Origin {
                    passage: passages.find(|known| known.as_str() == *passage)?,
                    id: SegmentId::parse(other)?,
                    source: Fingerprint::parse(source)?,
                };
                self.lock.origins.entry(SegmentId::parse(first)?).or_default().insert(origin);
                Some(false)
            }
            Some(("locale", key)) => {
                let (id, stamp) = (SegmentId::parse(first)?, stamp(rest)?);
                let stamps = match self.lock.stamps.get_mut(key) {
                    Some(stamps) => stamps,
                    None => self.lock.stamps.entry(key.to_owned()).or_default(),
                };
                let Some(before) = stamps.insert(id.clone(), stamp) else { return Some(false) };
                self.lock.rivals.entry((key.to_owned(), id)).or_default().push(before);
                Some(true)
            }
            Some(("attic", key)) => {
                let (source, pattern) = rest.split_once(' ')?;
                let source = Fingerprint::parse(source)?;
                let obsolete = Obsolete { source, pattern: unfold(pattern) };
                self.lock.keep_beside(key, SegmentId::parse(first)?, obsolete);
                Some(false)
            }
            Some(_) | None => None,
        }
    }

    /// Of two lines for a language the later day counts.
    fn published(&mut self, key: &str, rest: &str) -> Option<bool> {
        let (updated, said) = rest.split_once(' ')?;
        let now = Announced { updated: Date::parse(updated)?, said: Fingerprint::parse(said)? };
        let before = self.lock.announced.get(key);
        let later = before.is_none_or(|before| before.updated <= now.updated);
        let known = before.is_some();
        if later {
            self.lock.announced.insert(key.to_owned(), now);
        }
        Some(known)
    }

    fn segment(&mut self, id: &str, rest: &str) -> Option<bool> {
        let mut words = rest.split(' ');
        let name = words.next()?;
        let id = SegmentId::parse(id)?;
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind.as_str() == name && kind.attribute() == id.attribute)?;
        let fingerprint = Fingerprint::parse(words.next()?)?;
        let link = |word: &str| -> Option<(u32, Target)> {
            let (number, url) = word.split_once('=')?;
            let number = number.parse().ok().filter(|number| NUMBERS.contains(number))?;
            Some((number, Target::new(url)?))
        };
        let (mut links, mut retired) = (Vec::new(), Vec::new());
        for word in words {
            match word.strip_prefix('-') {
                Some(word) => retired.push(link(word)?),
                None => links.push(link(word)?),
            }
        }
        let known = Known { id: id.clone(), kind, fingerprint, links, retired };
        if let Some(index) = self.index.get(&id) {
            self.lock.segments[*index].replace(known);
            return Some(true);
        }
        self.index.insert(id, self.lock.segments.len());
        self.lock.segments.push(known);
        Some(false)
    }
}

impl Known {
    /// Takes the later of two lines for one segment; numbers that only the earlier has are retired,
    /// so that neither side of a merge gives them again.
    fn replace(&mut self, later: Self) {
        let earlier = std::mem::replace(self, later);
        for (number, target) in earlier.links.into_iter().chain(earlier.retired) {
            if self.links.iter().chain(&self.retired).all(|(known, _)| *known != number) {
                self.retired.push((number, target));
            }
        }
    }
}

fn stamp(text: &str) -> Option<Stamp> {
    let (source, rest) = text.split_once(' ')?;
    let (translation, review) = rest.split_once(' ')?;
    let review =
        [Review::Translated, Review::Revised].into_iter().find(|r| r.as_str() == review)?;
    Some(Stamp {
        source: Fingerprint::parse(source)?,
        translation: Fingerprint::parse(translation)?,
        review,
    })
}

fn unfold(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            _ => out.push(c),
        }
    }
    out
}
