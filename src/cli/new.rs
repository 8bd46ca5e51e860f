//! `hexapla new`.

mod locale;
mod project;
mod release;

use anyhow::{Result, bail};
use clap::{Args, Subcommand};
use serde_json::json;

use super::speech::{Speech, Style};
use super::{Tone, Verdict};
use crate::disk;
use crate::document::Date;

/// Start a project, a release or a language
///
/// Makes a project that can be built at once: settings with comments, a short release in its
/// languages, and what Git and GitHub need. In a project, `hexapla new release` begins a release and
/// `hexapla new locale` adds a language. What is there already is never replaced.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
#[command(subcommand_value_name = "WHAT", subcommand_help_heading = "In a project")]
#[command(disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    project: project::Arguments,
}

const EXAMPLES: &str = "\
Examples:
  hexapla new press                      A project in English and Arabic, in the folder `press`.
  hexapla new --locales fr,zh,ru press   Written in French, published in three languages.
  hexapla new release 2026-01-31-water   In a project: a release to fill in.
  hexapla new locale pt-BR --name Português
                                         In a project: a language more.

Exit codes: 0 all is fine; 1 there are errors; 2 it could not run.";

#[derive(Debug, Subcommand)]
enum What {
    Release(release::Arguments),
    Locale(locale::Arguments),
}

impl Arguments {
    /// How it is to speak.
    pub fn tone(&self) -> &Tone {
        match &self.what {
            None => &self.project.tone,
            Some(What::Release(release)) => &release.tone,
            Some(What::Locale(locale)) => &locale.tone,
        }
    }
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    match &arguments.what {
        None => project::run(&arguments.project, speech),
        Some(What::Release(release)) => release::run(release, speech),
        Some(What::Locale(locale)) => locale::run(locale, speech),
    }
}

/// A date as `--date` is given.
fn date(text: &str) -> Result<Date, String> {
    let wrong = || "a date is written as 2026-01-31".to_owned();
    crate::project::written::date(text).ok_or_else(wrong)
}

/// The date that is meant: without `--date`, today.
fn on(date: Option<Date>) -> Date {
    date.unwrap_or_else(disk::today)
}

/// What was written, what is to be known of it, and what comes next.
struct Made {
    written: Vec<String>,
    notes: Vec<String>,
    next: Vec<String>,
}

impl Made {
    fn told(&self, style: Style) -> String {
        let Self { written, notes, next } = self;
        match style {
            Style::Json => json!({ "written": written, "notes": notes, "next": next }).to_string(),
            Style::Human | Style::Plain => {
                let written = written.iter().map(|path| format!("written: {path}"));
                let next = next.iter().map(|step| format!("next: {step}"));
                written.chain(notes.iter().cloned()).chain(next).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

/// Refuses a name that is none.
fn must_be<T>(found: Option<T>, message: &str, help: &str) -> Result<T> {
    let Some(found) = found else { bail!("{message}\nhelp: {help}") };
    Ok(found)
}
