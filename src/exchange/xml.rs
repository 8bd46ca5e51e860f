//! Reading XML that somebody sends: elements with their places; nothing that loads or multiplies.

use std::ops::Range;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use crate::diagnostic::{Diagnostic, SourceText};

/// The deepest nesting that is read.
const DEEPEST: usize = 200;

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// Its local name; empty for one of another namespace than the root's.
    pub name: String,
    /// The attributes without those of other namespaces: `xml:lang` is `xml:lang`.
    pub attributes: Vec<(String, String)>,
    /// What stands in it.
    pub children: Vec<Child>,
    /// Bytes of its start tag.
    pub range: Range<usize>,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Child {
    Element(Element),
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element in it with this name.
    pub fn first(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    fn say(&mut self, words: &str) {
        match self.children.last_mut() {
            Some(Child::Text(before)) => before.push_str(words),
            Some(Child::Element(_)) | None => self.children.push(Child::Text(words.to_owned())),
        }
    }
}

/// The root element of a document whose namespace is `namespace`.
///
/// # Errors
/// What is wrong with the document: it is not well-formed, of another namespace, or has a document
/// type, which could load files and multiply words.
pub(super) fn read(source: &SourceText, namespace: &str) -> Result<Element, Diagnostic> {
    let mut reader = NsReader::from_str(source.text());
    reader.config_mut().check_comments = true;
    reader.config_mut().expand_empty_elements = true;
    let mut builder = Builder { namespace, open: Vec::new(), root: None };
    loop {
        let start = offset(reader.buffer_position());
        let read = reader.read_resolved_event();
        let read = read.map(|(found, event)| (bound(&found), event.into_owned()));
        let (found, event) = read.map_err(|error| {
            let at = offset(reader.error_position());
            broken(&error.to_string()).at(source.place(at..at))
        })?;
        let range = start..offset(reader.buffer_position());
        if matches!(event, Event::Eof) {
            break;
        }
        let taken = builder.event(&event, found.as_deref(), range.clone());
        taken.map_err(|problem| problem.at(source.place(range)))?;
    }
    let end = source.text().len();
    let early = || broken("it ends too early").at(source.place(end..end));
    builder.root.filter(|_| builder.open.is_empty()).ok_or_else(early)
}

struct Builder<'a> {
    namespace: &'a str,
    open: Vec<Element>,
    root: Option<Element>,
}

impl Builder<'_> {
    fn event(
        &mut self,
        event: &Event<'_>,
        found: Option<&str>,
        range: Range<usize>,
    ) -> Result<(), Diagnostic> {
        match event {
            Event::Start(tag) => self.start(tag, found, range),
            Event::End(_) => {
                let done = self.open.pop().ok_or_else(|| broken("an end without a beginning"))?;
                match self.open.last_mut() {
                    Some(parent) => parent.children.push(Child::Element(done)),
                    None => self.root = Some(done),
                }
                Ok(())
            }
            Event::Text(text) => self.say(&text.xml10_content()),
            Event::CData(text) => self.say(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().ok().flatten().map(String::from);
                let known = || resolve_predefined_entity(name).map(str::to_owned);
                let text = character.or_else(known);
                self.say(&text.ok_or_else(|| broken("an entity that XML does not know"))?)
            }
            Event::Decl(declaration) => match declaration.encoding() {
                Some(Ok(name)) if !name.eq_ignore_ascii_case("utf-8") => Err(encoding(&name)),
                Some(_) | None => Ok(()),
            },
            Event::DocType(_) => Err(doctype()),
            Event::PI(_) | Event::Comment(_) | Event::Eof => Ok(()),
            Event::Empty(_) => Err(broken("an element that was not expected")),
        }
    }

    fn start(
        &mut self,
        tag: &BytesStart<'_>,
        found: Option<&str>,
        range: Range<usize>,
    ) -> Result<(), Diagnostic> {
        if self.open.len() > DEEPEST {
            return Err(broken("elements stand too deep in each other"));
        }
        if self.open.is_empty() && self.root.is_some() {
            return Err(broken("a second element stands beside the first"));
        }
        let own = found == Some(self.namespace);
        if self.open.is_empty() && !own {
            return Err(foreign(tag));
        }
        let name = if own { tag.local_name().as_ref().to_owned() } else { String::new() };
        let attributes = attributes(tag).map_err(|why| broken(&why))?;
        self.open.push(Element { name, attributes, children: Vec::new(), range });
        Ok(())
    }

    fn say(&mut self, text: &str) -> Result<(), Diagnostic> {
        match self.open.last_mut() {
            Some(parent) => parent.say(text),
            None if text.trim().is_empty() => {}
            None => return Err(broken("words stand outside of every element")),
        }
        Ok(())
    }
}

