//! What a reader sees of a message, sign by sign, and where each stands in what was written.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, LinkType, Parser, Tag, TagEnd};

use super::characters::joint;
use super::inline::{PREFIX, resolve};
use super::notes::label_at;
use super::{options, tags};

/// One sign that a reader sees. There are as many as a release has characters, so it is small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The character.
    pub c: char,
    /// How it came there.
    pub hand: Hand,
    length: u16,
    start: u32,
}

impl Sign {
    /// A character and the bytes of a message that it is written with.
    pub fn new(c: char, range: Range<usize>, hand: Hand) -> Self {
        let length = u16::try_from(range.len()).expect("no more bytes than a message has");
        let start = u32::try_from(range.start).expect("no more bytes than a message has");
        Self { c, hand, length, start }
    }

    /// The bytes that it is written with.
    pub fn range(self) -> Range<usize> {
        let start = self.start as usize;
        start..start + usize::from(self.length)
    }

    /// Counts those bytes in a file in which the message begins at a byte.
    pub fn move_by(&mut self, start: usize) {
        self.start += u32::try_from(start).expect("a text has less than 4 GiB");
    }
}

/// A message is not longer (`catalog` refuses it): what is, is not prose.
pub const MOST_BYTES: usize = 64_000;

/// How a sign came to where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Written as it is.
    Own,
    /// Written another way (`\*`, `&nbsp;`, a line end for a space): meant as it is.
    Fixed,
    /// Not the language's own words: another language's, or an address.
    Foreign,
    /// Something in the place of words, such as code: `U+FFFC`.
    Thing,
    /// The end of a line or paragraph.
    End,
}

/// The signs of inline Markdown. Marks, the targets of links and the numbers of notes are none; what
/// is longer than a message can be has none.
pub fn signs(text: &str) -> Vec<Sign> {
    let mut all: Vec<Sign> = Vec::new();
    if text.len() > MOST_BYTES {
        return all;
    }
    for paragraph in paragraphs(text) {
        if !all.is_empty() {
            all.push(Sign::new('\n', paragraph.start..paragraph.start, Hand::End));
        }
        Reader::new(text, paragraph).read(&mut all);
    }
    all
}

/// The bytes of the paragraphs: blank lines part them, white space around them is none of theirs.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut parted = true;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_matches([' ', '\t', '\r', '\n']);
        if !words.is_empty() {
            let start = at + (line.len() - line.trim_start_matches([' ', '\t']).len());
            let end = start + words.len();
            match found.last_mut().filter(|_| !parted) {
                Some(last) => last.end = end,
                None => found.push(start..end),
            }
        }
        parted = words.is_empty();
        at += line.len();
    }
    found
}

