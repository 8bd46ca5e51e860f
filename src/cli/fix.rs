//! `hexapla check --fix`: what can be put right without a person's judgement is.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;

use super::session::Session;
use super::speech::{Speech, Style};
use crate::diagnostic::{Diagnostic, Subject};
use crate::disk;
use crate::files::Files;
use crate::publish::{self, Request};

/// Whether files are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Run {
    /// They are.
    Write,
    /// It is only said what would be.
    Try,
}

/// One change that was made, or would be.
#[derive(Debug, Serialize)]
struct Change {
    code: &'static str,
    file: String,
    line: usize,
    column: usize,
    #[serde(flatten)]
    about: Option<Box<Subject>>,
    /// The words that go.
    old: String,
    /// What comes in their place.
    new: String,
}

/// What was changed, or would be.
#[derive(Debug, Serialize)]
struct Told {
    changes: Vec<Change>,
    /// Files whose letters were not composed (NFC).
    composed: Vec<String>,
    /// All files that were written; none when it was only tried.
    written: Vec<String>,
}

/// Puts right what can be of what is asked for, says what that is, and returns what is to be said of
/// the rest.
pub(super) fn run(
    (session, request): (&Session, &Request),
    run: Run,
    speech: &Speech,
) -> Result<Vec<Diagnostic>> {
    let mut files = Files::new();
    let mut refused = Vec::new();
    let mut told = Told { changes: Vec::new(), composed: Vec::new(), written: Vec::new() };
    for slug in &session.slugs {
        let input = disk::read_release(&session.root, slug, session.project.settings.limits)?;
        let fixed = publish::fix(&input, &session.project, request);
        refused.extend(fixed.refused);
        told.changes.extend(fixed.mended.into_iter().filter_map(change));
        let all = publish::texts(&input).chain(&input.lock);
        let all: BTreeMap<_, _> = all.map(|text| (text.path().to_owned(), text)).collect();
        let is_asked = |path: &str| {
            let mut keys = request.locales.iter().flatten();
            request.locales.is_none() || keys.any(|key| path == slug.file_in(key))
        };
        for (path, old) in &all {
            if !is_asked(path) && !fixed.texts.contains_key(path) {
                continue;
            }
            let Some(before) = disk::read_file(&session.root, path)? else { continue };
            let new = fixed.texts.get(path);
            if let Some(bytes) = disk::written_like(&before, new.unwrap_or(old).text()) {
                files.insert(path.clone(), bytes);
                if new.is_none() {
                    told.composed.push(path.clone());
                }
            }
        }
    }
    if run == Run::Write {
        told.written = disk::write_project(&session.root, &files)?;
    }
    speech.result(&match speech.style {
        Style::Json => serde_json::to_string(&told).expect("words and numbers can be written"),
        Style::Human | Style::Plain => told.lines(run).join("\n"),
    });
    Ok(refused)
}

fn change(finding: Diagnostic) -> Option<Change> {
    let fix = finding.fix?;
    let replaced = *fix.replaced?;
    Some(Change {
        code: finding.code,
        file: finding.place?.file,
        line: replaced.start.0,
        column: replaced.start.1,
        about: finding.about,
        old: replaced.words,
        new: fix.replacement,
    })
}

impl Told {
    fn lines(&self, run: Run) -> Vec<String> {
        let begin = match run {
            Run::Write => "fixed",
            Run::Try => "would fix",
        };
        let mut lines: Vec<_> =
            self.changes.iter().map(|change| format!("{begin}: {}", change.line())).collect();
        let composed = self.composed.iter();
        lines.extend(composed.map(|file| format!("{begin}: {file}: letters composed (NFC)")));
        if lines.is_empty() {
            lines.push("nothing can be fixed without a person".to_owned());
        }
        lines.extend(self.written.iter().map(|file| format!("written: {file}")));
        if self.written.iter().any(|file| file.ends_with("/index.md")) {
            lines.push("the source has changed: run `hexapla sync`".to_owned());
        }
        lines
    }
}

impl Change {
    fn line(&self) -> String {
        let Self { code, file, line, column, .. } = self;
        let about = self.about.as_ref().and_then(|about| about.id.as_ref());
        let id = about.map(|id| format!(" in `{id}`")).unwrap_or_default();
        let (old, new) = (seen(&self.old), seen(&self.new));
        let done = match (self.old.is_empty(), self.new.is_empty()) {
            (true, _) => format!("{new} put in"),
            (false, true) => format!("{old} taken out"),
            (false, false) => format!("{new} in place of {old}"),
        };
        format!("{file}:{line}:{column}: {code}{id}: {done}")
    }
}

/// Words as a person can see them: what has no shape of its own is named by its code point.
fn seen(words: &str) -> String {
    let shapeless = |c: char| {
        c != ' ' && c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    if words.is_empty() {
        return "nothing".to_owned();
    }
    if words.chars().all(|c| c == ' ') {
        let count = words.len();
        return if count == 1 { "1 space".to_owned() } else { format!("{count} spaces") };
    }
    let shown = |c: char| {
        if shapeless(c) { format!("[U+{:04X}]", u32::from(c)) } else { c.to_string() }
    };
    format!("`{}`", words.chars().map(shown).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::seen;

    #[test]
    fn what_cannot_be_seen_is_named() {
        assert_eq!(["", " ", "  "].map(seen), ["nothing", "1 space", "2 spaces"]);
        assert_eq!(seen("الـ"), "`الـ`");
        assert_eq!(seen("中\u{200B}文\u{202F}!"), "`中[U+200B]文[U+202F]!`");
    }
}
