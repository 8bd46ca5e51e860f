//! Making an FTL file regular: indents, blank lines, one message on one line where its words have
//! one. The meaning stays, comments and order too.

use std::borrow::Cow;

use fluent_syntax::ast::{Entry, Pattern, PatternElement, Resource};
use fluent_syntax::serializer::serialize;

use super::pattern::fingerprint;
use super::read::{Body, pieces, read};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::markdown::is_cjk;
use crate::segment::Fingerprint;

/// How often a file is gone through until it stays as it is: a line that goes can leave others
/// indented otherwise.
const ROUNDS: usize = 4;

/// The file in its regular form, which is its own. An entry that has none with the same meaning
/// stays as it is, and so does a file that finds none.
///
/// # Errors
/// What is wrong with the file: only one that can be read in full is touched.
pub fn format(source: &SourceText) -> Result<String, Vec<Diagnostic>> {
    let mut text = once(source)?;
    for _ in 0..ROUNDS {
        let next = once(&SourceText::new(source.path(), text.as_str()))?;
        if next == text {
            return Ok(text);
        }
        text = next;
    }
    Ok(source.text().to_owned())
}

/// The file, gone through once.
fn once(source: &SourceText) -> Result<String, Vec<Diagnostic>> {
    let (file, problems) = read(source);
    if !problems.is_empty() {
        return Err(problems);
    }
    let text = source.text();
    let mut lines: Vec<Cow<'_, str>> = Vec::new();
    let mut units = file.units().iter().peekable();
    for range in pieces(text) {
        let piece = &text[range.clone()];
        let Some(unit) = units.next_if(|unit| unit.offset() == range.start) else {
            piece.lines().for_each(|line| add(&mut lines, line.trim_end().into()));
            continue;
        };
        let entry = unit.body().and_then(|body| regular(piece, &body));
        let entry = entry.unwrap_or_else(|| piece.trim_end().to_owned());
        entry.lines().for_each(|line| lines.push(line.trim_end_matches(' ').to_owned().into()));
        if piece.ends_with("\n\n") || piece.trim_end().len() + 1 < piece.len() {
            add(&mut lines, "".into());
        }
    }
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    let regular = lines.join("\n") + "\n";
    Ok(if same(source, &regular) { regular } else { text.to_owned() })
}

/// Adds a line that is blank or a comment; a comment about what follows stands apart.
fn add<'a>(lines: &mut Vec<Cow<'a, str>>, line: Cow<'a, str>) {
    let signs = |line: &str| line.len() - line.trim_start_matches('#').len();
    let Some(last) = lines.last() else {
        if !line.is_empty() {
            lines.push(line);
        }
        return;
    };
    let apart = signs(&line) > 1 && signs(&line) != signs(last) && !last.is_empty();
    if apart {
        lines.push("".into());
    }
    if !(line.is_empty() && lines.last().is_some_and(|last| last.is_empty())) {
        lines.push(line);
    }
}

/// An entry as Fluent's own serializer writes it, soft line ends folded; `None`: it would not mean
/// the same.
fn regular(piece: &str, body: &Body<'_>) -> Option<String> {
    let resource = fluent_syntax::parser::parse(piece).ok()?;
    let folded = resource.body.into_iter().map(|entry| match entry {
        Entry::Message(mut message) => {
            message.value = message.value.map(folded);
            message.attributes.iter_mut().for_each(|one| fold(&mut one.value));
            Entry::Message(message)
        }
        Entry::Term(mut term) => {
            fold(&mut term.value);
            term.attributes.iter_mut().for_each(|one| fold(&mut one.value));
            Entry::Term(term)
        }
        other @ (Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. }) => other,
    });
    let text = serialize(&Resource { body: folded.collect() });
    let (again, problems) = read(&SourceText::new("(regular)", text.as_str()));
    let (_, new) = again.bodies().next()?;
    (problems.is_empty() && again.units().len() == 1 && prints(&new) == prints(body))
        .then(|| text.trim_end().to_owned())
}

fn fold(pattern: &mut Pattern<&str>) {
    let taken = std::mem::replace(pattern, Pattern { elements: Vec::new() });
    *pattern = folded(taken);
}

