//! Inline codes: a message as words, which a translator changes, and signs, which stay as they are.

use std::collections::BTreeMap;

use crate::catalog::placeables;
use crate::catalog::write::fingerprint;
use crate::markdown::{Meaning, Token, fold_digits, tokens};

/// A message cut into words and codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Coded {
    /// The codes in the order in which they begin.
    pub codes: Vec<Code>,
    /// The parts in order; indices are those of `codes`.
    pub parts: Vec<Part>,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Words, and white space as it stands.
    Words(String),
    /// Where a code begins that goes around words.
    Start(usize),
    /// Where it ends.
    End(usize),
    /// A code that stands alone.
    Alone(usize),
}

/// A code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code {
    /// What it is.
    pub sort: Sort,
    /// How it is written, or how it begins.
    pub open: String,
    /// How it ends, if it goes around words.
    pub close: Option<String>,
}

/// What a code is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Strong,
    Emphasis,
    Strikethrough,
    Link,
    Element,
    Break,
    Code,
    Note,
    /// What Fluent puts in: a term, a variable.
    Placeable,
    /// A character that has to be written as more than one.
    Character(String),
    Other,
}

impl Sort {
    fn of(sign: Meaning) -> Self {
        match sign {
            Meaning::Strong => Self::Strong,
            Meaning::Emphasis => Self::Emphasis,
            Meaning::Strikethrough => Self::Strikethrough,
            Meaning::Link => Self::Link,
            Meaning::Element => Self::Element,
            Meaning::Break => Self::Break,
            Meaning::Code => Self::Code,
            Meaning::Note => Self::Note,
            Meaning::Other => Self::Other,
            Meaning::Character(c) => Self::Character(c),
        }
    }

    /// The value of XLIFF's `ctype` and TMX's `type` (XLIFF 1.2 §2.3 has the list).
    pub fn ctype(&self) -> &'static str {
        match self {
            Self::Strong => "bold",
            Self::Emphasis => "italic",
            Self::Strikethrough => "x-strikethrough",
            Self::Link => "link",
            Self::Element => "x-element",
            Self::Break => "lb",
            Self::Code => "x-code",
            Self::Note => "x-note",
            Self::Placeable => "x-placeable",
            Self::Character(_) => "x-character",
            Self::Other => "x-other",
        }
    }

    /// Whether no edition can do without it, whatever an earlier translation did.
    pub fn is_vital(&self) -> bool {
        matches!(self, Self::Link | Self::Note | Self::Code)
    }
}

/// What stands between the beginning and the end of a code in [`Code::shown`].
const BETWEEN: char = '…';

impl Code {
    /// The code as a person reads it: `[…][1]`, `{ -unoct }`.
    pub fn shown(&self) -> String {
        let text = match &self.close {
            Some(close) => format!("{}{BETWEEN}{close}", self.open),
            None => self.open.clone(),
        };
        text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The code that was shown, if it is one.
    pub fn parse(shown: &str, around: Around) -> Option<Self> {
        match shown.strip_suffix(" }") {
            // Fluent wants every variant, and the end, on a line of its own.
            Some(select) if around == Around::Nothing && select.contains("->") => {
                let variants = select.replace(" *[", "\n   *[").replace(" [", "\n    [");
                Self::read(&format!("{variants}\n    }}"), around)
            }
            Some(_) | None => Self::read(shown, around),
        }
    }

    fn read(shown: &str, around: Around) -> Option<Self> {
        let (open, close) = match around {
            Around::Nothing => (shown, None),
            // Neither the beginning of a link nor the end of another code can hold the sign.
            Around::Words if shown.starts_with('[') => {
                let (open, close) = shown.split_once(BETWEEN)?;
                (open, Some(close))
            }
            Around::Words => {
                let (open, close) = shown.rsplit_once(BETWEEN)?;
                (open, Some(close))
            }
        };
        let coded =
            Coded::of(&format!("{open}{}", close.map_or(String::new(), |c| format!("x{c}"))));
        let code = coded.codes.first()?;
        let same = code.open == open && code.close.as_deref() == close;
        (same && coded.codes.len() == 1).then(|| code.clone())
    }

    /// What is the same for codes that mean the same: `[…][١]` and `[…][1]`.
    pub fn meaning(&self) -> String {
        match self.sort {
            Sort::Strong => "strong".to_owned(),
            Sort::Emphasis => "em".to_owned(),
            Sort::Element if self.open == "<strong>" => "strong".to_owned(),
            Sort::Element if self.open == "<em>" => "em".to_owned(),
            Sort::Break => "br".to_owned(),
            Sort::Link | Sort::Note => fold_digits(&self.shown()).into_owned(),
            Sort::Placeable => self.open.split_ascii_whitespace().collect(),
            Sort::Strikethrough | Sort::Element | Sort::Code | Sort::Character(_) | Sort::Other => {
                self.shown()
            }
        }
    }

    /// The same mark as an element, which may stand between any two characters.
    fn as_element(&self) -> Self {
        let name = match self.sort {
            Sort::Strong => "strong",
            Sort::Emphasis => "em",
            Sort::Strikethrough
            | Sort::Link
            | Sort::Element
            | Sort::Break
            | Sort::Code
            | Sort::Note
            | Sort::Placeable
            | Sort::Character(_)
            | Sort::Other => return self.clone(),
        };
        let tag = |slash: &str| ["<", slash, name, ">"].concat();
        Self { sort: Sort::Element, open: tag(""), close: Some(tag("/")) }
    }
}

/// What a code goes around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    Words,
    Nothing,
}

