//! From XLIFF that came back to changed messages: what was not edited is not touched, and what lost
//! a code is not let in.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::{Code, Coded, Part};
use super::digest;
use super::returned::{Known, coded, invented, is_blank, judge, meanings, named, place_of};
use super::xliff::{Sent, Unit};
use super::xml::Element;
use crate::catalog::{self, Catalog, Entry, Words};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::files::Files;
use crate::identity::{Review, Stamp};
use crate::markdown::{forbidden, is_cjk};
use crate::project::Settings;
use crate::release::Release;
use crate::segment::{Fingerprint, Segment, SegmentId};
use crate::translate::{Stamps, stamped};

/// What it means that a translation is approved in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approval {
    /// That a native reviser has signed it.
    Signs,
    /// Nothing: a tool may have set it.
    MeansNothing,
}

/// What a file brings to one release in one language.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// The messages that were edited, and their new patterns.
    pub changes: BTreeMap<SegmentId, String>,
    /// How many were not edited.
    pub untouched: usize,
    /// Those of the edited whose source has changed since it was sent.
    pub stale: BTreeSet<SegmentId>,
    /// How many of the edited are approved in the file, where that means nothing.
    pub approved: usize,
    /// What is wrong with others, which are left out.
    pub found: Vec<Diagnostic>,
    /// Those that a reviser signs, edited or not.
    signed: BTreeSet<SegmentId>,
    /// The source that each was made from.
    sources: BTreeMap<SegmentId, Fingerprint>,
    /// The words of sources that are no longer today's.
    texts: BTreeMap<Fingerprint, String>,
}

impl Taken {
    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.signed.is_empty()
    }

    /// Leaves a message as it is.
    pub fn leave_out(&mut self, id: &SegmentId) {
        self.changes.remove(id);
        self.stale.remove(id);
        self.signed.remove(id);
        self.sources.remove(id);
    }
}

/// What is wrong, and the bytes of the XLIFF file that it is about.
type Wrong = (Diagnostic, std::ops::Range<usize>);

/// Compares what came back with what there is.
pub fn take(
    (sent, text): (&Sent, &SourceText),
    release: &Release,
    catalog: Option<&Catalog>,
    approval: Approval,
) -> Taken {
    let mut taken = Taken::default();
    let leaves = release.document.leaves();
    let segments: BTreeMap<_, _> = leaves.iter().map(|leaf| (&leaf.id, *leaf)).collect();
    let mut seen = BTreeSet::new();
    for unit in &sent.units {
        let now = Now {
            release,
            segment: segments.get(&unit.id).copied(),
            entry: catalog.and_then(|catalog| catalog.entry(&unit.id)),
        };
        let result = if seen.insert(&unit.id) {
            now.take(unit, approval, &mut taken)
        } else {
            Err((twice(&unit.id), unit.range.clone()))
        };
        if let Err((problem, range)) = result {
            taken.found.push(problem.at(text.place(range)));
        }
    }
    taken
}

/// A message as it is now.
struct Now<'a> {
    release: &'a Release,
    segment: Option<&'a Segment>,
    entry: Option<Entry<'a>>,
}

