//! Alignment of two sequences of leaves: which new leaf is which old one.
//!
//! One to one, the surest first:
//!
//! 1. ids that the source gives;
//! 2. words that stand once in both, wherever they are, and equal neighbours of what is paired
//!    (the anchors of Heckel's and of patience diff): so that a section that moves is seen to move;
//! 3. equal words in order, within their section first;
//! 4. the same kind in the same gap when at least [`gaps::IN_GAP`] alike;
//! 5. numbers behind the same neighbour: the cells of a row;
//! 6. moves anywhere when at least [`gaps::MOVED`] alike and [`gaps::MOVED_WORDS`] long, also to
//!    another kind of block;
//! 7. a heading whose section is the same.
//!
//! What is left is new or obsolete.

mod anchors;
mod context;
mod gaps;

use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::similarity::Words;
use crate::segment::Kind;

/// A leaf as alignment sees it.
pub(super) struct Item<'a> {
    pub kind: Kind,
    /// The words, link numbers left out.
    pub text: String,
    /// The id that the leaf has (old) or must have (new, pinned).
    pub id: Option<&'a str>,
}

/// For each new leaf the index of the old one that it is, if it is one.
pub(super) fn align(old: &[Item<'_>], new: &[Item<'_>]) -> Vec<Option<usize>> {
    let mut aligner = Aligner {
        old,
        new,
        old_words: old.iter().map(|item| Words::of(&item.text)).collect(),
        new_words: new.iter().map(|item| Words::of(&item.text)).collect(),
        of_new: vec![None; new.len()],
        of_old: vec![None; old.len()],
    };
    aligner.pinned();
    aligner.alone();
    aligner.neighbours();
    aligner.equal_in_sections();
    aligner.equal(0..old.len(), 0..new.len());
    aligner.gaps();
    aligner.numbers();
    aligner.moves();
    aligner.headings();
    aligner.of_new
}

struct Aligner<'a> {
    old: &'a [Item<'a>],
    new: &'a [Item<'a>],
    old_words: Vec<Words>,
    new_words: Vec<Words>,
    of_new: Vec<Option<usize>>,
    of_old: Vec<Option<usize>>,
}

type Range = std::ops::Range<usize>;

impl Aligner<'_> {
    fn pair(&mut self, old: usize, new: usize) {
        self.of_new[new] = Some(old);
        self.of_old[old] = Some(new);
    }

    fn pinned(&mut self) {
        let ids: BTreeMap<&str, usize> =
            self.old.iter().enumerate().filter_map(|(i, item)| Some((item.id?, i))).collect();
        for (index, item) in self.new.iter().enumerate() {
            if let Some(old) = item.id.and_then(|id| ids.get(id)) {
                self.pair(*old, index);
            }
        }
    }

    /// Whether a leaf may still be paired. A new leaf with an id of its own never changes it.
    fn is_free_new(&self, index: usize) -> bool {
        self.of_new[index].is_none() && self.new[index].id.is_none()
    }

    /// Pairs equal words inside sections whose heading is already paired.
    fn equal_in_sections(&mut self) {
        for start in 0..self.new.len() {
            let Some(old_start) =
                self.of_new[start].filter(|_| self.new[start].kind == Kind::Heading)
            else {
                continue;
            };
            let end = section_end(self.new, start + 1);
            let old_end = section_end(self.old, old_start + 1);
            self.equal(old_start + 1..old_end, start + 1..end);
        }
    }

    /// Pairs equal words in order. Leaves that are paired already hold the order; those that the
    /// other side does not have are left out, so that a document of other words costs nothing.
    fn equal(&mut self, old: Range, new: Range) {
        let (old_items, new_items) = (self.old, self.new);
        let key = |kind: Kind, text: &str, pair: Option<usize>| match pair {
            Some(pair) => (kind, String::new(), Some(pair)),
            None => (kind, text.to_owned(), None),
        };
        let mut olds: Vec<_> = old
            .map(|i| (key(old_items[i].kind, &old_items[i].text, self.of_old[i].map(|_| i)), i))
            .collect();
        let mut news: Vec<_> =
            new.map(|i| (key(new_items[i].kind, &new_items[i].text, self.of_new[i]), i)).collect();
        keep_known(&mut news, &olds);
        keep_known(&mut olds, &news);
        let keys = |side: &[(Key, usize)]| -> Vec<Key> {
            side.iter().map(|(key, _)| key.clone()).collect()
        };
        for op in capture_diff_slices(Algorithm::Myers, &keys(&olds), &keys(&news)) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                for i in 0..len {
                    let (a, b) = (olds[old_index + i].1, news[new_index + i].1);
                    if self.of_old[a].is_none() && self.is_free_new(b) {
                        self.pair(a, b);
                    }
                }
            }
        }
    }
}

