//! From parts to the file: blank lines, line ends, and the characters that may stand in it.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::edition::Edition;
use crate::project::TextOptions;

use super::wrap::Wrap;

/// First strong isolate (UAX #9): begins a run whose direction is its own.
pub(super) const FSI: char = '\u{2068}';
/// Pop directional isolate (UAX #9): ends such a run.
pub(super) const PDI: char = '\u{2069}';

/// What stands between blank lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    kind: Kind,
    /// The label of a list item: `1.2. `, `- `.
    label: String,
    /// The words; `\n` where the author set a line break.
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Heading,
    Paragraph,
    /// Lines that are never wrapped and whose spaces count: code, addresses.
    Verbatim,
}

/// On which side of a closing quotation mark the full stop of a quoted sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FullStop {
    Inside,
    Outside,
}

impl Part {
    pub(super) fn heading(text: String) -> Self {
        Self { kind: Kind::Heading, label: String::new(), text }
    }

    pub(super) fn paragraph(text: String) -> Self {
        Self { kind: Kind::Paragraph, label: String::new(), text }
    }

    pub(super) fn verbatim(text: String) -> Self {
        Self { kind: Kind::Verbatim, label: String::new(), text }
    }

    /// Makes it a list item, unless it is one already: the number of an item that begins with a
    /// list is part of that list's first number.
    pub(super) fn set_label(&mut self, label: String) {
        if self.label.is_empty() {
            self.label = label;
        }
    }

    /// Puts words before the first word, after the label.
    pub(super) fn open(&mut self, mark: &str) {
        self.text.insert_str(0, mark);
    }

    /// Puts a closing mark after the last word, where the language wants the full stop.
    pub(super) fn close(&mut self, mark: &str, full_stop: FullStop) {
        let stops = self.text.ends_with('.') && !self.text.ends_with("..");
        let outside = stops && full_stop == FullStop::Outside;
        if outside {
            self.text.pop();
        }
        self.text.push_str(mark);
        if outside {
            self.text.push('.');
        }
    }

    /// The lines of the part; none when there is no word in it.
    fn lines(&self, wrap: &Wrap, options: &TextOptions) -> Vec<String> {
        let text = clean(&self.text, options);
        match self.kind {
            Kind::Verbatim => {
                let mut lines: Vec<_> = text.split('\n').map(|l| l.trim_end().to_owned()).collect();
                // Two blank lines mean a heading in this format, in code they mean nothing.
                lines.dedup_by(|next, line| next.is_empty() && line.is_empty());
                lines
            }
            Kind::Heading | Kind::Paragraph => {
                let mut lines = Vec::new();
                for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
                    let label = if lines.is_empty() { self.label.as_str() } else { "" };
                    lines.extend(wrap.lines(&[label, line].concat()));
                }
                lines
            }
        }
    }
}

/// The words with the characters that may stand in a text edition, in NFC.
fn clean<'t>(text: &'t str, options: &TextOptions) -> Cow<'t, str> {
    let is_isolate = |c| matches!(c, FSI | PDI);
    let mut isolates = false;
    let mut seen = |c| {
        isolates |= is_isolate(c);
        is_isolate(c)
    };
    if !text.chars().all(|c| is_plain(c) || seen(c)) {
        text.chars().filter_map(|c| allowed(c, options)).nfc().collect()
    } else if isolates && !options.isolates {
        text.split(is_isolate).collect()
    } else {
        text.into()
    }
}

/// Whether a character is surely allowed, and never changed by NFC, whatever stands beside it (UAX
/// #15: it is a starter whose `NFC_Quick_Check` is Yes). These are nearly all characters of a text;
/// to look them up one by one in the tables would cost more than all else that a writer does.
fn is_plain(c: char) -> bool {
    // By the block of 256 characters, which is one jump.
    match u32::from(c) >> 8 {
        0x00 => matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..),
        // Latin; Chinese.
        0x01..=0x02 | 0x4e..=0x9f => true,
        // Cyrillic.
        0x04 => c <= '\u{482}',
        // Arabic: comma, semicolon, question mark, letters, digits.
        0x06 => matches!(c, '،' | '؛' | '؟' | 'ء'..='ي' | '\u{660}'..='\u{66f}'),
        // Dashes, quotation marks, the narrow space of French.
        0x20 => matches!(c, '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{205e}'),
        // Chinese punctuation.
        0x30 => c <= '\u{3029}',
        // Full-width forms.
        0xff => matches!(c, '！'..='～'),
        _ => false,
    }
}

