//! An HTML page: no parse errors, nothing that acts, every reference leads somewhere.

use std::collections::BTreeSet;

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::QuirksMode;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::scheme;

/// Elements that an edition never has: what they show or do comes from elsewhere.
const NEVER: [&str; 14] = [
    "applet", "audio", "base", "button", "embed", "form", "frame", "iframe", "input", "math",
    "object", "svg", "textarea", "video",
];

/// What an element of a page says of itself.
#[derive(Default)]
struct Seen {
    ids: BTreeSet<String>,
    /// Ids that something refers to.
    wanted: Vec<String>,
}

/// Reads a page as a browser would.
pub fn page(path: &str, text: &str) {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(text);
    let errors = dom.errors.borrow();
    assert!(errors.is_empty(), "{path}: {errors:?}\n{text}");
    assert_eq!(dom.quirks_mode.get(), QuirksMode::NoQuirks, "{path}");
    let mut seen = Seen::default();
    let mut open: Vec<Handle> = vec![dom.document.clone()];
    while let Some(node) = open.pop() {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let attributes = attrs.borrow();
            let attributes: Vec<_> =
                attributes.iter().map(|one| (&*one.name.local, &*one.value)).collect();
            seen.element(path, &name.local, &attributes);
            if &*name.local == "script" {
                linked_data(path, &node, &attributes);
            }
        }
        open.extend(node.children.borrow().iter().cloned());
    }
    seen.finish(path);
}

/// A script is data, and nothing that runs.
fn linked_data(path: &str, script: &Handle, attributes: &[(&str, &str)]) {
    assert_eq!(attributes, [("type", "application/ld+json")], "{path}: a script");
    let text: String = script
        .children
        .borrow()
        .iter()
        .map(|child| match &child.data {
            NodeData::Text { contents } => contents.borrow().to_string(),
            _ => panic!("{path}: a script holds markup"),
        })
        .collect();
    serde_json::from_str::<serde_json::Value>(&text).expect("linked data is JSON");
}

impl Seen {
    fn element(&mut self, path: &str, name: &str, attributes: &[(&str, &str)]) {
        assert!(!NEVER.contains(&name), "{path}: <{name}>");
        for (key, value) in attributes {
            assert!(!key.starts_with("on") && *key != "style", "{path}: {name} {key}={value}");
            match *key {
                "id" => {
                    assert!(!value.is_empty() && !value.contains(char::is_whitespace), "{path}");
                    assert!(self.ids.insert((*value).to_owned()), "{path}: `{value}` twice");
                }
                "href" | "src" | "srcset" | "cite" => self.target(path, (name, key), value),
                "aria-labelledby" | "aria-describedby" | "for" | "headers" => {
                    self.wanted.extend(value.split(' ').map(str::to_owned));
                }
                _ => {}
            }
        }
    }

    fn target(&mut self, path: &str, (name, key): (&str, &str), value: &str) {
        if let Some(fragment) = value.strip_prefix('#') {
            self.wanted.push(fragment.to_owned());
            return;
        }
        let fine = match scheme(value).as_deref() {
            None => !value.starts_with("//") && !value.is_empty(),
            Some("http" | "https" | "mailto" | "tel") => key == "href",
            Some(_) => false,
        };
        assert!(fine, "{path}: {name} {key}={value}");
        assert!(!value.contains(|c: char| c.is_whitespace() || c.is_control()), "{path}: {value}");
    }

    fn finish(self, path: &str) {
        for id in self.wanted {
            let id = decoded(&id);
            assert!(self.ids.contains(&id), "{path}: there is no `#{id}`");
        }
    }
}

/// A fragment without escapes (RFC 3986 §2.1).
pub(super) fn decoded(fragment: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = fragment.as_bytes();
    while let [first, tail @ ..] = rest {
        let pair = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.filter(|_| *first == b'%').and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
