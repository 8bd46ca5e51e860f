//! How the program speaks: findings on standard error, results on standard output; in words, as
//! JSON, or one fact a line.

use std::cell::RefCell;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anyhow::Error;
use serde::Serialize;

use super::progress::{self, Screen};
use super::tame::{disarmed, escaped, tamed, visible};
use super::{Color, LogTone, MessageFormat, Rigour, Tone, Verdict, Voice, github, sarif};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::disk;

/// The most characters of a source line on either side of the marked part.
const AROUND: usize = 40;

/// Width of the lines where no terminal says how wide it is.
const WIDTH: usize = 100;

/// How the summary is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// In words.
    Human,
    /// One fact a line.
    Plain,
    /// A JSON object.
    Json,
}

/// How much the summary says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Volume {
    /// Nothing.
    Quiet,
    /// The editions.
    Normal,
    /// Every file.
    Verbose,
}

/// What findings become.
#[derive(Debug)]
enum Telling {
    /// Words or JSON, one after another, on standard error.
    OneByOne,
    /// One SARIF log on standard output, which then holds nothing else; kept until the end.
    Sarif(RefCell<Log>),
    /// Commands that GitHub shows beside the lines of a change.
    Github,
}

/// What a SARIF log is going to hold.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// What was found.
    pub found: Vec<Diagnostic>,
    /// Why the command could not run, or not to its end.
    pub failures: Vec<Diagnostic>,
}

/// The program's voice.
#[derive(Debug)]
pub(super) struct Speech {
    /// How it is said.
    pub style: Style,
    /// How much is said.
    pub volume: Volume,
    /// How it is said how far a command has come.
    pub progress: progress::Telling,
    telling: Telling,
    /// Whether a terminal shows the findings: it may set Arabic from right to left.
    terminal: bool,
    renderer: Renderer,
}

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Findings that the project allows, for a reason.
    #[serde(skip_serializing_if = "is_none")]
    pub allowed: usize,
}

/// Whether there is nothing to speak of.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Tally {
    /// Takes more findings in.
    pub fn add(&mut self, more: Self) {
        self.errors += more.errors;
        self.warnings += more.warnings;
        self.allowed += more.allowed;
    }

    /// How a command ends that found this.
    pub fn verdict(self, rigour: &Rigour) -> Verdict {
        if self.errors > 0 || rigour.strict && self.warnings > 0 {
            return Verdict::Findings;
        }
        Verdict::Fine
    }
}

impl Speech {
    pub fn new(tone: &Tone) -> Self {
        let volume = if tone.voice.quiet { Volume::Quiet } else { Volume::Normal };
        Self::of(tone.message_format, volume, &tone.voice)
    }

    /// The voice of a command that can make a log.
    pub fn with_log(tone: &LogTone) -> Self {
        let volume = match (tone.voice.quiet, tone.verbose, tone.message_format) {
            (true, _, _) | (_, _, MessageFormat::Sarif) => Volume::Quiet,
            (false, true, _) => Volume::Verbose,
            (false, false, _) => Volume::Normal,
        };
        Self::of(tone.message_format, volume, &tone.voice)
    }

