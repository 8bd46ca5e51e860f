//! How much two texts have in common.

use std::cmp::Ordering;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::words::words;

/// Words are compared by their first letters, so that an ending is no other word.
const STEM: usize = 5;
/// Texts of so few words are compared by their letters also.
const FEW: usize = 3;

/// The words of a text, ready to be compared.
pub(super) struct Words {
    /// Digests of the stems in order: thousands of texts are compared with each other.
    stems: Vec<u64>,
    /// The same, sorted.
    sorted: Vec<u64>,
    /// The text in lower case.
    text: String,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let text = text.to_lowercase();
        let stems: Vec<u64> = stems(&text).map(digest).collect();
        let mut sorted = stems.clone();
        sorted.sort_unstable();
        Self { stems, sorted, text }
    }

    /// The number of words.
    pub(super) fn len(&self) -> usize {
        self.stems.len()
    }

    /// Whether there are digits and no letters.
    pub(super) fn is_number(&self) -> bool {
        !self.stems.is_empty() && !self.text.contains(char::is_alphabetic)
    }

    /// From 0 (nothing in common) to 1 (the same words). What is surely below `least` is 0.
    ///
    /// The mean of two shares of words in common: in order, and in any order, since an author who
    /// turns a sentence round keeps its words. Short texts may have a letter in common instead.
    pub(super) fn alike(&self, other: &Self, least: f64) -> f64 {
        if self.text == other.text {
            return 1.0;
        }
        if self.is_number() && other.is_number() {
            return 0.0;
        }
        let letters = if self.len().min(other.len()) <= FEW { self.letters(other) } else { 0.0 };
        let any_order = common(&self.sorted, &other.sorted);
        if any_order < least {
            return letters;
        }
        letters.max(f64::midpoint(any_order, in_order(&self.stems, &other.stems)))
    }

    /// The share of pairs of letters in common.
    fn letters(&self, other: &Self) -> f64 {
        let pairs = |text: &str| -> Vec<(char, char)> {
            let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
            let mut pairs: Vec<_> = letters.windows(2).map(|pair| (pair[0], pair[1])).collect();
            pairs.sort_unstable();
            pairs
        };
        common(&pairs(&self.text), &pairs(&other.text))
    }
}

/// The first letters of each word.
fn stems(text: &str) -> impl Iterator<Item = &str> {
    let stem = |word: &str| word.char_indices().nth(STEM).map_or(word.len(), |(at, _)| at);
    words(text).into_iter().map(move |word| &word[..stem(word)])
}

/// Twice the number of words that two texts share in order, divided by the number of words of both.
fn in_order(a: &[u64], b: &[u64]) -> f64 {
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

/// The same, whatever their order: never less than [`in_order`]. Both are sorted.
fn common<T: Ord>(a: &[T], b: &[T]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    ratio(common, a.len() + b.len())
}

/// FNV-1a: the same on every machine, and good enough for the words of one document.
fn digest(stem: &str) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    stem.bytes().fold(0xcbf2_9ce4_8422_2325, mix)
}

fn ratio(common: usize, total: usize) -> f64 {
    // Words of one text: far below 2^32, so the conversion is exact.
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if total == 0 { 0.0 } else { 2.0 * number(common) / number(total) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn similarity(a: &str, b: &str) -> f64 {
        Words::of(a).alike(&Words::of(b), 0.0)
    }

    #[test]
    fn counts_words() {
        let text = "mr. a’s 中文, meetings 12 字b";
        let words: Vec<&str> = stems(text).collect();
        assert_eq!(words, ["mr", "a", "s", "中", "文", "meeti", "12", "字", "b"]);
        assert!((similarity("a b c d", "a x c d") - 0.75).abs() < 1e-9);
        assert!((similarity("中文和字", "中文的字") - 0.75).abs() < 1e-9);
        assert!((similarity("", "") - 1.0).abs() < 1e-9);
        assert!(similarity("أ ب", "ج د") < 1e-9);
    }

    #[test]
    fn endings_order_and_letters() {
        assert!(similarity("Национальные меры", "Меры на национальном уровне") > 0.6);
        // Turned round: all the words, half of them in order.
        assert!((similarity("a b c d", "c d a b") - 0.75).abs() < 1e-9);
        assert!(similarity("Remarks", "Opening remarks") > 0.6);
        assert!(similarity("105", "106") < 1e-9);
    }
}
