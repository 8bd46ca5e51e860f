//! Markup as values: the one escaper, and the three serializers of one tree.
//!
//! Nothing else in this crate composes markup: what is well-formed here is well-formed everywhere.
//! A tree borrows its words from where they are: they are copied once, when they are written.

use std::borrow::Cow;
use std::ops::Range;

/// Name and value.
pub type Attribute<'a> = (&'static str, Cow<'a, str>);

/// A piece of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node<'a> {
    /// An element.
    Element(Element<'a>),
    /// Words; escaped when they are written.
    Text(Cow<'a, str>),
    /// The content of `style` or of a `script` that holds data: written as it is.
    Raw(Raw<'a>),
}

/// An element: `element("p").attribute("id", "a").text("Words")`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element<'a> {
    name: &'static str,
    attributes: Vec<Attribute<'a>>,
    children: Vec<Node<'a>>,
}

/// Text that HTML does not let us escape; so it cannot hold anything that would end it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw<'a>(Cow<'a, str>);

impl<'a> Raw<'a> {
    /// The text, or `None` when it holds `</` or `<!` (HTML §13.1.2.6, §4.12.1.3).
    pub fn new(text: impl Into<Cow<'a, str>>) -> Option<Self> {
        let text = text.into();
        (!text.contains("</") && !text.contains("<!")).then_some(Self(text))
    }
}

/// An element without attributes and children.
pub fn element<'a>(name: &'static str) -> Element<'a> {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

impl<'a> Element<'a> {
    /// With one more attribute.
    #[must_use]
    pub fn attribute(mut self, name: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With one more attribute if there is a value.
    #[must_use]
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Cow<'a, str>>>) -> Self {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    /// With more attributes.
    #[must_use]
    pub fn attributes(mut self, more: impl IntoIterator<Item = Attribute<'a>>) -> Self {
        self.attributes.extend(more);
        self
    }

    /// With one more child.
    #[must_use]
    pub fn child(mut self, child: impl Into<Node<'a>>) -> Self {
        self.children.push(child.into());
        self
    }

    /// With more children.
    #[must_use]
    pub fn children<N: Into<Node<'a>>>(mut self, more: impl IntoIterator<Item = N>) -> Self {
        let more = more.into_iter().map(Into::into);
        if self.children.is_empty() {
            // A `Vec` of nodes becomes the children as it is.
            self.children = more.collect();
        } else {
            self.children.extend(more);
        }
        self
    }

    /// With words.
    #[must_use]
    pub fn text(self, words: impl Into<Cow<'a, str>>) -> Self {
        self.child(Node::Text(words.into()))
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| &**value)
    }

    fn first(&self, name: &str) -> Option<&str> {
        self.get(name).or_else(|| self.children.iter().find_map(|node| node.first(name)))
    }

    /// Whether nothing stands in the element.
    pub fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    /// The same, with words of its own.
    pub fn into_owned(self) -> Element<'static> {
        let Self { name, attributes, children } = self;
        let own = |(name, value): Attribute<'_>| (name, Cow::Owned(value.into_owned()));
        let attributes = attributes.into_iter().map(own).collect();
        let children = children.into_iter().map(Node::into_owned).collect();
        Element { name, attributes, children }
    }

    /// Whether this element or one in it fits.
    pub fn any(&self, fits: &dyn Fn(&Self) -> bool) -> bool {
        let inside = |node: &Node<'a>| matches!(node, Node::Element(element) if element.any(fits));
        fits(self) || self.children.iter().any(inside)
    }
}

impl Node<'_> {
    /// The value of an attribute of the first element that has one: this, or one in it.
    pub fn first(&self, name: &str) -> Option<&str> {
        match self {
            Self::Element(element) => element.first(name),
            Self::Text(_) | Self::Raw(_) => None,
        }
    }

    /// The same, with words of its own.
    pub fn into_owned(self) -> Node<'static> {
        match self {
            Self::Element(element) => Node::Element(element.into_owned()),
            Self::Text(words) => Node::Text(Cow::Owned(words.into_owned())),
            Self::Raw(Raw(text)) => Node::Raw(Raw(Cow::Owned(text.into_owned()))),
        }
    }
}

impl<'a> From<Element<'a>> for Node<'a> {
    fn from(element: Element<'a>) -> Self {
        Self::Element(element)
    }
}

impl<'a> From<Raw<'a>> for Node<'a> {
    fn from(raw: Raw<'a>) -> Self {
        Self::Raw(raw)
    }
}

/// An HTML document (HTML §13.1) with this root element.
pub fn html(root: &Element<'_>) -> String {
    let mut out = String::from("<!DOCTYPE html>\n");
    write_element(&mut out, root, Syntax::Html);
    out
}

