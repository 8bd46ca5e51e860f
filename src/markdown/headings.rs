//! Headings: the trailing `{#anchor .speaker}`, and sections from a flat run of blocks.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, HeadingLevel};

use super::leaf::Problem;
use super::reader::Reader;
use super::splice::Ranged;
use crate::diagnostic::Diagnostic;
use crate::document::{Block, Section, SectionRole};
use crate::segment::{Anchor, Fingerprint, Kind, Source};

/// Blocks as they come in a source: headings are not yet sections.
pub(super) enum Flat {
    Heading(Section<Source>),
    Block(Block<Source>),
}

/// What `{#anchor .speaker}` says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes<'t> {
    pub anchor: Option<&'t str>,
    pub classes: Vec<&'t str>,
}

/// Splits the attributes off the end of a heading; gives also the byte at which they begin.
pub(super) fn attributes(raw: &str) -> Option<(usize, Attributes<'_>)> {
    let trimmed = raw.trim_end();
    let inner = trimmed.strip_suffix('}')?;
    let start = inner.rfind('{')?;
    if raw[..start].ends_with('\\') {
        return None;
    }
    let mut attributes = Attributes::default();
    for word in inner[start + 1..].split_whitespace() {
        if let Some(anchor) = word.strip_prefix('#') {
            attributes.anchor = Some(anchor);
        } else {
            attributes.classes.push(word.strip_prefix('.')?);
        }
    }
    let says = attributes.anchor.is_some() || !attributes.classes.is_empty();
    says.then_some((start, attributes))
}

/// The role that a heading's classes give.
pub(super) fn role(classes: &[&str]) -> Result<SectionRole, Diagnostic> {
    match classes {
        [] => Ok(SectionRole::Plain),
        ["speaker"] => Ok(SectionRole::Speaker),
        [first, ..] => {
            let unknown = if *first == "speaker" { classes[1] } else { first };
            let message = format!("`.{unknown}` is not a class of headings");
            Err(Diagnostic::error("heading-class", message).help("the one class is `.speaker`"))
        }
    }
}

/// The anchor that a heading without one gets: its words in kebab-case ASCII, or `s-` and four
/// characters of their digest where that is nothing or begins with a digit.
pub(super) fn slug(words: &str) -> Anchor {
    let mut slug = String::new();
    for c in words.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && !c.is_alphanumeric() && c != '’' {
            slug.push('-');
        }
    }
    let ascii = words.chars().all(|c| c.is_ascii() || !c.is_alphanumeric());
    let fine = ascii.then(|| Anchor::new(slug.trim_end_matches('-'))).flatten();
    fine.unwrap_or_else(|| {
        let digest = Fingerprint::of(words);
        let name = format!("s-{}", &digest.as_str()[..4]);
        Anchor::new(&name).expect("base32 in lower case is kebab-case")
    })
}

/// Builds sections: each heading takes what follows up to the next heading of its level or above.
/// Reports headings that skip a level and anchors that stand twice.
pub(super) fn nest(flat: Vec<Flat>) -> (Vec<Block<Source>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut anchors = BTreeMap::new();
    let mut blocks = Vec::new();
    let mut open: Vec<Section<Source>> = Vec::new();
    for item in flat {
        match item {
            Flat::Block(block) => {
                open.last_mut().map_or(&mut blocks, |s| &mut s.blocks).push(block);
            }
            Flat::Heading(mut section) => {
                while open.last().is_some_and(|above| above.level >= section.level) {
                    close(&mut open, &mut blocks);
                }
                let expected = open.last().map_or(2, |above| above.level + 1);
                if section.level > expected {
                    problems
                        .push((skipped(section.level, expected), section.heading.range.clone()));
                    section.level = expected;
                }
                distinguish(&mut section, &mut anchors, &mut problems);
                open.push(section);
            }
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut blocks);
    }
    (blocks, problems)
}

fn close(open: &mut Vec<Section<Source>>, blocks: &mut Vec<Block<Source>>) {
    if let Some(section) = open.pop() {
        let parent = open.last_mut().map_or(blocks, |above| &mut above.blocks);
        parent.push(Block::Section(section));
    }
}

