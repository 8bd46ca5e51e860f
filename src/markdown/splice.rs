//! From the inline events of a source block to a message: the source's own Markdown, cut out by
//! the events' byte ranges. Nothing is composed from a tree, so nothing is escaped anew.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag as Start, TagEnd};

use super::characters::joint;
use super::convert::first_char;
use super::tags::{self, Tag};
use crate::diagnostic::Diagnostic;
use crate::segment::Piece;
use crate::target::Target;

/// An event and the bytes that it was read from.
pub(super) type Ranged<'t> = (Event<'t>, Range<usize>);

/// The words of a block as a message.
#[derive(Debug, Default)]
pub(super) struct Spliced {
    pub pieces: Vec<Piece>,
    pub targets: Vec<Target>,
    pub notes: Vec<String>,
    pub comment: Option<String>,
    pub problems: Vec<(Diagnostic, Range<usize>)>,
}

/// Cuts the words of one block out of `raw`, of which `events` are the block's inline events.
pub(super) fn splice(raw: &str, events: &[Ranged<'_>]) -> Spliced {
    // The event of a sign behind a backslash begins at the sign.
    let first = events.first().map_or(0, |(_, range)| range.start);
    let backslashes = raw[..first].bytes().rev().take_while(|byte| *byte == b'\\').count();
    let at = first - backslashes % 2;
    let mut splicer = Splicer { raw, at, ..Splicer::default() };
    for (index, (event, range)) in events.iter().enumerate() {
        splicer.event(event, range, || first_char(events[index + 1..].iter().map(|(e, _)| e)));
    }
    splicer.finish()
}

/// A part of the message on the way.
enum Part {
    /// Markdown in which `{ -term }` and `{ $variable }` are live and `\{` is a brace.
    Markdown(String, Range<usize>),
    /// Markdown in which braces are braces.
    Literal(String),
    Number(usize),
}

#[derive(Default)]
struct Splicer<'t> {
    raw: &'t str,
    /// Bytes before this are in the message.
    at: usize,
    /// Whether a line has just ended: what follows may be `> ` or indentation.
    line_start: bool,
    last: Option<char>,
    parts: Vec<Part>,
    links: Vec<Option<usize>>,
    image_depth: usize,
    out: Spliced,
}

