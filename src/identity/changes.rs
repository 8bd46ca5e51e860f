//! What changed between two wordings.

use std::ops::Range;

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
/// goes stands before what comes. A change of signs alone takes the word before it along, so that it
/// can be seen and heard.
pub fn changes<'a>(old: &'a str, new: &'a str) -> Vec<Change<'a>> {
    let (a, b) = (tokens(old), tokens(new));
    let ops = capture_diff_slices(Algorithm::Myers, &a, &b);
    let mut laid = Laid { old, new, out: Vec::new(), gap: (0..0, 0..0) };
    let (mut at, mut new_at) = (0, 0);
    for (index, op) in ops.iter().enumerate() {
        let [gone, come] = [length(&a[op.old_range()]), length(&b[op.new_range()])];
        let (end, new_end) = (at + gone, new_at + come);
        let equal = matches!(op, DiffOp::Equal { .. });
        // Changes that only blanks part are one change.
        let blank = old[at..end].trim().is_empty();
        if equal && !(blank && index > 0 && index + 1 < ops.len()) {
            laid.flush();
            laid.out.push(Change::Same(&new[new_at..new_end]));
            laid.gap = (end..end, new_end..new_end);
        } else {
            (laid.gap.0.end, laid.gap.1.end) = (end, new_end);
        }
        (at, new_at) = (end, new_end);
    }
    laid.flush();
    laid.out
}

/// Two wordings, one laid over the other as far as they have been read.
struct Laid<'a> {
    old: &'a str,
    new: &'a str,
    out: Vec<Change<'a>>,
    /// Bytes of both, after the last part that is the same, that differ.
    gap: (Range<usize>, Range<usize>),
}

impl Laid<'_> {
    fn flush(&mut self) {
        let (mut gone, mut come) = self.gap.clone();
        if gone.is_empty() && come.is_empty() {
            return;
        }
        let words = |text: &str| text.contains(char::is_alphanumeric);
        if !words(&self.old[gone.clone()])
            && !words(&self.new[come.clone()])
            && let Some(Change::Same(same)) = self.out.pop()
        {
            let word = tokens(same).pop().map_or(0, str::len);
            (gone.start, come.start) = (gone.start - word, come.start - word);
            self.out.extend(
                Some(Change::Same(&same[..same.len() - word])).filter(|_| word < same.len()),
            );
        }
        let (gone, come) = (&self.old[gone], &self.new[come]);
        self.out.extend(Some(Change::Gone(gone)).filter(|_| !gone.is_empty()));
        self.out.extend(Some(Change::New(come)).filter(|_| !come.is_empty()));
    }
}

fn length(tokens: &[&str]) -> usize {
    tokens.iter().map(|token| token.len()).sum()
}

/// All of a text in words and what stands between them, sign by sign. A sign inside a word or a
/// number belongs to it: `counter-terrorism`, `1,250`, `25 000`.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (index, c) in text.char_indices() {
        let is_inside = before.is_some_and(|before| {
            is_letter(before) && (is_letter(c) || joins(before, &text[index..]))
                || !is_letter(before)
                    && is_letter(c)
                    && index > start
                    && joined(&text[start..index])
        });
        if index > start && !is_inside {
            tokens.push(&text[start..index]);
            start = index;
        }
        before = Some(c);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

/// A character that words and numbers are made of.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_cjk(c)
}

/// Whether `rest`, which begins with a sign after `before`, goes on with the same word or number.
fn joins(before: char, rest: &str) -> bool {
    let mut signs = rest.chars();
    let (Some(sign), Some(next)) = (signs.next(), signs.next()) else { return false };
    match sign {
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' => is_letter(next),
        '.' | ',' | ':' | '٫' | '٬' => before.is_numeric() && next.is_numeric(),
        ' ' | '\u{A0}' | '\u{202F}' => {
            let group = rest.chars().skip(1).take_while(|c| c.is_numeric()).count();
            before.is_numeric() && group == 3
        }
        _ => false,
    }
}

/// Whether a token that ends with a sign was kept open for what follows.
fn joined(token: &str) -> bool {
    let mut backwards = token.char_indices().rev();
    let (Some((at, _)), Some((_, before))) = (backwards.next(), backwards.next()) else {
        return false;
    };
    // The sign was judged with what follows it: it is in the token because it joins.
    is_letter(before) && at > 0
}
