//! What changed between two wordings.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::markdown::is_cjk;

/// A part of two wordings, one laid over the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// In both.
    Same(&'a str),
    /// In the old one only.
    Gone(&'a str),
    /// In the new one only.
    New(&'a str),
}

/// What changed from `old` to `new`, by whole words; a Chinese character is a word of its own. What
/// goes stands before what comes.
pub fn changes<'a>(old: &'a str, new: &'a str) -> Vec<Change<'a>> {
    let (a, b) = (tokens(old), tokens(new));
    let ops = capture_diff_slices(Algorithm::Myers, &a, &b);
    let mut out = Vec::new();
    let mut gap = Gap::default();
    let (mut at, mut new_at) = (0, 0);
    for (index, op) in ops.iter().enumerate() {
        let [gone, come] = [length(&a[op.old_range()]), length(&b[op.new_range()])];
        let equal = matches!(op, DiffOp::Equal { .. });
        // Changes that only blanks part are one change.
        let blank = old[at..at + gone].trim().is_empty();
        if equal && !(blank && index > 0 && index + 1 < ops.len()) {
            gap.flush(&mut out);
            out.push(Change::Same(&new[new_at..new_at + come]));
            gap.old = &old[at + gone..at + gone];
            gap.new = &new[new_at + come..new_at + come];
        } else {
            gap.old = &old[at - gap.old.len()..at + gone];
            gap.new = &new[new_at - gap.new.len()..new_at + come];
        }
        (at, new_at) = (at + gone, new_at + come);
    }
    gap.flush(&mut out);
    out
}

/// What differs between two parts that are the same.
#[derive(Clone, Copy, Default)]
struct Gap<'a> {
    old: &'a str,
    new: &'a str,
}

impl<'a> Gap<'a> {
    fn flush(self, out: &mut Vec<Change<'a>>) {
        out.extend(Some(Change::Gone(self.old)).filter(|_| !self.old.is_empty()));
        out.extend(Some(Change::New(self.new)).filter(|_| !self.new.is_empty()));
    }
}

fn length(tokens: &[&str]) -> usize {
    tokens.iter().map(|token| token.len()).sum()
}

/// All of a text in words and what stands between them, sign by sign.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut inside = false;
    for (index, c) in text.char_indices() {
        let word = c.is_alphanumeric() && !is_cjk(c);
        if index > start && !(inside && word) {
            tokens.push(&text[start..index]);
            start = index;
        }
        inside = word;
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}
