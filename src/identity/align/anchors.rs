//! Leaves that cannot be mistaken, and what stands beside them.

use std::collections::BTreeMap;

use super::{Aligner, Item};
use crate::segment::Kind;

impl Aligner<'_> {
    /// Pairs words that stand once in the old document and once in the new one. A number says
    /// nothing by itself: that it is met again may be chance.
    pub(super) fn alone(&mut self) {
        let olds = once(self.old);
        let news = once(self.new);
        for (key, new) in news {
            let Some(old) = olds.get(&key).copied() else { continue };
            let free = self.of_old[old].is_none() && self.is_free_new(new);
            if free && !self.new_words[new].is_number() {
                self.pair(old, new);
            }
        }
    }

    /// Pairs the equal neighbours of what is paired, forwards and backwards. What stands before a
    /// heading belongs to another section, which may have moved.
    pub(super) fn neighbours(&mut self) {
        for new in 1..self.new.len() {
            if let Some(old) = self.of_new[new - 1] {
                self.beside(old + 1, new);
            }
        }
        for new in (1..self.new.len()).rev() {
            let inside = self.new[new].kind != Kind::Heading;
            if let Some(old) = self.of_new[new].filter(|_| inside).and_then(|o| o.checked_sub(1)) {
                self.beside(old, new - 1);
            }
        }
    }

    fn beside(&mut self, old: usize, new: usize) {
        let Some(a) = self.old.get(old) else { return };
        let b = &self.new[new];
        let free = self.of_old[old].is_none() && self.is_free_new(new);
        if free && a.kind == b.kind && a.text == b.text {
            self.pair(old, new);
        }
    }
}

/// The words that stand once, with their place.
fn once<'a>(items: &'a [Item<'_>]) -> BTreeMap<(Kind, &'a str), usize> {
    let mut found: BTreeMap<(Kind, &str), Option<usize>> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        let place = found.entry((item.kind, &item.text));
        place.and_modify(|place| *place = None).or_insert(Some(index));
    }
    found.into_iter().filter_map(|(key, place)| Some((key, place?))).collect()
}
