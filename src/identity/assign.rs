//! Ids for a source: from the lock where a leaf is known, new ones where it is not.

use std::collections::{BTreeMap, BTreeSet};

use super::align::{Item, align};
use super::lock::{Known, Lock};
use crate::document::{Block, Document, Section};
use crate::segment::{Anchor, Fingerprint, Kind, Piece, Segment, SegmentId, Source};
use crate::target::Target;

/// Gives every leaf its id, its numbered links and its fingerprint, and every section the anchor
/// that goes with its heading's id.
pub fn assign(document: &Document<Source>, lock: &Lock) -> Document<Segment> {
    let leaves = document.leaves();
    let pinned: Vec<Option<String>> = leaves.iter().map(|leaf| pinned_id(leaf)).collect();
    let segments = unchanged(&leaves, &pinned, lock);
    let segments = segments.unwrap_or_else(|| aligned(&leaves, &pinned, lock));
    let mut segments = segments.into_iter();
    let mut document = document.map(&mut |_| segments.next().expect("one segment per leaf"));
    set_anchors(&mut document.blocks);
    document
}

/// The segments of a source of which the lock knows every leaf, in this order: nothing has to be
/// aligned.
fn unchanged(leaves: &[&Source], pinned: &[Option<String>], lock: &Lock) -> Option<Vec<Segment>> {
    if leaves.len() != lock.segments.len() {
        return None;
    }
    let mut image = "";
    let known = lock.segments.iter().zip(leaves).zip(pinned).map(|((known, leaf), pinned)| {
        let id = &known.id.message;
        match known.kind {
            Kind::Alt => image = id,
            Kind::ImageCaption if image != id => return None,
            _ => {}
        }
        if known.kind != leaf.kind || pinned.as_ref().is_some_and(|pinned| pinned != id) {
            return None;
        }
        let numbered = number_links(leaf, Some(known), lock);
        let known_words = lock.text(&known.fingerprint) == Some(&numbered.pattern);
        let segment = segment(leaf, id.clone(), numbered);
        (known_words && segment.fingerprint == known.fingerprint).then_some(segment)
    });
    known.collect()
}

fn segment(leaf: &Source, message: String, numbered: Numbered) -> Segment {
    let Numbered { pattern, links, retired } = numbered;
    Segment {
        id: SegmentId { message, attribute: leaf.kind.attribute() },
        kind: leaf.kind,
        range: leaf.range.clone(),
        fingerprint: Fingerprint::of(&pattern),
        pattern,
        links,
        retired,
        notes: leaf.notes.clone(),
        comment: leaf.comment.clone(),
    }
}

/// The segments of a source that is compared with the lock, leaf by leaf.
fn aligned(leaves: &[&Source], pinned: &[Option<String>], lock: &Lock) -> Vec<Segment> {
    // The caption of an image goes where its text alternative goes.
    let new: Vec<usize> =
        (0..leaves.len()).filter(|i| leaves[*i].kind != Kind::ImageCaption).collect();
    let known: Vec<&Known> =
        lock.segments.iter().filter(|known| known.kind != Kind::ImageCaption).collect();
    let new_items: Vec<Item<'_>> = new
        .iter()
        .map(|i| Item {
            kind: leaves[*i].kind,
            text: without_numbers(&pattern(&leaves[*i].pieces, &|index| index)),
            id: pinned[*i].as_deref(),
        })
        .collect();
    let old_items: Vec<Item<'_>> = known
        .iter()
        .map(|known| Item {
            kind: known.kind,
            text: without_numbers(lock.text(&known.fingerprint).unwrap_or("")),
            id: Some(&known.id.message),
        })
        .collect();
    let mut matched = vec![None; leaves.len()];
    for (index, old) in new.iter().zip(align(&old_items, &new_items)) {
        matched[*index] = old.map(|old| known[old]);
    }
    Namer::new(lock, &matched, pinned).segments(leaves)
}

/// The id that the source itself gives.
fn pinned_id(leaf: &Source) -> Option<String> {
    let name = leaf.name.as_ref().filter(|_| leaf.pinned)?;
    match leaf.kind {
        Kind::Meta => Some(format!("meta-{name}")),
        Kind::Heading => Some(heading_id(name)),
        Kind::Correction
        | Kind::Paragraph
        | Kind::Quotation
        | Kind::Attribution
        | Kind::Item
        | Kind::Term
        | Kind::Definition
        | Kind::Note
        | Kind::Alert
        | Kind::Caption
        | Kind::Header
        | Kind::Cell
        | Kind::Alt
        | Kind::ImageCaption => None,
    }
}

