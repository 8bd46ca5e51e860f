//! Markup as values: the one escaper, and the three serializers of one tree.
//!
//! Nothing else in this crate composes markup: what is well-formed here is well-formed everywhere.

/// A piece of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Words; escaped when they are written.
    Text(String),
    /// The content of `style` or of a `script` that holds data: written as it is.
    Raw(Raw),
}

/// An element: `element("p").attribute("id", "a").text("Words")`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// Text that HTML does not let us escape; so it cannot hold anything that would end it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw(String);

impl Raw {
    /// The text, or `None` when it holds `</` or `<!` (HTML §13.1.2.6, §4.12.1.3).
    pub fn new(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        (!text.contains("</") && !text.contains("<!")).then_some(Self(text))
    }
}

/// An element without attributes and children.
pub fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

impl Element {
    /// With one more attribute.
    #[must_use]
    pub fn attribute(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With one more attribute if there is a value.
    #[must_use]
    pub fn maybe(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    /// With more attributes.
    #[must_use]
    pub fn attributes(mut self, more: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        self.attributes.extend(more);
        self
    }

    /// With one more child.
    #[must_use]
    pub fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// With more children.
    #[must_use]
    pub fn children<N: Into<Node>>(mut self, more: impl IntoIterator<Item = N>) -> Self {
        self.children.extend(more.into_iter().map(Into::into));
        self
    }

    /// With words.
    #[must_use]
    pub fn text(self, words: impl Into<String>) -> Self {
        self.child(Node::Text(words.into()))
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    fn first(&self, name: &str) -> Option<&str> {
        self.get(name).or_else(|| self.children.iter().find_map(|node| node.first(name)))
    }

    /// Whether nothing stands in the element.
    pub fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    /// Whether this element or one in it fits.
    pub fn any(&self, fits: &dyn Fn(&Self) -> bool) -> bool {
        let inside = |node: &Node| matches!(node, Node::Element(element) if element.any(fits));
        fits(self) || self.children.iter().any(inside)
    }
}

impl Node {
    /// The value of an attribute of the first element that has one: this, or one in it.
    pub fn first(&self, name: &str) -> Option<&str> {
        match self {
            Self::Element(element) => element.first(name),
            Self::Text(_) | Self::Raw(_) => None,
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<Raw> for Node {
    fn from(raw: Raw) -> Self {
        Self::Raw(raw)
    }
}

/// An HTML document (HTML §13.1) with this root element.
pub fn html(root: &Element) -> String {
    let mut out = String::from("<!DOCTYPE html>\n");
    write_element(&mut out, root, Syntax::Html);
    out
}

/// An XHTML document (HTML §14.1, EPUB 3.3 §6.1) with this root element. Every `lang` has its
/// `xml:lang` beside it; the `epub` prefix is declared where an attribute uses it.
pub fn xhtml(root: &Element) -> String {
    const NAMESPACE: &str = "http://www.w3.org/1999/xhtml";
    const OPS: &str = "http://www.idpf.org/2007/ops";
    let prefixed = |element: &Element| element.attributes.iter().any(|a| a.0.starts_with("epub:"));
    let mut attributes = vec![("xmlns", NAMESPACE.to_owned())];
    if root.any(&prefixed) {
        attributes.push(("xmlns:epub", OPS.to_owned()));
    }
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n");
    write_with(&mut out, (root, &attributes), Syntax::Xhtml);
    out
}

/// Any other XML document with this root element.
pub fn xml(root: &Element) -> String {
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

fn write_element(out: &mut String, element: &Element, syntax: Syntax) {
    write_with(out, (element, &[]), syntax);
}

/// Writes an element that has some attributes before its own.
fn write_with(
    out: &mut String,
    (element, first): (&Element, &[(&'static str, String)]),
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
fn stands_alone(element: &Element, syntax: Syntax) -> bool {
    match syntax {
        Syntax::Html | Syntax::Xhtml => is_block(element.name),
        Syntax::Xml => !CODES.contains(&element.name),
    }
}

fn write_node(out: &mut String, node: &Node, syntax: Syntax) {
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

/// The one escaper, for words and for attributes in double quotes. Characters that XML 1.0 §2.2
/// does not know are left out.
fn escape(out: &mut String, text: &str) {
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF; no other character has these bytes.
        let special = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\r' => "&#13;",
            b'\t' | b'\n' => continue,
            0xEF if text[at..].starts_with(['\u{fffe}', '\u{ffff}']) => "",
            byte if byte < b' ' => "",
            _ => continue,
        };
        out.push_str(&text[plain..at]);
        out.push_str(special);
        plain = at + if byte == 0xEF { 3 } else { 1 };
    }
    out.push_str(&text[plain..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Element {
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
        let evil = element("p").attribute("title", "\"><script>").text("</p>\u{1}\u{ffff}\r");
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
}
