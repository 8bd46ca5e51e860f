//! What a reader sees of one leaf, sign by sign, with the bytes of the file to change.

use std::ops::Range;

use super::Rule;
use super::context::Leaf;
use crate::catalog::{Placeable, placeables};
use crate::diagnostic::Diagnostic;
use crate::markdown::{Hand, MOST_BYTES, Sign, signs};
use crate::segment::Kind;

/// One leaf and its signs; their ranges are bytes of the file that the leaf is written in.
pub(super) struct View<'a> {
    pub leaf: Leaf<'a>,
    pub signs: Vec<Sign>,
}

impl<'a> View<'a> {
    pub fn of(leaf: &Leaf<'a>) -> Self {
        Self { leaf: *leaf, signs: seen(leaf) }
    }

    /// The primary subtag of the language of the words.
    pub fn language(&self) -> &'a str {
        self.leaf.text.locale.language()
    }

    /// The signs that are written as they are, in the language of the leaf.
    pub fn own(&self) -> impl Iterator<Item = (usize, &Sign)> {
        self.signs.iter().enumerate().filter(|(_, sign)| sign.hand == Hand::Own)
    }

    /// The sign before another, in the same line.
    pub fn before(&self, index: usize) -> Option<&Sign> {
        let before = self.signs.get(index.checked_sub(1)?)?;
        (before.hand != Hand::End).then_some(before)
    }

    /// The sign after another, in the same line.
    pub fn after(&self, index: usize) -> Option<&Sign> {
        self.signs.get(index + 1).filter(|sign| sign.hand != Hand::End)
    }

    /// The character before, `'\n'` at the start.
    pub fn char_before(&self, index: usize) -> char {
        self.before(index).map_or('\n', |sign| sign.c)
    }

    /// The character after, `'\n'` at the end.
    pub fn char_after(&self, index: usize) -> char {
        self.after(index).map_or('\n', |sign| sign.c)
    }

    /// The nearest character before that is no plain space, `'\n'` at the start.
    pub fn word_before(&self, index: usize) -> char {
        let mut index = index;
        while self.char_before(index) == ' ' {
            index -= 1;
        }
        self.char_before(index)
    }

    /// The nearest character after that is no plain space, `'\n'` at the end.
    pub fn word_after(&self, index: usize) -> char {
        let mut index = index;
        while self.char_after(index) == ' ' {
            index += 1;
        }
        self.char_after(index)
    }

    /// The bytes from one sign to another; `None` where a mark, or anything else that is no sign of
    /// the author's own, stands between them.
    pub fn unbroken(&self, signs: Range<usize>) -> Option<Range<usize>> {
        let part = self.signs.get(signs)?;
        let whole = part.windows(2).all(|pair| pair[0].range().end == pair[1].range().start)
            && part.iter().all(|sign| sign.hand == Hand::Own);
        Some(part.first().filter(|_| whole)?.range().start..part.last()?.range().end)
    }

    /// The bytes of the file in which words stand as they are and are the language's own, if it is
    /// once.
    pub fn find(&self, words: &str) -> Option<Range<usize>> {
        let words: Vec<char> = words.chars().collect();
        let is_there = |part: &[Sign]| {
            part.iter().zip(&words).all(|(sign, c)| sign.hand == Hand::Own && sign.c == *c)
        };
        let windows = self.signs.windows(words.len().max(1)).enumerate();
        let mut places = windows.filter(|(_, part)| is_there(part)).map(|(at, _)| at);
        let at = places.next().filter(|_| !words.is_empty())?;
        if places.next().is_some() { None } else { self.unbroken(at..at + words.len()) }
    }

    /// A finding at bytes of the file.
    pub fn finding(
        &self,
        rule: &Rule,
        message: impl Into<String>,
        range: Range<usize>,
    ) -> Diagnostic {
        rule.finding(message).at(self.leaf.place_at(range))
    }
}

/// The signs of a leaf.
fn seen(leaf: &Leaf<'_>) -> Vec<Sign> {
    let words = words(leaf).filter(|(raw, _)| raw.len() <= MOST_BYTES);
    let Some((raw, start)) = words else { return Vec::new() };
    let placeables = if leaf.is_in_source() { in_source(raw) } else { placeables(raw).collect() };
    let mut masked = raw.to_owned();
    for placeable in &placeables {
        // A word of the same length, so that everything else stays where it is.
        masked.replace_range(placeable.range.clone(), &"x".repeat(placeable.range.len()));
    }
    let mut seen: Vec<Sign> = Vec::new();
    for sign in signs(&masked) {
        let at = sign.range().start;
        let next = placeables.partition_point(|one| one.range.end <= at);
        let inside = placeables.get(next).filter(|one| one.range.start <= at);
        let Some(Placeable { range, text }) = inside else {
            seen.push(sign);
            continue;
        };
        if at != range.start || sign.hand == Hand::Thing {
            continue;
        }
        let placeable = |(c, hand)| Sign::new(c, range.clone(), hand);
        match text {
            Some(words) => seen.extend(words.chars().map(|c| placeable((c, Hand::Fixed)))),
            None => seen.push(placeable(('\u{FFFC}', Hand::Thing))),
        }
    }
    mark_addresses(&mut seen);
    for sign in &mut seen {
        sign.move_by(start);
    }
    seen
}