fn heading_id(anchor: &str) -> String {
    format!("{anchor}-{}", Kind::Heading.as_str())
}

/// The anchor in a heading's id.
fn anchor_of(heading: &str) -> Option<Anchor> {
    Anchor::new(heading.strip_suffix(Kind::Heading.as_str())?.strip_suffix('-')?)
}

/// Section part of ids before the first heading.
const LEAD: &str = "lead";

struct Namer<'a> {
    lock: &'a Lock,
    matched: &'a [Option<&'a Known>],
    pinned: &'a [Option<String>],
    /// Ids that leaves of this source have.
    taken: BTreeSet<String>,
    /// The next round for words that stand several times in a section.
    rounds: BTreeMap<(String, Kind, Fingerprint), u32>,
}

impl<'a> Namer<'a> {
    fn new(lock: &'a Lock, matched: &'a [Option<&'a Known>], pinned: &'a [Option<String>]) -> Self {
        let matched_ids = matched.iter().flatten().map(|known| known.id.message.as_str());
        let pinned_ids = pinned.iter().flatten().map(String::as_str);
        let taken = matched_ids.chain(pinned_ids).map(str::to_owned).collect();
        Self { lock, matched, pinned, taken, rounds: BTreeMap::new() }
    }

    fn segments(mut self, leaves: &[&Source]) -> Vec<Segment> {
        let mut section = LEAD.to_owned();
        let mut image = String::new();
        let mut segments = Vec::with_capacity(leaves.len());
        for (index, leaf) in leaves.iter().enumerate() {
            let known = if leaf.kind == Kind::ImageCaption {
                self.caption(&image)
            } else {
                self.matched[index]
            };
            let numbered = number_links(leaf, known, self.lock);
            let pattern = &numbered.pattern;
            let message = match (&self.pinned[index], known) {
                (Some(id), _) => id.clone(),
                (None, _) if leaf.kind == Kind::ImageCaption => image.clone(),
                (None, Some(known)) => known.id.message.clone(),
                (None, None) if leaf.kind == Kind::Heading => self.new_heading(leaf, pattern),
                (None, None) => {
                    let part = leaf.name.as_deref().unwrap_or(&section);
                    self.new_id(part, leaf.kind, pattern)
                }
            };
            if leaf.kind == Kind::Heading {
                section = anchor_of(&message).map_or(section, |anchor| anchor.to_string());
            }
            if leaf.kind == Kind::Alt {
                image.clone_from(&message);
            }
            segments.push(segment(leaf, message, numbered));
        }
        segments
    }

    /// What the lock knows of the caption of an image.
    fn caption(&self, image: &str) -> Option<&'a Known> {
        let mut known = self.lock.segments.iter();
        known.find(|known| known.kind == Kind::ImageCaption && known.id.message == image)
    }

    /// `<section>-<kind>-<4 characters of the digest>`, with further digests while it is taken.
    fn new_id(&mut self, section: &str, kind: Kind, text: &str) -> String {
        let key = (section.to_owned(), kind, Fingerprint::of(text));
        let mut round = self.rounds.get(&key).copied().unwrap_or(0);
        loop {
            let digest = match round {
                0 => key.2.clone(),
                _ => Fingerprint::of(&format!("{text}\n{round}")),
            };
            round += 1;
            // Among thousands of equal cells four characters soon meet again.
            let length = if round > 64 { 8 } else { 4 };
            let id = format!("{section}-{}-{}", kind.as_str(), &digest.as_str()[..length]);
            if self.is_free(&id, kind, &key.2) && self.taken.insert(id.clone()) {
                self.rounds.insert(key, round);
                return id;
            }
        }
    }

    fn new_heading(&mut self, leaf: &Source, text: &str) -> String {
        let name = leaf.name.as_deref().expect("a heading has a name");
        let key = (name.to_owned(), Kind::Heading, Fingerprint::of(name));
        let fingerprint = Fingerprint::of(text);
        let mut number = self.rounds.get(&key).copied().unwrap_or(1);
        loop {
            let id = match number {
                1 => heading_id(name),
                _ => heading_id(&format!("{name}-{number}")),
            };
            number += 1;
            if self.is_free(&id, Kind::Heading, &fingerprint) && self.taken.insert(id.clone()) {
                self.rounds.insert(key, number);
                return id;
            }
        }
    }