impl Splicer<'_> {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>, next: impl Fn() -> Option<char>) {
        if self.image_depth > 0 && !matches!(event, Event::Start(_) | Event::End(_)) {
            return;
        }
        self.gap(range.start, event);
        match event {
            Event::Text(text) => {
                self.markdown(range.clone());
                self.last = text.chars().last();
            }
            Event::Code(text) => self.code(text, range),
            Event::SoftBreak => self.line_end(joint(self.last, next()), range.end),
            Event::HardBreak => {
                self.last = None;
                self.line_end("<br>", range.end);
            }
            Event::InlineHtml(html) | Event::Html(html) => self.html(html, range),
            Event::FootnoteReference(label) => {
                self.out.notes.push(label.to_string());
                self.markdown(range.clone());
            }
            Event::Start(Start::Link { link_type, dest_url, .. }) => {
                self.link(*link_type, dest_url, range);
            }
            Event::End(TagEnd::Link) => self.link_end(range.end),
            Event::Start(Start::Image { .. }) => self.image_depth += 1,
            Event::End(TagEnd::Image) => {
                self.image_depth -= 1;
                self.at = range.end;
            }
            Event::Start(_) => self.at = self.at.max(range.start),
            Event::End(_) if self.image_depth == 0 => self.markdown(self.at..range.end),
            Event::End(_) | Event::Rule | Event::TaskListMarker(_) => {}
            Event::InlineMath(_) | Event::DisplayMath(_) => self.markdown(range.clone()),
        }
    }

    /// Takes what stands between two events: marks (`**`), backslashes; not a line's prefix.
    fn gap(&mut self, to: usize, event: &Event<'_>) {
        if to > self.at && self.image_depth == 0 {
            let gap = &self.raw[self.at..to];
            let ends_line = matches!(event, Event::SoftBreak | Event::HardBreak);
            let kept = if self.line_start {
                to - gap.trim_start_matches([' ', '\t', '>']).len()
            } else {
                self.at
            };
            let end = if ends_line { kept + self.raw[kept..to].trim_end().len() } else { to };
            self.markdown(kept..end);
            self.at = to;
        }
        self.line_start = false;
    }

    fn markdown(&mut self, range: Range<usize>) {
        let Some(words) = self.raw.get(range.clone()).filter(|words| !words.is_empty()) else {
            self.at = self.at.max(range.end);
            return;
        };
        match self.parts.last_mut() {
            Some(Part::Markdown(before, whole)) if whole.end == range.start => {
                before.push_str(words);
                whole.end = range.end;
            }
            _ => self.parts.push(Part::Markdown(words.to_owned(), range.clone())),
        }
        self.at = range.end;
    }

    /// Ends a line: the white space before it goes, `instead` comes.
    fn line_end(&mut self, instead: &'static str, end: usize) {
        if let Some(Part::Markdown(words, _)) = self.parts.last_mut() {
            words.truncate(words.trim_end().len());
        }
        self.parts.push(Part::Literal(instead.to_owned()));
        self.at = end;
        self.line_start = true;
    }

    /// Code spans are written anew, since one over several lines holds the lines' prefixes.
    fn code(&mut self, text: &str, range: &Range<usize>) {
        let raw = &self.raw[range.clone()];
        let ticks = &raw[..raw.len() - raw.trim_start_matches('`').len()];
        let touches = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
        let pad = if touches && !text.trim().is_empty() { " " } else { "" };
        self.parts.push(Part::Literal([ticks, pad, text, pad, ticks].concat()));
        self.last = text.chars().last();
        self.at = range.end;
    }

    fn html(&mut self, html: &str, range: &Range<usize>) {
        match tags::parse(html) {
            Ok(Tag::Comment(comment)) => {
                if let Some(note) = comment.strip_prefix("note:") {
                    self.out.comment = Some(fold_space(note));
                }
            }
            Ok(Tag::Break | Tag::Open(..) | Tag::Close(_)) | Err(_) => {
                self.parts.push(Part::Literal(fold_space(html)));
            }
        }
        self.at = range.end;
    }

    fn link(&mut self, kind: LinkType, destination: &str, range: &Range<usize>) {
        if self.image_depth > 0 {
            return;
        }
        let url = match kind {
            LinkType::Email => format!("mailto:{destination}"),
            _ => destination.to_owned(),
        };
        let number = Target::new(&url).map(|target| self.number(target));
        if number.is_some() {
            self.parts.push(Part::Literal("[".to_owned()));
        }
        self.links.push(number);
        // `[` or `<`: one byte.
        self.at = range.start + 1;
    }

    fn link_end(&mut self, end: usize) {
        if self.image_depth > 0 {
            return;
        }
        if let Some(number) = self.links.pop().flatten() {
            self.parts.push(Part::Literal("][".to_owned()));
            self.parts.push(Part::Number(number));
            self.parts.push(Part::Literal("]".to_owned()));
        }
        self.at = end;
    }

    /// The number of a target: each target has one in a message.
    fn number(&mut self, target: Target) -> usize {
        let known = self.out.targets.iter().position(|known| *known == target);
        known.unwrap_or_else(|| {
            self.out.targets.push(target);
            self.out.targets.len() - 1
        })
    }

    fn finish(mut self) -> Spliced {
        for part in std::mem::take(&mut self.parts) {
            match part {
                Part::Markdown(words, range) => {
                    let words = live_braces(&words, range.start, &mut self.out.problems);
                    self.push(&words);
                }
                Part::Literal(words) => self.push(&literal_braces(&words)),
                Part::Number(number) => self.out.pieces.push(Piece::LinkNumber(number)),
            }
        }
        trim(&mut self.out.pieces);
        self.out
    }

    fn push(&mut self, words: &str) {
        match self.out.pieces.last_mut() {
            Some(Piece::Words(before)) => before.push_str(words),
            Some(Piece::LinkNumber(_)) | None => {
                self.out.pieces.push(Piece::Words(words.to_owned()));
            }
        }
    }
}

fn trim(pieces: &mut Vec<Piece>) {
    if let Some(Piece::Words(first)) = pieces.first_mut() {
        *first = first.trim_start_matches([' ', '\t', '\n']).to_owned();
    }
    if let Some(Piece::Words(last)) = pieces.last_mut() {
        last.truncate(last.trim_end_matches([' ', '\t', '\n']).len());
    }
    pieces.retain(|piece| *piece != Piece::Words(String::new()));
}

fn fold_space(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// A literal brace in Fluent.
fn brace(c: char) -> &'static str {
    if c == '{' { "{ \"{\" }" } else { "{ \"}\" }" }
}

