//! Words in the line: what marks mean is said in characters, or not at all.

use unicode_width::UnicodeWidthChar;

use crate::catalog::Phrase;
use crate::document::{Inline, Mark, Text, plain};
use crate::edition::isolate;
use crate::locale::Direction;
use crate::target::Target;

use super::Writer;
use super::layout::{FSI, PDI};

impl Writer<'_> {
    /// The paragraphs of a leaf that stands in `quotes` quotations.
    pub(super) fn paragraphs(&mut self, text: &Text, quotes: usize) -> Vec<String> {
        let mut paragraphs = Vec::new();
        for inlines in &text.paragraphs {
            let around = text.locale.direction();
            let out = String::new();
            let mut run = Run { writer: self, text, inlines, quotes, around, out, gap: Gap::None };
            run.inlines(inlines);
            let out = run.out;
            self.said.push_str(&out);
            self.said.push('\n');
            if !out.trim().is_empty() {
                paragraphs.push(out);
            }
        }
        paragraphs
    }

    /// A leaf as one line: a heading, a cell, a caption.
    pub(super) fn line(&mut self, text: &Text, quotes: usize) -> String {
        let line = self.paragraphs(text, quotes).join(" ").replace('\n', " ");
        line.trim().to_owned()
    }

    /// The quotation marks for a quotation that stands in `quotes` others: outer and inner marks
    /// take turns.
    pub(super) fn quotation_marks(&self, quotes: usize) -> (String, String) {
        let (open, close) = if quotes.is_multiple_of(2) {
            (Phrase::QuotationOpen, Phrase::QuotationClose)
        } else {
            (Phrase::InnerQuotationOpen, Phrase::InnerQuotationClose)
        };
        (self.edition.say(open), self.edition.say(close))
    }

    /// The number of an address in the links section.
    fn link_number(&mut self, address: &str) -> usize {
        let next = self.links.len() + 1;
        *self.links.entry(address.to_owned()).or_insert(next)
    }

    /// Whether the words of an abbreviation in full are known to the reader: they stand before it,
    /// or in the same paragraph.
    fn knows(&mut self, expansion: &str, paragraph: &[Inline]) -> bool {
        let first = self.explained.insert(expansion.to_owned());
        !first || self.said.contains(expansion) || plain(paragraph).contains(expansion)
    }
}

/// One paragraph on its way.
struct Run<'w, 'a> {
    writer: &'w mut Writer<'a>,
    /// The leaf.
    text: &'w Text,
    /// The paragraph.
    inlines: &'w [Inline],
    /// In how many quotations it stands.
    quotes: usize,
    /// The direction of the words around.
    around: Direction,
    out: String,
    gap: Gap,
}

/// Whether words have been left out just now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    /// Yes, and a space stood before them.
    Space,
}

