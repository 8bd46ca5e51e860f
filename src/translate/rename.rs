//! `rename`: a message gets another name in every file that names it, and nothing else changes.

use std::collections::BTreeMap;
use std::ops::Range;

use super::sync::Subject;
use crate::catalog;
use crate::diagnostic::{Diagnostic, SourceText};
use crate::identity::Lock;
use crate::release::Release;
use crate::segment::{Anchor, Kind, Segment};

/// A message and its new name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// The message.
    pub old: String,
    /// Its new name.
    pub new: String,
    /// The fragment of its address, before and after.
    anchors: (String, String),
}

/// The files of a release as they were read, with a message under its new name.
#[derive(Clone, Debug)]
pub struct Renamed {
    /// The bytes of `index.md` that are replaced, and by what.
    pub source: Vec<Replacement>,
    /// The same for the translations, by the key of their locale.
    pub texts: BTreeMap<String, Vec<Replacement>>,
    /// The lock.
    pub lock: Lock,
}

/// A name that gives way to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The bytes where the old name stands.
    pub range: Range<usize>,
    /// The new name.
    pub new: String,
}

/// What keeps a message from getting a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Why not.
    pub reason: String,
    /// What to do instead.
    pub help: String,
}

impl Renaming {
    /// The message that `name` means (its id, or the anchor of a heading), under a new name.
    /// `None`: the release has no such message.
    ///
    /// # Errors
    /// Why it cannot have that name.
    pub fn new(subject: &Subject<'_>, name: &str, new: &str) -> Option<Result<Self, Refused>> {
        let leaves = subject.release.document.leaves();
        let is = |id: &str| leaves.iter().find(|leaf| leaf.id.message == id);
        let heading = || is(&format!("{name}-{HEADING}"));
        let leaf = is(name).or_else(heading)?;
        Some(Self::of(subject, leaf, (name, new)))
    }

    fn of(
        subject: &Subject<'_>,
        leaf: &Segment,
        (name, new): (&str, &str),
    ) -> Result<Self, Refused> {
        let old = leaf.id.message.clone();
        let refused = |reason: String, help: &str| Refused { reason, help: help.to_owned() };
        if leaf.kind == Kind::Meta {
            let help = "the names of the front matter are the same in every release";
            return Err(refused(format!("`{old}` cannot have another name"), help));
        }
        // Who names a heading by its anchor gives the new anchor.
        let full = if name == old { new.to_owned() } else { format!("{new}-{HEADING}") };
        if Anchor::new(&full).is_none() || full.starts_with("meta-") {
            let help = "a name is lower-case ASCII letters, digits and hyphens, and begins with a \
                        letter, but not with `meta-`";
            return Err(refused(format!("`{new}` cannot be the name of a message"), help));
        }
        let anchor = match (leaf.kind, full.strip_suffix(HEADING).and_then(|a| a.strip_suffix('-')))
        {
            (Kind::Heading, Some(anchor)) => anchor.to_owned(),
            (Kind::Heading, None) => {
                let help = format!("call it `{full}-{HEADING}`");
                return Err(refused(format!("the name of a heading ends in `-{HEADING}`"), &help));
            }
            (_, Some(_)) => {
                let help = "only the names of headings end so: choose another";
                return Err(refused(format!("`{full}` would be the name of a heading"), help));
            }
            (_, None) => full.clone(),
        };
        let old_anchor = old.strip_suffix(HEADING).and_then(|a| a.strip_suffix('-'));
        let old_anchor =
            old_anchor.filter(|_| leaf.kind == Kind::Heading).unwrap_or(&old).to_owned();
        let renaming = Self { old, new: full, anchors: (old_anchor, anchor) };
        match renaming.taken(subject) {
            Some(by) => {
                let help = "ids are never given again, for translations and links go by them: \
                            choose another";
                Err(refused(format!("`{}` is taken: {by}", renaming.new), help))
            }
            None => Ok(renaming),
        }
    }

    /// Who has the new name, or had it.
    fn taken(&self, subject: &Subject<'_>) -> Option<String> {
        let release = subject.release;
        let leaves = release.document.leaves();
        if leaves.iter().any(|leaf| leaf.id.message == self.new) {
            return Some("a message of this release has it".to_owned());
        }
        let heading = format!("{}-{HEADING}", self.anchors.1);
        let anchored = leaves
            .iter()
            .any(|leaf| leaf.id.message == self.anchors.1 || leaf.id.message == heading);
        if anchored {
            return Some(format!("`#{}` already leads to another place", self.anchors.1));
        }
        if release.lock.remembers(&self.new) {
            return Some("a message of this release had it once".to_owned());
        }
        let has = |key: &&String| {
            let ids = subject.catalogs[*key].ids();
            ids.iter().any(|id| id.message == self.new)
        };
        let key = subject.catalogs.keys().find(has)?;
        Some(format!("`locales/{key}/{}.ftl` has a message of that name", release.slug))
    }

