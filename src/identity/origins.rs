//! Where the words of a new or longer message stood before: paragraphs that were split or merged.
//!
//! A hint for people, never a change of identity: one of the parts keeps the id of the whole by
//! alignment, and the others are new messages.

use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::lock::{Lock, Origin, Passage};
use super::words::words;
use crate::segment::{Fingerprint, Kind, Segment, SegmentId};

/// Least share of its words that a part has from the whole.
const PART: f64 = 0.75;
/// Greatest share of its words that may stand elsewhere as well.
const ELSEWHERE: f64 = 0.5;
/// Least number of words of a part.
const WORDS: usize = 4;
/// Above this many pairs nothing is said of origins.
const MOST_PAIRS: usize = 40_000;

/// A message before or after, with its words.
struct Leaf<'a> {
    id: &'a SegmentId,
    fingerprint: &'a Fingerprint,
    words: Vec<&'a str>,
}

/// The origins of messages that a source has since the lock was written.
pub fn origins(lock: &Lock, segments: &[&Segment]) -> BTreeMap<SegmentId, BTreeSet<Origin>> {
    let old: Vec<Leaf<'_>> = lock
        .segments
        .iter()
        .filter(|known| may_move(known.kind))
        .map(|known| {
            leaf(&known.id, &known.fingerprint, lock.text(&known.fingerprint).unwrap_or(""))
        })
        .collect();
    let new: Vec<Leaf<'_>> = segments
        .iter()
        .filter(|segment| may_move(segment.kind))
        .map(|segment| leaf(&segment.id, &segment.fingerprint, &segment.pattern))
        .collect();
    let before: BTreeMap<&SegmentId, &Leaf<'_>> = old.iter().map(|leaf| (leaf.id, leaf)).collect();
    let after: BTreeMap<&SegmentId, &Leaf<'_>> = new.iter().map(|leaf| (leaf.id, leaf)).collect();
    // What changed: a message with the words that it had neither gave any nor took any.
    let same = |leaf: &&Leaf<'_>, there: &BTreeMap<&SegmentId, &Leaf<'_>>| {
        there.get(leaf.id).is_some_and(|other| other.fingerprint == leaf.fingerprint)
    };
    let gave: Vec<&Leaf<'_>> = old.iter().filter(|leaf| !same(leaf, &after)).collect();
    let took: Vec<&Leaf<'_>> = new.iter().filter(|leaf| !same(leaf, &before)).collect();
    let mut found: BTreeMap<SegmentId, BTreeSet<Origin>> = BTreeMap::new();
    if gave.len() * took.len() > MOST_PAIRS {
        return found;
    }
    let mut add = |id: &SegmentId, passage, from: &Leaf<'_>| {
        let origin = Origin { passage, id: from.id.clone(), source: from.fingerprint.clone() };
        found.entry(id.clone()).or_default().insert(origin);
    };
    for part in took.iter().filter(|leaf| !before.contains_key(leaf.id)) {
        if let Some(whole) = whole(part, &gave, &after) {
            add(part.id, Passage::Split, whole);
        }
    }
    for part in gave.iter().filter(|leaf| !after.contains_key(leaf.id)) {
        if let Some(whole) = whole(part, &took, &before) {
            add(whole.id, Passage::Merged, part);
        }
    }
    found
}

/// The message that holds the words of a part, and on the other side no longer (or not yet) does.
fn whole<'a>(
    part: &Leaf<'_>,
    wholes: &[&'a Leaf<'a>],
    there: &BTreeMap<&SegmentId, &Leaf<'_>>,
) -> Option<&'a Leaf<'a>> {
    if part.words.len() < WORDS {
        return None;
    }
    let holds = |whole: &&'a Leaf<'a>| {
        if bound_of(&part.words, &whole.words) < PART || whole.words.len() <= part.words.len() {
            return None;
        }
        let held = share(&part.words, &whole.words);
        let also = there.get(whole.id).is_some_and(|it| share(&part.words, &it.words) >= ELSEWHERE);
        (held >= PART && !also).then_some((held, *whole))
    };
    let all = wholes.iter().filter_map(holds);
    // The first of those that hold most.
    all.rev().max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, whole)| whole)
}

