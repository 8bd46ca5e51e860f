//! From pulldown-cmark's inline events to [`Inline`]s.

use pulldown_cmark::{Event, LinkType, Tag as Start};

use super::MAX_DEPTH;
use super::characters::{forbidden, joint, refused};
use super::inline::References;
use super::tags::{self, Tag};
use crate::diagnostic::Diagnostic;
use crate::document::{Inline, Mark};
use crate::target::Target;

/// What a person is told when a link is refused.
pub(super) const TARGET_HELP: &str = "a target is an http, https, mailto or tel address, or a path or `#anchor` inside the release; \
     without a known target, write the words without a link";

/// Converts the inline events of one block. What cannot be published is reported and left out; its
/// words stay.
pub(super) fn convert<'e, 't: 'e>(
    events: impl Iterator<Item = &'e Event<'t>> + Clone,
    references: &References<'_>,
) -> (Vec<Inline>, Vec<Diagnostic>) {
    let mut converter = Converter {
        references,
        stack: vec![Frame::new(Opener::Root)],
        skipped: Vec::new(),
        refused: vec![],
        problems: vec![],
    };
    let mut rest = events;
    while let Some(event) = rest.next() {
        converter.event(event, || first_char(rest.clone()));
    }
    converter.finish()
}

/// The first character of the words that events give.
pub(super) fn first_char<'e, 't: 'e>(events: impl Iterator<Item = &'e Event<'t>>) -> Option<char> {
    events.into_iter().find_map(|event| match event {
        Event::Text(text) | Event::Code(text) => text.chars().next(),
        _ => None,
    })
}

/// What opened a frame of the stack, and so what may close it.
enum Opener {
    Root,
    Markdown(Mark),
    Html(Element),
    /// Markup that was refused: its words stay.
    Refused,
}

/// An HTML element.
struct Element {
    name: &'static str,
    /// The opening tag as it is written.
    tag: String,
    mark: Mark,
}

struct Frame {
    opener: Opener,
    content: Vec<Inline>,
}

impl Frame {
    fn new(opener: Opener) -> Self {
        Self { opener, content: Vec::new() }
    }
}

struct Converter<'r> {
    references: &'r References<'r>,
    stack: Vec<Frame>,
    /// Opening marks beyond the greatest depth, whose ends are skipped, too: the name of the element,
    /// none for Markdown.
    skipped: Vec<Option<&'static str>>,
    /// The names of opening tags that were refused: their ends are no mistakes of their own.
    refused: Vec<String>,
    problems: Vec<Diagnostic>,
}

