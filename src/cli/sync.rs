//! `hexapla sync`.

use anyhow::Result;
use clap::Args;

use super::session::Session;
use super::speech::{Speech, Style, Tally};
use super::{Tone, Verdict, Which};
use crate::diagnostic::{Diagnostic, Severity};
use crate::disk;
use crate::files::Files;
use crate::publish::{self, Order};
use crate::translate::{self, Listed};

/// Update what translators see after a text has changed
///
/// Writes the reference that translators work from (`locales/LANGUAGE/NAME.ftl` in the language of
/// the source), the state of every translation (`content/NAME/translations.lock`) and the
/// configuration of translation tools (`l10n.toml`). It never touches a translation. `hexapla build`
/// does not need it: a new paragraph is simply not translated yet.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla sync                           All releases.
  hexapla sync 2021-05-26-dialogue       One release.

Exit codes: 0 all is fine; 1 there are errors; 2 it could not run.";

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let session = Session::open(&arguments.which, speech)?;
    let project = &session.project;
    let mut found = session.found.clone();
    let sound = publish::sound(&found);
    let mut files = Files::new();
    let mut listed = Vec::new();
    for slug in &project.slugs {
        let input = disk::read_release(&session.root, slug)?;
        let (loaded, mut problems) = publish::load(input, project, &Order::ALL);
        let named = session.slugs.contains(slug);
        if let Some(loaded) = loaded {
            let release = &loaded.release;
            listed.push(Listed {
                slug: slug.clone(),
                source: release.source_locale.key().to_owned(),
                locales: translated(release),
            });
            if named && !problems.iter().any(is_in_source) {
                let (synced, more) = translate::sync(release, &loaded.catalogs, &project.settings);
                let broken = more.iter().any(is_error);
                problems.extend(more);
                if !broken {
                    files.extend("", synced);
                }
            }
        }
        if named {
            found.extend(problems);
        }
    }
    let configuration = translate::configuration(&project.settings, &session.shared, &listed);
    files.insert("l10n.toml", configuration);
    let changed = if sound { disk::write_project(&session.root, &files)? } else { Vec::new() };
    let tally = speech.diagnostics(&session.root, found);
    speech.result(&told(&changed, tally, speech.style));
    Ok(if tally.errors > 0 { Verdict::Findings } else { Verdict::Fine })
}

fn is_error(problem: &Diagnostic) -> bool {
    problem.severity == Severity::Error
}

/// Whether the source itself has an error. One in a translation keeps nobody else from work.
fn is_in_source(problem: &Diagnostic) -> bool {
    let place = problem.place.as_ref();
    is_error(problem) && place.is_none_or(|place| place.file.starts_with("content/"))
}

/// The locales that a release is translated into.
fn translated(release: &crate::release::Release) -> Vec<String> {
    let others = release.locales.iter().filter(|locale| **locale != release.source_locale);
    others.map(|locale| locale.key().to_owned()).collect()
}

fn told(changed: &[String], tally: Tally, style: Style) -> String {
    match style {
        Style::Json => serde_json::json!({ "written": changed }).to_string(),
        Style::Human | Style::Plain if changed.is_empty() && tally.errors > 0 => {
            "nothing is written: there are errors".to_owned()
        }
        Style::Human | Style::Plain if changed.is_empty() => "everything is up to date".to_owned(),
        Style::Human | Style::Plain => {
            let lines: Vec<_> = changed.iter().map(|path| format!("written: {path}")).collect();
            lines.join("\n")
        }
    }
}
