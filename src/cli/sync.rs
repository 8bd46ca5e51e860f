//! `hexapla sync`.

use std::collections::BTreeSet;

use anyhow::Result;
use clap::Args;

use super::session::Session;
use super::speech::{Speech, Style, Tally};
use super::{Tone, Verdict, Which};
use crate::diagnostic::{Diagnostic, Severity};
use crate::files::Files;
use crate::publish::{self, Request};
use crate::translate::{self, Listed};
use crate::{disk, project};

/// Update what translators see after a text has changed
///
/// Writes the reference that translators work from (`locales/LANGUAGE/NAME.ftl` in the language of
/// the source), the state of every translation (`content/NAME/translations.lock`) and the
/// configuration of translation tools (`l10n.toml`). For a language that is not built in, also the
/// furniture to translate (`locales/LANGUAGE/hexapla.ftl`), once. It never touches a translation.
/// `hexapla build` does not need it: a new paragraph is simply not translated yet.
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

/// What translation tools read.
const CONFIGURATION: &str = "l10n.toml";

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let Some(session) = Session::open(&arguments.which, speech)? else {
        return Ok(Verdict::Findings);
    };
    let project = &session.project;
    let mut found = session.found.clone();
    let mut files = Files::new();
    let mut listed = Vec::new();
    for slug in &project.slugs {
        let input = disk::read_release(&session.root, slug)?;
        let standing = input.catalogs.clone();
        let (loaded, mut problems) = publish::load(input, project, &Request::ALL);
        let named = session.slugs.contains(slug);
        if let Some(loaded) = loaded {
            let release = &loaded.release;
            listed.push(Listed {
                slug: slug.clone(),
                source: release.source_locale.key().to_owned(),
                locales: translated(release),
            });
            let own = release.source_locale.key();
            problems.extend(translate::in_the_way(release, standing.get(own)).filter(|_| named));
            let reference = format!("locales/{own}/{slug}.ftl");
            if named && !problems.iter().any(|problem| stops(problem, &reference)) {
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
    files.extend("", furniture(&session)?);
    let shared = shared(&session, &files);
    let configuration = translate::configuration(&project.settings, &shared, &listed);
    let standing = disk::read_file(&session.root, CONFIGURATION)?;
    match translate::foreign_configuration(standing.as_deref()) {
        Some(problem) => found.push(problem),
        None => files.insert(CONFIGURATION, configuration),
    }
    let changed = disk::write_project(&session.root, &files)?;
    let tally = speech.diagnostics(&session.root, found);
    speech.result(&told(&changed, tally, speech.style));
    Ok(if tally.errors > 0 { Verdict::Findings } else { Verdict::Fine })
}

/// The furniture that a locale which is not built in is translated from, unless it is there.
fn furniture(session: &Session) -> Result<Files> {
    let mut files = Files::new();
    if let Some((key, text)) = project::reference_furniture(&session.project.settings)
        // One that cannot be read is there, too.
        && disk::read_file(&session.root, &format!("locales/{key}/hexapla.ftl"))?.is_none()
    {
        files.insert(format!("locales/{key}/hexapla.ftl"), text);
    }
    Ok(files)
}

/// The names of the files that all releases share and that the source locale has, or is given now.
fn shared(session: &Session, written: &Files) -> Vec<&'static str> {
    let source = session.project.settings.source_locale.key();
    let has = |name: &&str, locales: &BTreeSet<String>| {
        locales.contains(source) || written.get(&format!("locales/{source}/{name}.ftl")).is_some()
    };
    let all = [("terms", &session.terms), ("hexapla", &session.furniture)];
    let shared = all.into_iter().filter(|(name, locales)| has(name, locales));
    shared.map(|(name, _)| name).collect()
}

fn is_error(problem: &Diagnostic) -> bool {
    problem.severity == Severity::Error
}

/// Whether there is an error in the source itself, or in what stands where the reference belongs.
/// One in a translation keeps nobody else from work.
pub(super) fn stops(problem: &Diagnostic, reference: &str) -> bool {
    let stops = |file: &str| file.starts_with("content/") || file == reference;
    is_error(problem) && problem.place.as_ref().is_none_or(|place| stops(&place.file))
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
