//! `translations.lock`: identity and state of a release's messages, line by line, so that two
//! branches merge.
//!
//! ```text
//! [segments]
//! opening-session-heading heading 4oymiquy7qobjgx3
//! lead-p-k3f9 p ukxb6sx3ezdhflw2 1=https://www.un.org/ -2=https://www.un.org/old
//! [locale ar]
//! lead-p-k3f9 ukxb6sx3ezdhflw2 m2wqzz5rhdyqkjpe translated
//! [published]
//! ar 2021-05-27 7yq2k5ozm3wz6pfa
//! [origins]
//! lead-p-n4ew split lead-p-k3f9 ukxb6sx3ezdhflw2
//! [texts]
//! ukxb6sx3ezdhflw2 The words of [the source][1].
//! [attic ar]
//! lead-p-a2b3 7yq2k5ozm3wz6pfa Words that were translated once.
//! ```

mod attic;
mod read;
mod rename;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::document::Date;
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
    /// Locale key → what the attic held of an id before: translations of other words, or of the
    /// other side of a merge. They stand beside the attic's own in the file.
    pub older: BTreeMap<String, BTreeSet<(SegmentId, Obsolete)>>,
    /// Where the words of a message were before, as long as its translators may need to know.
    pub origins: BTreeMap<SegmentId, BTreeSet<Origin>>,
    /// Locale key → what was published in it, where the release says that it is.
    pub announced: BTreeMap<String, Announced>,
    /// The other stamps of translations that a merge left with several: never written.
    pub rivals: BTreeMap<(String, SegmentId), Vec<Stamp>>,
}

/// What was published in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// The day that was given for its last change.
    pub updated: Date,
    /// Fingerprint of what it said.
    pub said: Fingerprint,
}

/// How words came into a message from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Passage {
    /// The other was split: the message has a part of it.
    Split,
    /// The other is gone: the message took it in.
    Merged,
}

impl Passage {
    const ALL: [Self; 2] = [Self::Split, Self::Merged];

    fn as_str(self) -> &'static str {
        match self {
            Self::Split => "split",
            Self::Merged => "merged",
        }
    }
}

/// Where words of a message stood before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// How they came.
    pub passage: Passage,
    /// The message in which they stood.
    pub id: SegmentId,
    /// What its source words were then.
    pub source: Fingerprint,
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
        if !self.announced.is_empty() {
            out.push_str("\n[published]\n");
        }
        for (key, Announced { updated, said }) in &self.announced {
            let _ = writeln!(out, "{key} {updated} {said}");
        }
        if !self.origins.is_empty() {
            out.push_str("\n[origins]\n");
        }
        for (id, origin) in
            self.origins.iter().flat_map(|(id, all)| all.iter().map(move |o| (id, o)))
        {
            let Origin { passage, id: other, source } = origin;
            let _ = writeln!(out, "{id} {} {other} {source}", passage.as_str());
        }
        out.push_str("\n[texts]\n");
        let used = self.used_texts();
        for (fingerprint, text) in self.texts.iter().filter(|(key, _)| used.contains(key)) {
            let _ = writeln!(out, "{fingerprint} {text}");
        }
        let keys: BTreeSet<&String> = self.attic.keys().chain(self.older.keys()).collect();
        for key in keys {
            let kept = self.kept(key);
            if !kept.is_empty() {
                let _ = writeln!(out, "\n[attic {key}]");
            }
            for (id, Obsolete { source, pattern }) in kept {
                let _ = writeln!(out, "{id} {source} {}", fold(pattern));
            }
        }
        out
    }

    fn used_texts(&self) -> BTreeSet<&Fingerprint> {
        let segments = self.segments.iter().map(|known| &known.fingerprint);
        let stamps = self.stamps.values().flat_map(BTreeMap::values).map(|stamp| &stamp.source);
        let attic = self.attic.values().flat_map(BTreeMap::values).map(|one| &one.source);
        let older = self.older.values().flatten().map(|(_, one)| &one.source);
        let origins = self.origins.values().flatten().map(|origin| &origin.source);
        segments.chain(stamps).chain(attic).chain(older).chain(origins).collect()
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

fn fold(pattern: &str) -> String {
    pattern.replace('\\', "\\\\").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Severity, SourceText};

    const FILE: &str = "# hexapla translations.lock, version 1: written by `hexapla sync`; commit it with the translations

[segments]
a-img-k3f9.alt img 4oymiquy7qobjgx3
lead-p-k3f9 p 4oymiquy7qobjgx3 1=https://www.un.org/ 3=#a -2=https://www.un.org/old

[locale ar]
lead-p-k3f9 4oymiquy7qobjgx3 4oymiquy7qobjgx3 revised

[published]
ar 2021-05-26 7yq2k5ozm3wz6pfa

[origins]
lead-p-k3f9 merged lead-p-aaaa 4oymiquy7qobjgx3

[texts]
4oymiquy7qobjgx3 كلمات [من][1] { -unoct }

[attic zh]
lead-p-aaaa 5oymiquy7qobjgx3 旧
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
            (" 1=", " 4294967295=", "lock-line"),
            (" 1=", " 0=", "lock-line"),
        ] {
            let text = FILE.replace(from, to);
            let (_, problems) = Lock::parse(&SourceText::new("translations.lock", text));
            assert_eq!((problems[0].code, problems[0].severity), (code, Severity::Error), "{to}");
        }
    }

    /// A hunk that ends in another section than it began in, and the base of a three-way merge.
    #[test]
    fn each_side_of_a_conflict_begins_in_the_same_section() {
        let torn = FILE.replace(
            "\n\n[locale ar]",
            "\n<<<<<<< ours\na-p p 4oymiquy7qobjgx3\n[locale ar]\na-p 4oymiquy7qobjgx3 4oymiquy7qobjgx3 translated\n\
             ||||||| base\ngone-p p 4oymiquy7qobjgx3\n=======\nb-p p 4oymiquy7qobjgx3\n[locale ar]\n\
             lead-p-k3f9 5oymiquy7qobjgx3 5oymiquy7qobjgx3 translated\n>>>>>>> theirs",
        );
        let (lock, problems) = Lock::parse(&SourceText::new("translations.lock", torn));
        let codes: BTreeSet<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, ["lock-conflict", "lock-twice"].into());
        let ids: Vec<_> = lock.segments.iter().map(|known| known.id.to_string()).collect();
        assert_eq!(ids, ["a-img-k3f9.alt", "lead-p-k3f9", "a-p", "b-p"]);
        assert_eq!(lock.stamps["ar"].len(), 2);
        let rivals = &lock.rivals[&("ar".to_owned(), SegmentId::value("lead-p-k3f9"))];
        assert_eq!(rivals[0].source.as_str(), "5oymiquy7qobjgx3");
    }

    #[test]
    fn survives_merges() {
        let torn = FILE
            .replace(
                "\nlead-p-k3f9 p",
                "\n<<<<<<< ours\nlead-p-k3f9 p 4oymiquy7qobjgx3\n=======\nlead-p-k3f9 p",
            )
            .replace("\n\n[origins]", "\n>>>>>>> theirs\nx\n\n[origins]");
        let (lock, problems) = Lock::parse(&SourceText::new("translations.lock", torn));
        let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, ["lock-conflict", "lock-line"]);
        assert_eq!(lock.to_text(), FILE);
    }
}