impl Now<'_> {
    fn take(&self, unit: &Unit, approval: Approval, taken: &mut Taken) -> Result<(), Wrong> {
        let at = |problem: Diagnostic| (problem, unit.range.clone());
        let source = self.source(unit).map_err(at)?;
        let own = self.entry.as_ref().map(|entry| Coded::of(entry.pattern)).unwrap_or_default();
        let known = Known { source: named(&source, None), own: named(&own, Some(&source)) };
        let Some(element) = unit.target.as_ref().filter(|target| !is_blank(target)) else {
            taken.untouched += 1;
            return Ok(());
        };
        let sent_as = unit.before.as_ref();
        let now = self.entry.as_ref().map(|entry| digest(entry.pattern));
        let target = match coded(element, &|code, around| known.find(code, around)) {
            Ok(target) => target,
            Err(code) => return Err((invented(&unit.id, code), code.range.clone())),
        };
        let back = digest(&target.joined());
        let signs = approval == Approval::Signs && unit.approved;
        // Some tools fill what nobody has translated with the words of the source.
        let filled = unit.is_new && now.is_none() && back == digest(&source.joined());
        if filled || Some(&back) == sent_as || Some(&back) == now.as_ref() {
            taken.untouched += 1;
            let current = self.segment.is_some_and(|one| one.fingerprint == unit.digest);
            if signs && current && Some(&back) == now.as_ref() {
                taken.sign(unit);
            }
            return Ok(());
        }
        let Some(segment) = self.segment else { return Err(at(unknown(&unit.id))) };
        if now.as_ref() != sent_as {
            return Err(at(conflict(&unit.id)));
        }
        let here = |problem: Diagnostic| (problem, element.range.clone());
        let faults = judge(&unit.id, (&source, &own), &target);
        faults.map_err(|fault| match fault.1 {
            Some(code) => (fault.0, place_of(element, &code)),
            None => here(fault.0),
        })?;
        let pattern = pattern(&unit.id, segment, &target).map_err(here)?;
        if segment.fingerprint != unit.digest {
            taken.stale.insert(unit.id.clone());
            taken.texts.insert(unit.digest.clone(), source.joined());
        }
        taken.sources.insert(unit.id.clone(), unit.digest.clone());
        taken.changes.insert(unit.id.clone(), pattern);
        if signs {
            taken.sign(unit);
        } else if unit.approved {
            taken.approved += 1;
        }
        Ok(())
    }

    /// The source that was sent, if nobody has changed its codes.
    fn source(&self, unit: &Unit) -> Result<Coded, Diagnostic> {
        let find = |code: &Element, around| Code::parse(code.get("equiv-text")?, around);
        let source = coded(&unit.source, &find);
        let segment = self.segment.filter(|segment| segment.fingerprint == unit.digest);
        let known = segment.map(|segment| segment.pattern.as_str());
        let known = known.or_else(|| self.release.lock.text(&unit.digest));
        match (source, known) {
            // Words may differ in what the fingerprint does not see.
            (Ok(source), Some(known)) if meanings(&source) == meanings(&Coded::of(known)) => {
                Ok(source)
            }
            (_, Some(known)) if segment.is_some() => Ok(Coded::of(known)),
            (Ok(source), None) => Ok(source),
            (Ok(_) | Err(_), Some(_)) | (Err(_), None) => {
                let message = format!(
                    "the codes in the `source` of `{}` are not those that were sent",
                    unit.id
                );
                let help = "export the release again, and put the words into that file";
                Err(Diagnostic::error("xliff-message", message).help(help))
            }
        }
    }
}

impl Taken {
    /// From which source each message was made that was changed or signed.
    fn origins(&self, catalog: &Catalog) -> Stamps {
        let mut origins = Stamps { texts: self.texts.clone(), ..Stamps::default() };
        for (id, source) in &self.sources {
            let Some(entry) = catalog.entry(id) else { continue };
            let signed = self.signed.contains(id);
            let review = if signed { Review::Revised } else { Review::Translated };
            let stamp = Stamp { source: source.clone(), translation: entry.fingerprint, review };
            origins.stamps.insert(id.clone(), stamp);
        }
        origins
    }

    fn sign(&mut self, unit: &Unit) {
        self.signed.insert(unit.id.clone());
        self.sources.insert(unit.id.clone(), unit.digest.clone());
    }
}

