//! `image-unsafe`: an image is what its name says, and holds nothing that acts.

use std::collections::BTreeMap;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use super::context::Context;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::write::image::pixels;

pub(super) const RULE: Rule =
    Rule { code: "image-unsafe", severity: Severity::Error, looks: Looks::Whole(run) };

/// The most pixels of an image: four bytes each, they have to fit into a reader's device.
const MOST_PIXELS: u64 = 100_000_000;

/// The most elements of a picture, each counted as often as it is drawn.
const MOST_DRAWN: u64 = 1_000_000;

/// The deepest nesting of a picture, and of what it refers to.
const DEEPEST: usize = 200;

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let release = context.release;
    let mut found = Vec::new();
    for figure in release.document.figures() {
        let Some(bytes) = release.assets.get(&figure.path) else { continue };
        if let Err((what, help)) = examine(&figure.path, bytes) {
            let place = release.source.place(figure.alt.range.clone());
            found.push(RULE.finding(format!("`{}` {what}", figure.path)).at(place).help(help));
        }
    }
    found
}

/// What is wrong, and what to do.
type Wrong = (String, &'static str);

fn examine(path: &str, bytes: &[u8]) -> Result<(), Wrong> {
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let fits = match ending.as_str() {
        "png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "jpg" | "jpeg" => bytes.starts_with(b"\xff\xd8\xff"),
        "gif" => bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a"),
        "webp" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
        "svg" => return svg(bytes),
        _ => true,
    };
    if !fits {
        let what = format!("is no {} image", ending.to_uppercase());
        return Err((what, "save the image anew in the format that its name says"));
    }
    match pixels(bytes).map(|(width, height)| (width, height, u64::from(width) * u64::from(height)))
    {
        Some((width, height, all)) if all == 0 || all > MOST_PIXELS => {
            let what = format!("says that it has {width} × {height} pixels");
            Err((what, "save the image anew, with at most 100 million pixels"))
        }
        Some(_) | None => Ok(()),
    }
}

const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

const BROKEN: &str = "save the picture anew as SVG";
const ACTS: &str = "take it out: a picture in an edition neither acts nor loads anything";

fn broken() -> Wrong {
    ("is not well-formed XML".to_owned(), BROKEN)
}

/// Whether a picture is well-formed, and neither acts nor loads nor multiplies anything.
fn svg(bytes: &[u8]) -> Result<(), Wrong> {
    let text = std::str::from_utf8(bytes).map_err(|_| broken())?;
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut picture = Picture::default();
    loop {
        let (found, event) = reader.read_resolved_event().map_err(|_| broken())?;
        let namespace = match &found {
            ResolveResult::Bound(namespace) => Some(namespace.as_ref()),
            ResolveResult::Unbound | ResolveResult::Unknown(_) => None,
        };
        match event {
            Event::Start(start) => picture.start(&start, namespace)?,
            Event::End(_) => picture.end()?,
            Event::DocType(_) | Event::PI(_) => {
                let what = "holds a document type or a processing instruction".to_owned();
                return Err((what, "take it out: it can load or change what is shown"));
            }
            Event::Decl(declaration) => match declaration.encoding() {
                Some(Ok(name)) if !name.eq_ignore_ascii_case("utf-8") => {
                    let what = format!("says that its encoding is `{name}`");
                    return Err((what, "save it with the encoding UTF-8"));
                }
                Some(_) | None => {}
            },
            Event::Text(words) => picture.say(&words.xml10_content()),
            Event::CData(words) => picture.say(&words.xml10_content()),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().ok().flatten().map(String::from);
                let known = || resolve_predefined_entity(&name).map(str::to_owned);
                picture.say(&character.or_else(known).ok_or_else(broken)?);
            }
            Event::Empty(_) | Event::Comment(_) => {}
            Event::Eof => return picture.finish(),
        }
    }
}

/// What is known of a picture while it is read.
#[derive(Default)]
struct Picture {
    /// The open elements: the name of each, and the id of the part in which it stands.
    open: Vec<(String, String)>,
    roots: usize,
    /// The words of a style sheet, which may be written in pieces.
    style: String,
    /// By id, what stands in an element with one; `""` is the whole.
    parts: BTreeMap<String, Part>,
}

/// What stands in an element that has an id.
#[derive(Default)]
struct Part {
    /// Elements that stand in no smaller part.
    elements: u64,
    /// The ids of the parts in it, and of those that are drawn here once more.
    uses: Vec<String>,
}

