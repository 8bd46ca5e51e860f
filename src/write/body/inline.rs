//! Words and what they mean.

use unic_langid::LanguageIdentifier;

use super::{Medium, Writer};
use crate::catalog::Phrase;
use crate::document::{Inline, Mark, plain};
use crate::locale::{Direction, LocaleRef, direction_of};
use crate::target::Target;
use crate::write::node::{Element, Node, element};

/// Inlines without links, references and ids.
pub(super) fn label(inlines: &[Inline], locale: &LocaleRef) -> Vec<Node> {
    let direction = locale.direction();
    let mut nodes = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Span(Mark::Link { .. }, content) => nodes.extend(label(content, locale)),
            Inline::Span(mark, content) => {
                nodes.push(span(mark, direction).children(label(content, locale)).into());
            }
            Inline::Text(words) => nodes.push(Node::Text(words.clone())),
            Inline::Code(code) => nodes.push(code_words(code, direction)),
            Inline::Break => nodes.push(Node::Text(" ".to_owned())),
            Inline::NoteRef(_) => {}
        }
    }
    nodes
}

/// The class of a leaf that is one link and nothing else: a finger must find it (WCAG 2.5.5).
pub(super) fn class(inlines: &[Inline]) -> Option<&'static str> {
    matches!(inlines, [Inline::Span(Mark::Link { .. }, _)]).then_some("go")
}

impl Writer<'_> {
    /// The inlines of a leaf in this locale.
    pub(super) fn inlines(&mut self, inlines: &[Inline], locale: &LocaleRef) -> Vec<Node> {
        inlines.iter().map(|inline| self.inline(inline, locale)).collect()
    }

    fn inline(&mut self, inline: &Inline, locale: &LocaleRef) -> Node {
        match inline {
            Inline::Text(words) => Node::Text(words.clone()),
            Inline::Code(code) => code_words(code, locale.direction()),
            Inline::Break => element("br").into(),
            Inline::NoteRef(number) => self.note_ref(*number).into(),
            Inline::Span(Mark::Link { target, hreflang }, content) => {
                let link = self.link(target, content).maybe("hreflang", hreflang.clone());
                link.children(self.inlines(content, locale)).into()
            }
            Inline::Span(mark, content) => {
                span(mark, locale.direction()).children(self.inlines(content, locale)).into()
            }
        }
    }

    /// A link, or plain words where the target cannot be reached: a book without the address of
    /// the release cannot lead to a file beside it.
    fn link(&mut self, target: &Target, words: &[Inline]) -> Element {
        let Some(address) = self.address(target) else { return element("span") };
        // On paper an address follows its link, unless it has been read before.
        let shown = plain(words);
        let seen = !shown.is_empty() && address.trim_end_matches('/').ends_with(&shown);
        let web = self.medium == Medium::Html && address.starts_with("http");
        let said = web && (!self.said.insert(address.clone()) || seen);
        element("a").attribute("href", address).maybe("class", said.then_some("said"))
    }

    fn address(&self, target: &Target) -> Option<String> {
        let url = target.as_str();
        // RFC 3986 §4.2: a colon before any slash ends a scheme.
        let absolute = url.split(['/', '?', '#']).next().is_some_and(|part| part.contains(':'));
        if absolute || target.fragment().is_some() {
            return Some(url.to_owned());
        }
        match self.medium {
            Medium::Html => Some(format!("../{url}")),
            Medium::Epub => {
                let base = self.edition.settings.base_url.as_ref()?;
                Some(format!("{base}{}/{url}", self.edition.slug))
            }
        }
    }

    fn note_ref(&mut self, number: usize) -> Element {
        let first = self.referred.insert(number);
        let label = self.edition.say(Phrase::Note { number });
        let link = element("a")
            .maybe("id", first.then(|| format!("_noteref-{number}")))
            .attribute("role", "doc-noteref")
            .attribute("href", format!("#_note-{number}"))
            .attribute("aria-label", label)
            .text(number.to_string());
        element("sup").child(link)
    }
}

/// Code in the line: never translated, always left to right.
fn code_words(code: &str, around: Direction) -> Node {
    let direction = match around {
        Direction::Rtl => Some(Direction::Ltr.as_str()),
        Direction::Ltr => None,
    };
    element("code").maybe("dir", direction).attribute("translate", "no").text(code).into()
}

/// The element of a mark among words that run in a direction.
fn span(mark: &Mark, around: Direction) -> Element {
    match mark {
        Mark::Emphasis => element("em"),
        Mark::Strong => element("strong"),
        Mark::Strikethrough => element("s"),
        Mark::Subscript => element("sub"),
        Mark::Superscript => element("sup"),
        Mark::Isolate => element("bdi"),
        Mark::Language { lang, dir } => {
            let own = dir.map(Direction::as_str).or_else(|| turned(lang.as_ref(), around));
            element("span").maybe("lang", lang.clone()).maybe("dir", own)
        }
        Mark::Abbreviation { expansion } => element("abbr").attribute("title", expansion.clone()),
        Mark::Cite { lang } => tongue(element("cite"), lang.as_ref(), around),
        Mark::Quote { lang } => tongue(element("q"), lang.as_ref(), around),
        Mark::Time { datetime } => element("time").attribute("datetime", datetime.clone()),
        Mark::Link { .. } => element("span"),
    }
}

fn tongue(element: Element, lang: Option<&String>, around: Direction) -> Element {
    element.maybe("lang", lang.cloned()).maybe("dir", turned(lang, around))
}

/// The direction of a language where it is not that of the words around.
fn turned(lang: Option<&String>, around: Direction) -> Option<&'static str> {
    let tag: LanguageIdentifier = lang?.parse().ok()?;
    let direction = direction_of(&tag);
    (direction != around).then(|| direction.as_str())
}