/// Reads one paragraph.
struct Reader<'t> {
    text: &'t str,
    start: usize,
    /// The paragraph on one line, each byte where it was behind [`PREFIX`].
    line: String,
    /// The line ends in it, with the white space and the marks of blocks around them.
    joints: Vec<Range<usize>>,
    /// The tags that are open, and whether each names a language.
    open: Vec<bool>,
    /// Whether the words are an address.
    address: bool,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, paragraph: Range<usize>) -> Self {
        let words = &text[paragraph.clone()];
        let mut line = format!("{PREFIX}{words}");
        let mut joints = Vec::new();
        for (at, _) in words.match_indices('\n') {
            let before = words[..at].trim_end_matches([' ', '\t', '\r']);
            let slashes = before.bytes().rev().take_while(|byte| *byte == b'\\').count();
            let start = before.len() - slashes % 2;
            let end = words.len() - words[at..].trim_start_matches(['\n', ' ', '\t', '>']).len();
            let range = PREFIX.len() + start..PREFIX.len() + end;
            line.replace_range(range.clone(), &" ".repeat(end - start));
            joints.push(range);
        }
        Self { text, start: paragraph.start, line, joints, open: Vec::new(), address: false }
    }

    fn read(mut self, all: &mut Vec<Sign>) {
        // pulldown-cmark knows a note reference by its definition only.
        let labels = self.line.match_indices("[^").filter_map(|(at, _)| label_at(&self.line[at..]));
        let mut line = self.line.clone();
        labels.for_each(|label| line.extend(["\n\n[^", label, "]: x"]));
        let callback = |link: BrokenLink<'_>| resolve(&link);
        let events = Parser::new_with_broken_link_callback(&line, options(), Some(callback))
            .into_offset_iter()
            .skip(1)
            .take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Paragraph)));
        for (event, range) in events {
            self.event(&event, range, all);
        }
    }

    fn event(&mut self, event: &Event<'_>, range: Range<usize>, all: &mut Vec<Sign>) {
        match event {
            Event::Text(words) => self.words(words, range, all),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                all.push(self.sign('\u{FFFC}', range, Hand::Thing));
            }
            Event::InlineHtml(html) | Event::Html(html) => match tags::parse(html) {
                Ok(tags::Tag::Break) => all.push(self.sign('\n', range, Hand::End)),
                Ok(tags::Tag::Open(_, mark)) => self.open.push(mark.language().is_some()),
                Ok(tags::Tag::Close(_)) => drop(self.open.pop()),
                Ok(tags::Tag::Comment(_)) | Err(_) => {}
            },
            Event::HardBreak => all.push(self.sign('\n', range, Hand::End)),
            Event::Start(Tag::Link { link_type, .. }) => {
                self.address = matches!(link_type, LinkType::Autolink | LinkType::Email);
            }
            Event::End(TagEnd::Link) => self.address = false,
            Event::Start(_)
            | Event::End(_)
            | Event::SoftBreak
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }

    fn words(&self, words: &str, range: Range<usize>, all: &mut Vec<Sign>) {
        let foreign = self.address || self.open.contains(&true);
        let hand = |hand| if foreign { Hand::Foreign } else { hand };
        if self.line.get(range.clone()) != Some(words) {
            all.extend(words.chars().map(|c| self.sign(c, range.clone(), hand(Hand::Fixed))));
            return;
        }
        let before = self.line[..range.start].bytes().rev();
        let escaped = before.take_while(|byte| *byte == b'\\').count() % 2 == 1;
        for (offset, c) in words.char_indices() {
            let at = range.start + offset;
            if at < PREFIX.len() {
                continue;
            }
            let next = self.joints.partition_point(|joint| joint.end <= at);
            if let Some(joint) = self.joints.get(next).filter(|joint| joint.start <= at) {
                if at == joint.start {
                    all.extend(self.joint(joint));
                }
                continue;
            }
            let own = if escaped && offset == 0 && c.is_ascii_punctuation() {
                Hand::Fixed
            } else {
                Hand::Own
            };
            all.push(self.sign(c, at..at + c.len_utf8(), hand(own)));
        }
    }

    /// What a reader sees of a line end: a space, or nothing inside Chinese.
    fn joint(&self, range: &Range<usize>) -> Option<Sign> {
        let (before, after) = (&self.line[..range.start], &self.line[range.end..]);
        let space = joint(before.chars().last(), after.chars().next());
        space.chars().next().map(|c| self.sign(c, range.clone(), Hand::Fixed))
    }

    /// A sign, its place counted in the text.
    fn sign(&self, c: char, range: Range<usize>, hand: Hand) -> Sign {
        let place = |at: usize| (at.saturating_sub(PREFIX.len()) + self.start).min(self.text.len());
        Sign::new(c, place(range.start)..place(range.end), hand)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The signs, each with the letter of its hand, and a proof that they stand where they say.
    fn seen(text: &str) -> String {
        let letter = |hand| match hand {
            Hand::Own => "",
            Hand::Fixed => "'",
            Hand::Foreign => "~",
            Hand::Thing | Hand::End => "!",
        };
        let all = signs(text);
        for sign in all.iter().filter(|sign| sign.hand == Hand::Own) {
            assert_eq!(text[sign.range()], *sign.c.to_string(), "{text}");
        }
        let mut seen = String::new();
        for sign in &all {
            seen.push(sign.c);
            seen.push_str(letter(sign.hand));
        }
        seen
    }

    #[test]
    fn what_a_reader_sees() {
        for (text, expected) in [
            ("بعد **كلمة**، [قرار][١][^1].", "بعد كلمة، قرار."),
            ("中文**强调。**后`文`", "中文**强调。**后\u{FFFC}!"),
            ("中文\n    中文\n    a b", "中文中文 'a b"),
            ("a\n> b\\\n> c", "a 'b 'c"),
            ("a\n\n    - b", "a\n!- b"),
            ("1. a\\*b&nbsp;c", "1. a*'b\u{A0}'c"),
            ("<span lang=\"la\">ab</span><br>c *d*", "a~b~\n!c d"),
            ("<https://un.org> [w](https://un.org/a_b)", "h~t~t~p~s~:~/~/~u~n~.~o~r~g~ w"),
            ("[sic] _x_ ~~y~~ <!-- note: z -->", "[sic] x y "),
        ] {
            assert_eq!(seen(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_signs_where_they_say(
            text in "([ab中ن*_`\\\\\\[\\]()<>&;!~ .\n\"]|  |\n\n|<em>|</em>|<br>|\\[\\^a\\]|\\]\\[1\\]|&nbsp;|> ){0,40}",
        ) {
            let mut end = 0;
            for sign in signs(&text) {
                let written = text.get(sign.range()).expect("bytes of the text");
                assert!(sign.range().start >= end || sign.hand != Hand::Own, "{text:?}");
                assert!(sign.hand != Hand::Own || written == sign.c.to_string(), "{text:?}");
                end = sign.range().end.max(end);
            }
        }
    }
}