/// A part of an HTML document.
pub fn part(node: &Node<'_>) -> String {
    let mut out = String::new();
    write_node(&mut out, node, Syntax::Html);
    out
}

/// An XHTML document (HTML §14.1, EPUB 3.3 §6.1) with this root element. Every `lang` has its
/// `xml:lang` beside it; the `epub` prefix is declared where an attribute uses it.
pub fn xhtml(root: &Element<'_>) -> String {
    const NAMESPACE: &str = "http://www.w3.org/1999/xhtml";
    const OPS: &str = "http://www.idpf.org/2007/ops";
    let prefixed =
        |element: &Element<'_>| element.attributes.iter().any(|a| a.0.starts_with("epub:"));
    let mut attributes = vec![("xmlns", NAMESPACE.into())];
    if root.any(&prefixed) {
        attributes.push(("xmlns:epub", OPS.into()));
    }
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n");
    write_with(&mut out, (root, &attributes), Syntax::Xhtml);
    out
}

/// Any other XML document with this root element.
pub fn xml(root: &Element<'_>) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    write_element(&mut out, root, Syntax::Xml);
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Syntax {
    Html,
    Xhtml,
    Xml,
}

/// HTML §13.1.2: elements that have no content and no end tag.
fn is_void(name: &str) -> bool {
    matches!(name, "meta" | "link" | "img" | "br" | "hr")
}

/// Elements that stand on lines of their own: white space around them means nothing.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "head"
            | "title"
            | "meta"
            | "link"
            | "style"
            | "script"
            | "body"
            | "header"
            | "main"
            | "footer"
            | "nav"
            | "article"
            | "section"
            | "aside"
            | "div"
            | "address"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "p"
            | "hr"
            | "pre"
            | "blockquote"
            | "ol"
            | "ul"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "figure"
            | "figcaption"
            | "table"
            | "caption"
            | "thead"
            | "tbody"
            | "tr"
    )
}

fn write_element(out: &mut String, element: &Element<'_>, syntax: Syntax) {
    write_with(out, (element, &[]), syntax);
}

/// Writes an element that has some attributes before its own.
fn write_with(
    out: &mut String,
    (element, first): (&Element<'_>, &[Attribute<'_>]),
    syntax: Syntax,
) {
    let block = stands_alone(element, syntax);
    if block && !out.ends_with('\n') {
        out.push('\n');
    }
    out.push('<');
    out.push_str(element.name);
    for (name, value) in first.iter().chain(&element.attributes) {
        write_attribute(out, name, value);
        if syntax == Syntax::Xhtml && *name == "lang" {
            write_attribute(out, "xml:lang", value);
        }
    }
    let childless = element.children.is_empty();
    match syntax {
        Syntax::Html if is_void(element.name) => out.push('>'),
        Syntax::Xhtml if is_void(element.name) => out.push_str("/>"),
        Syntax::Xml if childless => out.push_str("/>"),
        // `<p/>` would be read as `<p>` by whoever takes XHTML for HTML.
        Syntax::Html | Syntax::Xhtml | Syntax::Xml => {
            out.push('>');
            element.children.iter().for_each(|child| write_node(out, child, syntax));
            out.push_str("</");
            out.push_str(element.name);
            out.push('>');
        }
    }
    if block {
        out.push('\n');
    }
}

/// The inline elements of XLIFF 1.2 and TMX 1.4b: words stand beside them.
const CODES: [&str; 5] = ["g", "x", "bpt", "ept", "ph"];

/// In other XML an element stands alone unless words stand beside it: only codes have those.
fn stands_alone(element: &Element<'_>, syntax: Syntax) -> bool {
    match syntax {
        Syntax::Html | Syntax::Xhtml => is_block(element.name),
        Syntax::Xml => !CODES.contains(&element.name),
    }
}

fn write_node(out: &mut String, node: &Node<'_>, syntax: Syntax) {
    match node {
        Node::Element(element) => write_element(out, element, syntax),
        Node::Text(words) => escape(out, words),
        Node::Raw(raw) => match syntax {
            Syntax::Html => out.push_str(&raw.0),
            Syntax::Xhtml | Syntax::Xml => escape(out, &raw.0),
        },
    }
}

fn write_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

/// So many bytes are looked at together.
const CHUNK: usize = 32;

/// The one escaper, for words and for attributes in double quotes. Characters that XML 1.0 §2.2
/// does not know, or advises against, are left out.
fn escape(out: &mut String, text: &str) {
    let (chunks, rest) = text.as_bytes().as_chunks::<CHUNK>();
    // No byte ends the search, so that the machine looks at many at once.
    let special = |bytes: &[u8]| bytes.iter().fold(false, |any, byte| any | may_be_special(*byte));
    let mut plain = 0;
    for (start, chunk) in (0..).step_by(CHUNK).zip(chunks) {
        if special(chunk) {
            plain = escape_part(out, text, start..start + CHUNK, plain);
        }
    }
    if special(rest) {
        plain = escape_part(out, text, text.len() - rest.len()..text.len(), plain);
    }
    out.push_str(&text[plain..]);
}

