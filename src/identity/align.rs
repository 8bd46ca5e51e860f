//! Alignment of two sequences of leaves: which new leaf is which old one.
//!
//! One to one, in this order: ids that the source gives; equal words in order, within their section
//! first; the same kind in the same gap when at least [`IN_GAP`] alike; moves anywhere when at least
//! [`MOVED`] alike and [`MOVED_WORDS`] long. What is left is new or obsolete.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::similarity::{bound, of_words, words};
use crate::segment::Kind;

/// Least similarity of an edited leaf and its old self in the same place.
const IN_GAP: f64 = 0.45;
/// Least similarity of a moved leaf and its old self elsewhere.
const MOVED: f64 = 0.75;
/// Least number of words of a moved leaf that is not the same word for word.
const MOVED_WORDS: usize = 5;
/// Above this many pairs they are not compared word by word: only equal leaves are found then.
const MOST_PAIRS: usize = 40_000;

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
        old_words: old.iter().map(|item| words(&item.text)).collect(),
        new_words: new.iter().map(|item| words(&item.text)).collect(),
        of_new: vec![None; new.len()],
        of_old: vec![None; old.len()],
    };
    aligner.pinned();
    aligner.equal_in_sections();
    aligner.equal(0..old.len(), 0..new.len());
    aligner.gaps();
    aligner.moves();
    aligner.of_new
}

struct Aligner<'a> {
    old: &'a [Item<'a>],
    new: &'a [Item<'a>],
    old_words: Vec<Vec<&'a str>>,
    new_words: Vec<Vec<&'a str>>,
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

    /// Pairs equal words in order. Leaves that are paired already hold the order.
    fn equal(&mut self, old: Range, new: Range) {
        let key = |item: &Item<'_>, pair: Option<usize>| match pair {
            Some(pair) => (item.kind, None, pair),
            None => (item.kind, Some(item.text.clone()), 0),
        };
        let olds: Vec<_> =
            old.clone().map(|i| key(&self.old[i], self.of_old[i].map(|_| i))).collect();
        let news: Vec<_> = new.clone().map(|i| key(&self.new[i], self.of_new[i])).collect();
        for op in capture_diff_slices(Algorithm::Myers, &olds, &news) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                for i in 0..len {
                    let (a, b) = (old.start + old_index + i, new.start + new_index + i);
                    if self.of_old[a].is_none() && self.is_free_new(b) {
                        self.pair(a, b);
                    }
                }
            }
        }
    }

    /// Pairs edited leaves with their old selves: each run of new leaves with the run of old ones
    /// that stood behind the same neighbour, then with the one before the next neighbour.
    fn gaps(&mut self) {
        let mut start = 0;
        while start < self.new.len() {
            if self.of_new[start].is_some() {
                start += 1;
                continue;
            }
            let end = (start..self.new.len())
                .find(|i| self.of_new[*i].is_some())
                .unwrap_or(self.new.len());
            let first = start.checked_sub(1).map_or(0, |i| self.of_new[i].map_or(0, |old| old + 1));
            let behind = (first..self.old.len())
                .find(|i| self.of_old[*i].is_some())
                .unwrap_or(self.old.len());
            self.gap(first..behind, start..end);
            let next = self.new.get(end).and_then(|_| self.of_new[end]).unwrap_or(self.old.len());
            let before = (0..next).rev().find(|i| self.of_old[*i].is_some()).map_or(0, |i| i + 1);
            if before != first {
                self.gap(before..next, start..end);
            }
            start = end;
        }
    }

    /// Pairs leaves of a gap in order, so that the sum of the similarities is greatest.
    fn gap(&mut self, old: Range, new: Range) {
        let olds: Vec<usize> = old.filter(|i| self.of_old[*i].is_none()).collect();
        let news: Vec<usize> = new.filter(|i| self.is_free_new(*i)).collect();
        if olds.is_empty() || news.is_empty() || olds.len() * news.len() > MOST_PAIRS {
            return;
        }
        let width = news.len() + 1;
        let mut alike = vec![0.0; olds.len() * news.len()];
        let mut best = vec![0.0_f64; (olds.len() + 1) * width];
        for (i, a) in olds.iter().enumerate() {
            for (j, b) in news.iter().enumerate() {
                let value = self.alike(*a, *b, IN_GAP);
                alike[i * news.len() + j] = value;
                let paired = if value > 0.0 { best[i * width + j] + value } else { 0.0 };
                let skipped = best[i * width + j + 1].max(best[(i + 1) * width + j]);
                best[(i + 1) * width + j + 1] = paired.max(skipped);
            }
        }
        let (mut i, mut j) = (olds.len(), news.len());
        while i > 0 && j > 0 {
            let here = best[i * width + j];
            let value = alike[(i - 1) * news.len() + j - 1];
            if here <= best[(i - 1) * width + j] {
                i -= 1;
            } else if value > 0.0 && here <= best[(i - 1) * width + j - 1] + value {
                self.pair(olds[i - 1], news[j - 1]);
                i -= 1;
                j -= 1;
            } else {
                j -= 1;
            }
        }
    }

    /// The similarity of two leaves of the same kind, or 0 when it is below `least`.
    fn alike(&self, old: usize, new: usize, least: f64) -> f64 {
        let (a, b) = (&self.old_words[old], &self.new_words[new]);
        if self.old[old].kind != self.new[new].kind || bound(a, b) < least {
            return 0.0;
        }
        let value = of_words(a, b);
        if value >= least { value } else { 0.0 }
    }

    /// Pairs leaves that moved: the most alike first.
    fn moves(&mut self) {
        let olds: Vec<usize> = (0..self.old.len()).filter(|i| self.of_old[*i].is_none()).collect();
        let news: Vec<usize> = (0..self.new.len()).filter(|i| self.is_free_new(*i)).collect();
        let few = olds.len() * news.len() <= MOST_PAIRS;
        let mut pairs = Vec::new();
        for b in &news {
            for a in &olds {
                let equal = self.old[*a].text == self.new[*b].text;
                let long =
                    few && self.old_words[*a].len().min(self.new_words[*b].len()) >= MOVED_WORDS;
                if equal || long {
                    pairs.push((self.alike(*a, *b, MOVED), *a, *b));
                }
            }
        }
        pairs.retain(|(value, _, _)| *value > 0.0);
        pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)).then(x.2.cmp(&y.2)));
        for (_, a, b) in pairs {
            if self.of_old[a].is_none() && self.of_new[b].is_none() {
                self.pair(a, b);
            }
        }
    }
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
}
