//! From pulldown-cmark's events to the blocks of a `Document<Source>`.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::characters::{forbidden, refused, turned};
use super::figures::is_figure;
use super::headings::{self, Flat};
use super::leaf::Problem;
use super::reader::{Reader, end_of, start_of};
use super::splice::Ranged;
use super::tags::{self, Tag as Html};
use super::{MAX_DEPTH, front};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::document::{Block, Code, Definition, Document, Facts, List, Meta};
use crate::files::Assets;
use crate::locale::is_direction_control;
use crate::segment::{Kind, MOST_PARTS, Source};

/// A source, read.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The facts of the front matter.
    pub facts: Facts,
    /// The tree; leaves have no ids yet.
    pub document: Document<Source>,
}

/// How many findings are shown of one file.
const MOST_PROBLEMS: usize = 500;

/// Reads the source of a release. `None` when its front matter cannot be read; every mistake is
/// reported either way.
pub fn parse(source: &SourceText, assets: &Assets) -> (Option<Parsed>, Vec<Diagnostic>) {
    let mut reader = Reader::new(source.text(), assets);
    if let Some(at) = reader.crowded {
        let message = format!("the release has more than {MOST_PARTS} blocks and marks");
        let problem = Diagnostic::error("too-many-parts", message).at(source.place(at..at));
        return (None, vec![problem.help("make two releases of the one")]);
    }
    let parsed = reader.document();
    let mut problems = reader.problems;
    problems.sort_by_key(|(_, range)| range.start);
    if problems.len() > MOST_PROBLEMS {
        let rest = problems.split_off(MOST_PROBLEMS);
        let message = format!("{} more findings are not shown", rest.len());
        let problem =
            Diagnostic::error("too-many", message).help("mend those above, then try again");
        problems.push((problem, rest[0].1.clone()));
    }
    let place = |(problem, range): Problem| problem.at(source.place(range));
    (parsed, problems.into_iter().map(place).collect())
}

impl<'t> Reader<'t> {
    fn document(&mut self) -> Option<Parsed> {
        if let Some((at, c)) = forbidden(self.text) {
            self.problems.push((refused(c), at..at + c.len_utf8()));
        }
        let front = self.front_matter();
        let mut flat = Vec::new();
        while self.next < self.events.len() {
            self.flat(&mut flat);
        }
        drop_breaks_before_headings(&mut flat);
        let (blocks, problems) = headings::nest(flat);
        self.problems.extend(problems);
        let (facts, meta) = front?;
        let mut document = Document { meta, blocks, notes: Vec::new() };
        self.order_notes(&mut document);
        Some(Parsed { facts, document })
    }