fn skipped(level: u8, expected: u8) -> Diagnostic {
    let message = format!("a heading of level {level} where level {expected} comes next");
    let help = format!("write it with {}", "#".repeat(usize::from(expected)));
    Diagnostic::error("heading-skipped", message).help(help)
}

/// Makes the anchor of a section its own: one that the author gave twice is a mistake, one from the
/// words gets a number.
fn distinguish(
    section: &mut Section<Source>,
    anchors: &mut BTreeMap<Anchor, u32>,
    problems: &mut Vec<Problem>,
) {
    let original = section.anchor.clone();
    let count = anchors.entry(original.clone()).or_insert(0);
    *count += 1;
    if *count == 1 {
        return;
    }
    if section.heading.pinned {
        let message = format!("the anchor `#{original}` stands on two headings");
        let problem = Diagnostic::error("anchor-twice", message).help("give one of them another");
        problems.push((problem, section.heading.range.clone()));
    }
    let mut number = *count;
    loop {
        let name = Anchor::new(&format!("{original}-{number}")).expect("an anchor and a number");
        if !anchors.contains_key(&name) {
            anchors.insert(name.clone(), 1);
            section.heading.name = Some(name.to_string());
            section.anchor = name;
            return;
        }
        number += 1;
    }
}

impl Reader<'_> {
    pub(super) fn heading(&mut self, level: HeadingLevel) -> Flat {
        let (_, range) = self.take().expect("a heading was peeked at");
        let mut events = self.inline_until_end();
        let content = events.first().map_or(range.start, |(_, r)| r.start)
            ..events.iter().map(|(_, r)| r.end).max().unwrap_or(range.end);
        let raw = &self.text[content.clone()];
        let mut anchor = None;
        let mut section_role = SectionRole::Plain;
        if let Some((at, attributes)) = attributes(raw) {
            cut(&mut events, self.text, content.start + at);
            match role(&attributes.classes) {
                Ok(found) => section_role = found,
                Err(problem) => self.problem(problem, content.clone()),
            }
            if let Some(name) = attributes.anchor {
                anchor = Anchor::new(name);
                if anchor.is_none() {
                    let message = format!("`#{name}` cannot be an anchor");
                    let help = "an anchor is lower-case ASCII letters, digits and hyphens, and \
                                begins with a letter";
                    let problem = Diagnostic::error("anchor", message).help(help);
                    self.problem(problem, content.start + at..content.end);
                }
            }
        }
        let (mut heading, plain) = self.leaf(Kind::Heading, &events, range.clone());
        heading.pinned = anchor.is_some();
        let anchor = anchor.unwrap_or_else(|| slug(&plain));
        heading.name = Some(anchor.to_string());
        if level == HeadingLevel::H1 {
            let help = "the title stands in the front matter; write this heading with `##`";
            self.problem(
                Diagnostic::error("second-title", "a heading of level 1").help(help),
                range,
            );
        }
        Flat::Heading(Section {
            level: (level as u8).max(2),
            anchor,
            role: section_role,
            heading,
            blocks: vec![],
        })
    }
}

/// Cuts the events of a line off at a byte, and the white space before it.
fn cut<'t>(events: &mut Vec<Ranged<'t>>, text: &'t str, at: usize) {
    events.retain(|(_, range)| range.start < at);
    if let Some((Event::Text(words), range)) = events.last_mut() {
        let end = at.min(range.end);
        *words = text[range.start..end].trim_end().into();
        range.end = range.start + words.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_and_slugs() {
        let (at, found) = attributes("Mr. A, UNOCT {#a-b .speaker}").expect("attributes");
        assert_eq!(at, 13);
        assert_eq!(found, Attributes { anchor: Some("a-b"), classes: vec!["speaker"] });
        for none in ["About { -unoct }", "a \\{#b}", "a {}", "a"] {
            assert_eq!(attributes(none), None, "{none}");
        }
        assert_eq!(slug("Opening session: the “words”").as_str(), "opening-session-the-words");
        assert!(slug("الجلسة").as_str().starts_with("s-"));
        assert!(slug("2021 in words").as_str().starts_with("s-"));
    }
}
