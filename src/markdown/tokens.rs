//! What in a message is words and what is a sign: for tools that must leave the signs alone.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag};

use super::inline::{PREFIX, References, definitions_of_notes, resolve};
use super::{MAX_DEPTH, options};

/// What a sign means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Importance.
    Strong,
    /// Stress.
    Emphasis,
    /// No longer right.
    Strikethrough,
    /// A link, or an address that is one.
    Link,
    /// An HTML element.
    Element,
    /// A line break.
    Break,
    /// Code.
    Code,
    /// A reference to a note.
    Note,
    /// What is not shown, or is refused.
    Other,
    /// A character that is written as two or more: `\*`, `&amp;`.
    Character(String),
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// Words and white space.
    Words,
    /// The beginning of marked words. What is opened is closed, in the right order.
    Open(Meaning),
    /// The end of the words that were opened last.
    Close,
    /// A sign that stands alone.
    Alone(Meaning),
}

/// The parts of a message's inline Markdown with their bytes, in order; together they are the whole
/// text.
pub fn tokens(text: &str) -> Vec<(Token, Range<usize>)> {
    let mut out = Vec::new();
    let mut start = 0;
    for gap in blank_lines(text) {
        paragraph(text, start..gap.start, &mut out);
        out.push((Token::Words, gap.clone()));
        start = gap.end;
    }
    paragraph(text, start..text.len(), &mut out);
    out.retain(|(_, range)| !range.is_empty());
    out.dedup_by(|next, before| {
        let both = next.0 == Token::Words && before.0 == Token::Words;
        if both {
            before.1.end = next.1.end;
        }
        both
    });
    out
}