impl Coded {
    /// Cuts a pattern.
    pub fn of(pattern: &str) -> Self {
        let placeables: Vec<_> = placeables(pattern).collect();
        let mut plain = pattern.to_owned();
        for placeable in &placeables {
            // To Markdown a placeable is letters, or the sign that it stands for, and as long.
            let sign = placeable.text.as_deref().and_then(|text| text.chars().next());
            let stuff = if sign.is_some_and(|c| c.is_ascii_punctuation()) { ";" } else { "x" };
            plain.replace_range(placeable.range.clone(), &stuff.repeat(placeable.range.len()));
        }
        let mut coded = Self::default();
        let mut open = Vec::new();
        let mut done = 0;
        for (token, range) in tokens(&plain) {
            let start = range.start.max(done);
            // A backslash may stand before a placeable: the two are one.
            let cut =
                placeables.iter().find(|p| p.range.start < range.end && range.end < p.range.end);
            let end =
                cut.filter(|_| token != Token::Words).map_or(range.end, |p| p.range.end).max(start);
            done = end;
            let written = || pattern[start..end].to_owned();
            match token {
                Token::Words => coded.words(pattern, start..end, &placeables),
                Token::Open(sign) => {
                    open.push(coded.codes.len());
                    coded.parts.push(Part::Start(coded.codes.len()));
                    coded.codes.push(Code { sort: Sort::of(sign), open: written(), close: None });
                }
                Token::Close => {
                    let index = open.pop().expect("what is closed was opened");
                    coded.codes[index].close = Some(written());
                    coded.parts.push(Part::End(index));
                }
                Token::Alone(sign) => {
                    let sort = match cut.map(|placeable| &placeable.text) {
                        Some(Some(text)) => Sort::Character(text.clone()),
                        Some(None) | None => Sort::of(sign),
                    };
                    coded.alone(sort, written());
                }
            }
        }
        coded
    }

    /// Words, and the placeables in them.
    fn words(
        &mut self,
        pattern: &str,
        range: std::ops::Range<usize>,
        placeables: &[crate::catalog::Placeable],
    ) {
        let mut at = range.start;
        for placeable in placeables.iter().filter(|p| range.contains(&p.range.start)) {
            self.say(&pattern[at..placeable.range.start]);
            at = placeable.range.end;
            let sort = match &placeable.text {
                Some(text) if !text.is_empty() => Sort::Character(text.clone()),
                Some(_) | None => Sort::Placeable,
            };
            self.alone(sort, pattern[placeable.range.clone()].to_owned());
        }
        self.say(&pattern[at.min(range.end)..range.end]);
    }

    fn alone(&mut self, sort: Sort, open: String) {
        self.parts.push(Part::Alone(self.codes.len()));
        self.codes.push(Code { sort, open, close: None });
    }

