//! How much two texts have in common.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::markdown::is_cjk;

/// The words of a text; each Chinese character is a word of its own.
pub(super) fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = None;
    for (index, c) in text.char_indices() {
        let inside = c.is_alphanumeric() && !is_cjk(c);
        if inside {
            start.get_or_insert(index);
            continue;
        }
        if let Some(start) = start.take() {
            words.push(&text[start..index]);
        }
        if c.is_alphanumeric() {
            words.push(&text[index..index + c.len_utf8()]);
        }
    }
    words.extend(start.map(|start| &text[start..]));
    words
}

/// How many words a text has; each Chinese character is one.
pub fn count_words(text: &str) -> usize {
    words(text).len()
}

/// Twice the number of words that two texts share in order, divided by the number of words of both:
/// 0 (nothing in common) to 1 (the same words).
pub(super) fn of_words(a: &[&str], b: &[&str]) -> f64 {
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    let ops = capture_diff_slices(Algorithm::Myers, a, b);
    let common: usize = ops
        .iter()
        .map(|op| match op {
            DiffOp::Equal { len, .. } => *len,
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => 0,
        })
        .sum();
    ratio(common, a.len() + b.len())
}

/// A cheap upper bound of [`of_words`]: the words in common, whatever their order.
pub(super) fn bound(a: &[&str], b: &[&str]) -> f64 {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in a {
        *counts.entry(word).or_default() += 1;
    }
    let mut common = 0;
    for word in b {
        if let Some(count) = counts.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    ratio(common, a.len() + b.len())
}

fn ratio(common: usize, total: usize) -> f64 {
    // Words of one text: far below 2^32, so the conversion is exact.
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if total == 0 { 1.0 } else { 2.0 * number(common) / number(total) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn similarity(a: &str, b: &str) -> f64 {
        of_words(&words(a), &words(b))
    }

    #[test]
    fn counts_words() {
        assert_eq!(words("Mr. A’s 中文, word"), ["Mr", "A", "s", "中", "文", "word"]);
        assert!((similarity("a b c d", "a x c d") - 0.75).abs() < 1e-9);
        assert!((similarity("中文和字", "中文的字") - 0.75).abs() < 1e-9);
        assert!((similarity("", "") - 1.0).abs() < 1e-9);
        assert!(similarity("أ ب", "ج د") < 1e-9);
    }
}