fn offset(position: u64) -> usize {
    usize::try_from(position).expect("it is a place in a text in memory")
}

/// The namespace that a name is bound to.
fn bound(found: &ResolveResult<'_>) -> Option<String> {
    match found {
        ResolveResult::Bound(namespace) => Some(namespace.as_ref().to_owned()),
        ResolveResult::Unbound | ResolveResult::Unknown(_) => None,
    }
}

fn attributes(tag: &BytesStart<'_>) -> Result<Vec<(String, String)>, String> {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Explicit1_0);
        let value = value.map_err(|error| error.to_string())?.into_owned();
        attributes.push((attribute.key.as_ref().to_owned(), value));
    }
    Ok(attributes)
}

fn broken(why: &str) -> Diagnostic {
    Diagnostic::error("xliff-broken", format!("the file cannot be read as XML: {why}"))
        .help("save or export it again from the translation tool; nothing is changed")
}

fn foreign(tag: &BytesStart<'_>) -> Diagnostic {
    let message = format!("this is not XLIFF 1.2: its first element is `{}`", tag.name().as_ref());
    Diagnostic::error("xliff-foreign", message).help(
        "give the file that `hexapla export --format xliff` made, edited, in the same format: \
         XLIFF 1.2",
    )
}

fn encoding(name: &str) -> Diagnostic {
    let message = format!("the file says that its encoding is `{name}`");
    Diagnostic::error("xliff-broken", message).help("save it with the encoding UTF-8")
}

fn doctype() -> Diagnostic {
    let message = "the file has a document type (`<!DOCTYPE`), which XLIFF has not";
    let help = "take it out: it can load other files and multiply words";
    Diagnostic::error("xliff-broken", message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPACE: &str = "urn:x";

    fn read(text: &str) -> Result<Element, &'static str> {
        super::read(&SourceText::new("a.xlf", text), SPACE).map_err(|problem| {
            assert!(problem.place.is_some() && problem.help.is_some());
            problem.code
        })
    }

    #[test]
    fn elements_and_words() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- x --><y:a xmlns:y=\"urn:x\" \
                    b=\"&quot;中\nب&#x41;\" xml:lang=\"ar\"> &lt;ع<![CDATA[<&]]><z/>&#20013;<y:c/></y:a>\n";
        let root = read(text).expect("it is sound");
        assert_eq!((root.get("b"), root.get("xml:lang")), (Some("\"中 بA"), Some("ar")));
        let texts: Vec<_> = root
            .children
            .iter()
            .map(|child| match child {
                Child::Text(text) => text.as_str(),
                Child::Element(element) => element.name.as_str(),
            })
            .collect();
        assert_eq!(texts, [" <ع<&", "", "中", "c"]);
        assert!(text[root.range].starts_with("<y:a"));
    }

    #[test]
    fn what_is_broken_foreign_or_dangerous_is_refused() {
        let deep = format!("<a xmlns=\"urn:x\">{}", "<b>".repeat(100_000));
        let bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"&x;&x;\">]>\
                    <a xmlns=\"urn:x\">&y;</a>";
        for (text, code) in [
            ("", "xliff-broken"),
            ("نص", "xliff-broken"),
            ("<a xmlns=\"urn:x\">", "xliff-broken"),
            ("<a xmlns=\"urn:x\"><b></a></b>", "xliff-broken"),
            ("<a xmlns=\"urn:x\">&x;</a>", "xliff-broken"),
            ("<a xmlns=\"urn:x\">& </a>", "xliff-broken"),
            ("<a xmlns=\"urn:x\" b=\"1\" b=\"2\"/>", "xliff-broken"),
            ("<a xmlns=\"urn:x\"/><b/>", "xliff-broken"),
            ("<a xmlns=\"urn:x\"/>中", "xliff-broken"),
            (deep.as_str(), "xliff-broken"),
            ("<a/>", "xliff-foreign"),
            ("<html xmlns=\"urn:y\"/>", "xliff-foreign"),
            (
                "<?xml version=\"1.0\" encoding=\"windows-1251\"?><a xmlns=\"urn:x\"/>",
                "xliff-broken",
            ),
            (bomb, "xliff-broken"),
        ] {
            assert_eq!(read(text).map(|_| ()), Err(code), "{}", text.get(..60).unwrap_or(text));
        }
    }
}