    /// Whether no other words ever had this id: the attic gives its ids to their own words only.
    fn is_free(&self, id: &str, kind: Kind, fingerprint: &Fingerprint) -> bool {
        let id = SegmentId { message: id.to_owned(), attribute: kind.attribute() };
        let attic = self.lock.attic.values().filter_map(|attic| attic.get(&id));
        let older = self.lock.older.values().flatten().filter(|(other, _)| *other == id);
        let stamped = self.lock.stamps.values().filter_map(|stamps| stamps.get(&id));
        let kept = attic.chain(older.map(|(_, one)| one)).map(|one| &one.source);
        kept.chain(stamped.map(|stamp| &stamp.source)).all(|source| source == fingerprint)
    }
}

/// A leaf's words with numbered links.
struct Numbered {
    pattern: String,
    links: Vec<(u32, Target)>,
    retired: Vec<(u32, Target)>,
}

/// Numbers the links of a leaf: a target keeps the number that the lock gives it, also when it comes
/// back, and no number is given to another target.
fn number_links(leaf: &Source, known: Option<&Known>, lock: &Lock) -> Numbered {
    let old = known.map_or(&[][..], |known| &known.links);
    let retired = known.map_or(&[][..], |known| &known.retired);
    let all = || old.iter().chain(retired);
    let kept = |target: &Target| all().find(|(_, t)| t == target).map(|(number, _)| *number);
    let mut next = all().map(|(number, _)| *number).max().unwrap_or(0);
    let mut fresh = || {
        next += 1;
        next
    };
    let numbers: Vec<u32> =
        leaf.targets.iter().map(|t| kept(t).unwrap_or_else(&mut fresh)).collect();
    let mut gone = old.iter().filter(|(_, target)| !leaf.targets.contains(target));
    let replaced: Option<Vec<u32>> = leaf
        .targets
        .iter()
        .map(|t| kept(t).or_else(|| gone.next().map(|(number, _)| *number)))
        .collect();
    // A target that only changed its address keeps its number, and the translations stay right.
    let same_words = |numbers: &Vec<u32>| {
        let words = pattern(&leaf.pieces, &|index| numbers[index]);
        known.and_then(|known| lock.text(&known.fingerprint)) == Some(&words)
    };
    let numbers = replaced.filter(same_words).unwrap_or(numbers);
    let unused = all().filter(|(number, _)| !numbers.contains(number));
    Numbered {
        pattern: pattern(&leaf.pieces, &|index| numbers[index]),
        retired: unused.cloned().collect(),
        links: numbers.into_iter().zip(leaf.targets.iter().cloned()).collect(),
    }
}

fn pattern<N: std::fmt::Display>(pieces: &[Piece], number: &dyn Fn(usize) -> N) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::LinkNumber(index) => number(*index).to_string(),
    };
    pieces.iter().map(piece).collect()
}

/// The words with `][7]` as `][]`: what alignment compares.
fn without_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(index) = rest.find("][") {
        out.push_str(&rest[..index + 2]);
        rest = rest[index + 2..].trim_start_matches(|c: char| c.is_ascii_digit());
    }
    out.push_str(rest);
    out
}

