//! The judge: what may stand in what is published, and in what is said. It reads the files with
//! parsers of its own (html5ever, quick-xml, zip) and knows nothing of the rows.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use hexapla::files::is_portable;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// What is known: the rest is an attack.
pub struct Judge {
    /// By the kind of document, then by the element: its attributes.
    elements: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
    /// Hosts and mailboxes that the project itself names.
    addresses: BTreeSet<String>,
}

/// What was found in a document: what is wrong, and the words that it says.
#[derive(Debug, Default)]
pub struct Verdict {
    pub wrong: Vec<String>,
    pub words: String,
}

impl Verdict {
    fn object(&mut self, what: impl Into<String>) {
        self.wrong.push(what.into());
    }

    fn take(&mut self, path: &str, other: Self) {
        self.wrong.extend(other.wrong.into_iter().map(|what| format!("{path}: {what}")));
        self.words.push_str(&other.words);
        self.words.push('\n');
    }
}

impl Judge {
    /// A judge of a project's editions. `own` are the publisher's files, which name what may be
    /// linked to.
    pub fn new<'a>(own: impl IntoIterator<Item = &'a str>) -> Self {
        let mut elements: BTreeMap<String, BTreeMap<_, _>> = BTreeMap::new();
        let mut kind = String::new();
        let text = fs::read_to_string("tests/attacks/known.txt").unwrap();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[') {
                name.trim_end_matches(']').clone_into(&mut kind);
                continue;
            }
            let mut names = line.split(' ').map(str::to_owned);
            let name = names.next().unwrap();
            elements.entry(kind.clone()).or_default().insert(name, names.collect());
        }
        let ends = |c: char| c.is_whitespace() || "()<>\"'[]".contains(c);
        let words = own.into_iter().flat_map(|text| text.split(ends));
        // What EPUB and schema.org are known by, and what says how accessible a book is.
        let standards = ["schema.org", "www.idpf.org", "www.w3.org", "purl.org"];
        let mut addresses: BTreeSet<String> = standards.map(str::to_owned).into();
        for word in words {
            match word.split_once("://") {
                Some((_, rest)) => {
                    addresses.extend(rest.split(['/', '?', '#']).next().map(str::to_lowercase));
                }
                None if word.contains('@') => {
                    addresses.insert(word.trim_start_matches("mailto:").to_owned());
                }
                // `hosts` of the settings.
                None => addresses.extend(word.contains('.').then(|| word.to_owned())),
            }
        }
        Self { elements, addresses }
    }

    /// Everything in a folder of output.
    pub fn folder(&self, folder: &Path) -> Verdict {
        let mut verdict = Verdict::default();
        self.below(folder, "", &mut verdict);
        verdict
    }

    fn below(&self, folder: &Path, prefix: &str, verdict: &mut Verdict) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let path = format!("{prefix}{name}");
            if entry.file_type().unwrap().is_symlink() || !is_portable(&name) {
                verdict.object(format!("{path}: a name or a link that no build of ours makes"));
            } else if entry.file_type().unwrap().is_dir() {
                self.below(&entry.path(), &format!("{path}/"), verdict);
            } else {
                verdict.take(&path, self.file(&path, &fs::read(entry.path()).unwrap()));
            }
        }
    }

    /// A file, by the ending of its name.
    pub fn file(&self, path: &str, bytes: &[u8]) -> Verdict {
        let depth = path.matches('/').count();
        let text = || std::str::from_utf8(bytes).unwrap_or("\u{FFFD}");
        match path.rsplit('.').next().unwrap_or_default() {
            "html" => self.page(text(), depth),
            "xhtml" => self.document("page", text(), depth),
            "atom" => self.document("feed", text(), depth),
            "xml" if path.starts_with("sitemap") => self.document("map", text(), depth),
            "opf" | "xml" => self.document("package", text(), depth),
            "svg" => self.document("picture", text(), depth),
            "txt" | "css" => plain(text().trim_start_matches('\u{FEFF}')),
            "json" => json(text()),
            "epub" => self.book(bytes),
            "png" | "gif" | "jpg" | "webp" => Verdict::default(),
            _ if path == "mimetype" => Verdict::default(),
            _ => Verdict {
                wrong: vec!["a file of a kind that is not known".to_owned()],
                ..Verdict::default()
            },
        }
    }

    fn book(&self, bytes: &[u8]) -> Verdict {
        let mut verdict = Verdict::default();
        let mut book = match zip::ZipArchive::new(Cursor::new(bytes)) {
            Ok(book) => book,
            Err(error) => {
                verdict.object(error.to_string());
                return verdict;
            }
        };
        let mut names = BTreeSet::new();
        for index in 0..book.len() {
            let mut file = book.by_index(index).unwrap();
            let name = file.name().to_owned();
            if !names.insert(name.to_lowercase()) {
                verdict.object(format!("`{name}` is there twice"));
            }
            if !name.split('/').all(is_portable) || file.is_symlink() || file.is_dir() {
                verdict.object(format!("`{name}` is no name for a file of a book"));
            }
            if file.size() > 1 << 20 || file.size() > 200 * (file.compressed_size() + 1) {
                verdict.object(format!("`{name}` is a bomb"));
                continue;
            }
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            verdict.take(&name, self.file(&name, &bytes));
        }
        // `by_index` sees what the central directory lists: what is hidden before it counts, too.
        let headers = bytes.windows(4).filter(|four| *four == b"PK\x03\x04").count();
        if headers < book.len() {
            verdict.object("the directory lists more files than there are");
        }
        verdict
    }

    /// An HTML page, as a browser cuts it into tags.
    fn page(&self, markup: &str, depth: usize) -> Verdict {
        let sink = Sink { judge: self, depth, state: RefCell::default() };
        let queue = BufferQueue::default();
        queue.push_back(markup.into());
        let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
        let _ = tokenizer.feed(&queue);
        tokenizer.end();
        let mut state = tokenizer.sink.state.into_inner();
        for (name, raw) in std::mem::take(&mut state.raws) {
            let hash = format!("'sha256-{}'", base64(&Sha256::digest(raw.as_bytes())));
            if name == "script" && serde_json::from_str::<Value>(&raw).is_ok() {
                state.verdict.take("metadata", json(&raw));
            }
            if ["script", "style"].contains(&name.as_str()) && !state.policy.contains(&hash) {
                state.verdict.object(format!("the policy does not know what is in `{name}`"));
            }
        }
        if !state.policy.starts_with("default-src 'none'; ") || state.policy.contains("unsafe") {
            state.verdict.object("a page without its policy");
        }
        state.verdict
    }

    /// An XML document of a book, or a picture.
    fn document(&self, kind: &str, text: &str, depth: usize) -> Verdict {
        let mut verdict = Verdict::default();
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut open = 0_usize;
        loop {
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    verdict.object(format!("not well-formed: {error}"));
                    return verdict;
                }
            };
            match event {
                Event::Start(start) => {
                    open += 1;
                    let name = start.name().as_ref().to_owned();
                    if ["script", "style"].contains(&name.as_str()) {
                        verdict.object(format!("a {name} in a book or a picture"));
                    }
                    match attributes(&start) {
                        Ok(list) => self.tag(kind, (&name, &list, depth), &mut verdict),
                        Err(error) => verdict.object(error),
                    }
                }
                Event::End(_) => open -= 1,
                Event::Text(words) => verdict.words.push_str(&words.xml10_content()),
                Event::CData(words) => verdict.words.push_str(&words.xml10_content()),
                Event::GeneralRef(name) => {
                    let character = name.resolve_char_ref().ok().flatten().map(String::from);
                    match character.as_deref().or_else(|| resolve_predefined_entity(&name)) {
                        Some(words) => verdict.words.push_str(words),
                        None => verdict.object("an entity that XML does not know"),
                    }
                }
                Event::DocType(kind) if kind.trim().eq_ignore_ascii_case("html") => {}
                Event::Decl(_) => {}
                Event::DocType(_) | Event::PI(_) | Event::Comment(_) | Event::Empty(_) => {
                    verdict.object("something that no document of ours holds");
                }
                Event::Eof if open == 0 => break,
                Event::Eof => {
                    verdict.object("it ends too early");
                    break;
                }
            }
        }
        let words = std::mem::take(&mut verdict.words);
        verdict.wrong.extend(unfit(&words));
        verdict.words = words;
        verdict
    }

    /// A start tag: name and attributes.
    fn tag(&self, kind: &str, tag: (&str, &[(String, String)], usize), verdict: &mut Verdict) {
        let (name, attributes, depth) = tag;
        let Some(known) = self.elements[kind].get(name) else {
            return verdict.object(format!("an element `{name}`"));
        };
        for (key, value) in attributes {
            if !known.contains(key) && key != "xml:lang" && !(kind == "picture" && key == "id") {
                verdict.object(format!("an attribute `{key}` of `{name}`"));
            }
            verdict.wrong.extend(unfit(value).map(|what| format!("{what} in `{key}`")));
            if ["href", "src"].contains(&key.as_str())
                && let Some(what) = self.address(value, depth)
            {
                verdict.object(format!("`{name}` leads to `{value}`: {what}"));
            }
            if kind == "picture" && value.to_lowercase().contains("url(") {
                verdict.object(format!("`{key}` can load something"));
            }
        }
        let has = |name: &str, wanted: &str| {
            attributes.iter().any(|(key, value)| key == name && value == wanted)
        };
        let equivalent = attributes.iter().any(|(key, _)| key == "http-equiv");
        // A page at an old address leads on at once, and to a page of ours.
        let value = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, v)| v);
        let leads_on = value("content").and_then(|content| content.strip_prefix("0; url="));
        let ours = |url: &str| !url.contains(':') && self.address(url, depth).is_none();
        let refresh = has("http-equiv", "refresh") && leads_on.is_some_and(ours);
        if equivalent && !has("http-equiv", "Content-Security-Policy") && !refresh {
            verdict.object("a `meta` that acts");
        }
    }

    /// What is wrong with an address.
    fn address(&self, url: &str, depth: usize) -> Option<&'static str> {
        let bad = |c: char| c.is_whitespace() || c.is_control() || c == '\\';
        let turned = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}') || turns(c);
        if url.contains(bad) || url.contains(turned) {
            return Some("it holds what no address holds");
        }
        let head = url.split(['/', '?', '#']).next().unwrap_or_default();
        let Some((scheme, rest)) = url.split_once(':').filter(|_| head.contains(':')) else {
            let up = url.split('/').take_while(|part| *part == "..").count();
            let inner = url.split('/').skip(up).any(|part| part == "..");
            return (url.starts_with('/') || up > depth || inner).then_some("it leaves the output");
        };
        match scheme {
            "http" | "https" => {
                let rest = rest.strip_prefix("//")?;
                let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
                (!self.addresses.contains(&host.to_lowercase())).then_some("an unknown host")
            }
            "mailto" => {
                let (_, host) = rest.split_once('@')?;
                let known = self.addresses.contains(rest) || self.addresses.contains(host);
                (!known).then_some("an unknown mailbox")
            }
            "urn" => None,
            _ => Some("a scheme that is not known"),
        }
    }
}

