//! The words of a leaf, as rules about meaning read them.

use std::cell::OnceCell;
use std::ops::Range;

use super::context::Leaf;
use super::letters::is_alphanumeric;
use crate::document::{Inline, Mark, Text};

/// Stands for what is left out, so that its neighbours do not join.
pub(super) const GAP: char = '\u{FFFC}';

/// The words of a leaf, read once for all rules.
#[derive(Debug)]
pub(super) struct Said {
    all: String,
    /// Where they differ from all words: those in the leaf's own language.
    own: Option<String>,
    folded: OnceCell<String>,
    /// Where its own words are.
    words: OnceCell<Vec<Range<usize>>>,
}

impl Said {
    /// The words of the leaf of an edition.
    pub fn of(leaf: &Text) -> Self {
        let all = text(leaf, &|_| true);
        let own = Some(in_own_language(leaf)).filter(|own| *own != all);
        Self { all, own, folded: OnceCell::new(), words: OnceCell::new() }
    }
}

/// The words in the leaf's own language: code is left out, and what is marked as another language.
pub(super) fn own<'a>(leaf: &Leaf<'a>) -> &'a str {
    leaf.said.own.as_deref().unwrap_or(&leaf.said.all)
}

/// The words of [`own`], as [`words`] has them.
pub(super) fn own_words<'a>(leaf: &Leaf<'a>) -> impl Iterator<Item = (usize, &'a str)> + Clone {
    let text = own(leaf);
    let found = || words(text).into_iter().map(|(at, word)| at..at + word.len()).collect();
    let words = leaf.said.words.get_or_init(found);
    words.iter().map(|range| (range.start, &text[range.clone()]))
}

/// All words but code.
pub(super) fn all<'a>(leaf: &Leaf<'a>) -> &'a str {
    &leaf.said.all
}

/// All words but code, folded.
pub(super) fn all_folded<'a>(leaf: &Leaf<'a>) -> &'a str {
    leaf.said.folded.get_or_init(|| folded(&leaf.said.all))
}

fn in_own_language(leaf: &Text) -> String {
    let language = leaf.locale.language();
    text(leaf, &|mark| match mark {
        Mark::Language { lang, dir: _ } | Mark::Cite { lang } | Mark::Quote { lang } => {
            lang.as_ref().is_none_or(|lang| lang.split('-').next() == Some(language))
        }
        Mark::Emphasis
        | Mark::Strong
        | Mark::Strikethrough
        | Mark::Subscript
        | Mark::Superscript
        | Mark::Isolate
        | Mark::Abbreviation { .. }
        | Mark::Time { .. }
        | Mark::Link { .. } => true,
    })
}

fn text(leaf: &Text, keeps: &dyn Fn(&Mark) -> bool) -> String {
    let mut out = String::new();
    for (index, paragraph) in leaf.paragraphs.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        push(paragraph, keeps, &mut out);
    }
    out
}

fn push(inlines: &[Inline], keeps: &dyn Fn(&Mark) -> bool, out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Break => out.push('\n'),
            Inline::Span(mark, content) if keeps(mark) => push(content, keeps, out),
            Inline::Code(_) | Inline::NoteRef(_) | Inline::Span(..) => out.push(GAP),
        }
    }
}

/// The words of a text and where each begins: letters, digits and the marks on them, joined by
/// hyphens and apostrophes. Addresses, account names and hashtags are no words.
pub(super) fn words(text: &str) -> Vec<(usize, &str)> {
    let addresses = addresses(text);
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let joins = || {
            let rest = text.get(at + c.len_utf8()..).unwrap_or("");
            is_joiner(c) && rest.starts_with(is_alphanumeric)
        };
        let is_word = is_alphanumeric(c) || (start.is_some() && joins());
        let inside = is_word && !addresses.iter().any(|range| range.contains(&at));
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.push((from, &text[from..at]));
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    found
}

/// Where addresses, account names and hashtags stand: runs of ASCII that have a sign of them.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !(text.contains(['@', '#']) || text.contains("://") || text.contains("www.")) {
        return found;
    }
    for run in text.split(|c: char| !c.is_ascii_graphic()) {
        if run.contains("://") || run.contains(['@', '#']) || run.contains("www.") {
            let start = run.as_ptr().addr() - text.as_ptr().addr();
            found.push(start..start + run.len());
        }
    }
    found
}

fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’')
}

/// White space folded, lower case: what two texts are compared by.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether two texts are the same when they are [`folded`].
pub(super) fn same(one: &str, two: &str) -> bool {
    let first = |text: &str| {
        let mut rest = text.chars().skip_while(|c| c.is_whitespace());
        rest.next().map(|c| c.to_lowercase().collect::<String>())
    };
    first(one) == first(two) && folded(one) == folded(two)
}

/// How much a text says, in words; four words of Chinese, Japanese or Korean are taken to be seven
/// characters.
pub(super) fn size(text: &str) -> usize {
    let is_dense = |c: &char| matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}');
    let dense = text.chars().filter(is_dense).count();
    let spaced = words(text).iter().filter(|(_, word)| !word.chars().any(|c| is_dense(&c))).count();
    spaced + dense * 4 / 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_words() {
        let text = "تابعونا @UN_OCT，第3条：L’ONU-femmes www.un.org — «да».";
        let words: Vec<_> = words(text).into_iter().map(|(_, word)| word).collect();
        assert_eq!(words, ["تابعونا", "第3条", "L’ONU-femmes", "да"]);
        assert_eq!(size("مكافحة الإرهاب"), 2);
        assert_eq!(size("反恐怖主义办公室的工作"), 6);
    }
}