    /// The release under the new name.
    ///
    /// # Errors
    /// A translation's file in which the message is faulty.
    pub fn apply(&self, subject: &Subject<'_>) -> Result<Renamed, Vec<Diagnostic>> {
        let release = subject.release;
        let mut texts = BTreeMap::new();
        let translations = subject.texts.iter();
        for (key, text) in translations.filter(|(key, _)| *key != release.source_locale.key()) {
            let names = catalog::rename::names(text, &self.old)?;
            let replaced =
                names.into_iter().map(|range| Replacement { range, new: self.new.clone() });
            let mut all: Vec<_> = replaced.collect();
            all.extend(self.links(text.text(), 0..text.text().len()));
            all.sort_by_key(|one| one.range.start);
            texts.insert(key.clone(), all);
        }
        let anchors = (self.anchors.0.as_str(), self.anchors.1.as_str());
        let lock = release.lock.clone().renamed((&self.old, &self.new), anchors);
        Ok(Renamed { source: self.in_source(release), texts, lock })
    }

    /// Where `index.md` names the message: in the heading's `{#id}`, in links.
    fn in_source(&self, release: &Release) -> Vec<Replacement> {
        let text = release.source.text();
        let mut all = Vec::new();
        for leaf in release.document.leaves() {
            if leaf.id.message == self.old && leaf.kind == Kind::Heading {
                all.extend(self.pin(text, leaf.range.clone()));
            }
            let leads = |(_, target): &(u32, crate::target::Target)| {
                target.fragment() == Some(&self.anchors.0)
            };
            if leaf.links.iter().any(leads) {
                all.extend(self.links(text, leaf.range.clone()));
            }
        }
        // Definitions of links stand apart: `[words]: #anchor`.
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if let Some(place) = line.find("]: #").filter(|_| line.trim_start().starts_with('[')) {
                let start = at + place + "]: #".len();
                all.extend(self.whole(text, start));
            }
            at += line.len();
        }
        all.sort_by_key(|one| one.range.start);
        all.dedup();
        all
    }

    /// The `{#id}` of a heading.
    fn pin(&self, text: &str, range: Range<usize>) -> Option<Replacement> {
        let at = text[range.clone()].rfind("{#")?;
        self.whole(text, range.start + at + "{#".len())
    }

    /// Links to the message in a part of a text.
    fn links(&self, text: &str, range: Range<usize>) -> Vec<Replacement> {
        let part = &text[range.clone()];
        let starts = ["](#", "](<#"]
            .into_iter()
            .flat_map(|open| part.match_indices(open).map(move |(at, _)| at + open.len()));
        // Between backquotes it is code.
        let in_code = |at: &usize| {
            let line = part[..*at].rfind('\n').map_or(0, |end| end + 1);
            part[line..*at].matches('`').count() % 2 == 1
        };
        let starts = starts.filter(|at| !in_code(at));
        starts.filter_map(|at| self.whole(text, range.start + at)).collect()
    }

    /// The old anchor, if it stands whole at this byte.
    fn whole(&self, text: &str, start: usize) -> Option<Replacement> {
        let rest = text[start..].strip_prefix(self.anchors.0.as_str())?;
        let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || "-_./".contains(c));
        let range = start..start + self.anchors.0.len();
        ends.then(|| Replacement { range, new: self.anchors.1.clone() })
    }
}

/// How the names of headings end.
const HEADING: &str = "heading";

/// A text with new names.
pub fn replaced(text: &str, replacements: &[Replacement]) -> String {
    let mut out = text.to_owned();
    for one in replacements.iter().rev() {
        out.replace_range(one.range.clone(), &one.new);
    }
    out
}

/// A file with new names, whatever was made even when it was read: line ends, a byte order mark,
/// the form of letters. Names are ASCII, so that none of it can be in one.
pub fn replaced_as_it_is(raw: &str, text: &SourceText, replacements: &[Replacement]) -> String {
    let lines: Vec<&str> = text.text().split('\n').collect();
    let mut raws: Vec<String> = raw.split('\n').map(str::to_owned).collect();
    for one in replacements.iter().rev() {
        let before = &text.text()[..one.range.start];
        let line = before.matches('\n').count();
        let column = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
        let old = &text.text()[one.range.clone()];
        // The same one of those that are alike in the line.
        let nth = lines[line].match_indices(old).take_while(|(at, _)| *at < column).count();
        if let Some(raw) = raws.get_mut(line)
            && let Some((at, _)) = raw.match_indices(old).nth(nth)
        {
            raw.replace_range(at..at + old.len(), &one.new);
        }
    }
    raws.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_were_made_even_stay() {
        let raw = "\u{FEFF}نص\r\n[cafe\u{301}](#a) a [中](#a)\r\n";
        let text = SourceText::new("index.md", "نص\n[caf\u{e9}](#a) a [中](#a)\n");
        let starts = text.text().match_indices("#a").map(|(at, _)| at + 1);
        let all: Vec<_> =
            starts.map(|at| Replacement { range: at..at + 1, new: "new".to_owned() }).collect();
        let expected = "\u{FEFF}نص\r\n[cafe\u{301}](#new) a [中](#new)\r\n";
        assert_eq!(replaced_as_it_is(raw, &text, &all), expected);
        assert_eq!(replaced(text.text(), &all), "نص\n[caf\u{e9}](#new) a [中](#new)\n");
    }
}
