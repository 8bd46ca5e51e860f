//! What findings are about: which message of which translation stands where.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Edit, Place, SourceText, Subject};
use crate::disk::ReleaseInput;
use crate::release::Release;
use crate::segment::Segment;

/// Line and column, both from 1.
type Position = (usize, usize);

/// Where the messages of a release stand in its files. They are looked for when there is something
/// to be said of them.
#[derive(Clone, Debug)]
pub struct Places {
    release: String,
    source: SourceText,
    /// Translations by the key of their locale.
    catalogs: BTreeMap<String, SourceText>,
}

/// A file of a release.
struct File {
    text: SourceText,
    /// The key of its locale, where it is known.
    locale: Option<String>,
    /// The messages in the order of the file.
    spots: Vec<Spot>,
}

/// A message, from its first character to its last.
struct Spot {
    start: Position,
    end: Position,
    id: String,
}

impl Places {
    /// The places in the files of a release.
    pub fn new(input: &ReleaseInput) -> Self {
        let (source, catalogs) = (input.source.clone(), input.catalogs.clone());
        Self { release: input.slug.to_string(), source, catalogs }
    }

    /// Says of each finding what it is about, and of each fix which words go. The messages of a
    /// source are known when it has been read.
    pub fn mark(&self, found: &mut [Diagnostic], release: Option<&Release>) {
        let mut files = BTreeMap::new();
        for finding in found {
            let path = finding.place.as_ref().map(|place| place.file.clone());
            let file = path.and_then(|path| {
                let file = files.entry(path);
                file.or_insert_with_key(|path| self.file(path, release)).as_ref()
            });
            if finding.about.is_none() {
                let place = finding.place.as_ref();
                finding.about = Some(Box::new(Subject {
                    release: Some(self.release.clone()),
                    locale: file.and_then(|file| file.locale.clone()),
                    id: file.zip(place).and_then(|(file, place)| file.id_at(place)),
                }));
            }
            if let (Some(Edit { range, replaced: replaced @ None, .. }), Some(file)) =
                (&mut finding.fix, file)
            {
                *replaced = file.text.replaced(range.clone()).map(Box::new);
            }
        }
    }

    /// The lines on which the messages begin in the translation into the locale with this key, by
    /// their ids; of two messages with one id the last counts, as for readers.
    pub fn lines(&self, key: &str) -> BTreeMap<String, usize> {
        let spots = self.catalogs.get(key).map(|text| messages(text.text()));
        spots.into_iter().flatten().map(|spot| (spot.id, spot.start.0)).collect()
    }

    fn file(&self, path: &str, release: Option<&Release>) -> Option<File> {
        if path == self.source.path() {
            let locale = release.map(|release| release.source_locale.key().to_owned());
            let spots = release.map_or_else(Vec::new, in_source);
            return Some(File { text: self.source.clone(), locale, spots });
        }
        let (key, text) = self.catalogs.iter().find(|(_, text)| text.path() == path)?;
        let spots = messages(text.text());
        Some(File { text: text.clone(), locale: Some(key.clone()), spots })
    }
}

/// Where the messages stand in the source.
fn in_source(release: &Release) -> Vec<Spot> {
    let position = |byte: usize| {
        let Place { line, column, .. } = release.source.place(byte..byte);
        (line, column)
    };
    let spot = |segment: &&Segment| {
        let (start, end) = (position(segment.range.start), position(segment.range.end));
        Spot { start, end, id: segment.id.to_string() }
    };
    let mut spots: Vec<_> = release.document.leaves().iter().map(spot).collect();
    spots.sort_by_key(|spot| spot.start);
    spots
}

impl File {
    /// The message at a place: the one that it stands in, else the one that begins on its line.
    fn id_at(&self, place: &Place) -> Option<String> {
        let at = (place.line, place.column);
        let after = self.spots.partition_point(|spot| spot.start <= at);
        let before = self.spots[..after].iter().rev();
        let around = before.take_while(|spot| spot.end.0 >= at.0).find(|spot| spot.end >= at);
        let next = self.spots.get(after).filter(|spot| spot.start.0 == at.0);
        around.or(next).map(|spot| spot.id.clone())
    }
}

/// The messages of an FTL file and their attributes, by lines: also those that cannot be used.
fn messages(text: &str) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    let mut message: Option<&str> = None;
    for (index, line) in text.lines().enumerate() {
        let (line_number, length) = (index + 1, line.chars().count() + 1);
        let name_end = |text: &str| {
            let inside = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            text.find(|c| !inside(c)).unwrap_or(text.len())
        };
        let indented = line.trim_start_matches(' ');
        let id = if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') {
            let name = &line[..name_end(line)];
            message = Some(name);
            Some(name.to_owned())
        } else if line.starts_with(['#', '}']) || line.trim().is_empty() {
            if line.starts_with('#') {
                message = None;
            }
            None
        } else if let (Some(message), Some(rest)) = (message, indented.strip_prefix('.')) {
            Some(format!("{message}.{}", &rest[..name_end(rest)]))
        } else {
            None
        };
        match (id, spots.last_mut()) {
            (Some(id), _) => {
                let (start, end) = ((line_number, 1), (line_number, length));
                spots.push(Spot { start, end, id });
            }
            (None, Some(last)) if message.is_some() => last.end = (line_number, length),
            (None, _) => {}
        }
    }
    spots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_found_by_lines() {
        let text = "# x\na = كلمات\n  وكلمات\n\nb =\n    .alt = 图片\n    .caption = 说明\n# b\n\nc = { \n";
        let file =
            File { text: SourceText::new("x.ftl", text), locale: None, spots: messages(text) };
        let id = |line: usize, column: usize| {
            let place = file.text.place(0..0);
            file.id_at(&Place { line, column, ..place })
        };
        let expected = [
            ((1, 1), None),
            ((2, 5), Some("a")),
            ((3, 4), Some("a")),
            ((5, 2), Some("b")),
            ((6, 12), Some("b.alt")),
            ((7, 6), Some("b.caption")),
            ((8, 1), None),
            ((10, 5), Some("c")),
        ];
        for ((line, column), expected) in expected {
            assert_eq!(id(line, column).as_deref(), expected, "{line}:{column}");
        }
    }
}
