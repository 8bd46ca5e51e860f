//! The frame of every page: head, skip link, banner, main part, footer.

use std::borrow::Cow;
use std::sync::LazyLock;

use sha2::{Digest, Sha256};

use crate::locale::LocaleRef;
use crate::write::body::language_of;
use crate::write::node::{self, Element, Node, Raw, element};

/// The id of the main part; no anchor begins with `_`.
const MAIN: &str = "_main";

/// What differs from page to page.
pub(super) struct Page<'a> {
    /// The language of the page.
    pub locale: &'a LocaleRef,
    /// The title of the window.
    pub title: String,
    /// What else stands in the head.
    pub head: Vec<Element<'a>>,
    /// Linked data (JSON-LD) about the page; holds no `<`.
    pub data: Option<String>,
    /// The words of the skip link.
    pub skip: String,
    /// The banner.
    pub header: Vec<Node<'a>>,
    /// The main part.
    pub main: Vec<Node<'a>>,
    /// The footer.
    pub footer: Vec<Node<'a>>,
    /// How it looks.
    pub sheet: Sheet,
}

/// Which style sheet a page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    /// That of all pages.
    Single,
    /// The same, and what sets languages side by side.
    Parallel,
}

impl Page<'_> {
    /// The whole document.
    pub fn write(self) -> String {
        let style = match self.sheet {
            Sheet::Single => &*STYLE,
            Sheet::Parallel => &*PARALLEL,
        };
        let head = element("head")
            .child(element("meta").attribute("charset", "utf-8"))
            .child(policy(style, self.data.as_deref()))
            .child(meta("viewport", "width=device-width, initial-scale=1"))
            .child(element("title").text(self.title))
            .children(self.head)
            .children(self.data.map(script))
            .child(element("style").child(style.sheet.clone()));
        let skip = element("a").attribute("class", "skip").attribute("href", format!("#{MAIN}"));
        let main = element("main").attribute("id", MAIN).attribute("tabindex", "-1");
        let footer = (!self.footer.is_empty()).then(|| element("footer").children(self.footer));
        let body = element("body")
            .child(skip.text(self.skip))
            .child(element("header").children(self.header))
            .child(main.children(self.main))
            .children(footer);
        let root = element("html").attributes(language_of(self.locale));
        node::html(&root.child(head).child(body))
    }
}

/// `meta` with name and content.
pub(super) fn meta<'a>(name: &'static str, content: impl Into<Cow<'a, str>>) -> Element<'a> {
    element("meta").attribute("name", name).attribute("content", content)
}

fn script(data: String) -> Element<'static> {
    element("script")
        .attribute("type", "application/ld+json")
        .child(Raw::new(data).expect("it holds no `<`"))
}

/// A Content Security Policy (Level 3) that lets the page use its own style sheet and images of
/// its own site, and nothing else. Linked data is no script to a browser; the hash is for checkers
/// that look at the element's name alone.
fn policy(style: &Style, data: Option<&str>) -> Element<'static> {
    let style = &style.hash;
    let data = data.map(|data| format!("script-src {}; ", hash(data))).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; style-src {style}; {data}img-src 'self'; base-uri 'none'; \
         form-action 'none'"
    );
    element("meta").attribute("http-equiv", "Content-Security-Policy").attribute("content", policy)
}

/// The style sheet of all pages, and what their policies say of it.
struct Style {
    sheet: Raw<'static>,
    hash: String,
}

/// It is made from nothing but what the program is compiled from: a constant that takes some work.
static STYLE: LazyLock<Style> = LazyLock::new(|| Style::of(squeeze(include_str!("html.css"))));

/// The same for languages side by side; other pages do not carry it.
static PARALLEL: LazyLock<Style> = LazyLock::new(|| {
    let both = [include_str!("html.css"), include_str!("parallel.css")];
    Style::of(both.map(squeeze).concat())
});

impl Style {
    fn of(sheet: String) -> Self {
        Self { hash: hash(&sheet), sheet: Raw::new(sheet).expect("our own style sheet") }
    }
}

/// How a policy names what stands in a page.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

/// Base64 (RFC 4648 §4).
pub(super) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let at = |i: usize| u32::from(three.get(i).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for i in 0..4 {
            let letter = ALPHABET[(bits >> (18 - 6 * i) & 63) as usize];
            text.push(if i <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

/// The style sheet without comment lines and line breaks.
fn squeeze(style: &str) -> String {
    style.lines().filter(|line| !line.starts_with("/*")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_rfc_4648() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foob", "Zm9vYg==")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&Sha256::digest("")), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn the_style_sheet_keeps_our_rules() {
        let both = [include_str!("html.css"), include_str!("parallel.css")];
        let style = both.map(squeeze).concat();
        for never in ["px", "!important", "margin-left", "padding-right", "url(", "@import", "/*"] {
            assert!(!style.contains(never), "{never}");
        }
        let braces = |c| style.matches(c).count();
        assert_eq!(braces('{'), braces('}'));
    }

    /// WCAG 2.2, definition of relative luminance.
    fn luminance(colour: &str) -> f64 {
        let full: String = match colour.len() {
            3 => colour.chars().flat_map(|c| [c, c]).collect(),
            _ => colour.to_owned(),
        };
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&full[at..at + 2], 16).expect("hex")) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn contrast_is_enhanced_in_every_theme() {
        let style = include_str!("html.css");
        let themes: Vec<_> = style.lines().filter(|line| line.contains("--paper:")).collect();
        assert_eq!(themes.len(), 4);
        for theme in themes {
            let colour = |name: &str| {
                let (_, rest) = theme.split_once(&format!("--{name}:#")).expect("every colour");
                rest.split([';', '}']).next().expect("a value")
            };
            for ground in ["paper", "soft"] {
                for words in ["ink", "link", "seen", "mark"] {
                    let ratio = contrast(colour(words), colour(ground));
                    assert!(ratio >= 7.0, "{words} on {ground}: {ratio:.2} in {theme}");
                }
                // WCAG 1.4.11: borders.
                assert!(contrast(colour("rule"), colour(ground)) >= 3.0, "{theme}");
            }
        }
    }
}