struct Sink<'a> {
    judge: &'a Judge,
    depth: usize,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    verdict: Verdict,
    ids: BTreeSet<String>,
    policy: String,
    /// The elements whose content is not markup, with what stands in them.
    raws: Vec<(String, String)>,
    raw: bool,
}

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::DoctypeToken(_) | Token::EOFToken => {}
            Token::CommentToken(_) => state.verdict.object("a comment"),
            Token::NullCharacterToken => state.verdict.object("a NUL"),
            Token::ParseError(error) => state.verdict.object(error.into_owned()),
            Token::CharacterTokens(words) if state.raw => {
                state.raws.last_mut().unwrap().1.push_str(&words);
            }
            Token::CharacterTokens(words) => {
                state.verdict.wrong.extend(unfit(&words));
                state.verdict.words.push_str(&words);
            }
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => state.raw = false,
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
                let list: Vec<_> = tag
                    .attrs
                    .iter()
                    .map(|one| (one.name.local.to_string(), one.value.to_string()))
                    .collect();
                self.judge.tag("page", (&name, &list, self.depth), &mut state.verdict);
                let get = |key: &str| list.iter().find(|(known, _)| known == key).map(|(_, v)| v);
                if let Some(id) = get("id").filter(|id| !state.ids.contains(*id)) {
                    state.ids.insert(id.clone());
                } else if get("id").is_some() {
                    state.verdict.object("an id twice");
                }
                if get("http-equiv").is_some_and(|what| what != "refresh") {
                    state.policy = get("content").cloned().unwrap_or_default();
                }
                let kind = match name.as_str() {
                    "script" => RawKind::ScriptData,
                    "style" => RawKind::Rawtext,
                    "title" => RawKind::Rcdata,
                    _ => return TokenSinkResult::Continue,
                };
                state.raw = true;
                state.raws.push((name, String::new()));
                return TokenSinkResult::RawData(kind);
            }
        }
        TokenSinkResult::Continue
    }
}