    fn front_matter(&mut self) -> Option<(Facts, Meta<Source>)> {
        let mut toml = None;
        if matches!(self.events.first(), Some((Event::Start(Tag::MetadataBlock(_)), _))) {
            toml = Some((String::new(), self.text.find('\n').map_or(0, |i| i + 1)));
            while let Some((event, range)) = self.take() {
                match (event, &mut toml) {
                    (Event::Text(text), Some((toml, start))) => {
                        if toml.is_empty() {
                            *start = range.start;
                        }
                        toml.push_str(&text);
                    }
                    (Event::End(pulldown_cmark::TagEnd::MetadataBlock(_)), _) => break,
                    _ => {}
                }
            }
        }
        let (toml, start) = toml.unwrap_or_default();
        match front::parse(&toml, start) {
            Ok((facts, meta, problems)) => {
                self.problems.extend(problems);
                Some((facts, meta))
            }
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    /// Reads one block at the top level, where headings may stand.
    fn flat(&mut self, flat: &mut Vec<Flat>) {
        match self.peek() {
            Some(Event::Start(Tag::Heading { level, .. })) => {
                let level = *level;
                flat.push(self.heading(level));
            }
            Some(_) => {
                // A table takes its caption from the block before it.
                let before = flat.pop_if(|item| matches!(item, Flat::Block(_)));
                let mut blocks = match before {
                    Some(Flat::Block(block)) => vec![block],
                    Some(Flat::Heading(_)) | None => Vec::new(),
                };
                self.block(&mut blocks);
                flat.extend(blocks.into_iter().map(Flat::Block));
            }
            None => {}
        }
    }

    /// Reads blocks up to the end of the container that is open.
    pub(super) fn blocks(&mut self) -> Vec<Block<Source>> {
        let mut blocks = Vec::new();
        self.depth += 1;
        while let Some(event) = self.peek() {
            if matches!(event, Event::End(_)) {
                self.next += 1;
                break;
            }
            if self.depth > MAX_DEPTH {
                self.too_deep();
            } else {
                self.block(&mut blocks);
            }
        }
        self.depth -= 1;
        blocks
    }

    fn too_deep(&mut self) {
        let (event, range) = self.take().expect("an event was peeked at");
        if matches!(event, Event::Start(_)) {
            let message = format!("more than {MAX_DEPTH} blocks inside each other");
            let help = "take some of them out of the others";
            self.problem(Diagnostic::error("nested-too-deep", message).help(help), range);
            self.skip();
        }
    }

    fn block(&mut self, blocks: &mut Vec<Block<Source>>) {
        let Some((event, range)) = self.take() else { return };
        match event {
            Event::Start(tag) => self.container(tag, range, blocks),
            Event::Rule => blocks.push(Block::Break),
            Event::End(_) => {}
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::Html(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::TaskListMarker(_) => self.tight(blocks),
        }
    }

    fn container(&mut self, tag: Tag<'t>, range: Range<usize>, blocks: &mut Vec<Block<Source>>) {
        match tag {
            Tag::Paragraph => self.paragraph(range, blocks),
            Tag::Heading { .. } => {
                let help = "headings stand outside quotations, lists and notes";
                let problem = Diagnostic::error("heading-nested", "a heading inside another block");
                self.problem(problem.help(help), range.clone());
                self.paragraph(range, blocks);
            }
            Tag::BlockQuote(kind) => self.quotation(kind, blocks),
            Tag::CodeBlock(kind) => blocks.push(self.code(&kind)),
            Tag::HtmlBlock => self.html(range),
            Tag::List(start) => {
                let items = self.within(Kind::Item, Self::items);
                blocks.push(Block::List(List { start, items }));
            }
            Tag::FootnoteDefinition(label) => self.note(&label, range),
            Tag::DefinitionList => {
                let definitions = self.definitions();
                blocks.push(Block::Definitions(definitions));
            }
            Tag::Table(alignments) => {
                let table = self.table(&alignments, blocks);
                blocks.push(Block::Table(table));
            }
            // Inline marks open a paragraph of a tight list item.
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. } => {
                self.tight(blocks);
            }
            Tag::Item
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => self.skip(),
        }
    }

    /// A paragraph that has no tags of its own: the words of a tight list item or definition. The
    /// event just taken is its first.
    fn tight(&mut self, blocks: &mut Vec<Block<Source>>) {
        let start = self.next - 1;
        self.next = start;
        let mut depth = 0_usize;
        while let Some(event) = self.peek() {
            match event {
                Event::Start(
                    Tag::Emphasis
                    | Tag::Strong
                    | Tag::Strikethrough
                    | Tag::Link { .. }
                    | Tag::Image { .. },
                ) => depth += 1,
                Event::End(_) if depth > 0 => depth -= 1,
                Event::Start(_) if depth > 0 => depth += 1,
                Event::Start(_) | Event::End(_) | Event::Rule => break,
                _ => {}
            }
            self.next += 1;
        }
        let events = self.events[start..self.next.min(self.events.len())].to_vec();
        let range = start_of(&events)..end_of(&events);
        self.paragraph_of(&events, range, blocks);
    }

    pub(super) fn paragraph(&mut self, range: Range<usize>, blocks: &mut Vec<Block<Source>>) {
        let events = self.inline_until_end();
        self.paragraph_of(&events, range, blocks);
    }

    fn paragraph_of(
        &mut self,
        events: &[Ranged<'t>],
        range: Range<usize>,
        blocks: &mut Vec<Block<Source>>,
    ) {
        let image = is_figure(events);
        if image {
            blocks.extend(self.figure(events, range).map(Block::Figure));
            return;
        }
        let (source, _) = self.leaf(self.kind, events, range);
        if !source.pieces.is_empty() {
            blocks.push(Block::Paragraph(source));
        }
    }

    fn code(&mut self, kind: &CodeBlockKind<'t>) -> Block<Source> {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().unwrap_or(""),
            CodeBlockKind::Indented => "",
        };
        let language = (!language.is_empty()).then(|| language.to_owned());
        let mut text = String::new();
        for (event, range) in self.inline_until_end() {
            if let Event::Text(line) = event {
                if let Some((_, c)) = forbidden(&line) {
                    self.problem(refused(c), range.clone());
                }
                if let Some(c) = line.chars().find(|c| is_direction_control(*c)) {
                    self.problem(turned(c), range);
                }
                text.push_str(&line);
            }
        }
        if !text.ends_with('\n') {
            text.push('\n');
        }
        Block::Code(Code { language, text })
    }

    /// An HTML block may only be a comment; `<!-- note: … -->` speaks to translators.
    fn html(&mut self, range: Range<usize>) {
        let mut html = String::new();
        for (event, _) in self.inline_until_end() {
            if let Event::Html(text) | Event::Text(text) = event {
                html.push_str(&text);
            }
        }
        match tags::parse(html.trim()) {
            Ok(Html::Comment(comment)) => {
                if let Some(note) = comment.strip_prefix("note:") {
                    let note = note.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
                    self.comment = Some(note);
                }
            }
            Ok(Html::Break | Html::Open(..) | Html::Close(_)) | Err(_) => {
                let problem = Diagnostic::error("raw-html", "a block of HTML is not let through");
                let tag = html.trim_start().trim_start_matches('<').to_ascii_lowercase();
                let help = if tag.starts_with("img") {
                    "write the image as `![description](file.png)`"
                } else if tag.starts_with("table") {
                    "write the table in Markdown, with `|` between its cells; a cell holds one line"
                } else {
                    tags::HELP
                };
                self.problem(problem.help(help), range);
            }
        }
    }

    fn items(&mut self) -> Vec<Vec<Block<Source>>> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.take() {
            match event {
                Event::Start(_) => {
                    let item = self.blocks();
                    items.push(item);
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        items
    }

    fn definitions(&mut self) -> Vec<Definition<Source>> {
        let mut definitions: Vec<Definition<Source>> = Vec::new();
        while let Some((event, range)) = self.take() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    let events = self.inline_until_end();
                    let (term, _) = self.leaf(Kind::Term, &events, range);
                    definitions.push(Definition { term, definitions: vec![] });
                }
                Event::Start(_) => {
                    let blocks = self.within(Kind::Definition, Self::blocks);
                    if let Some(last) = definitions.last_mut() {
                        last.definitions.push(blocks);
                    }
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        definitions
    }
}

/// A thematic break says nothing where a heading or the end follows.
fn drop_breaks_before_headings(flat: &mut Vec<Flat>) {
    let mut keep = false;
    flat.reverse();
    flat.retain(|item| match item {
        Flat::Block(Block::Break) => std::mem::replace(&mut keep, false),
        Flat::Block(_) => {
            keep = true;
            true
        }
        Flat::Heading(_) => {
            keep = false;
            true
        }
    });
    flat.reverse();
}