/// Kind and words of a leaf that is free; the pair of one that is not.
type Key = (Kind, String, Option<usize>);

fn keep_known(side: &mut Vec<(Key, usize)>, other: &[(Key, usize)]) {
    let known: BTreeSet<&Key> = other.iter().map(|(key, _)| key).collect();
    side.retain(|(key, _)| known.contains(key));
}

fn section_end(items: &[Item<'_>], from: usize) -> usize {
    (from..items.len()).find(|i| items[*i].kind == Kind::Heading).unwrap_or(items.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items<'a>(texts: &[&'a str]) -> Vec<Item<'a>> {
        let item = |text: &&'a str| match text.strip_prefix('#') {
            Some(id) => Item { kind: Kind::Heading, text: id.to_owned(), id: Some(id) },
            None => Item { kind: Kind::Paragraph, text: (*text).to_owned(), id: None },
        };
        texts.iter().map(item).collect()
    }

    fn aligned(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
        align(&items(old), &items(new))
    }

    #[test]
    fn keeps_edits_and_moves() {
        let old =
            ["الفقرة الأولى من البيان الصحفي", "二号段落在这里", "third paragraph stands here now"];
        // A typo, an insertion, an edit of a word.
        let new = ["الفقرة الاولى من البيان الصحفي", "new words", "二号段落在那里", old[2]];
        assert_eq!(aligned(&old, &new), [Some(0), None, Some(1), Some(2)]);
        // A move to the front.
        assert_eq!(aligned(&old, &[old[2], old[0], old[1]]), [Some(2), Some(0), Some(1)]);
        assert_eq!(aligned(&[], &new), [None; 4]);
        assert_eq!(aligned(&old, &[]), []);
    }

    #[test]
    fn equal_words_stay_in_their_section() {
        let old = ["#a", "(Statement)", "#b", "(Statement)"];
        let new = ["#b", "(Statement)", "#c", "(Statement)", "#a", "(Statement)"];
        assert_eq!(aligned(&old, &new), [Some(2), Some(3), None, None, Some(0), Some(1)]);
    }
    #[test]
    fn a_section_that_moves_takes_its_equal_words_along() {
        let heading = |text: &str| Item { kind: Kind::Heading, text: text.to_owned(), id: None };
        let body = |text: &str| Item { kind: Kind::Paragraph, text: text.to_owned(), id: None };
        let old = [heading("一"), body("(全文)"), heading("二"), body("(全文)")];
        let new = [heading("二"), body("(全文)"), heading("一"), body("(全文)")];
        assert_eq!(align(&old, &new), [Some(2), Some(3), Some(0), Some(1)]);
    }

    #[test]
    fn a_heading_is_known_by_its_section_and_a_number_by_its_row() {
        let item =
            |(kind, text): &(Kind, &str)| Item { kind: *kind, text: (*text).to_owned(), id: None };
        let items = |all: &[(Kind, &str)]| -> Vec<Item<'static>> { all.iter().map(item).collect() };
        let body = [(Kind::Paragraph, "نص الفقرة الأولى"), (Kind::Cell, "آسيا")];
        let old =
            [&[(Kind::Heading, "أرقام")], &body[..], &[(Kind::Cell, "12"), (Kind::Cell, "7")]];
        let new =
            [&[(Kind::Heading, "الخلاصة")], &body[..], &[(Kind::Cell, "40"), (Kind::Cell, "8")]];
        let all = [Some(0), Some(1), Some(2), Some(3), Some(4)];
        assert_eq!(align(&items(&old.concat()), &items(&new.concat())), all);
        // Another section under another heading, another row behind another name.
        let new = [
            (Kind::Heading, "الخلاصة"),
            (Kind::Paragraph, "كلام آخر تماماً"),
            (Kind::Cell, "أفريقيا"),
            (Kind::Cell, "40"),
        ];
        assert_eq!(align(&items(&old.concat()), &items(&new)), [None; 4]);
    }

    #[test]
    fn words_keep_their_id_in_another_kind_of_block() {
        let item = |kind, text: &str| Item { kind, text: text.to_owned(), id: None };
        let words = "他将在星期五会见总统和外交部长";
        let old =
            [item(Kind::Paragraph, words), item(Kind::Paragraph, "Heading of the old kind now")];
        let new = [item(Kind::Item, words), item(Kind::Heading, "Heading of the old kind now")];
        // The id of a heading is an anchor: it is never given to other kinds, nor taken from them.
        assert_eq!(align(&old, &new), [Some(0), None]);
    }
}