fn attributes(start: &BytesStart<'_>) -> Result<Vec<(String, String)>, String> {
    let one = |attribute: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
        let attribute = attribute
            .map_err(|error: quick_xml::events::attributes::AttrError| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Explicit1_0);
        let value = value.map_err(|error| error.to_string())?.into_owned();
        Ok((attribute.key.as_ref().to_owned(), value))
    };
    start.attributes().map(one).collect()
}

/// Whether a character turns the direction of those after it.
fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What no words may hold.
fn unfit(words: &str) -> Option<String> {
    let open = |c: &char| matches!(c, '\u{2066}'..='\u{2068}');
    let opened = words.chars().filter(open).count();
    let closed = words.chars().filter(|c| *c == '\u{2069}').count();
    let bad = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t' | '\r')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{FFFD}' | '\u{2028}' | '\u{2029}')
            || matches!(c, '\u{E0000}'..='\u{E007F}' | '\u{FFF9}'..='\u{FFFC}' | '\u{FFFE}')
    };
    match words.chars().find(|c| bad(*c)) {
        Some(c) => Some(format!("the character U+{:04X}", u32::from(c))),
        None => (opened != closed).then(|| "an isolate that is not closed".to_owned()),
    }
}

fn plain(text: &str) -> Verdict {
    Verdict { wrong: unfit(text).into_iter().collect(), words: text.to_owned() }
}

