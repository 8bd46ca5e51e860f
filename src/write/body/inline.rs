//! Words and what they mean.

use std::borrow::Cow;

use super::{Medium, Writer};
use crate::catalog::Phrase;
use crate::document::{Inline, Mark, plain};
use crate::locale::{Direction, LocaleRef};
use crate::target::Target;
use crate::write::node::{Element, Node, element};

/// Inlines without links, references and ids.
pub(super) fn label<'a>(inlines: &'a [Inline], locale: &LocaleRef) -> Vec<Node<'a>> {
    let direction = locale.direction();
    let mut nodes = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Span(Mark::Link { .. }, content) => nodes.extend(label(content, locale)),
            Inline::Span(mark, content) => {
                nodes.push(span(mark, direction).children(label(content, locale)).into());
            }
            Inline::Text(said) => words(said, locale, &mut nodes),
            Inline::Code(code) => nodes.push(code_words(code, direction)),
            Inline::Break => nodes.push(Node::Text(" ".into())),
            Inline::NoteRef(_) => {}
        }
    }
    nodes
}

/// The class of a leaf that is one link and nothing else: a finger must find it (WCAG 2.5.5).
pub(in crate::write) fn class(inlines: &[Inline]) -> Option<&'static str> {
    matches!(inlines, [Inline::Span(Mark::Link { .. }, _)]).then_some("go")
}

impl<'a> Writer<'a> {
    /// The inlines of a leaf in this locale.
    pub(in crate::write) fn inlines(
        &mut self,
        inlines: &'a [Inline],
        locale: &LocaleRef,
    ) -> Vec<Node<'a>> {
        let mut nodes = Vec::with_capacity(inlines.len());
        for inline in inlines {
            self.inline(inline, locale, &mut nodes);
        }
        nodes
    }

    fn inline(&mut self, inline: &'a Inline, locale: &LocaleRef, nodes: &mut Vec<Node<'a>>) {
        let node = match inline {
            Inline::Text(said) => return words(said, locale, nodes),
            Inline::Code(code) => code_words(code, locale.direction()),
            Inline::Break => element("br").into(),
            Inline::NoteRef(number) => self.note_ref(*number).into(),
            Inline::Span(Mark::Link { target, hreflang }, content) => {
                let link = self.link(target, content).maybe("hreflang", hreflang.as_deref());
                link.children(self.inlines(content, locale)).into()
            }
            Inline::Span(mark, content) => {
                span(mark, locale.direction()).children(self.inlines(content, locale)).into()
            }
        };
        nodes.push(node);
    }

    /// A link, or plain words where the target cannot be reached: a book without the address of
    /// the release cannot lead to a file beside it.
    fn link(&mut self, target: &'a Target, words: &[Inline]) -> Element<'a> {
        let Some(address) = self.address(target) else { return element("span") };
        // On paper an address follows its link, unless it has been read before.
        let web = self.medium == Medium::Html && address.starts_with("http");
        let said = web && (!self.said.insert(address.to_string()) || shows(words, &address));
        element("a").attribute("href", address).maybe("class", said.then_some("said"))
    }

    fn address(&self, target: &'a Target) -> Option<Cow<'a, str>> {
        let url = target.as_str();
        // RFC 3986 §4.2: a colon before any slash ends a scheme.
        let absolute = url.split(['/', '?', '#']).next().is_some_and(|part| part.contains(':'));
        if absolute || target.fragment().is_some() {
            return Some(url.into());
        }
        match self.medium {
            Medium::Html => Some(format!("../{url}").into()),
            Medium::Epub => {
                let base = self.edition.settings.base_url.as_ref()?;
                Some(format!("{base}{}/{url}", self.edition.slug).into())
            }
        }
    }

    fn note_ref(&mut self, number: usize) -> Element<'a> {
        let first = self.referred.insert(number);
        let label = self.edition.say(Phrase::Note { number });
        let link = element("a")
            .maybe("id", first.then(|| format!("_noteref-{number}{}", self.suffix)))
            .attribute("role", "doc-noteref")
            .attribute("href", format!("#_note-{number}"))
            .attribute("aria-label", label)
            .text(self.edition.furniture.number(number as u64));
        element("sup").child(link)
    }
}

/// Whether words are the end of an address.
fn shows(words: &[Inline], address: &str) -> bool {
    let shown = plain(words);
    !shown.is_empty() && address.trim_end_matches('/').ends_with(&shown)
}

/// Words. In Chinese the dot of a foreign name (`约翰·史密斯`) begins no line (GB/T 15834), but UAX #14
/// lets it and no property of CSS forbids it: so it is tied to the character before it.
fn words<'a>(said: &'a str, locale: &LocaleRef, nodes: &mut Vec<Node<'a>>) {
    const DOT: char = '·';
    let mut rest = said;
    let chinese = locale.language() == "zh";
    while let Some((before, after)) = chinese.then(|| rest.split_once(DOT)).flatten() {
        let tie = before.char_indices().next_back().map_or(0, |(last, _)| last);
        let end = before.len() + DOT.len_utf8();
        let tied = element("span").attribute("class", "tie").text(&rest[tie..end]);
        nodes.extend((tie > 0).then(|| Node::Text(rest[..tie].into())));
        nodes.push(tied.into());
        rest = after;
    }
    nodes.extend((!rest.is_empty()).then(|| Node::Text(rest.into())));
}

/// Code of at most this many characters is kept on one line.
const SHORT_CODE: usize = 12;

/// Code in the line: never translated, always left to right.
fn code_words(code: &str, around: Direction) -> Node<'_> {
    let direction = match around {
        Direction::Rtl => Some(Direction::Ltr.as_str()),
        Direction::Ltr => None,
    };
    // `\{` on two lines would be two signs.
    let short = (code.chars().count() <= SHORT_CODE).then_some("short");
    let element = element("code").maybe("class", short).maybe("dir", direction);
    element.attribute("translate", "no").text(code).into()
}

/// The element of a mark among words that run in a direction.
fn span(mark: &Mark, around: Direction) -> Element<'_> {
    let direction = mark.direction(around);
    let turned = (direction != around).then(|| direction.as_str());
    match mark {
        Mark::Emphasis => element("em"),
        Mark::Strong => element("strong"),
        Mark::Strikethrough => element("s"),
        Mark::Subscript => element("sub"),
        Mark::Superscript => element("sup"),
        Mark::Isolate => element("bdi"),
        Mark::Language { lang, dir } => {
            let set = dir.map(Direction::as_str);
            element("span").maybe("lang", lang.as_deref()).maybe("dir", set.or(turned))
        }
        Mark::Abbreviation { expansion } => element("abbr").attribute("title", expansion),
        Mark::Cite { lang } => element("cite").maybe("lang", lang.as_deref()).maybe("dir", turned),
        Mark::Quote { lang } => element("q").maybe("lang", lang.as_deref()).maybe("dir", turned),
        Mark::Time { datetime } => element("time").attribute("datetime", datetime),
        Mark::Link { .. } => element("span"),
    }
}