/// The white space that parts paragraphs.
fn blank_lines(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('\n').map(|start| at + start) {
        let end = text.len() - text[start..].trim_start_matches([' ', '\t', '\n']).len();
        if text[start..end].matches('\n').count() > 1 {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// The parts of one paragraph.
fn paragraph(text: &str, range: Range<usize>, out: &mut Vec<(Token, Range<usize>)>) {
    // A line end is a space to Markdown, and as long as one.
    let line = text[range.clone()].replace(['\n', '\t'], " ");
    let references = References { links: &[], notes: &[] };
    let all = format!("{PREFIX}{line}{}", definitions_of_notes(&line, &references));
    let mut reader = Reader { line: &line, at: 0, out: Vec::new(), open: Vec::new(), hidden: 0 };
    let callback = |link| resolve(&link);
    let events = Parser::new_with_broken_link_callback(&all, options(), Some(callback))
        .into_offset_iter()
        .skip_while(|(event, _)| !matches!(event, Event::Start(Tag::Paragraph)))
        .skip(1)
        .take_while(|(event, _)| !matches!(event, Event::End(pulldown_cmark::TagEnd::Paragraph)));
    for (event, at) in events {
        let own = |at: usize| at.saturating_sub(PREFIX.len()).min(line.len());
        reader.event(&event, own(at.start)..own(at.end));
    }
    let parts = reader.finish();
    out.extend(
        parts.into_iter().map(|(token, at)| (token, range.start + at.start..range.start + at.end)),
    );
}

/// What is open.
enum Opened {
    /// A mark of Markdown: the length of its end, where that is fixed.
    Mark(Option<usize>),
    /// An element: its name, and its tag in the parts.
    Element(String, usize),
}

struct Reader<'t> {
    line: &'t str,
    /// Bytes before this are in the parts.
    at: usize,
    out: Vec<(Token, Range<usize>)>,
    open: Vec<Opened>,
    /// How many marks are open whose content is part of the sign.
    hidden: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        if self.hidden > 0 {
            match event {
                Event::Start(_) => self.hidden += 1,
                Event::End(_) => self.hidden -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Text(text) => self.text(text, range),
            Event::Code(_) => self.alone(Meaning::Code, range),
            Event::FootnoteReference(_) => self.alone(Meaning::Note, range),
            Event::InlineHtml(html) | Event::Html(html) => self.html(html, range),
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(range.end),
            Event::HardBreak => self.alone(Meaning::Break, range),
            Event::SoftBreak | Event::Rule | Event::TaskListMarker(_) => {}
            Event::InlineMath(_) | Event::DisplayMath(_) => self.alone(Meaning::Other, range),
        }
    }

    fn push(&mut self, token: Token, range: Range<usize>) {
        self.at = range.end.max(self.at);
        self.out.push((token, range));
    }

    /// Takes what stands between two events: it is no sign.
    fn gap(&mut self, to: usize) {
        if self.at < to {
            self.push(Token::Words, self.at..to);
        }
    }

    fn text(&mut self, text: &CowStr<'_>, range: Range<usize>) {
        let mut start = range.start;
        let escaped = self.line[self.at..start.max(self.at)].ends_with('\\');
        if let Some(c) = self.line[start..range.end].chars().next().filter(|_| escaped) {
            self.gap(start - 1);
            let end = start + c.len_utf8();
            self.push(Token::Alone(Meaning::Character(c.to_string())), start - 1..end);
            start = end;
        }
        self.gap(start);
        let written = &self.line[start..range.end];
        if text.ends_with(written) {
            self.push(Token::Words, start..range.end);
        } else {
            self.push(Token::Alone(Meaning::Character(text.to_string())), start..range.end);
        }
    }

    fn alone(&mut self, sign: Meaning, range: Range<usize>) {
        self.gap(range.start);
        self.push(Token::Alone(sign), range);
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let written = &self.line[range.clone()];
        let (sign, length) = match tag {
            Tag::Strong => (Meaning::Strong, Some(2)),
            Tag::Emphasis => (Meaning::Emphasis, Some(1)),
            Tag::Strikethrough if written.starts_with("~~") => (Meaning::Strikethrough, Some(2)),
            Tag::Strikethrough => (Meaning::Strikethrough, Some(1)),
            Tag::Link { link_type, .. }
                if !matches!(link_type, LinkType::Autolink | LinkType::Email) =>
            {
                (Meaning::Link, None)
            }
            Tag::Link { .. } => return self.hide(Meaning::Link, range),
            _ => return self.hide(Meaning::Other, range),
        };
        if self.open.len() > MAX_DEPTH {
            return self.hide(sign, range);
        }
        self.gap(range.start);
        self.push(Token::Open(sign), range.start..range.start + length.unwrap_or(1));
        self.open.push(Opened::Mark(length));
    }

    /// What is marked is part of the sign.
    fn hide(&mut self, sign: Meaning, range: Range<usize>) {
        self.alone(sign, range);
        self.hidden = 1;
    }

    fn end(&mut self, end: usize) {
        while let Some(opened) = self.open.pop() {
            match opened {
                Opened::Mark(length) => {
                    let start = length.map_or(self.at, |length| end - length);
                    self.gap(start);
                    return self.push(Token::Close, start..end);
                }
                Opened::Element(_, tag) => self.stray(tag),
            }
        }
    }

    /// A tag that nothing closes.
    fn stray(&mut self, tag: usize) {
        self.out[tag].0 = Token::Alone(Meaning::Element);
    }

    fn html(&mut self, html: &str, range: Range<usize>) {
        if html.starts_with("<!") || html.starts_with("<?") {
            return self.alone(Meaning::Other, range);
        }
        let name = super::tags::name(html);
        self.gap(range.start);
        if name == "br" {
            self.alone(Meaning::Break, range);
        } else if !html.starts_with("</") && self.open.len() <= MAX_DEPTH {
            self.open.push(Opened::Element(name.to_owned(), self.out.len()));
            self.push(Token::Open(Meaning::Element), range);
        } else if matches!(self.open.last(), Some(Opened::Element(open, _)) if open == name) {
            self.open.pop();
            self.push(Token::Close, range);
        } else {
            self.alone(Meaning::Element, range);
        }
    }

    fn finish(mut self) -> Vec<(Token, Range<usize>)> {
        self.gap(self.line.len());
        while let Some(opened) = self.open.pop() {
            if let Opened::Element(_, tag) = opened {
                self.stray(tag);
            }
        }
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let parts = tokens(text);
        let whole: String = parts.iter().map(|(_, range)| &text[range.clone()]).collect();
        assert_eq!(whole, text);
        let part = |(token, range): &(Token, Range<usize>)| {
            let words = &text[range.clone()];
            match token {
                Token::Words => words.to_owned(),
                Token::Open(_) => format!("⟨{words}⟩"),
                Token::Close => format!("⟨/{words}⟩"),
                Token::Alone(_) => format!("⟪{words}⟫"),
            }
        };
        parts.iter().map(part).collect()
    }

    #[test]
    fn words_and_signs() {
        for (text, expected) in [
            ("قرأ **المكتب** *هذا*", "قرأ ⟨**⟩المكتب⟨/**⟩ ⟨*⟩هذا⟨/*⟩"),
            ("见[决议 **71**][1]，[注][١]。", "见⟨[⟩决议 ⟨**⟩71⟨/**⟩⟨/][1]⟩，⟨[⟩注⟨/][١]⟩。"),
            ("[sic] [1] a * b 1. x", "[sic] [1] a * b 1. x"),
            ("a \\* b &amp; c\\\\", "a ⟪\\*⟫ b ⟪&amp;⟫ c⟪\\\\⟫"),
            ("`x *y*`[^1] b<br>c", "⟪`x *y*`⟫⟪[^1]⟫ b⟪<br>⟫c"),
            ("<em>a <b>c</em> d</q>", "⟪<em>⟫a ⟪<b>⟫c⟪</em>⟫ d⟪</q>⟫"),
            ("在<strong>“反恐”</strong>方面", "在⟨<strong>⟩“反恐”⟨/</strong>⟩方面"),
            ("<https://x.org/> [a](b \"c]\")", "⟪<https://x.org/>⟫ ⟨[⟩a⟨/](b \"c]\")⟩"),
            ("**a\n    b**\n\n    # *c*", "⟨**⟩a\n    b⟨/**⟩\n\n    # ⟨*⟩c⟨/*⟩"),
            ("[a\\]][1] [][2] ~~x~~ ~y~", "⟨[⟩a⟪\\]⟫⟨/][1]⟩ ⟨[⟩⟨/][2]⟩ ⟨~~⟩x⟨/~~⟩ ⟨~⟩y⟨/~⟩"),
            ("", ""),
        ] {
            assert_eq!(told(text), expected);
        }
    }

    #[test]
    fn depth_is_no_trouble() {
        let deep = format!("{}x{}", "<em>".repeat(500), "</em>".repeat(500));
        assert!(told(&deep).contains('x'));
        assert!(told(&"[".repeat(2000)).contains('['));
    }
}