impl Run<'_, '_> {
    fn push(&mut self, words: &str) {
        let Some(first) = words.chars().next() else { return };
        if self.gap == Gap::Space && !first.is_whitespace() && !closes(first) {
            self.out.push(' ');
        }
        self.gap = Gap::None;
        if words.contains('\n') {
            self.out.push_str(&words.replace('\n', " "));
        } else {
            self.out.push_str(words);
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(words) => self.push(words),
                Inline::Code(words) => self.code(words),
                Inline::Break => {
                    self.gap = Gap::None;
                    self.out.push('\n');
                }
                Inline::NoteRef(number) => {
                    let label = self.writer.say(Phrase::Note { number: *number });
                    self.reference(&label);
                }
                Inline::Span(mark, content) => self.span(mark, content),
            }
        }
    }

    /// Code runs from left to right in any language.
    fn code(&mut self, words: &str) {
        match self.around {
            Direction::Rtl => self.push(&isolated(words)),
            Direction::Ltr => self.push(words),
        }
    }

    fn span(&mut self, mark: &Mark, content: &[Inline]) {
        match mark {
            // Stars and capitals are noise in speech and braille; words carry the stress.
            // Lowered words stand on the line, as `CO2`: braille tables have no cells for `₂`.
            Mark::Emphasis | Mark::Strong | Mark::Time { .. } | Mark::Subscript => {
                self.inlines(content);
            }
            Mark::Strikethrough => self.struck_out(content),
            Mark::Superscript => self.raised(content),
            Mark::Isolate => self.isolate(content, self.around),
            Mark::Language { .. } | Mark::Cite { .. } => self.foreign(mark, content),
            Mark::Abbreviation { expansion } => self.abbreviation(expansion, content),
            Mark::Quote { .. } => self.quote(mark, content),
            Mark::Link { target, .. } => self.link(target, content),
        }
    }

    /// Words that are struck out are said to be: read as valid they would be worse than missing.
    fn struck_out(&mut self, content: &[Inline]) {
        let words = plain(content);
        let said = self.writer.edition.say(Phrase::StruckOut { words: &words });
        self.push(&said);
    }

    /// Raised words on the line. A power keeps a sign of its own (`10^6`): 106 is another number.
    fn raised(&mut self, content: &[Inline]) {
        let numeric = |c: Option<char>| c.is_some_and(char::is_numeric);
        if numeric(self.out.chars().next_back()) && numeric(plain(content).chars().next_back()) {
            self.push("^");
        }
        self.inlines(content);
    }

    /// Words of another language, apart from those around where they run the other way.
    fn foreign(&mut self, mark: &Mark, content: &[Inline]) {
        let direction = mark.direction(self.around);
        let set = matches!(mark, Mark::Language { dir: Some(_), .. });
        if set || direction != self.around {
            self.isolate(content, direction);
        } else {
            self.inlines(content);
        }
    }

    /// Words that run in a direction of their own; the layout takes the isolates out where they are
    /// not asked for.
    fn isolate(&mut self, content: &[Inline], direction: Direction) {
        let around = std::mem::replace(&mut self.around, direction);
        self.push(&FSI.to_string());
        self.inlines(content);
        self.push(&PDI.to_string());
        self.around = around;
    }

    fn abbreviation(&mut self, expansion: &str, content: &[Inline]) {
        self.inlines(content);
        if self.writer.knows(expansion, self.inlines) {
            return;
        }
        let (open, close) = match self.text.locale.language() {
            // Full-width brackets hold their own space (GB/T 15834).
            "zh" | "ja" => ("（", "）"),
            _ => (" (", ")"),
        };
        let words = isolate(vec![Inline::Text(expansion.to_owned())], self.around);
        self.push(&format!("{open}{}{close}", furniture(&words)));
    }

    fn quote(&mut self, mark: &Mark, content: &[Inline]) {
        let (open, close) = self.writer.quotation_marks(self.quotes);
        self.push(&open);
        self.quotes += 1;
        self.foreign(mark, content);
        self.quotes -= 1;
        self.push(&close);
    }

    /// The words, then the number of the address: none when the words are the address, or when
    /// the target is a place in this text.
    fn link(&mut self, target: &Target, content: &[Inline]) {
        self.inlines(content);
        let address = shown(target);
        if target.fragment().is_none() && plain(content).trim() != address {
            let number = self.writer.link_number(address);
            let number = self.writer.edition.furniture.number(number as u64);
            self.reference(&number);
        }
    }

    /// A reference in square brackets, the same in all languages: ` [1]`, ` [Note 1]`. Among
    /// Chinese characters no space stands before it.
    fn reference(&mut self, label: &str) {
        let space = space_after(&self.out);
        self.push(&format!("{space}[{label}]"));
    }
}

/// Words of the furniture.
pub(super) fn furniture(inlines: &[Inline]) -> String {
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Break => words.push(' '),
            Inline::NoteRef(_) => {}
            Inline::Span(Mark::Isolate, content) => {
                words.push_str(&isolated(&furniture(content)));
            }
            Inline::Span(_, content) => words.push_str(&furniture(content)),
        }
    }
    words
}

/// The space that separates what follows from words: none after a Chinese character.
pub(crate) fn space_after(words: &str) -> &'static str {
    match words.chars().next_back() {
        Some(last) if !last.is_whitespace() && last.width() != Some(2) => " ",
        Some(_) | None => "",
    }
}

/// Words between isolates; the layout takes them out where they are not asked for.
fn isolated(words: &str) -> String {
    format!("{FSI}{words}{PDI}")
}

/// The address that a reader needs: a mail address or telephone number without its scheme.
fn shown(target: &Target) -> &str {
    let url = target.as_str();
    match url.split_once(':') {
        Some((scheme, rest))
            if ["mailto", "tel"].iter().any(|s| scheme.eq_ignore_ascii_case(s)) =>
        {
            rest
        }
        Some(_) | None => url,
    }
}

/// Whether a character follows a word without a space.
fn closes(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '»' | '”' | '’' | '…' | '،' | '؛' | '؟'
    )
}