fn set_anchors(blocks: &mut [Block<Segment>]) {
    for block in blocks {
        if let Block::Section(Section { anchor, heading, blocks, .. }) = block {
            if let Some(found) = anchor_of(&heading.id.message) {
                *anchor = found;
            }
            set_anchors(blocks);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceText;
    use crate::files::Assets;
    use crate::markdown;

    const FRONT: &str = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";

    fn assigned(body: &str, lock: &Lock) -> Vec<(String, String)> {
        let source = SourceText::new("index.md", format!("{FRONT}{body}"));
        let (parsed, problems) = markdown::parse(&source, &Assets::new());
        assert_eq!(problems, []);
        let document = assign(&parsed.expect("front matter").document, lock);
        let segments = document.leaves().into_iter().skip(2);
        segments.map(|s| (s.id.to_string(), s.pattern.clone())).collect()
    }

    fn locked(body: &str, lock: &Lock) -> Lock {
        let source = SourceText::new("index.md", format!("{FRONT}{body}"));
        let (parsed, _) = markdown::parse(&source, &Assets::new());
        let document = assign(&parsed.expect("front matter").document, lock);
        let mut lock = lock.clone();
        lock.set_segments(document.leaves().into_iter());
        lock
    }

    /// What alignment would give must be what is given without it.
    fn compare(body: &str) {
        let source = SourceText::new("index.md", format!("{FRONT}{body}"));
        let assets = Assets::from([("a.png".to_owned(), Vec::new())]);
        let (parsed, _) = markdown::parse(&source, &assets);
        let Some(parsed) = parsed else { return };
        let mut lock = Lock::default();
        lock.set_segments(assign(&parsed.document, &lock).leaves().into_iter());
        let leaves = parsed.document.leaves();
        let pinned: Vec<_> = leaves.iter().map(|leaf| pinned_id(leaf)).collect();
        let segments = unchanged(&leaves, &pinned, &lock).expect("the lock knows all leaves");
        assert_eq!(segments, aligned(&leaves, &pinned, &lock), "{body}");
    }

    proptest::proptest! {
        #[test]
        fn what_the_lock_knows_needs_no_alignment(
            blocks in proptest::collection::vec(0_usize..18, 0..24),
        ) {
            const BLOCKS: [&str; 18] = [
                "كلمات\n\n", "中文\n\n", "7\n\n", "8\n\n", "One of the words.\n\n",
                "One of the words!\n\n", "(Statement)\n\n", "[a](https://a.org/) [b](https://b.org/)\n\n",
                "[a](https://b.org/) [b](https://a.org/)\n\n", "## A\n\n", "## A {#a}\n\n", "### B\n\n",
                "## (Statement)\n\n", "> One of the words.\n\n", "- 7\n- 7\n- كلمات\n\n",
                "| 7 | a |\n|---|---|\n| 8 | 7 |\n\n", "![شجرة](a.png \"One\")\n\n", "![شجرة](a.png)\n\n",
            ];
            compare(&blocks.iter().map(|index| BLOCKS[*index]).collect::<String>());
        }
    }

    #[test]
    fn ids_say_where_and_what() {
        let body = "مقدمة\n\n## الجلسة {#opening}\n\n> 引文\n\n- item\n";
        let ids: Vec<_> = assigned(body, &Lock::default()).into_iter().map(|(id, _)| id).collect();
        assert!(ids[0].starts_with("lead-p-"));
        assert_eq!(ids[1], "opening-heading");
        assert!(ids[2].starts_with("opening-quote-"));
        assert!(ids[3].starts_with("opening-item-"));
    }

    #[test]
    fn ids_stay_through_edits() {
        let before =
            "First words of the lead.\n\n## Old heading of this part\n\n中文段落一二三四\n";
        let lock = locked(before, &Lock::default());
        let after =
            "New.\n\nFirst word of the lead.\n\n## New heading of this part\n\n中文段落一二三五\n";
        let old = assigned(before, &lock);
        let new = assigned(after, &lock);
        assert_eq!(old[0].0, new[1].0);
        assert_eq!(
            (old[1].0.as_str(), new[2].0.as_str()),
            ("old-heading-of-this-part-heading", "old-heading-of-this-part-heading")
        );
        assert_eq!(old[2].0, new[3].0);
        // The same ids from build (old lock) and after sync (new lock).
        assert_eq!(assigned(after, &locked(after, &lock)), new);
    }

    #[test]
    fn links_of_a_caption_keep_their_numbers() {
        let assigned = |caption: &str, lock: &Lock| {
            let source =
                SourceText::new("index.md", format!("{FRONT}![شجرة](a.png \"{caption}\")\n"));
            let assets = Assets::from([("a.png".to_owned(), Vec::new())]);
            let (parsed, problems) = markdown::parse(&source, &assets);
            assert_eq!(problems, []);
            assign(&parsed.expect("front matter").document, lock)
        };
        let mut lock = Lock::default();
        let before = assigned("[a](https://a.org/) and [b](https://b.org/)", &lock);
        lock.set_segments(before.leaves().into_iter());
        let after = assigned("Only [b](https://b.org/)", &lock);
        assert_eq!(after.leaves()[3].pattern, "Only [b][2]");
    }

    #[test]
    fn numbers_are_never_given_again() {
        let one = locked("See [a](https://a.org/) and [b](https://b.org/).\n", &Lock::default());
        let two = locked("See [a](https://a.org/) and nothing.\n", &one);
        let words = |body: &str| assigned(body, &two).remove(0).1;
        assert_eq!(
            words("See [a](https://a.org/) and [c](https://c.org/).\n"),
            "See [a][1] and [c][3]."
        );
        assert_eq!(
            words("See [a](https://a.org/) and [b](https://b.org/).\n"),
            "See [a][1] and [b][2]."
        );
    }

    #[test]
    fn links_keep_their_numbers() {
        let lock = locked("See [a](https://a.org/) and [b](https://b.org/).\n", &Lock::default());
        let words = |body: &str| assigned(body, &lock).remove(0).1;
        assert_eq!(
            words("See [n](https://n.org/), [a](https://a.org/) and [b](https://b.org/).\n"),
            "See [n][3], [a][1] and [b][2]."
        );
        assert_eq!(
            words("See [a](https://a.org/new) and [b](https://b.org/).\n"),
            "See [a][1] and [b][2]."
        );
    }
}