impl Picture {
    fn start(&mut self, start: &BytesStart<'_>, namespace: Option<&str>) -> Result<(), Wrong> {
        let name = start.local_name().as_ref().to_lowercase();
        self.roots += usize::from(self.open.is_empty());
        if self.roots > 1 || self.open.is_empty() && (name != "svg" || namespace != Some(SVG)) {
            return Err(("is no SVG: its one root is no `svg`".to_owned(), BROKEN));
        }
        if self.open.len() > DEEPEST {
            return Err(("holds elements that stand too deep in each other".to_owned(), BROKEN));
        }
        let acts = ["script", "foreignobject", "iframe", "set", "discard", "handler", "listener"];
        let acts = acts.contains(&&*name) || ["audio", "video", "canvas"].contains(&&*name);
        if acts || name.starts_with("animate") || namespace == Some(XHTML) {
            return Err((format!("holds the element `{name}`"), ACTS));
        }
        let (mut id, mut uses) = (None, None);
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| broken())?;
            let value = attribute.normalized_value(XmlVersion::Explicit1_0);
            let value = value.map_err(|_| broken())?;
            let key = attribute.key.local_name().as_ref().to_lowercase();
            judge(attribute.key.as_ref(), &key, value.trim())?;
            match key.as_str() {
                "id" => id = Some(value.trim().to_owned()),
                "href" if name == "use" => {
                    uses = value.trim().strip_prefix('#').map(str::to_owned);
                }
                _ => {}
            }
        }
        let around = self.open.last().map_or_else(String::new, |(_, part)| part.clone());
        let own = id.filter(|id| !id.is_empty() && *id != around);
        if let Some(id) = &own {
            self.parts.entry(around.clone()).or_default().uses.push(id.clone());
        }
        let within = own.unwrap_or(around);
        let part = self.parts.entry(within.clone()).or_default();
        part.elements += 1;
        part.uses.extend(uses);
        self.open.push((name, within));
        Ok(())
    }

    fn say(&mut self, words: &str) {
        if self.open.last().is_some_and(|(name, _)| name == "style") {
            self.style.push_str(words);
        }
    }

    fn end(&mut self) -> Result<(), Wrong> {
        if self.open.pop().is_some_and(|(name, _)| name == "style") {
            let style = std::mem::take(&mut self.style);
            if style_loads(&style) {
                return Err(("holds a style sheet that loads something".to_owned(), ACTS));
            }
        }
        Ok(())
    }

    fn finish(&self) -> Result<(), Wrong> {
        if !self.open.is_empty() || self.roots != 1 {
            return Err(broken());
        }
        if self.drawn("", 0, &mut BTreeMap::new()) > MOST_DRAWN {
            let what = "draws more than a million elements with `use`".to_owned();
            return Err((what, "save the picture anew, with fewer copies of its parts"));
        }
        Ok(())
    }

    /// How many elements are drawn for a part. One that goes round counts as too many.
    fn drawn(&self, id: &str, depth: usize, known: &mut BTreeMap<String, u64>) -> u64 {
        let Some(part) = self.parts.get(id) else { return 0 };
        if depth > 2 * DEEPEST {
            return u64::MAX;
        }
        if let Some(count) = known.get(id) {
            return *count;
        }
        let uses = part.uses.iter().map(|id| self.drawn(id, depth + 1, known));
        let count = uses.fold(part.elements, u64::saturating_add);
        known.insert(id.to_owned(), count);
        count
    }
}

/// Refuses an attribute that acts, loads, or moves what addresses are relative to.
fn judge(key: &str, name: &str, value: &str) -> Result<(), Wrong> {
    let value = value.to_lowercase();
    let embedded = ["png", "jpeg", "jpg", "gif", "webp"];
    let embedded = embedded.iter().any(|kind| value.starts_with(&format!("data:image/{kind};")));
    let loads = name == "href" && !value.starts_with('#') && !embedded;
    let style = name == "style" && style_loads(&value);
    // In the attributes that CSS knows, an address can be written with escapes.
    let own = !key.contains(':') && !key.starts_with("aria-") && !key.starts_with("data-");
    let hides = own && value.contains('\\') && value.contains('(');
    let acts = name.starts_with("on") || key == "xml:base" || name == "src";
    if acts || loads || style || hides || calls(&value) {
        return Err((format!("holds the attribute `{name}` that acts or loads something"), ACTS));
    }
    Ok(())
}

/// Whether a style sheet loads anything, or could do so in a way that cannot be read here: with
/// escapes (CSS Syntax §4.3.7).
fn style_loads(style: &str) -> bool {
    let style = style.to_lowercase();
    style.contains('\\') || style.contains("@import") || calls(&style)
}

