//! What every finding and every file that is published has to be.

mod book;
mod page;

use hexapla::diagnostic::{Diagnostic, SourceText};
use hexapla::explain;
use hexapla::files::Files;
use roxmltree::{Document, ParsingOptions};

pub use page::page;

/// Every finding is explained, says something, and has a place that is there.
pub fn findings(found: &[Diagnostic], texts: &[SourceText]) {
    for one in found {
        assert!(explain::page(one.code).is_some(), "no page explains `{}`", one.code);
        assert!(!one.message.trim().is_empty(), "{one:?}");
        let Some(place) = &one.place else { continue };
        let Some(text) = texts.iter().find(|text| text.path() == place.file) else { continue };
        let line = text.text().split('\n').nth(place.line - 1);
        let line = line.unwrap_or_else(|| panic!("there is no such line: {one:?}"));
        assert!(place.column >= 1 && place.column <= line.chars().count() + 1, "{one:?}");
        assert!(line.contains(&place.text), "the line is another: {one:?}");
        if let Some(fix) = &one.fix {
            assert!(text.text().get(fix.range.clone()).is_some(), "{one:?}");
        }
    }
}

/// Every file is whole, and stays in its folder.
pub fn files(files: &Files) {
    for (path, bytes) in files.iter() {
        inside(path);
        let text = || std::str::from_utf8(bytes).unwrap_or_else(|e| panic!("{path}: {e}"));
        match path.rsplit('.').next() {
            Some("html") => {
                characters(path, text());
                page(path, text());
            }
            Some("epub") => book::book(path, bytes),
            Some("txt") => characters(path, text().trim_start_matches('\u{FEFF}')),
            Some("json") => {
                serde_json::from_str::<serde_json::Value>(text()).expect("JSON");
            }
            _ => {}
        }
    }
}

/// A path that names a file in a folder, on any system.
fn inside(path: &str) {
    let names = path.split('/');
    let fine = |name: &str| !["", ".", ".."].contains(&name) && !name.contains(['\\', ':', '\0']);
    assert!(names.into_iter().all(fine), "`{path}` leads out of its folder");
}

/// Whether the text of an edition may hold a character.
fn publishable(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    let lost = c == '\u{FFFD}' || u32::from(c) & 0xFFFE == 0xFFFE;
    !(control || lost)
}

/// No character that no text may hold; what turns the direction of others is ended on its line.
fn characters(path: &str, text: &str) {
    for line in text.lines() {
        let mut open = Vec::new();
        for c in line.chars() {
            assert!(publishable(c), "{path}: U+{:04X}: {line}", u32::from(c));
            let opener = match c {
                '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}' => {
                    open.push(c);
                    continue;
                }
                '\u{202C}' => '\u{202A}'..='\u{202E}',
                '\u{2069}' => '\u{2066}'..='\u{2068}',
                _ => continue,
            };
            let last = open.pop();
            assert!(last.is_some_and(|last| opener.contains(&last)), "{path}: stray: {line:?}");
        }
        assert!(open.is_empty(), "{path}: left open: {line:?}");
    }
}

/// Well-formed XML.
pub fn xml<'t>(path: &str, text: &'t str) -> Document<'t> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(text, options)
        .unwrap_or_else(|error| panic!("{path}: {error}\n{text}"))
}

/// The scheme of a URL (RFC 3986 §3.1) in lower case; `None`: it is relative.
fn scheme(url: &str) -> Option<String> {
    let (scheme, _) = url.split_once(':')?;
    let fits = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    let starts = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    (starts && scheme.chars().all(fits)).then(|| scheme.to_ascii_lowercase())
}
