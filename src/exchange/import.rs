//! From XLIFF that came back to changed messages: what was not edited is not touched, and what lost
//! a code is not let in.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::{Code, Coded, Part};
use super::target::{Known, check_codes, coded, invented, is_blank, meanings, named, place_of};
use super::xliff::{Sent, Unit};
use super::xml::Element;
use crate::catalog::write::fingerprint;
use crate::catalog::{Catalog, Entry};
use crate::diagnostic::{Diagnostic, Place, SourceText};
use crate::identity::Review;
use crate::markdown::{forbidden, is_cjk};
use crate::release::Release;
use crate::segment::{Fingerprint, Segment, SegmentId};
use crate::translate::Delivery;

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
pub struct Compared {
    /// The messages that were edited or are signed.
    pub delivery: Delivery,
    /// Where the words of each of them stand.
    pub places: BTreeMap<SegmentId, Place>,
    /// How many were not edited.
    pub untouched: usize,
    /// Those of the edited whose source has changed since it was sent.
    pub stale: BTreeSet<SegmentId>,
    /// How many of the edited are approved in the file, where that means nothing.
    pub approved: usize,
    /// What is wrong with others, which are left out.
    pub found: Vec<Diagnostic>,
}

/// What is wrong, and the bytes of the XLIFF file that it is about.
type Wrong = (Diagnostic, std::ops::Range<usize>);

/// Compares what came back with what there is.
pub fn compare(
    (sent, text): (&Sent, &SourceText),
    release: &Release,
    catalog: Option<&Catalog>,
    approval: Approval,
) -> Compared {
    let mut compared = Compared::default();
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
            now.compare(unit, approval, &mut compared)
        } else {
            Err((twice(&unit.id), unit.range.clone()))
        };
        if let Err((problem, range)) = result {
            compared.found.push(problem.at(text.place(range)));
        } else if compared.delivery.sources.contains_key(&unit.id) {
            let range = unit.target.as_ref().map_or(&unit.range, |target| &target.range);
            compared.places.insert(unit.id.clone(), text.place(range.clone()));
        }
    }
    compared
}

/// A message as it is now.
struct Now<'a> {
    release: &'a Release,
    segment: Option<&'a Segment>,
    entry: Option<Entry<'a>>,
}

/// A message as it came back, cut into words and codes.
struct Back {
    source: Coded,
    /// What stands in the file of the locale today.
    own: Coded,
    target: Coded,
    /// The words as a message; or why they can be none.
    pattern: Result<String, Diagnostic>,
}

impl Now<'_> {
    fn compare(
        &self,
        unit: &Unit,
        approval: Approval,
        compared: &mut Compared,
    ) -> Result<(), Wrong> {
        let at = |problem: Diagnostic| (problem, unit.range.clone());
        let source = self.source(unit).map_err(at)?;
        let Some(element) = unit.target.as_ref().filter(|target| !is_blank(target)) else {
            compared.untouched += 1;
            return Ok(());
        };
        let back = self.back(unit, source, element)?;
        let signs = approval == Approval::Signs && unit.approved;
        let review = if signs { Review::Revised } else { Review::Translated };
        let made_from = (unit.digest.clone(), review);
        let says_the_same = back.says(self.entry.as_ref());
        if says_the_same || self.is_untouched(unit, &back) {
            compared.untouched += 1;
            let current = self.segment.is_some_and(|one| one.fingerprint == unit.digest);
            if signs && current && says_the_same {
                compared.delivery.sources.insert(unit.id.clone(), made_from);
            }
            return Ok(());
        }
        let Some(segment) = self.segment else { return Err(at(unknown(&unit.id))) };
        if self.entry.as_ref().map(|entry| &entry.fingerprint) != unit.before.as_ref() {
            return Err(at(conflict(&unit.id)));
        }
        let source = back.source.joined();
        let pattern = back.checked(&unit.id, element)?;
        let Delivery { patterns, sources, texts } = &mut compared.delivery;
        if segment.fingerprint != unit.digest {
            compared.stale.insert(unit.id.clone());
            // The lock has a line for each text, under the digest that is its own.
            if Fingerprint::of(&source) == unit.digest && !source.contains('\n') {
                texts.insert(unit.digest.clone(), source);
            }
        }
        patterns.insert(unit.id.clone(), pattern);
        sources.insert(unit.id.clone(), made_from);
        compared.approved += usize::from(unit.approved && !signs);
        Ok(())
    }

    /// The words and codes that came back.
    fn back(&self, unit: &Unit, source: Coded, element: &Element) -> Result<Back, Wrong> {
        let own = self.entry.as_ref().map(|entry| Coded::of(entry.pattern)).unwrap_or_default();
        let known = Known { source: named(&source, None), own: named(&own, Some(&source)) };
        let target = coded(element, &|code, around| known.find(code, around));
        let target = target.map_err(|code| (invented(&unit.id, code), code.range.clone()))?;
        let pattern = pattern(&unit.id, self.segment, &target);
        Ok(Back { source, own, target, pattern })
    }

    /// Whether nobody has edited a message since it was sent.
    fn is_untouched(&self, unit: &Unit, back: &Back) -> bool {
        // Some tools fill what nobody has translated with the words of the source.
        let filled = unit.is_new && self.entry.is_none() && back.target.is_like(&back.source);
        let now = self.entry.as_ref().map(|entry| &entry.fingerprint);
        let as_sent =
            |pattern: &str| fingerprint(pattern).is_some_and(|f| Some(&f) == unit.before.as_ref());
        // Where the words are still those that were sent, their codes could be compared.
        let is_other = now != unit.before.as_ref();
        filled
            || back.pattern.as_deref().is_ok_and(as_sent)
            || (is_other || back.pattern.is_err()) && as_sent(&back.target.joined())
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

impl Back {
    /// Whether it says what an entry says.
    fn says(&self, entry: Option<&Entry<'_>>) -> bool {
        let Some(entry) = entry else { return false };
        let same = |pattern: &String| fingerprint(pattern).as_ref() == Some(&entry.fingerprint);
        self.target.is_like(&self.own) || self.pattern.as_ref().is_ok_and(same)
    }

    /// The words as a message, if their codes are those that they have to be.
    fn checked(self, id: &SegmentId, element: &Element) -> Result<String, Wrong> {
        let here = |problem: Diagnostic| (problem, element.range.clone());
        let faults = check_codes(id, (&self.source, &self.own), &self.target);
        faults.map_err(|fault| match fault.1 {
            Some(code) => (fault.0, place_of(element, &code)),
            None => here(fault.0),
        })?;
        self.pattern.map_err(here)
    }
}

impl Compared {
    /// Leaves out a message.
    pub fn leave_out(&mut self, id: &SegmentId) {
        self.delivery.leave_out(id);
        self.stale.remove(id);
    }
}

/// The pattern of a message that was edited.
fn pattern(
    id: &SegmentId,
    segment: Option<&Segment>,
    target: &Coded,
) -> Result<String, Diagnostic> {
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
fn on_lines(words: &str, segment: Option<&Segment>, indent: &str) -> String {
    let splits = segment.is_some_and(|segment| segment.kind.may_split());
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