/// Whether words hold a function of CSS that loads from elsewhere than this picture.
fn calls(words: &str) -> bool {
    let mut addresses = words.match_indices("url(").map(|(at, found)| &words[at + found.len()..]);
    let here = |rest: &str| rest.trim_start_matches([' ', '"', '\'', '\t', '\n']).starts_with('#');
    addresses.any(|rest| !here(rest))
        || ["image-set(", "image(", "src("].iter().any(|function| {
            words.match_indices(function).any(|(at, _)| words[..at].ends_with([':', ' ', ',', '-']))
        })
}

#[cfg(test)]
mod tests {
    use super::examine;

    fn picture(inner: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             xmlns:h=\"http://www.w3.org/1999/xhtml\">{inner}</svg>"
        )
    }

    #[test]
    fn pictures() {
        for fine in [
            "<title>شجرة (url)</title><path d=\"M0 0\"/><a href=\"#x\">中 url(x)</a>",
            "<style>@media (prefers-color-scheme: dark) { path { fill: url( '#a' ) } }</style>",
            "<g id=\"a\"><path fill=\"url(#b)\"/></g><use href=\"#a\"/><use xlink:href=\"#none\"/>",
            "<image href=\"data:image/png;base64,AAAA\"/><text>&amp;&#20013;</text>",
            "<g xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" i:label=\"C:\\a (1)\"/>",
        ] {
            assert_eq!(examine("a.svg", picture(fine).as_bytes()), Ok(()), "{fine}");
        }
        for bad in [
            "<script>x</script>",
            "<h:script>x</h:script>",
            "<h:img/>",
            "<path onload=\"x\"/>",
            "<foreignObject/>",
            "<animateColor/>",
            "<image href=\"https://x.org/a.png\"/>",
            "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
            "<a xlink:href=\"javascript:x\">x</a>",
            "<a href=\"&#106;avascript:x\">x</a>",
            "<g xml:base=\"https://x.org/\"/>",
            "<path fill=\"url(https://x.org/a.svg#b)\"/>",
            "<path fill=\"\\75rl(https://x.org/a.svg#b)\"/>",
            "<path style=\"fill:url('//x.org')\"/>",
            "<style>@im<![CDATA[port 'https://x.org']]></style>",
            "<style>@\\69mport 'https://x.org'</style>",
            "<style>a{background:url(&#34;//x.org)}</style>",
            "<style>a{background:image-set('//x.org' 1x)}</style>",
            "<text>&nbsp;</text>",
            "<g>",
        ] {
            assert!(examine("a.svg", picture(bad).as_bytes()).is_err(), "{bad}");
        }
        for bad in [
            "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<?xml version=\"1.0\" encoding=\"utf-7\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<svg/>",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
            "",
        ] {
            assert!(examine("a.svg", bad.as_bytes()).is_err(), "{bad}");
        }
    }

    #[test]
    fn copies_are_counted() {
        let twice = |most: usize| -> String {
            let copy = |n: usize| format!("<use href=\"#a{n}\"/>");
            let one = |n: usize| format!("<g id=\"a{n}\">{0}{0}</g>", copy(n + 1));
            (0..most).map(one).collect::<String>() + &format!("<path id=\"a{most}\"/>")
        };
        assert_eq!(examine("a.svg", picture(&twice(8)).as_bytes()), Ok(()));
        assert!(examine("a.svg", picture(&twice(40)).as_bytes()).is_err());
        assert!(examine("a.svg", picture(&twice(5000)).as_bytes()).is_err());
        assert!(
            examine("a.svg", picture("<g id=\"a\"><use href=\"#a\"/></g>").as_bytes()).is_err()
        );
        let deep = "<g>".repeat(5_000) + &"</g>".repeat(5_000);
        assert!(examine("a.svg", picture(&deep).as_bytes()).is_err());
    }

    #[test]
    fn images_are_what_their_names_say() {
        assert_eq!(examine("a.png", b"\x89PNG\r\n\x1a\n..."), Ok(()));
        assert!(examine("a.png", b"GIF89a").is_err());
        assert!(examine("a.JPG", b"no").is_err());
        let png = |size: &[u8]| [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], size].concat();
        assert_eq!(examine("a.png", &png(b"\0\0\x27\x10\0\0\x27\x10")), Ok(()));
        assert!(examine("a.png", &png(b"\x7f\xff\xff\xff\x7f\xff\xff\xff")).is_err());
        assert!(examine("a.png", &png(b"\0\0\0\0\0\0\0\x01")).is_err());
        assert!(examine("a.gif", b"GIF89a\xff\xff\xff\xff").is_err());
    }
}
