//! Leaves that were edited, in their place or elsewhere.

use std::collections::{BTreeMap, VecDeque};

use super::{Aligner, Range};
use crate::identity::similarity::Words;
use crate::segment::Kind;

/// Least similarity of an edited leaf and its old self in the same place.
pub(super) const IN_GAP: f64 = 0.45;
/// Least similarity of a moved leaf and its old self elsewhere.
pub(super) const MOVED: f64 = 0.75;
/// Least number of words of a moved leaf that is not the same word for word.
pub(super) const MOVED_WORDS: usize = 5;
/// Above this many pairs they are not compared word by word: only equal leaves are found then.
const MOST_PAIRS: usize = 40_000;

impl Aligner<'_> {
    /// Pairs edited leaves with their old selves: each run of new leaves with the run of old ones
    /// that stood behind the same neighbour, then with the one before the next neighbour.
    pub(super) fn gaps(&mut self) {
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
        if self.old[old].kind == self.new[new].kind {
            self.words_alike(old, new, least)
        } else {
            0.0
        }
    }

    fn words_alike(&self, old: usize, new: usize, least: f64) -> f64 {
        let value = self.old_words[old].alike(&self.new_words[new], least);
        if value >= least { value } else { 0.0 }
    }

    /// Pairs leaves that moved: the most alike first, those of the same kind before all others.
    pub(super) fn moves(&mut self) {
        self.equal_anywhere();
        self.moved(&|old, new| old == new);
        self.moved(&|old, new| old != new && is_body(old) && is_body(new));
    }

    fn equal_anywhere(&mut self) {
        let (old, new) = (self.old, self.new);
        let mut places: BTreeMap<(Kind, &str), VecDeque<usize>> = BTreeMap::new();
        for (index, item) in old.iter().enumerate().filter(|(i, _)| self.of_old[*i].is_none()) {
            places.entry((item.kind, &item.text)).or_default().push_back(index);
        }
        for (index, item) in new.iter().enumerate() {
            let place = places.get_mut(&(item.kind, item.text.as_str()));
            if let Some(old) =
                place.filter(|_| self.is_free_new(index)).and_then(VecDeque::pop_front)
            {
                self.pair(old, index);
            }
        }
    }

    fn moved(&mut self, fits: &dyn Fn(Kind, Kind) -> bool) {
        let long = |words: &Words| words.len() >= MOVED_WORDS;
        let olds: Vec<usize> = (0..self.old.len())
            .filter(|i| self.of_old[*i].is_none() && long(&self.old_words[*i]))
            .collect();
        let news: Vec<usize> = (0..self.new.len())
            .filter(|i| self.is_free_new(*i) && long(&self.new_words[*i]))
            .collect();
        if olds.len() * news.len() > MOST_PAIRS {
            return;
        }
        let mut pairs = Vec::new();
        for b in &news {
            for a in &olds {
                if fits(self.old[*a].kind, self.new[*b].kind) {
                    pairs.push((self.words_alike(*a, *b, MOVED), *a, *b));
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

/// Whether a leaf keeps its id when it becomes another kind: a paragraph that is made an item, say.
/// The ids of the others say what they are.
fn is_body(kind: Kind) -> bool {
    match kind {
        Kind::Meta | Kind::Correction | Kind::Heading | Kind::Alt | Kind::ImageCaption => false,
        Kind::Paragraph
        | Kind::Quotation
        | Kind::Attribution
        | Kind::Item
        | Kind::Term
        | Kind::Definition
        | Kind::Note
        | Kind::Alert
        | Kind::Caption
        | Kind::Header
        | Kind::Cell => true,
    }
}
