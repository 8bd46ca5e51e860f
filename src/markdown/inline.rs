//! A message's inline Markdown.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use super::characters::{fold_digits, is_plain, joint};
use super::notes::label_at;
use super::{convert, options};
use crate::diagnostic::Diagnostic;
use crate::document::Inline;
use crate::target::Target;

/// What the numbers and labels in a message stand for.
#[derive(Clone, Copy, Debug)]
pub struct References<'a> {
    /// The targets of `[words][NUMBER]`.
    pub links: &'a [(u32, Target)],
    /// The labels of the notes: `[^label]` of the first is note 1.
    pub notes: &'a [&'a str],
}

impl<'a> References<'a> {
    /// The target with a number in ASCII digits.
    pub(super) fn link(&self, number: &str) -> Option<&'a Target> {
        let number: u32 = number.parse().ok()?;
        self.links.iter().find(|(known, _)| *known == number).map(|(_, target)| target)
    }

    /// The number of a note, from 1. Arabic-Indic digits in a label are as good as others.
    pub(super) fn note(&self, label: &str) -> Option<usize> {
        let label = label.trim();
        let exact = self.notes.iter().position(|known| *known == label);
        let folded =
            || self.notes.iter().position(|known| fold_digits(known) == fold_digits(label));
        exact.or_else(folded).map(|index| index + 1)
    }

    /// What a person is told whose link has no known number.
    pub(super) fn links_help(&self) -> String {
        let known = self.links.iter();
        let known: Vec<String> =
            known.map(|(number, target)| format!("[{number}] {}", target.as_str())).collect();
        match known.as_slice() {
            [] => "the source has no links here: write the words without a link".to_owned(),
            known => format!("the source has {}", known.join(", ")),
        }
    }

    /// What a person is told whose note is not known.
    pub(super) fn notes_help(&self, label: &str) -> String {
        let known: Vec<String> = self.notes.iter().map(|label| format!("`[^{label}]`")).collect();
        let known = match known.as_slice() {
            [] => "the source has no notes".to_owned(),
            known => format!("the source has {}", known.join(", ")),
        };
        format!("{known}; signs that are no note are written `\\[^{label}]`")
    }
}

/// Put before a message, so that what would begin a block (`1. `, `# `, `- `) is words.
pub(super) const PREFIX: &str = "x ";

/// Reads the inline Markdown of a message: paragraphs of inlines, and what is wrong with them
/// (without places). Blank lines part paragraphs; blank text gives none.
pub fn inlines(text: &str, references: &References<'_>) -> (Vec<Vec<Inline>>, Vec<Diagnostic>) {
    let trimmed = text.trim();
    if is_words(trimmed) {
        return (vec![vec![Inline::Text(trimmed.to_owned())]], Vec::new());
    }
    inlines_by_parser(text, references)
}

/// Whether a text is one paragraph in which no character can be taken for markup, so that there is
/// nothing to parse.
pub(super) fn is_words(text: &str) -> bool {
    !text.is_empty() && text.trim().len() == text.len() && is_plain(text)
}

