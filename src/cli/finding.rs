//! One finding in words: drawn beside its source line, or one fact a line.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::tame::{tamed, visible};
use crate::diagnostic::{Diagnostic, Place, Severity};

/// The most characters of a source line on either side of the marked part.
const AROUND: usize = 40;

/// The source line with the marked part under it.
pub(super) fn drawn(diagnostic: &Diagnostic, renderer: &Renderer) -> String {
    // The renderer tames most controls, but not those of C1.
    let (message, help) = (tamed(&diagnostic.message), diagnostic.help.as_deref().map(tamed));
    let path;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Allowed => Level::NOTE.with_name("allowed"),
    };
    let title = level.primary_title(&*message).id(diagnostic.code);
    let mut group = Group::with_title(title);
    let line;
    let place = diagnostic.place.as_ref();
    if let Some(place) = place.map(|place| Place { text: tamed(&place.text), ..place.clone() }) {
        // A tab would be drawn as several columns.
        // What was cut off counts, or the column would be wrong.
        line = " ".repeat(place.skipped) + &place.text.replace('\t', " ");
        path = tamed(&place.file);
        let (start, end) = marked(&place);
        let (start, end) = (place.skipped + start, place.skipped + end);
        group = group.element(
            Snippet::source(&*line)
                .path(&*path)
                .line_start(place.line)
                .annotation(AnnotationKind::Primary.span(start..end).label(label(&place))),
        );
    }
    if let Some(help) = &help {
        group = group.element(Level::HELP.message(&**help));
    }
    if let Some(reason) = &diagnostic.reason {
        group = group.element(Level::NOTE.with_name("reason").message(&**reason));
    }
    renderer.render(&[group])
}

/// A finding, one fact a line.
pub(super) fn plain(diagnostic: &Diagnostic) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Allowed => "allowed",
    };
    let mut lines =
        vec![format!("{severity}: {} ({})", visible(&diagnostic.message), diagnostic.code)];
    if let Some(place) = &diagnostic.place {
        lines.push(format!("at: {}:{}:{}", visible(&place.file), place.line, place.column));
        let (start, end) = marked(place);
        if start < end {
            lines.push(format!("marked: {}", visible(&place.text[start..end])));
        }
        lines.push(format!("line: {}", excerpt(&place.text, start..end)));
    }
    lines.extend(diagnostic.help.iter().map(|help| format!("help: {}", visible(help))));
    lines.extend(diagnostic.reason.iter().map(|reason| format!("reason: {}", visible(reason))));
    lines.join("\n") + "\n"
}

/// The longest words that are repeated beside the marks under them, in characters.
const LABEL: usize = 24;

/// The marked words, where a terminal that sets them from right to left would show the marks
/// elsewhere than under them.
fn label(place: &Place) -> Option<String> {
    let (start, end) = marked(place);
    let words = &place.text[start..end];
    let short = words.chars().count() <= LABEL;
    (short && words.chars().any(is_right_to_left)).then(|| format!("`{}`", visible(words)))
}

/// The text with every line that holds Arabic kept in the direction of the program's words: a
/// terminal that looks for a line's direction takes it from the first letter (UAX #9, P2), which
/// in a continued message is not ours.
pub(super) fn left_to_right(text: &str) -> String {
    let line = |line: &str| {
        let mark = if line.chars().any(is_right_to_left) { "\u{200E}" } else { "" };
        format!("{mark}{line}")
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// The bytes of the line that are marked.
fn marked(place: &Place) -> (usize, usize) {
    let first = place.column.saturating_sub(1 + place.skipped);
    let mut bounds = place.text.char_indices().map(|(at, _)| at).chain([place.text.len()]);
    let start = bounds.clone().nth(first).unwrap_or(place.text.len());
    let end = bounds.nth(first + place.length);
    (start, end.unwrap_or(place.text.len()))
}

/// A line, cut at both ends where it is long.
fn excerpt(line: &str, marked: Range<usize>) -> String {
    let before = &line[..marked.start];
    let after = &line[marked.end..];
    let start = before.char_indices().rev().nth(AROUND).map(|(at, _)| at);
    let end = after.char_indices().nth(AROUND).map(|(at, _)| marked.end + at);
    let middle = visible(&line[start.unwrap_or(0)..end.unwrap_or(line.len())]);
    let dots = |cut: Option<usize>| cut.map_or("", |_| "...");
    format!("{}{middle}{}", dots(start), dots(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceText;

    fn place(text: &str, words: &str) -> Place {
        let source = SourceText::new("a.ftl", text);
        let start = source.text().find(words).unwrap();
        source.place(start..start + words.len())
    }

    #[test]
    fn marks_count_characters() {
        for (text, words) in
            [("x = السلام عليكم", "عليكم"), ("x = 你好，世界", "世界"), ("x =", "x")]
        {
            let place = place(text, words);
            let (start, end) = marked(&place);
            assert_eq!(&place.text[start..end], words);
        }
        let beyond = Place { column: 99, length: 9, ..place("中", "中") };
        assert_eq!(marked(&beyond), (3, 3));
    }

    #[test]
    fn lines_run_in_one_direction() {
        assert_eq!(left_to_right("a\n 2 | كلمات\n"), "a\n\u{200E} 2 | كلمات\n");
        let arabic = place("x = السلام عليكم", "عليكم");
        assert_eq!(label(&arabic).as_deref(), Some("`عليكم`"));
        assert_eq!(label(&place("x = 你好，世界", "世界")), None);
        assert_eq!(label(&Place { length: 0, ..arabic }), None);
    }

    #[test]
    fn plain_words_are_cut_and_tamed() {
        let text = format!("{}سوء\u{202E}\u{1b}[2J{}", "ا".repeat(50), "中".repeat(50));
        let diagnostic = Diagnostic::error("some-code", "a mistake").at(place(&text, "سوء"));
        let diagnostic = diagnostic.help("do \u{1b}[2J\nmore");
        let diagnostic = Diagnostic { message: "a \u{9b}31m\nmistake".to_owned(), ..diagnostic };
        let said = plain(&diagnostic);
        assert!(said.starts_with(
            "error: a \u{FFFD}31m mistake (some-code)\nat: a.ftl:1:51\nmarked: سوء\n"
        ));
        assert!(!said.contains(['\u{202E}', '\u{1b}', '\u{9b}']), "{said}");
        assert!(said.contains("\nhelp: do \u{FFFD}[2J more\n"), "{said}");
        assert!(said.contains("line: ...ا") && said.contains("中...\n"), "{said}");
    }
}
