//! From parts to the file: blank lines, line ends, and the characters that may stand in it.

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
        let text: String = self.text.chars().filter_map(|c| allowed(c, options)).nfc().collect();
        match self.kind {
            Kind::Verbatim => {
                let mut lines: Vec<_> = text.split('\n').map(|l| l.trim_end().to_owned()).collect();
                // Two blank lines mean a heading in this format, in code they mean nothing.
                lines.dedup_by(|next, line| next.is_empty() && line.is_empty());
                lines
            }
            Kind::Heading | Kind::Paragraph => {
                let lines: Vec<_> =
                    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
                if lines.is_empty() {
                    return Vec::new();
                }
                let text = format!("{}{}", self.label, lines.join("\n"));
                text.split('\n').flat_map(|line| wrap.lines(line)).collect()
            }
        }
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
    let mut text = String::new();
    for part in parts {
        let lines = part.lines(&wrap, options);
        if lines.is_empty() {
            continue;
        }
        if !text.is_empty() {
            // WCAG Technique T3: two blank lines before a heading and one after it.
            text.push_str(if part.kind == Kind::Heading { "\n\n" } else { "\n" });
        }
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
    }
    if options.crlf {
        text = text.replace('\n', "\r\n");
    }
    // Without the mark a browser shows Arabic and French from a server without charset as mojibake.
    if options.bom { format!("\u{feff}{text}") } else { text }
}