fn literal_braces(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '{' | '}' => out.push_str(brace(c)),
            _ => out.push(c),
        }
    }
    out
}

/// Markdown as a Fluent pattern: `{ -term }` and `{ $variable }` stay, `\{` becomes a literal
/// brace, any other brace is a mistake (and literal).
fn live_braces(
    words: &str,
    start: usize,
    problems: &mut Vec<(Diagnostic, Range<usize>)>,
) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(index) = rest.find(['\\', '{', '}']) {
        out.push_str(&rest[..index]);
        rest = &rest[index..];
        let offset = start + words.len() - rest.len();
        if let Some(after) = rest.strip_prefix('\\') {
            let Some(c) = after.chars().next() else { break };
            match c {
                '{' | '}' => out.push_str(brace(c)),
                _ => out.extend(['\\', c]),
            }
            rest = &after[c.len_utf8()..];
        } else if let Some(placeable) = placeable(rest) {
            out.push_str(placeable);
            rest = &rest[placeable.len()..];
        } else {
            let c = if rest.starts_with('{') { '{' } else { '}' };
            let message = format!("`{c}` stands alone");
            let help = format!(
                "write a literal brace as `\\{c}`; `{{ -term }}` and `{{ $variable }}` are filled in"
            );
            problems.push((Diagnostic::error("brace", message).help(help), offset..offset + 1));
            out.push_str(brace(c));
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// The placeable at the start of the text, if it is one of a term or a variable.
fn placeable(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('{')?;
    let name = inner.trim_start().strip_prefix(['-', '$'])?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut quoted = false;
    let mut escaped = false;
    for (index, c) in inner.char_indices() {
        match c {
            '"' if !escaped => quoted = !quoted,
            '}' if !quoted => return Some(&text[..index + 2]),
            '{' if !quoted => return None,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

/// A message with its literal braces as braces: what Fluent would give, placeables apart.
pub(super) fn without_fluent(pattern: &str) -> String {
    pattern.replace(brace('{'), "{").replace(brace('}'), "}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::Parser;

    fn message(raw: &str) -> (String, Vec<&'static str>) {
        let events: Vec<_> = Parser::new_ext(raw, super::super::options())
            .into_offset_iter()
            .skip_while(|(event, _)| !matches!(event, Event::Start(Start::Paragraph)))
            .skip(1)
            .take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Paragraph)))
            .collect();
        let spliced = splice(raw, &events);
        let pieces = spliced.pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::LinkNumber(index) => (index + 1).to_string(),
        });
        (pieces.collect(), spliced.problems.iter().map(|(problem, _)| problem.code).collect())
    }

    #[test]
    fn splices() {
        let cases = [
            ("a **b** *c*", "a **b** *c*"),
            ("@UN\\_OCT & &amp; #x", "@UN\\_OCT & &amp; #x"),
            ("> a\n> *b\n> c*", "a *b c*"),
            ("> a\n> \\*b", "a \\*b"),
            ("\\{ ماء", "{ \"{\" } ماء"),
            ("\\*水*", "\\*水*"),
            ("中文\n中文\n**中**", "中文中文**中**"),
            ("a\\\nb  \nc", "a<br>b<br>c"),
            (
                "[a](https://x.org/) [b *c*](https://y.org/ \"t\") [d](https://x.org/)",
                "[a][1] [b *c*][2] [d][1]",
            ),
            ("<https://x.org/> <me@x.org>", "[https://x.org/][1] [me@x.org][2]"),
            ("> `a\n> b` `` ` ``", "`a b` `` ` ``"),
            (
                "see `{x}` \\{ { -unoct(case: \"}\") } {$date}",
                "see `{ \"{\" }x{ \"}\" }` { \"{\" } { -unoct(case: \"}\") } {$date}",
            ),
            ("<span\nlang=\"la\">x</span>", "<span lang=\"la\">x</span>"),
            ("**[a](x)**", "**[a][1]**"),
            ("الأمم\nالمتحدة", "الأمم المتحدة"),
            ("«\u{A0}mot\u{A0}»\u{202F}; suite", "«\u{A0}mot\u{A0}»\u{202F}; suite"),
        ];
        for (raw, expected) in cases {
            assert_eq!(message(raw), (expected.to_owned(), vec![]), "{raw}");
        }
        assert_eq!(message("a { b } c").1, ["brace", "brace"]);
        assert_eq!(message("a { -b c").1, ["brace"]);
    }
}