impl Converter<'_> {
    fn event(&mut self, event: &Event<'_>, next: impl FnOnce() -> Option<char>) {
        match event {
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.words(text);
            }
            Event::Code(text) => {
                self.check_characters(text);
                self.push(Inline::Code(text.to_string()));
            }
            Event::SoftBreak => {
                let joint = joint(last_char(&self.top().content), next());
                self.words(joint);
            }
            Event::HardBreak => self.push(Inline::Break),
            Event::InlineHtml(html) | Event::Html(html) => self.html(html),
            Event::FootnoteReference(label) => self.note(label),
            Event::Start(tag) => self.start(tag),
            Event::End(_) => self.end(),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn top(&mut self) -> &mut Frame {
        self.stack.last_mut().expect("the root frame is never popped")
    }

    fn push(&mut self, inline: Inline) {
        self.top().content.push(inline);
    }

    fn words(&mut self, words: &str) {
        self.check_characters(words);
        match self.top().content.last_mut() {
            Some(Inline::Text(text)) => text.push_str(words),
            _ if words.is_empty() => {}
            _ => self.push(Inline::Text(words.to_owned())),
        }
    }

    fn check_characters(&mut self, words: &str) {
        if let Some((_, c)) = forbidden(words) {
            self.problems.push(refused(c));
        }
    }

    fn problem(&mut self, code: &'static str, message: String, help: &str) {
        self.problems.push(Diagnostic::error(code, message).help(help));
    }

    fn open(&mut self, opener: Opener) {
        if self.stack.len() > MAX_DEPTH {
            if self.skipped.is_empty() {
                let message = format!("more than {MAX_DEPTH} marks inside each other");
                self.problem("nested-too-deep", message, "take some of the marks out");
            }
            self.skipped.push(match opener {
                Opener::Html(Element { name, .. }) => Some(name),
                Opener::Markdown(_) | Opener::Root | Opener::Refused => None,
            });
        } else {
            self.stack.push(Frame::new(opener));
        }
    }

    /// Closes the top frame: its mark goes around its content.
    fn close(&mut self) {
        let frame = self.stack.pop().expect("only an open frame is closed");
        match frame.opener {
            Opener::Markdown(mark) | Opener::Html(Element { mark, .. }) => {
                self.push(Inline::Span(mark, frame.content));
            }
            Opener::Root | Opener::Refused => {
                for inline in frame.content {
                    match inline {
                        Inline::Text(text) => self.words(&text),
                        Inline::Code(_) | Inline::Break | Inline::NoteRef(_) | Inline::Span(..) => {
                            self.push(inline);
                        }
                    }
                }
            }
        }
    }

    fn start(&mut self, tag: &Start<'_>) {
        let opener = match tag {
            Start::Emphasis => Opener::Markdown(Mark::Emphasis),
            Start::Strong => Opener::Markdown(Mark::Strong),
            Start::Strikethrough => Opener::Markdown(Mark::Strikethrough),
            Start::Link { link_type: LinkType::ReferenceUnknown, dest_url, id, .. } => {
                self.numbered_link(dest_url, id)
            }
            Start::Link { link_type, dest_url, .. } => self.link(*link_type, dest_url),
            Start::Image { .. } => {
                let help = "give the image a paragraph of its own";
                let message = "an image cannot stand inside a line".to_owned();
                self.problem("inline-image", message, help);
                Opener::Refused
            }
            _ => Opener::Refused,
        };
        self.open(opener);
    }

    fn link(&mut self, kind: LinkType, destination: &str) -> Opener {
        let found = match kind {
            LinkType::Email => Target::new(&format!("mailto:{destination}")),
            _ => Target::new(destination),
        };
        if let Some(target) = found {
            return Opener::Markdown(Mark::Link { target, hreflang: None });
        }
        let message = format!("`{destination}` cannot be the target of a link");
        self.problem("link-target", message, TARGET_HELP);
        Opener::Refused
    }

    fn note(&mut self, label: &str) {
        if let Some(number) = self.references.note(label) {
            return self.push(Inline::NoteRef(number));
        }
        let help = self.references.notes_help(label);
        self.problem("unknown-note", format!("there is no note `[^{label}]`"), &help);
    }

    /// A link by its number, and the number as it is written.
    fn numbered_link(&mut self, number: &str, written: &str) -> Opener {
        if let Some(target) = self.references.link(number) {
            return Opener::Markdown(Mark::Link { target: target.clone(), hreflang: None });
        }
        let help = self.references.links_help();
        self.problem("link-target", format!("there is no link `[{written}]`"), &help);
        Opener::Refused
    }

    fn end(&mut self) {
        // HTML that was opened inside this mark and not closed in it is closed here.
        while let Some(skipped) = self.skipped.pop() {
            if skipped.is_none() {
                return;
            }
        }
        while matches!(self.top().opener, Opener::Html(..)) {
            self.unclosed();
        }
        self.close();
    }

    fn unclosed(&mut self) {
        if let Opener::Html(Element { name, tag, .. }) = &self.top().opener {
            let message = format!("`{tag}` is not closed where it should be");
            let help = format!("write `</{name}>` inside the same mark");
            self.problem("html-unbalanced", message, &help);
        }
        self.close();
    }

    fn html(&mut self, html: &str) {
        match tags::parse(html) {
            Ok(Tag::Break) => self.push(Inline::Break),
            Ok(Tag::Open(name, mark)) => {
                self.open(Opener::Html(Element { name, tag: html.to_owned(), mark }));
            }
            Ok(Tag::Close(name)) => self.close_html(name),
            Ok(Tag::Comment(_)) => {}
            Err(message) => self.refuse(html, message),
        }
    }

    fn refuse(&mut self, html: &str, message: String) {
        let name = tags::name(html);
        if html.starts_with("</") && self.ends_refused(name) {
            return;
        }
        if !html.starts_with("</") {
            self.refused.push(name.to_owned());
        }
        self.problem("raw-html", message, tags::HELP);
    }

    /// Whether an end belongs to an opening tag that was refused.
    fn ends_refused(&mut self, name: &str) -> bool {
        let open = self.refused.iter().rposition(|refused| refused.eq_ignore_ascii_case(name));
        open.map(|index| self.refused.remove(index)).is_some()
    }

    fn close_html(&mut self, name: &'static str) {
        let skipped = self.skipped.last().copied();
        let opener = &self.top().opener;
        let matching = matches!(opener, Opener::Html(element) if element.name == name);
        if skipped == Some(Some(name)) {
            self.skipped.pop();
        } else if skipped.is_none() && matching {
            self.close();
        } else if !self.ends_refused(name) {
            let message = format!("`</{name}>` closes nothing");
            let help = format!("write `<{name}>` before it, inside the same mark");
            self.problem("html-unbalanced", message, &help);
        }
    }

    fn finish(mut self) -> (Vec<Inline>, Vec<Diagnostic>) {
        while self.stack.len() > 1 {
            self.unclosed();
        }
        let root = self.stack.pop().expect("the root frame is never popped");
        (root.content, self.problems)
    }
}

fn last_char(content: &[Inline]) -> Option<char> {
    match content.last()? {
        Inline::Text(text) | Inline::Code(text) => text.chars().last(),
        Inline::Break | Inline::NoteRef(_) => None,
        Inline::Span(_, content) => last_char(content),
    }
}
