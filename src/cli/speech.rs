//! How the program speaks: findings on standard error, results on standard output; in words, as
//! JSON, or one fact a line.

use std::cell::RefCell;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;

use annotate_snippets::Renderer;
use annotate_snippets::renderer::DecorStyle;
use anyhow::Error;
use serde::Serialize;

use super::finding::{drawn, left_to_right, plain};
use super::progress::{self, Screen};
use super::tame::{disarmed, escaped, tamed};
use super::{Color, LogTone, MessageFormat, Rigour, Tone, Verdict, Voice, github, sarif};
use crate::diagnostic::{Diagnostic, Severity};
use crate::disk;

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

    /// The voice of a command whose answer is for another program.
    pub fn of_programs() -> Self {
        let voice = Voice { quiet: false, plain: false, color: Color::Auto };
        Self::of(MessageFormat::Human, Volume::Normal, &voice)
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
            Style::Human => {
                let drawn = drawn(diagnostic, &self.renderer);
                disarmed(&if self.terminal { left_to_right(&drawn) } else { drawn }) + "\n"
            }
            Style::Plain => disarmed(&plain(diagnostic)),
            Style::Json => {
                let json = serde_json::to_string(diagnostic);
                escaped(&json.expect("words and numbers can be written"))
            }
        }
    }
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

    #[test]
    fn paths_are_those_of_the_user() {
        assert_eq!(seen_from_here(Path::new("."), "content/a"), "content/a");
        assert_eq!(seen_from_here(Path::new("../.."), "content/a"), "../../content/a");
        assert_eq!(seen_from_here(Path::new("p"), "(built in) a"), "(built in) a");
    }
}