/// A JSON text, which must not be able to end the element that it stands in.
fn json(text: &str) -> Verdict {
    fn strings(value: &Value, verdict: &mut Verdict) {
        match value {
            Value::String(words) => verdict.wrong.extend(unfit(words)),
            Value::Array(values) => values.iter().for_each(|value| strings(value, verdict)),
            Value::Object(values) => values.values().for_each(|value| strings(value, verdict)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut verdict = Verdict::default();
    match serde_json::from_str::<Value>(text) {
        Ok(value) => strings(&value, &mut verdict),
        Err(error) => verdict.object(error.to_string()),
    }
    verdict
}

/// What a terminal, and a runner that reads along, would take for a command.
pub fn said(text: &str) -> Option<String> {
    let bad = |c: char| c.is_control() && !matches!(c, '\n' | '\t') || turns(c);
    if let Some(c) = text.chars().find(|c| bad(*c)) {
        return Some(format!("the character U+{:04X}", u32::from(c)));
    }
    let commands = |line: &&str| {
        line.contains("##[") || line.contains("##vso[") || line.trim_start().starts_with("::")
    };
    text.lines().find(commands).map(|line| format!("a command to the runner: {line}"))
}

/// Base64 (RFC 4648 §4), for the digests of a Content Security Policy.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        let number = number << (8 * (3 - three.len()));
        for place in 0..4 {
            let sign = SIGNS[(number >> (18 - 6 * place) & 63) as usize];
            out.push(if place > three.len() { '=' } else { char::from(sign) });
        }
    }
    out
}
