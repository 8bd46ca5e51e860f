//! `translations.lock`: identity and state of a release's messages, line by line, so that two
//! branches merge.
//!
//! ```text
//! [segments]
//! opening-session-heading heading 4oymiquy7qobjgx3
//! lead-p-k3f9 p ukxb6sx3ezdhflw2 1=https://www.un.org/ -2=https://www.un.org/old
//! [locale ar]
//! lead-p-k3f9 ukxb6sx3ezdhflw2 m2wqzz5rhdyqkjpe translated
//! [texts]
//! ukxb6sx3ezdhflw2 The words of [the source][1].
//! [attic ar]
//! lead-p-a2b3 7yq2k5ozm3wz6pfa Words that were translated once.
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, SourceText};
use crate::segment::{Fingerprint, Kind, Segment, SegmentId};
use crate::target::Target;

/// What the lock remembers of a release.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// The segments of the last `sync`, in the order of the document.
    pub segments: Vec<Known>,
    /// Locale key → id → when its translation last changed.
    pub stamps: BTreeMap<String, BTreeMap<SegmentId, Stamp>>,
    /// Source words by their fingerprint.
    pub texts: BTreeMap<Fingerprint, String>,
    /// Locale key → id → a translation whose segment is gone.
    pub attic: BTreeMap<String, BTreeMap<SegmentId, Obsolete>>,
}

/// A segment as the lock knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Message id, with attribute.
    pub id: SegmentId,
    /// Kind of leaf.
    pub kind: Kind,
    /// Fingerprint of the source words.
    pub fingerprint: Fingerprint,
    /// Numbered link targets.
    pub links: Vec<(u32, Target)>,
    /// Numbers that are no longer in the words (`-2=` in the file), and where they led.
    pub retired: Vec<(u32, Target)>,
}

/// How far a translation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Review {
    /// Translated.
    Translated,
    /// Signed by a native reviser.
    Revised,
}

impl Review {
    fn as_str(self) -> &'static str {
        match self {
            Self::Translated => "translated",
            Self::Revised => "revised",
        }
    }
}

/// Source and translation as they were when the translation last changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Fingerprint of the source words.
    pub source: Fingerprint,
    /// Fingerprint of the translation.
    pub translation: Fingerprint,
    /// How far the translation has come.
    pub review: Review,
}

/// A translation kept for the day when its text comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obsolete {
    /// Fingerprint of the source words that it translates.
    pub source: Fingerprint,
    /// The translation as a Fluent pattern, `\n` for a line end.
    pub pattern: String,
}

/// What the first line of every lock file begins with; the version follows.
const HEADER_START: &str = "# hexapla translations.lock, version ";

/// First line of every lock file.
const HEADER: &str = "# hexapla translations.lock, version 1: written by `hexapla sync`; commit it with the translations\n";

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

    /// The lock as a file. Texts that nothing refers to are left out.
    pub fn to_text(&self) -> String {
        let mut out = String::from(HEADER);
        out.push_str("\n[segments]\n");
        for Known { id, kind, fingerprint, links, retired } in &self.segments {
            let _ = write!(out, "{id} {} {fingerprint}", kind.as_str());
            for (number, target) in links {
                let _ = write!(out, " {number}={}", target.as_str());
            }
            for (number, target) in retired {
                let _ = write!(out, " -{number}={}", target.as_str());
            }
            out.push('\n');
        }
        for (key, stamps) in self.stamps.iter().filter(|(_, stamps)| !stamps.is_empty()) {
            let _ = writeln!(out, "\n[locale {key}]");
            for (id, Stamp { source, translation, review }) in stamps {
                let _ = writeln!(out, "{id} {source} {translation} {}", review.as_str());
            }
        }
        out.push_str("\n[texts]\n");
        let used = self.used_texts();
        for (fingerprint, text) in self.texts.iter().filter(|(key, _)| used.contains(key)) {
            let _ = writeln!(out, "{fingerprint} {text}");
        }
        for (key, attic) in self.attic.iter().filter(|(_, attic)| !attic.is_empty()) {
            let _ = writeln!(out, "\n[attic {key}]");
            for (id, Obsolete { source, pattern }) in attic {
                let _ = writeln!(out, "{id} {source} {}", fold(pattern));
            }
        }
        out
    }

    fn used_texts(&self) -> BTreeSet<&Fingerprint> {
        let segments = self.segments.iter().map(|known| &known.fingerprint);
        let stamps = self.stamps.values().flat_map(BTreeMap::values).map(|stamp| &stamp.source);
        let attic = self.attic.values().flat_map(BTreeMap::values).map(|one| &one.source);
        segments.chain(stamps).chain(attic).collect()
    }

    /// When the translation of a message last changed.
    pub fn stamp(&self, locale: &str, id: &SegmentId) -> Option<&Stamp> {
        self.stamps.get(locale)?.get(id)
    }

    /// The source of each message as the reference last showed it to translators.
    pub fn shown(&self) -> BTreeMap<&SegmentId, &Fingerprint> {
        self.segments.iter().map(|known| (&known.id, &known.fingerprint)).collect()
    }

    /// The source words that a known segment had.
    pub fn text(&self, fingerprint: &Fingerprint) -> Option<&str> {
        self.texts.get(fingerprint).map(String::as_str)
    }

    /// Takes over the segments of a release: ids, fingerprints, links, words.
    pub fn set_segments<'a>(&mut self, segments: impl Iterator<Item = &'a Segment>) {
        self.segments.clear();
        for segment in segments {
            self.texts.insert(segment.fingerprint.clone(), segment.pattern.clone());
            self.segments.push(Known {
                id: segment.id.clone(),
                kind: segment.kind,
                fingerprint: segment.fingerprint.clone(),
                links: segment.links.clone(),
                retired: segment.retired.clone(),
            });
        }
    }
}