/// The share of the words of a part that stand in the same order in a whole: 0 to 1.
fn share(part: &[&str], whole: &[&str]) -> f64 {
    let ops = capture_diff_slices(Algorithm::Myers, part, whole);
    let held = ops.iter().map(|op| match op {
        DiffOp::Equal { len, .. } => *len,
        DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => 0,
    });
    ratio(held.sum(), part.len())
}

/// A cheap upper bound of [`share`]: in any order.
fn bound_of(part: &[&str], whole: &[&str]) -> f64 {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in whole {
        *counts.entry(word).or_default() += 1;
    }
    let held = part.iter().filter(|word| match counts.get_mut(**word) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        Some(_) | None => false,
    });
    ratio(held.count(), part.len())
}

fn ratio(held: usize, of: usize) -> f64 {
    // Words of one text: far below 2^32, so the conversion is exact.
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if of == 0 { 0.0 } else { number(held) / number(of) }
}

fn leaf<'a>(id: &'a SegmentId, fingerprint: &'a Fingerprint, text: &'a str) -> Leaf<'a> {
    Leaf { id, fingerprint, words: words(text) }
}

/// Whether words of a leaf of this kind are split off or merged.
fn may_move(kind: Kind) -> bool {
    match kind {
        Kind::Paragraph
        | Kind::Quotation
        | Kind::Attribution
        | Kind::Item
        | Kind::Term
        | Kind::Definition
        | Kind::Note
        | Kind::Alert
        | Kind::Caption
        | Kind::ImageCaption
        | Kind::Cell => true,
        Kind::Meta | Kind::Correction | Kind::Heading | Kind::Header | Kind::Alt => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceText;
    use crate::files::Assets;
    use crate::{identity, markdown};

    const FIRST: &str =
        "The first well was opened in the dry north of the country early last year.";
    const SECOND: &str = "It gives water to nine hundred people and to their cattle and gardens.";

    /// What is said of `after` when the lock knows `before`: message, passage, other message, by
    /// the first words of each.
    fn said(before: &str, after: &str) -> Vec<(String, Passage, String)> {
        let document = |body: &str, lock: &Lock| {
            let front = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";
            let source = SourceText::new("index.md", format!("{front}{body}"));
            let (parsed, _) = markdown::parse(&source, &Assets::new());
            identity::assign(&parsed.expect("the front matter is right").document, lock)
        };
        let mut lock = Lock::default();
        lock.set_segments(document(before, &Lock::default()).leaves().into_iter());
        let document = document(after, &lock);
        let segments = document.leaves();
        let first = |text: &str| text.split(' ').next().unwrap_or("").to_owned();
        let mut said = Vec::new();
        for (id, origins) in origins(&lock, &segments) {
            let new = segments.iter().find(|one| one.id == id).expect("it is in the source");
            for origin in origins {
                let old = lock.text(&origin.source).expect("it was in the source");
                said.push((first(&new.pattern), origin.passage, first(old)));
            }
        }
        said
    }

    #[test]
    fn splits_and_merges_are_seen() {
        let (one, two) = (format!("{FIRST} {SECOND}\n"), format!("{FIRST}\n\n{SECOND}\n"));
        // The longer half is the old message.
        let split = ("It".to_owned(), Passage::Split, "The".to_owned());
        assert_eq!(said(&one, &two), [split]);
        let merged = ("The".to_owned(), Passage::Merged, "It".to_owned());
        assert_eq!(said(&two, &one), [merged]);
        // A list of what one paragraph said.
        let list = format!("- {FIRST}\n- {SECOND}\n");
        assert_eq!(said(&one, &list).len(), 2);
        let zh = "第一口井去年在该国北部开放。它为九百人及其牲畜和花园提供水。\n";
        assert_eq!(said(zh, &zh.replace("。它", "。\n\n它")).len(), 1);
        let ar = "افتتحت البئر الأولى في شمال البلاد في العام الماضي. تمد البئر تسعمائة شخص بالماء كل يوم.\n";
        assert_eq!(said(ar, &ar.replace(". ", ".\n\n")).len(), 1);
    }

    #[test]
    fn what_is_only_repeated_or_new_is_no_split() {
        let one = format!("{FIRST} {SECOND}\n");
        assert_eq!(said(&one, &format!("{one}\n{SECOND}\n")), []);
        assert_eq!(
            said(&one, &format!("{one}\nNobody has said anything of this before now.\n")),
            []
        );
        assert_eq!(said(&one, &format!("{FIRST}\n")), []);
        assert_eq!(said(&one, &one), []);
    }
}