/// A pattern with a space for each line end inside a paragraph.
fn folded(pattern: Pattern<&str>) -> Pattern<&str> {
    let mut elements: Vec<PatternElement<&str>> = Vec::new();
    let mut rest = pattern.elements.into_iter().peekable();
    while let Some(element) = rest.next() {
        let PatternElement::TextElement { value } = &element else {
            elements.push(element);
            continue;
        };
        let text = *value;
        let soft = text.ends_with('\n')
            && !text.trim().is_empty()
            // Between Chinese characters a line end is no space.
            && !text.trim_end().ends_with(is_cjk)
            && match rest.peek() {
                Some(PatternElement::TextElement { value }) => {
                    !value.trim().is_empty() && !value.trim_start().starts_with(is_cjk)
                }
                Some(PatternElement::Placeable { .. }) => true,
                None => false,
            };
        if soft {
            let value = text.trim_end_matches(['\n', ' ']);
            elements.push(PatternElement::TextElement { value });
            elements.push(PatternElement::TextElement { value: " " });
        } else {
            elements.push(element);
        }
    }
    Pattern { elements }
}

fn prints(body: &Body<'_>) -> Vec<(String, Fingerprint)> {
    let value = body.value.map(|value| (body.name(), fingerprint(value)));
    let attributes = body.attributes.iter();
    let attributes = attributes.map(|a| (a.id.name.to_owned(), fingerprint(&a.value)));
    value.into_iter().chain(attributes).collect()
}

/// Whether two files have the same entries with the same meaning, and the same comments.
fn same(source: &SourceText, regular: &str) -> bool {
    let regular = SourceText::new(source.path(), regular);
    let (before, after) = (read(source).0, read(&regular).0);
    let entries = |file: &super::read::File| -> Vec<_> {
        file.bodies().map(|(_, body)| (body.name(), prints(&body))).collect()
    };
    let comments = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.starts_with('#'));
        lines.map(|line| line.trim_end().to_owned()).collect()
    };
    entries(&before) == entries(&after) && comments(source.text()) == comments(regular.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formatted(text: &str) -> String {
        format(&SourceText::new("ar.ftl", text)).expect("it can be read")
    }

    #[test]
    fn regular_in_form_and_the_same_in_meaning() {
        let text = "# ملف  \n\n\n\n### عنوان\n## قسم\n# تعليق\na=نص{-unoct(case:\"genitive\")}  \n\n\n\
                    b =\n  سطر أول\n  سطر ثان\n\n  فقرة\nc   = {$n ->\n [one] واحد\n *[other] كثير\n }\n\
                    d =\n  .alt= صورة\n  .caption =   شرح\n\n";
        let expected = "# ملف\n\n### عنوان\n\n## قسم\n# تعليق\na = نص{ -unoct(case: \"genitive\") }\n\n\
                        b =\n    سطر أول سطر ثان\n\n    فقرة\nc =\n    { $n ->\n        [one] واحد\n       *[other] كثير\n    }\n\
                        d =\n    .alt = صورة\n    .caption = شرح\n";
        assert_eq!(formatted(text), expected);
        assert_eq!(formatted(expected), expected);
    }

    #[test]
    fn what_would_change_stays() {
        // Between Chinese characters a line end is no space.
        let text = "a =\n    中文\n    文字\nb = { \"\" }[x][1] { \"{\" }\n";
        assert_eq!(formatted(text), text);
        let text = "a = [1] x\n\n    { \"*\" } y\n";
        assert_eq!(formatted(text), text);
        assert!(format(&SourceText::new("ar.ftl", "a = {\n")).is_err());
    }

    /// A line that goes leaves others indented otherwise, in variants too.
    #[test]
    fn a_second_time_nothing_changes() {
        let text = "a =\n      أ\n    ب\n\n        中\n   z\n  %\n\
                    b = { $x ->\n [a] 中\n [zero] \n\n\n\n  { a.b }\n\n\n       文\n *[b] c\n }\n";
        let once = formatted(text);
        assert_ne!(once, text);
        assert_eq!(formatted(&once), once);
    }
}