/// The words of a leaf as they are written, and where they begin; `None` where what is written is
/// not what is read, as in front matter with escapes.
fn words<'a>(leaf: &Leaf<'a>) -> Option<(&'a str, usize)> {
    let (raw, range) = leaf.written_at();
    if !leaf.is_in_source() {
        return Some((raw, range.start));
    }
    let pattern = &leaf.segment.pattern;
    if let Some(at) = raw.find(pattern.as_str()) {
        return Some((&raw[at..at + pattern.len()], range.start + at));
    }
    match leaf.segment.kind {
        Kind::Meta | Kind::Alt | Kind::ImageCaption => None,
        Kind::Heading
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
        | Kind::Cell => Some((raw, range.start)),
    }
}

/// The placeables of `index.md`: `\{` begins none, and a brace in code may be a brace.
fn in_source(raw: &str) -> Vec<Placeable> {
    let mut found: Vec<Placeable> = Vec::new();
    let mut at = 0;
    while let Some(start) = raw[at..].find('{').map(|start| at + start) {
        let slashes = raw[..start].bytes().rev().take_while(|byte| *byte == b'\\').count();
        let begins = slashes % 2 == 0 && raw[start + 1..].trim_start().starts_with(['-', '$']);
        let first = if begins { placeables(&raw[start..]).next() } else { None };
        at = first.as_ref().map_or(start + 1, |first| start + first.range.end);
        found
            .extend(first.map(|Placeable { range: _, text }| Placeable { range: start..at, text }));
    }
    found
}

/// Marks what is an address, a handle or a name of a file: nobody's punctuation.
fn mark_addresses(signs: &mut [Sign]) {
    let fits = |sign: &Sign| sign.c.is_ascii_graphic() && sign.hand != Hand::End;
    for run in signs.chunk_by_mut(|a, b| fits(a) == fits(b)).filter(|run| fits(&run[0])) {
        // Every address has one of these.
        if !run.iter().any(|sign| matches!(sign.c, ':' | '/' | '@' | '#' | '.')) {
            continue;
        }
        let text: String = run.iter().map(|sign| sign.c).collect();
        let first = ["://", "www."].iter().filter_map(|start| text.find(start)).min();
        let before = first.map_or("", |first| &text[..first]);
        let bare = &text[before.rfind(['(', '[', '"', '\'']).map_or(0, |at| at + 1)..];
        let bare = bare.trim_start_matches(['(', '[', '"', '\'']);
        let start = text.len() - bare.len();
        let bare = bare.trim_end_matches(['.', ',', ';', ':', '?', '!', ')', '"', '\'', ']']);
        if is_address(bare) {
            let signs = run[start..start + bare.len()].iter_mut();
            for sign in signs {
                sign.hand = Hand::Foreign;
            }
        }
    }
}

fn is_address(text: &str) -> bool {
    let path = || {
        let (host, rest) = text.split_once('/')?;
        let dotted = host.split('.').filter(|part| part.len() > 1).count() > 1;
        (dotted && !rest.is_empty()).then_some(())
    };
    let named = |sign: char| text.strip_prefix(sign).is_some_and(|name| !name.is_empty());
    text.contains("://")
        || text.starts_with("www.")
        || text.starts_with("mailto:")
        || text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        || named('@')
        || named('#')
        || path().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeables_of_the_source() {
        let found: Vec<_> =
            in_source("نص \\{ -a } `{` {$x}{-y}").into_iter().map(|one| one.range).collect();
        assert_eq!(found, [17..21, 21..25]);
    }

    #[test]
    fn addresses() {
        let foreign = |text: &str| -> String {
            let mut all = signs(text);
            mark_addresses(&mut all);
            all.iter().filter(|sign| sign.hand == Hand::Foreign).map(|sign| sign.c).collect()
        };
        for (text, address) in [
            ("见www.un.org/a?b=c，好", "www.un.org/a?b=c"),
            ("انظر \\[x\\](https://un.org/a).", "https://un.org/a"),
            ("انظر (https://un.org/a).", "https://un.org/a"),
            ("gerardl@un.org; a@b", "gerardl@un.org"),
            ("(@UN\\_OCT) #UNite!", "@UN_OCT#UNite"),
            ("un.org/en and/or 71/291 1.5/2 et a:b", "un.org/en"),
        ] {
            assert_eq!(foreign(text), address, "{text}");
        }
    }
}
