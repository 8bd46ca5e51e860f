//! Leaves that are known by what stands around them.

use std::collections::BTreeMap;

use super::{Aligner, Range, section_end};
use crate::segment::Kind;

impl Aligner<'_> {
    /// Pairs a number that changed with the number that stood behind the same neighbour. Two
    /// numbers have nothing in common that would tell, but a row of a table keeps its order.
    pub(super) fn numbers(&mut self) {
        for new in 1..self.new.len() {
            let Some(old) = self.of_new[new - 1].map(|old| old + 1) else { continue };
            let fits = old < self.old.len()
                && self.of_old[old].is_none()
                && self.is_free_new(new)
                && self.old[old].kind == self.new[new].kind
                && self.old_words[old].is_number()
                && self.new_words[new].is_number();
            if fits {
                self.pair(old, new);
            }
        }
    }

    /// Pairs a heading that was worded anew with the old one of the same section: at least half of
    /// what stands in either stands in both.
    pub(super) fn headings(&mut self) {
        let mut of: Vec<Option<usize>> = Vec::with_capacity(self.old.len());
        let mut heading = None;
        for (index, item) in self.old.iter().enumerate() {
            // A heading stands in the section of the heading right before it.
            of.push(heading.filter(|h| item.kind != Kind::Heading || h + 1 == index));
            heading = if item.kind == Kind::Heading { Some(index) } else { heading };
        }
        for new in 0..self.new.len() {
            if self.new[new].kind != Kind::Heading || !self.is_free_new(new) {
                continue;
            }
            let inside = inside(section_end(self.new, new + 1), new, self.new.len());
            let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
            for old in self.of_new[inside.clone()].iter().flatten().filter_map(|old| of[*old]) {
                *shared.entry(old).or_default() += 1;
            }
            let most = shared.into_iter().max_by_key(|(old, n)| (*n, usize::MAX - *old));
            let Some((old, count)) = most else { continue };
            let before = self::inside(section_end(self.old, old + 1), old, self.old.len());
            let half = |range: Range| count * 2 >= range.len();
            if self.of_old[old].is_none() && half(inside) && half(before) {
                self.pair(old, new);
            }
        }
    }
}

/// The leaves of a heading's section; when it has none of its own, the heading that follows.
fn inside(end: usize, heading: usize, all: usize) -> Range {
    let first = heading + 1;
    first..end.max(first + 1).min(all)
}
