//! `translations.lock`: identity and state of a release's messages, line by line, so that two
//! branches merge.
//!
//! ```text
//! [segments]
//! opening-session-heading heading 4oymiquy7qobjgx3
//! lead-p-k3f9 p ukxb6sx3ezdhflw2 1=https://www.un.org/
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
use crate::document::Target;
use crate::segment::{Fingerprint, Kind, Segment};

/// What the lock remembers of a release.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// The segments of the last `sync`, in the order of the document.
    pub segments: Vec<Known>,
    /// Locale key → message id (with attribute) → when its translation last changed.
    pub stamps: BTreeMap<String, BTreeMap<String, Stamp>>,
    /// Source words by their fingerprint.
    pub texts: BTreeMap<Fingerprint, String>,
    /// Locale key → message id → a translation whose segment is gone.
    pub attic: BTreeMap<String, BTreeMap<String, Obsolete>>,
}

/// A segment as the lock knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Message id, with attribute.
    pub id: String,
    /// Kind of leaf.
    pub kind: Kind,
    /// Fingerprint of the source words.
    pub fingerprint: Fingerprint,
    /// Numbered link targets.
    pub links: Vec<(u32, Target)>,
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

/// First line of every lock file.
const HEADER: &str = "# hexapla translations.lock, version 1: written by `hexapla sync`; commit it with the translations\n";

impl Lock {
    /// Reads a lock file. Conflict markers, duplicate and broken lines are passed over with a
    /// warning: a merge of two branches is still readable, and `sync` puts the rest in order.
    pub fn parse(source: &SourceText) -> (Self, Vec<Diagnostic>) {
        let mut lock = Self::default();
        let mut problems = Vec::new();
        let mut section = String::new();
        let mut offset = 0;
        for raw in source.text().split_inclusive('\n') {
            let line = raw.trim_end_matches(['\n', '\r']);
            let range = offset..offset + line.len();
            offset += raw.len();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                name.clone_into(&mut section);
                continue;
            }
            if let Err(problem) = lock.line(&section, line) {
                problems.push(problem.at(source.place(range)));
            }
        }
        (lock, problems)
    }

    fn line(&mut self, section: &str, line: &str) -> Result<(), Diagnostic> {
        let broken = || {
            Diagnostic::warning("lock-line", "this line of the lock cannot be read")
                .help("run `hexapla sync`: it writes the lock anew and keeps what can be read")
        };
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark)) {
            return Err(Diagnostic::warning("lock-conflict", "a conflict marker in the lock")
                .help("both sides are read; run `hexapla sync` to put the lock in order"));
        }
        let (first, rest) = line.split_once(' ').ok_or_else(broken)?;
        let known = match section.split_once(' ') {
            None if section == "segments" => self.segment_line(first, rest).ok_or_else(broken)?,
            None if section == "texts" => {
                let fingerprint = Fingerprint::parse(first).ok_or_else(broken)?;
                self.texts.insert(fingerprint, rest.to_owned()).is_some()
            }
            Some(("locale", key)) => {
                let stamp = stamp(rest).ok_or_else(broken)?;
                let stamps = self.stamps.entry(key.to_owned()).or_default();
                stamps.insert(first.to_owned(), stamp).is_some()
            }
            Some(("attic", key)) => {
                let (source, pattern) = rest.split_once(' ').ok_or_else(broken)?;
                let source = Fingerprint::parse(source).ok_or_else(broken)?;
                let obsolete = Obsolete { source, pattern: unfold(pattern) };
                let attic = self.attic.entry(key.to_owned()).or_default();
                attic.insert(first.to_owned(), obsolete).is_some()
            }
            Some(_) | None => return Err(broken()),
        };
        if known && section != "texts" {
            return Err(Diagnostic::warning(
                "lock-line",
                format!("`{first}` stands twice in the lock"),
            )
            .help("the later line counts; run `hexapla sync` to put the lock in order"));
        }
        Ok(())
    }

    /// Takes a line of `[segments]`; says whether its id was known.
    fn segment_line(&mut self, id: &str, rest: &str) -> Option<bool> {
        let mut words = rest.split(' ');
        let name = words.next()?;
        let attribute = id.split_once('.').map(|(_, attribute)| attribute);
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind.as_str() == name && kind.attribute() == attribute)?;
        let fingerprint = Fingerprint::parse(words.next()?)?;
        let link = |word: &str| -> Option<(u32, Target)> {
            let (number, url) = word.split_once('=')?;
            Some((number.parse().ok()?, Target::new(url)?))
        };
        let links = words.map(link).collect::<Option<Vec<_>>>()?;
        let known = Known { id: id.to_owned(), kind, fingerprint, links };
        if let Some(before) = self.segments.iter_mut().find(|before| before.id == id) {
            *before = known;
            return Some(true);
        }
        self.segments.push(known);
        Some(false)
    }

    /// The lock as a file. Texts that nothing refers to are left out.
    pub fn to_text(&self) -> String {
        let mut out = String::from(HEADER);
        out.push_str("\n[segments]\n");
        for Known { id, kind, fingerprint, links } in &self.segments {
            let _ = write!(out, "{id} {} {fingerprint}", kind.as_str());
            for (number, target) in links {
                let _ = write!(out, " {number}={}", target.as_str());
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
    pub fn stamp(&self, locale: &str, id: &str) -> Option<&Stamp> {
        self.stamps.get(locale)?.get(id)
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
                id: segment.id.to_string(),
                kind: segment.kind,
                fingerprint: segment.fingerprint.clone(),
                links: segment.links.clone(),
            });
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

    const FILE: &str = "# hexapla translations.lock, version 1: written by `hexapla sync`; commit it with the translations

[segments]
a-img-k3f9.alt img 4oymiquy7qobjgx3
lead-p-k3f9 p 4oymiquy7qobjgx3 1=https://www.un.org/ 3=#a

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
        assert_eq!(lock.attic["zh"]["lead-p-aaaa"].pattern, "中文\n\n二\\n");
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
            ["lock-conflict", "lock-conflict", "lock-line", "lock-conflict", "lock-line"]
        );
        assert_eq!(lock.to_text(), FILE);
    }
}