/// How many findings are shown of one lock.
const MOST_PROBLEMS: usize = 100;

#[derive(Default)]
struct Reader {
    lock: Lock,
    section: String,
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
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark)) {
            return Err(Diagnostic::warning("lock-conflict", "a conflict marker in the lock")
                .help("both sides are read; run `hexapla sync` to put the lock in order"));
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
        if known {
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
            Some(("locale", key)) => {
                let stamps = self.lock.stamps.entry(key.to_owned()).or_default();
                Some(stamps.insert(SegmentId::parse(first)?, stamp(rest)?).is_some())
            }
            Some(("attic", key)) => {
                let (source, pattern) = rest.split_once(' ')?;
                let source = Fingerprint::parse(source)?;
                let obsolete = Obsolete { source, pattern: unfold(pattern) };
                let attic = self.lock.attic.entry(key.to_owned()).or_default();
                Some(attic.insert(SegmentId::parse(first)?, obsolete).is_some())
            }
            Some(_) | None => None,
        }
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
            Some((number.parse().ok()?, Target::new(url)?))
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
    let words: Vec<&str> = text.split(' ').collect();
    let [source, translation, review] = words.as_slice() else { return None };
    let review =
        [Review::Translated, Review::Revised].into_iter().find(|r| r.as_str() == *review)?;
    Some(Stamp {
        source: Fingerprint::parse(source)?,
        translation: Fingerprint::parse(translation)?,
        review,
    })
}

fn fold(pattern: &str) -> String {
    pattern.replace('\\', "\\\\").replace('\n', "\\n")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    const FILE: &str = "# hexapla translations.lock, version 1: written by `hexapla sync`; commit it with the translations

[segments]
a-img-k3f9.alt img 4oymiquy7qobjgx3
lead-p-k3f9 p 4oymiquy7qobjgx3 1=https://www.un.org/ 3=#a -2=https://www.un.org/old

[locale ar]
lead-p-k3f9 4oymiquy7qobjgx3 4oymiquy7qobjgx3 revised

[texts]
4oymiquy7qobjgx3 كلمات [من][1] { -unoct }

[attic zh]
lead-p-aaaa 4oymiquy7qobjgx3 中文\\n\\n二\\\\n
";

    #[test]
    fn reads_what_it_writes() {
        let (lock, problems) = Lock::parse(&SourceText::new("translations.lock", FILE));
        assert_eq!(problems, []);
        assert_eq!(lock.to_text(), FILE);
        assert_eq!(lock.attic["zh"][&SegmentId::value("lead-p-aaaa")].pattern, "中文\n\n二\\n");
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        for (from, to, code) in [
            ("[locale ar]", "[locale ar", "lock-line"),
            ("revised", "xrevised", "lock-line"),
            ("version 1", "version 2", "lock-version"),
        ] {
            let text = FILE.replace(from, to);
            let (_, problems) = Lock::parse(&SourceText::new("translations.lock", text));
            assert_eq!((problems[0].code, problems[0].severity), (code, Severity::Error), "{to}");
        }
    }

    #[test]
    fn survives_merges() {
        let torn = FILE
            .replace(
                "\nlead-p-k3f9 p",
                "\n<<<<<<< ours\nlead-p-k3f9 p 4oymiquy7qobjgx3\n=======\nlead-p-k3f9 p",
            )
            .replace("\n\n[texts]", "\n>>>>>>> theirs\nx\n\n[texts]");
        let (lock, problems) = Lock::parse(&SourceText::new("translations.lock", torn));
        let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(
            codes,
            ["lock-conflict", "lock-conflict", "lock-twice", "lock-conflict", "lock-line"]
        );
        assert_eq!(lock.to_text(), FILE);
    }
}