/// The character as it may stand in a text edition.
fn allowed(c: char, options: &TextOptions) -> Option<char> {
    match c {
        '\n' => Some(c),
        // A tab's width is unknown to a reader, and the other separators are unknown to programs.
        '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        FSI | PDI => options.isolates.then_some(c),
        // Direction marks, embeddings and isolates: liblouis prints eight junk cells for each.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2067}' => {
            None
        }
        // Soft hyphen, byte order mark: invisible at best.
        '\u{ad}' | '\u{feff}' => None,
        _ => (!c.is_control()).then_some(c),
    }
}

/// Joins a phrase with the first paragraph: `say` gets its words (none when there is no such
/// paragraph) and returns them within the phrase.
pub(super) fn lead(parts: &mut Vec<Part>, say: impl Fn(&str) -> String) {
    match parts.first_mut() {
        Some(part) if part.kind == Kind::Paragraph && part.label.is_empty() => {
            part.text = say(&part.text);
        }
        Some(_) | None => parts.insert(0, Part::paragraph(say(""))),
    }
}

/// The content of the file.
pub(super) fn lay_out(parts: &[Part], edition: &Edition) -> String {
    let options: &TextOptions = &edition.settings.text;
    let wrap = Wrap::new(options.wrap, edition.locale.language());
    // Without the mark a browser shows Arabic and French from a server without charset as mojibake.
    let mark = if options.bom { "\u{feff}" } else { "" };
    let end = if options.crlf { "\r\n" } else { "\n" };
    let mut text = String::from(mark);
    for part in parts {
        let lines = part.lines(&wrap, options);
        if lines.is_empty() {
            continue;
        }
        if text.len() > mark.len() {
            // WCAG Technique T3: two blank lines before a heading and one after it.
            text.push_str(end);
            if part.kind == Kind::Heading {
                text.push_str(end);
            }
        }
        for line in lines {
            text.push_str(&line);
            text.push_str(end);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    use super::*;

    const NONE: TextOptions = TextOptions { bom: false, crlf: false, isolates: false, wrap: None };

    #[test]
    fn plain_characters_are_allowed_and_never_changed_by_nfc() {
        let plain: Vec<_> = ('\0'..=char::MAX).filter(|c| is_plain(*c)).collect();
        assert!("نص، 中文（“é”）, « да »".chars().all(is_plain) && plain.len() > 20_000);
        for c in plain {
            assert_eq!(allowed(c, &NONE), Some(c), "{c:?}");
            assert_eq!(canonical_combining_class(c), 0, "{c:?}");
            assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_short_way_leads_to_the_same_words(
            text in "([a-zé«» ’\\-—\n]|[ء-ي،؟]|[中文（）。]|[да]|[\u{2066}-\u{2069}]|\\PC|\\pC|\\pM){0,12}",
            isolates: bool,
        ) {
            let options = TextOptions { isolates, ..NONE };
            let long: String = text.chars().filter_map(|c| allowed(c, &options)).nfc().collect();
            prop_assert_eq!(clean(&text, &options), long);
        }

        #[test]
        fn and_so_it_does_among_plain_characters(
            text in "[a-zé«» ’\\-—\nء-ي،؟中文（）。да\u{2066}-\u{2069}]{0,30}",
            isolates: bool,
        ) {
            let options = TextOptions { isolates, ..NONE };
            let long: String = text.chars().filter_map(|c| allowed(c, &options)).nfc().collect();
            prop_assert_eq!(clean(&text, &options), long);
        }
    }
}