fn inlines_by_parser(
    text: &str,
    references: &References<'_>,
) -> (Vec<Vec<Inline>>, Vec<Diagnostic>) {
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

/// pulldown-cmark knows a note reference by its definition only, so each label gets one: one that
/// no note has is then reported, and not published as words.
pub(super) fn definitions_of_notes(paragraph: &str, references: &References<'_>) -> String {
    let mut definitions = String::new();
    if !paragraph.contains('^') {
        return definitions;
    }
    for (at, _) in paragraph.match_indices("[^") {
        let known = paragraph[at + 2..].split(']').next().filter(|l| references.note(l).is_some());
        if let Some(label) = known.or_else(|| label_at(&paragraph[at..])) {
            definitions.extend(["\n\n[^", label, "]: x"]);
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
pub(super) fn resolve(link: &BrokenLink<'_>) -> Option<(CowStr<'static>, CowStr<'static>)> {
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
        let (inlines, problems) = told(text);
        (inlines, problems.iter().map(|problem| problem.code).collect())
    }

    fn told(text: &str) -> (Vec<Vec<Inline>>, Vec<Diagnostic>) {
        let links = [(1, Target::new("https://un.org/").expect("a target"))];
        let (inlines, problems) = inlines(text, &References { links: &links, notes: &["a", "2"] });
        assert!(problems.iter().all(|problem| problem.help.is_some()), "{problems:?}");
        (inlines, problems)
    }

    fn one(text: &str) -> Vec<Inline> {
        let (mut paragraphs, problems) = read(text);
        assert_eq!((paragraphs.len(), problems), (1, vec![]), "{text}");
        paragraphs.remove(0)
    }

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    fn compare(text: &str) -> usize {
        let none = References { links: &[], notes: &[] };
        assert_eq!(inlines(text, &none), inlines_by_parser(text, &none), "{text:?}");
        usize::from(is_words(text.trim()))
    }

    #[test]
    fn words_without_signs_are_read_as_the_parser_reads_them() {
        // Each ASCII character, alone and in every place, in twos, and twice.
        let mut plain = 0;
        for c in ' '..='~' {
            for d in ' '..='~' {
                for text in [format!("{c}{d}"), format!("a{c}{d}中"), format!("{c} ب {d}")] {
                    plain += compare(&text);
                }
            }
        }
        assert!(plain > 15_000);
        let none = References { links: &[], notes: &[] };
        for c in ['\u{A0}', '\u{3000}', '\u{2028}', '\u{FEFF}', '\u{85}', '\u{FFFD}', '\u{200B}'] {
            for text in [format!("{c}a"), format!("a{c}"), format!("中 {c} ب"), c.to_string()] {
                compare(&text);
                assert!(inlines(&text, &none).0.len() <= 1);
            }
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(4_000))]
        #[test]
        fn any_text_is_read_as_the_parser_reads_it(
            text in "([ -~ابت٣،中文。é«“–\u{A0}\u{200F}\u{3000}]|  |: |- |1\\. |\\| | \\^|https://x\\.org/|a@b\\.org|\\$|\\{ | =|#|!|\n|\n\n){0,16}",
        ) {
            compare(&text);
            let without_signs: String =
                text.chars().filter(|c| !"\\`*_[]<&~\n".contains(*c)).collect();
            compare(&without_signs);
        }
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
        assert_eq!(one("كلمة[^٢] [^2]")[1..], [Inline::NoteRef(2), text(" "), Inline::NoteRef(2)]);
        assert_eq!(read("a[^b] 词[^٣] [^2]").1, ["unknown-note", "unknown-note"]);
        // What cannot be a label is words.
        for words in ["a[^]", "[^ ]", "[^a b c]", "[^a[b]c]", "x^2[^"] {
            assert_eq!(plain(&one(words)), words);
        }
        assert_eq!(plain(&one("a\\[^b]")), "a[^b]");
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
        assert_eq!(read("<script>x</script>").1, ["raw-html"]);
        assert_eq!(read("<hr>*<em>a</em>*</hr></b>").1, ["raw-html", "raw-html"]);
        let nested = "<em a=\"b\"><em>x</em></em></EM> <span lang=\"la\" style=\"x\">y</span>";
        assert_eq!(read(nested).1, ["raw-html", "raw-html", "raw-html"]);
        assert_eq!(read("*<em>x*</em>").1, ["html-unbalanced", "html-unbalanced"]);
        assert_eq!(read("<em>x").1, ["html-unbalanced"]);
        assert_eq!(read("a&#1;b").1, ["control-character"]);
        assert_eq!(read("![a](b.png)").1, ["inline-image"]);
    }

    #[test]
    fn problems_name_what_is_written() {
        for (text, named) in [
            ("[القرار][٣]", "[٣]"),
            ("词[^٣]", "[^٣]"),
            ("<b>x</b>", "<b>"),
            ("<span  style='x' lang=\"la\">x</span>", "<span  style='x' lang=\"la\">"),
            ("<q lang=\"fr\">x", "<q lang=\"fr\">"),
            ("x</em>", "</em>"),
            ("[a](javascript:x)", "javascript:x"),
            ("a\u{FFFD}b", "\u{FFFD}"),
        ] {
            let (_, problems) = told(text);
            let [problem] = problems.as_slice() else { panic!("{text}: {problems:?}") };
            assert_eq!(&text[problem.named_in(text, 0..text.len())], named);
        }
        let help = |text: &str| told(text).1.remove(0).help.expect("all have help");
        assert_eq!(help("[a][3]"), "the source has [1] https://un.org/");
        assert!(help("a[^3]").starts_with("the source has `[^a]`, `[^2]`; "));
    }

    #[test]
    fn depth_is_bounded() {
        let deep = format!("{}x{}", "<em>".repeat(5000), "</em>".repeat(5000));
        assert_eq!(read(&deep).1, ["nested-too-deep"]);
        let deep = format!("{}x{}", "*a **b ".repeat(2000), "** *".repeat(2000));
        let _ = read(&deep);
        // Ends of what was not opened do not end what is too deep.
        let ends = "</sub>".repeat(50);
        let deep = format!("{}x{ends}{}", "*a _b ".repeat(60), "_*".repeat(60));
        assert!(read(&deep).1.contains(&"nested-too-deep"));
    }
}