/// The pattern of a message that was edited.
fn pattern(id: &SegmentId, segment: &Segment, target: &Coded) -> Result<String, Diagnostic> {
    let joined = target.joined();
    if let Some((_, c)) = forbidden(&joined) {
        let message = format!(
            "`{id}` holds the character `U+{:04X}`, which cannot be published",
            u32::from(c)
        );
        let help = "delete it, or write the letter that was lost";
        return Err(Diagnostic::error("control-character", message).help(help));
    }
    // A placeable on several lines can only be written as it stands: all later lines indented.
    let tall = target.codes.iter().any(|code| code.open.contains('\n'));
    let indent = if tall { "    " } else { "" };
    let mut target = target.clone();
    for part in &mut target.parts {
        if let Part::Words(words) = part {
            *words = on_lines(words, segment, indent);
        }
    }
    if let Some(Part::Words(first)) = target.parts.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Part::Words(last)) = target.parts.last_mut() {
        *last = last.trim_end().to_owned();
    }
    target.written().ok_or_else(|| {
        let message = format!("the words and codes of `{id}` cannot be written as a message");
        let help =
            "look at the codes: one may have no words in it, or stand in the middle of another";
        Diagnostic::error("xliff-code", message).help(help)
    })
}

/// Words with line ends where the message may have them: a blank line parts paragraphs, another
/// line end is a tool's. Between Chinese characters it is nothing, else a space.
fn on_lines(words: &str, segment: &Segment, indent: &str) -> String {
    let splits = segment.kind.may_split();
    let mut out = String::new();
    let mut rest = words;
    while let Some(at) = rest.find('\n') {
        let before = rest[..at].trim_end_matches([' ', '\t']);
        let after = rest[at..].trim_start_matches([' ', '\t', '\n']);
        let gap = &rest[before.len()..rest.len() - after.len()];
        out.push_str(before);
        let chinese = |c: Option<char>| c.is_some_and(is_cjk);
        if splits && gap.matches('\n').count() > 1 {
            out.extend(["\n\n", indent]);
        } else if !(chinese(before.chars().last()) && chinese(after.chars().next())) {
            out.push(' ');
        }
        rest = after;
    }
    out + rest
}

/// What was taken for one language, and where it goes.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// What was taken.
    pub taken: &'a Taken,
    /// The locale's messages; empty where there are none yet.
    pub ftl: &'a SourceText,
    /// The locale's words.
    pub words: &'a Words,
}

/// The files of a release with what was taken: the messages of each locale, and what `sync` writes.
///
/// # Errors
/// What keeps it from being written; then nothing is to be.
pub fn put(
    places: &[Place<'_>],
    (release, catalogs): (&Release, &BTreeMap<String, Catalog>),
    settings: &Settings,
) -> Result<Files, Vec<Diagnostic>> {
    let mut catalogs = catalogs.clone();
    let mut changed = Files::new();
    let mut origins = BTreeMap::new();
    for Place { taken, ftl, words } in places {
        let order = release.document.leaves().into_iter().map(|leaf| &leaf.id);
        let text = catalog::patch::patch(ftl, &taken.changes, order)?;
        let (catalog, _) = catalog::parse(&SourceText::new(ftl.path(), text.clone()), words);
        let key = words.locale.key().to_owned();
        origins.insert(key.clone(), taken.origins(&catalog));
        catalogs.insert(key, catalog);
        if !taken.changes.is_empty() {
            changed.insert(ftl.path(), text);
        }
    }
    let mut files = stamped(release, &catalogs, &origins, settings)?;
    files.extend("", changed);
    Ok(files)
}

fn unknown(id: &SegmentId) -> Diagnostic {
    let message = format!("the release has no message `{id}`");
    let help = "its text may be gone since the file was exported, or the file is of another \
                project; export the release again";
    Diagnostic::error("xliff-message", message).help(help)
}

fn conflict(id: &SegmentId) -> Diagnostic {
    let message =
        format!("`{id}` has been translated by somebody else since the file was exported");
    let help = "compare the two, and write what is right into the locale's file, or export the \
                release again and edit that";
    Diagnostic::error("xliff-conflict", message).help(help)
}

fn twice(id: &SegmentId) -> Diagnostic {
    let message = format!("`{id}` stands twice in the file");
    Diagnostic::error("xliff-message", message).help("take one of the two out")
}