    /// Adds words.
    pub fn say(&mut self, words: &str) {
        match self.parts.last_mut() {
            _ if words.is_empty() => {}
            Some(Part::Words(before)) => before.push_str(words),
            Some(_) | None => self.parts.push(Part::Words(words.to_owned())),
        }
    }

    /// The pattern: what was cut, put together.
    pub fn joined(&self) -> String {
        let mut pattern = String::new();
        for part in &self.parts {
            match part {
                Part::Words(words) => pattern.push_str(words),
                Part::Start(index) | Part::Alone(index) => {
                    pattern.push_str(&self.codes[*index].open);
                }
                Part::End(index) => {
                    pattern.push_str(self.codes[*index].close.as_deref().unwrap_or_default());
                }
            }
        }
        pattern
    }

    /// The pattern of words that somebody wrote between codes, in which the words are words and the
    /// codes are codes when it is read again. `None`: there is no such pattern.
    pub fn written(&self) -> Option<String> {
        let escaped = self.with_words(escape);
        let marks = Self {
            codes: escaped.codes.iter().map(Code::as_element).collect(),
            parts: escaped.parts.clone(),
        };
        let said = self.said();
        let tries = [self.joined(), escaped.joined(), marks.joined()];
        let mut fitting = tries.into_iter().filter(|pattern| Self::of(pattern).said() == said);
        let first = fitting.next()?;
        // Braces that people type may be no Fluent.
        let is_fluent = |pattern: &String| fingerprint(pattern).is_some();
        let other = if is_fluent(&first) { None } else { fitting.find(is_fluent) };
        Some(other.unwrap_or(first))
    }

    /// Whether another has the same words and codes; white space may differ, for tools change it.
    pub fn is_like(&self, other: &Self) -> bool {
        let folded = |text: &str| text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        self.codes == other.codes && folded(&self.joined()) == folded(&other.joined())
    }

    fn with_words(&self, change: fn(&str) -> String) -> Self {
        let change = |part: &Part| match part {
            Part::Words(words) => Part::Words(change(words)),
            Part::Start(_) | Part::End(_) | Part::Alone(_) => part.clone(),
        };
        Self { codes: self.codes.clone(), parts: self.parts.iter().map(change).collect() }
    }

    /// What the parts say, however it is written.
    fn said(&self) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        let mut words = String::new();
        for part in &self.parts {
            let (sign, index) = match part {
                Part::Words(more) => {
                    words.push_str(more);
                    continue;
                }
                Part::Start(index) => ("start ", index),
                Part::End(index) => ("end ", index),
                Part::Alone(index) => ("", index),
            };
            let code = &self.codes[*index];
            if let Sort::Character(c) = &code.sort {
                words.push_str(c);
                continue;
            }
            said.push(std::mem::take(&mut words));
            said.push(format!("{sign}{}", code.meaning()));
        }
        said.push(words);
        said
    }

    /// Names for the codes: those that mean the same as one of `source` have its name, which no two
    /// codes of a message share.
    pub fn names(&self, source: Option<&Self>) -> Vec<String> {
        let Some(source) = source else {
            return (1..=self.codes.len()).map(|number| number.to_string()).collect();
        };
        let mut free: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, code) in source.codes.iter().enumerate().rev() {
            free.entry(code.meaning()).or_default().push(index + 1);
        }
        let mut next = source.codes.len();
        let name = |code: &Code| {
            let same = free.get_mut(&code.meaning()).and_then(Vec::pop);
            same.unwrap_or_else(|| {
                next += 1;
                next
            })
        };
        self.codes.iter().map(name).map(|number| number.to_string()).collect()
    }

    /// How often each code stands there, by its meaning; characters are words.
    pub fn counts(&self) -> BTreeMap<String, (usize, &Code)> {
        let mut counts = BTreeMap::new();
        for code in self.codes.iter().filter(|code| !matches!(code.sort, Sort::Character(_))) {
            counts.entry(code.meaning()).or_insert((0, code)).0 += 1;
        }
        counts
    }
}

/// The words with what would be a sign written so that it is none.
fn escape(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '{' => out.push_str("{ \"{\" }"),
            '}' => out.push_str("{ \"}\" }"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '!' => {
                out.extend(['\\', c]);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