    fn of(format: MessageFormat, volume: Volume, voice: &Voice) -> Self {
        let terminal = stderr().is_terminal();
        let dumb = disk::variable("TERM").is_some_and(|term| term == "dumb");
        let able = terminal && !dumb && disk::variable("NO_COLOR").is_none();
        let colored = match voice.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => able,
        };
        let renderer = if colored { Renderer::styled() } else { Renderer::plain() };
        let decor = if terminal { DecorStyle::Unicode } else { DecorStyle::Ascii };
        let style = match (format, voice.plain) {
            (MessageFormat::Json, _) => Style::Json,
            (MessageFormat::Human | MessageFormat::Sarif, true) | (MessageFormat::Github, _) => {
                Style::Plain
            }
            (MessageFormat::Human | MessageFormat::Sarif, false) => Style::Human,
        };
        let screen = if able { Screen::Terminal } else { Screen::Paper };
        Self {
            style,
            volume,
            progress: progress::Telling::new(style, volume, screen),
            telling: match format {
                MessageFormat::Human | MessageFormat::Json => Telling::OneByOne,
                MessageFormat::Sarif => Telling::Sarif(RefCell::default()),
                MessageFormat::Github => Telling::Github,
            },
            terminal,
            renderer: renderer.decor_style(decor).term_width(columns()),
        }
    }

    /// Says what was found: by place, each finding once. `root` is the project's folder as the user
    /// would write it.
    pub fn diagnostics(&self, root: &Path, mut found: Vec<Diagnostic>) -> Tally {
        for diagnostic in &mut found {
            if let Some(place) = &mut diagnostic.place {
                place.file = seen_from_here(root, &place.file);
            }
        }
        found.sort_by(|a, b| {
            let key = |one: &Diagnostic| (one.place.is_none(), one.place.clone(), one.code);
            key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
        });
        found.dedup();
        match &self.telling {
            Telling::OneByOne => {
                for finding in found.iter().filter(|finding| self.is_told(finding)) {
                    say(&mut stderr(), &self.told(finding));
                }
            }
            Telling::Sarif(log) => log.borrow_mut().found.extend(found.iter().cloned()),
            Telling::Github => {
                found.iter().filter_map(github::command).for_each(|one| say(&mut stdout(), &one));
            }
        }
        let count = |severity| found.iter().filter(|one| one.severity == severity).count();
        let [errors, warnings, allowed] =
            [Severity::Error, Severity::Warning, Severity::Allowed].map(count);
        Tally { errors, warnings, allowed }
    }

    /// Whether a finding is told one by one: what is allowed only to programs and to the curious.
    fn is_told(&self, finding: &Diagnostic) -> bool {
        let curious = self.volume == Volume::Verbose || self.style == Style::Json;
        match finding.severity {
            Severity::Error | Severity::Warning => true,
            Severity::Allowed => curious,
        }
    }

    /// Says why the command could not run. A line that begins with `help:` says what to do.
    pub fn failure(&self, error: &Error) {
        let said = format!("{error:#}");
        let (message, help) = match said.split_once("\nhelp: ") {
            Some((message, help)) => (message.to_owned(), Some(help.to_owned())),
            None => (said, disk::advice(error).map(str::to_owned)),
        };
        let failure = Diagnostic { help, ..Diagnostic::error("could-not-run", message) };
        say(&mut stderr(), &self.told(&failure));
        match &self.telling {
            Telling::OneByOne => {}
            Telling::Sarif(log) => log.borrow_mut().failures.push(failure),
            Telling::Github => {
                say(&mut stdout(), &github::command(&failure).unwrap_or_default());
            }
        }
    }

    /// Says to a person what is going on; it is neither a finding nor a result.
    pub fn note(&self, text: &str) {
        match (self.volume, self.style) {
            (Volume::Normal | Volume::Verbose, Style::Human | Style::Plain) => {
                say(&mut stderr(), text);
            }
            (Volume::Quiet, _) | (_, Style::Json) => {}
        }
    }

    /// Says what could not be said before all was known.
    pub fn end(&self) {
        match &self.telling {
            Telling::Sarif(log) => say(&mut stdout(), &escaped(&sarif::log(&log.borrow()))),
            Telling::OneByOne | Telling::Github => {}
        }
    }

    /// Says a result, unless it is to be quiet.
    pub fn result(&self, text: &str) {
        match self.volume {
            Volume::Quiet => {}
            Volume::Normal | Volume::Verbose => self.answer(text),
        }
    }

    /// Gives a file on standard output: what was asked for, so also when it is to be quiet.
    pub fn content(bytes: &[u8]) {
        // Nobody may be listening any more.
        let _ = stdout().write_all(bytes);
    }

    /// Says what was asked for, so also when it is to be quiet.
    pub fn answer(&self, text: &str) {
        let text = match self.style {
            Style::Human | Style::Plain => disarmed(&tamed(text)),
            Style::Json => escaped(text),
        };
        say(&mut stdout(), &text);
    }

    fn told(&self, diagnostic: &Diagnostic) -> String {
        match self.style {
            Style::Human => disarmed(&self.drawn(diagnostic)) + "\n",
            Style::Plain => disarmed(&plain(diagnostic)),
            Style::Json => {
                let json = serde_json::to_string(diagnostic);
                escaped(&json.expect("words and numbers can be written"))
            }
        }
    }

    /// The source line with the marked part under it.
    fn drawn(&self, diagnostic: &Diagnostic) -> String {
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
        if let Some(place) = place.map(|place| Place { text: tamed(&place.text), ..place.clone() })
        {
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
        let drawn = self.renderer.render(&[group]);
        if self.terminal { left_to_right(&drawn) } else { drawn }
    }
}

/// A finding, one fact a line.
fn plain(diagnostic: &Diagnostic) -> String {
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
fn left_to_right(text: &str) -> String {
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
fn excerpt(line: &str, marked: std::ops::Range<usize>) -> String {
    let before = &line[..marked.start];
    let after = &line[marked.end..];
    let start = before.char_indices().rev().nth(AROUND).map(|(at, _)| at);
    let end = after.char_indices().nth(AROUND).map(|(at, _)| marked.end + at);
    let middle = visible(&line[start.unwrap_or(0)..end.unwrap_or(line.len())]);
    let dots = |cut: Option<usize>| cut.map_or("", |_| "...");
    format!("{}{middle}{}", dots(start), dots(end))
}

/// A path of the project as the user would write it here.
pub(super) fn seen_from_here(root: &Path, file: &str) -> String {
    // What is built in has a name in brackets instead of a path.
    if root == Path::new(".") || file.starts_with('(') {
        return file.to_owned();
    }
    root.join(file).to_string_lossy().replace('\\', "/")
}

/// How many columns the terminal has.
pub(super) fn columns() -> usize {
    let size = rustix::termios::tcgetwinsize(stderr());
    size.ok().map(|size| usize::from(size.ws_col)).filter(|columns| *columns > 0).unwrap_or(WIDTH)
}

/// Nobody may be listening any more: `hexapla check | head` is no failure.
fn say(to: &mut dyn Write, text: &str) {
    let _ = writeln!(to, "{text}");
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

    #[test]
    fn paths_are_those_of_the_user() {
        assert_eq!(seen_from_here(Path::new("."), "content/a"), "content/a");
        assert_eq!(seen_from_here(Path::new("../.."), "content/a"), "../../content/a");
        assert_eq!(seen_from_here(Path::new("p"), "(built in) a"), "(built in) a");
    }
}
