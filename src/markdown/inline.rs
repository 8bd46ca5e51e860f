//! A message's inline Markdown.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use super::characters::{fold_digits, joint};
use super::{convert, options};
use crate::diagnostic::Diagnostic;
use crate::document::Inline;
use crate::target::Target;

/// What the numbers and labels in a message stand for.
pub struct References<'a> {
    /// The target of `[words][NUMBER]`; the number is given in ASCII digits.
    pub link: &'a dyn Fn(&str) -> Option<Target>,
    /// The number of the note `[^label]`, from 1.
    pub note: &'a dyn Fn(&str) -> Option<usize>,
}

/// Put before a message, so that what would begin a block (`1. `, `# `, `- `) is words.
const PREFIX: &str = "x ";

/// Reads the inline Markdown of a message: paragraphs of inlines, and what is wrong with them
/// (without places). Blank lines part paragraphs; blank text gives none.
pub fn inlines(text: &str, references: &References<'_>) -> (Vec<Vec<Inline>>, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let mut paragraphs = Vec::new();
    for paragraph in paragraphs_of(text) {
        let (inlines, found) = paragraph_inlines(&paragraph, references);
        problems.extend(found);
        paragraphs.push(inlines);
    }
    (paragraphs, problems)
}

/// The paragraphs of a text, each on one line.
fn paragraphs_of(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim) {
        let current = paragraphs.last_mut().expect("there is always one");
        if line.is_empty() {
            if !current.is_empty() {
                paragraphs.push(String::new());
            }
        } else if current.is_empty() {
            current.push_str(line);
        } else {
            let joint = joint(current.chars().last(), line.chars().next());
            current.push_str(joint);
            current.push_str(line);
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

fn paragraph_inlines(
    paragraph: &str,
    references: &References<'_>,
) -> (Vec<Inline>, Vec<Diagnostic>) {
    let text = format!("{PREFIX}{paragraph}{}", definitions_of_notes(paragraph, references));
    let events = events_of_first_block(&text);
    let (mut inlines, problems) = convert::convert(events.iter(), references);
    match inlines.first_mut() {
        Some(Inline::Text(first)) => match first.strip_prefix(PREFIX) {
            Some("") => drop(inlines.remove(0)),
            Some(rest) => *first = rest.to_owned(),
            None => {}
        },
        Some(Inline::Code(_) | Inline::Break | Inline::NoteRef(_) | Inline::Span(..)) | None => {}
    }
    (inlines, problems)
}

/// pulldown-cmark knows a note reference by its definition only, so each known label gets one.
fn definitions_of_notes(paragraph: &str, references: &References<'_>) -> String {
    let mut definitions = String::new();
    for after in paragraph.split("[^").skip(1) {
        let label = after.split(']').next().unwrap_or("");
        if (references.note)(label).is_some() {
            definitions.push_str("\n\n[^");
            definitions.push_str(label);
            definitions.push_str("]: x");
        }
    }
    definitions
}

/// The inline events of the first block of a text that begins with [`PREFIX`]: a paragraph.
pub(super) fn events_of_first_block(text: &str) -> Vec<Event<'_>> {
    let callback = |link: BrokenLink<'_>| resolve(&link);
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(callback));
    parser
        .skip_while(|event| !matches!(event, Event::Start(Tag::Paragraph)))
        .skip(1)
        .take_while(|event| !matches!(event, Event::End(TagEnd::Paragraph)))
        .collect()
}

/// Takes `[words][7]` as a link, and nothing else: `[7]` and `[sic]` alone are words.
fn resolve(link: &BrokenLink<'_>) -> Option<(CowStr<'static>, CowStr<'static>)> {
    let number = fold_digits(link.reference.trim()).into_owned();
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let full = link.link_type == LinkType::Reference;
    (full && is_number).then(|| (number.into(), "".into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Mark, plain};

    fn read(text: &str) -> (Vec<Vec<Inline>>, Vec<&'static str>) {
        let link = |n: &str| (n == "1").then(|| Target::new("https://un.org/").expect("a target"));
        let note = |label: &str| (label == "a").then_some(1);
        let (inlines, problems) = inlines(text, &References { link: &link, note: &note });
        (inlines, problems.iter().map(|problem| problem.code).collect())
    }

    fn one(text: &str) -> Vec<Inline> {
        let (mut paragraphs, problems) = read(text);
        assert_eq!((paragraphs.len(), problems), (1, vec![]), "{text}");
        paragraphs.remove(0)
    }

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn block_markers_are_words() {
        for words in ["1. a", "# a", "- a", "> a", "* a", "+ a", "    a", "| a | b |", "..", "٢. أ"]
        {
            assert_eq!(one(words), [text(words.trim())]);
        }
    }

    #[test]
    fn numbered_links_and_brackets() {
        let target = Target::new("https://un.org/").expect("a target");
        let link = Inline::Span(Mark::Link { target, hreflang: None }, vec![text("القرار")]);
        assert_eq!(one("[القرار][1]"), std::slice::from_ref(&link));
        assert_eq!(one("[القرار][١]"), [link]);
        assert_eq!(plain(&one("[1] and [sic] and [1][] ")), "[1] and [sic] and [1][]");
        assert_eq!(read("[a][9]").1, ["link-target"]);
        assert_eq!(read("[a](javascript:x)").1, ["link-target"]);
        assert_eq!(read("[a](#)").1, ["link-target"]);
    }

    #[test]
    fn notes_paragraphs_and_breaks() {
        assert_eq!(one("词[^a]。"), [text("词"), Inline::NoteRef(1), text("。")]);
        // A label without a definition is words for pulldown-cmark.
        assert_eq!(plain(&one("a[^b]")), "a[^b]");
        let (paragraphs, _) = read("中文\n中文\n\nb\nc<br>d\n");
        assert_eq!(paragraphs[0], [text("中文中文")]);
        assert_eq!(paragraphs[1], [text("b c"), Inline::Break, text("d")]);
        assert!(read(" \n ").0.is_empty());
    }

    #[test]
    fn html_must_be_allowed_and_balanced() {
        assert_eq!(
            one("在<strong>“反恐”</strong>方面"),
            [text("在"), Inline::Span(Mark::Strong, vec![text("“反恐”")]), text("方面")]
        );
        assert_eq!(read("<script>x</script>").1, ["raw-html", "raw-html"]);
        assert_eq!(read("*<em>x*</em>").1, ["html-unbalanced", "html-unbalanced"]);
        assert_eq!(read("<em>x").1, ["html-unbalanced"]);
        assert_eq!(read("a&#1;b").1, ["control-character"]);
        assert_eq!(read("![a](b.png)").1, ["inline-image"]);
    }

    #[test]
    fn depth_is_bounded() {
        let deep = format!("{}x{}", "<em>".repeat(5000), "</em>".repeat(5000));
        assert_eq!(read(&deep).1, ["nested-too-deep"]);
        let deep = format!("{}x{}", "*a **b ".repeat(2000), "** *".repeat(2000));
        let _ = read(&deep);
    }
}