#[expect(clippy::needless_bitwise_bool, reason = "what branches is done byte by byte")]
fn may_be_special(byte: u8) -> bool {
    (byte < b' ')
        | (byte == 0x7F)
        | (byte == 0xC2)
        | (byte == b'&')
        | (byte == b'<')
        | (byte == b'>')
        | (byte == b'"')
        | (byte == 0xEF)
}

/// Escapes what stands in a part of the text; all before `plain` is written. Gives the new `plain`.
fn escape_part(out: &mut String, text: &str, part: Range<usize>, mut plain: usize) -> usize {
    let bytes = &text.as_bytes()[part.clone()];
    for (at, byte) in part.zip(bytes).filter(|(_, byte)| may_be_special(**byte)) {
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF; no other character has these bytes.
        let special = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\r' => "&#13;",
            b'\t' | b'\n' => continue,
            0xEF if text[at..].starts_with(['\u{fffe}', '\u{ffff}']) => "",
            // U+0080 to U+009F command terminals; XML 1.0 §2.2 advises against them.
            0xC2 if text.as_bytes()[at + 1] < 0xA0 => "",
            0..b' ' | 0x7F => "",
            _ => continue,
        };
        out.push_str(&text[plain..at]);
        out.push_str(special);
        plain = at
            + match byte {
                0xEF => 3,
                0xC2 => 2,
                _ => 1,
            };
    }
    plain
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn page() -> Element<'static> {
        let words = element("p").attribute("lang", "ar").text("السلام <عليكم> & 中文");
        element("html")
            .attribute("lang", "zh-Hans")
            .child(words.child(element("br")).child(element("em").text("“再见”")))
            .child(element("p"))
    }

    #[test]
    fn one_tree_three_syntaxes() {
        assert_eq!(
            html(&page()),
            "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n\
             <p lang=\"ar\">السلام &lt;عليكم&gt; &amp; 中文<br><em>“再见”</em></p>\n<p></p>\n</html>\n"
        );
        assert_eq!(
            xhtml(&page()),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n\
             <html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-Hans\" xml:lang=\"zh-Hans\">\n\
             <p lang=\"ar\" xml:lang=\"ar\">السلام &lt;عليكم&gt; &amp; 中文<br/><em>“再见”</em></p>\n\
             <p></p>\n</html>\n"
        );
        let package =
            element("package").child(element("dc:title").text("标题")).child(element("item"));
        assert_eq!(
            xml(&package),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<package>\n<dc:title>标题</dc:title>\n\
             <item/>\n</package>\n"
        );
    }

    #[test]
    fn nothing_breaks_out() {
        let evil =
            element("p").attribute("title", "\"><script>").text("</p>\u{1}\u{9b}\u{7f}\u{ffff}\r");
        let written = html(&element("html").child(evil));
        assert!(written.contains("title=\"&quot;&gt;&lt;script&gt;\">&lt;/p&gt;&#13;</p>"));
        assert!(Raw::new("a</script>").is_none() && Raw::new("<!--").is_none());
        assert!(Raw::new("a > b { }").is_some());
    }

    #[test]
    fn the_epub_prefix_is_declared_where_it_is_used() {
        let nav = element("html").child(element("nav").attribute("epub:type", "toc"));
        assert!(xhtml(&nav).contains(" xmlns:epub=\"http://www.idpf.org/2007/ops\""));
        assert!(!xhtml(&page()).contains("xmlns:epub"));
    }

    #[test]
    fn depth_is_no_trouble() {
        let mut deep = element("em").text("深");
        for _ in 0..1000 {
            deep = element("em").child(deep);
        }
        assert_eq!(html(&element("p").child(deep)).matches("</em>").count(), 1001);
    }
    /// What `escape` says, character by character.
    fn slowly(text: &str) -> String {
        let one = |c: char| match c {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            '"' => "&quot;".to_owned(),
            '\r' => "&#13;".to_owned(),
            '\t' | '\n' => c.to_string(),
            '\0'..' ' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => String::new(),
            _ => c.to_string(),
        };
        text.chars().map(one).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn many_bytes_at_once_are_escaped_as_one_by_one(
            text in "([<>&\"\r\n\t\u{1}\u{7f}-\u{a1}\u{fffe}\u{ffff}\u{ff01}]|[a-z]{0,9}|[ء-ي中文（）]{0,9}|\\PC){0,20}",
        ) {
            let mut out = String::new();
            escape(&mut out, &text);
            prop_assert_eq!(out, slowly(&text));
        }
    }
}
