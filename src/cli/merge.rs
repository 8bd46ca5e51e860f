//! `hexapla merge`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use serde_json::json;

use super::amounts::counted;
use super::changes::Told;
use super::session::Session;
use super::speech::{Speech, Style};
use super::sync::stopping;
use super::{Root, Tone, Verdict};
use crate::catalog::{Catalog, Words};
use crate::diagnostic::{Diagnostic, Place, Severity, SourceText};
use crate::disk;
use crate::files::Files;
use crate::publish::{self, Delivered, Finding, Request};
use crate::segment::{SegmentId, Slug};
use crate::translate::{self, Filled, Merged};

/// Put a file that was filled in into the translations
///
/// Takes the files that `hexapla todo` wrote, when a translator has filled them in. What was done
/// goes into the file of the language. All else in it stays as it is, but for letters, which are
/// composed (NFC), and line ends, which become those of one system. The lock takes note of the
/// source that the translator saw. What has a mistake, or was changed by others meanwhile, is
/// reported, and then nothing of the file is taken.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// Files that `hexapla todo` wrote
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla todo ru                        Write what is open.
  hexapla merge todo.2021-05-26-dialogue.ru.ftl

Exit codes: 0 all is fine; 1 there are errors; 2 it could not run.";

/// What became of one file.
struct Taken {
    file: String,
    into: String,
    done: Vec<SegmentId>,
    open: usize,
    /// What the author had changed; nothing where nothing was written.
    changes: Option<Told>,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let Some(session) = Session::open_to_change(&arguments.root, &[], speech)? else {
        return Ok(Verdict::Findings);
    };
    let mut tally = speech.diagnostics(&session.root, session.found.clone());
    let mut taken = Vec::new();
    for path in &arguments.files {
        let outcome = match disk::read_given(path, session.project.settings.limits)? {
            Ok(source) => take(&session, source)?,
            Err(problem) => Err(vec![problem]),
        };
        let found = match outcome {
            Ok((files, one, warnings)) => {
                disk::write_project(&session.root, &files)?;
                taken.push(one);
                warnings
            }
            Err(problems) => problems,
        };
        // The file has its own path; what is in the project has one from there.
        let is_own = |one: &Diagnostic| {
            one.place.as_ref().is_some_and(|place| Path::new(&place.file) == path)
        };
        let (own, others) = found.into_iter().partition(is_own);
        tally.add(speech.diagnostics(Path::new("."), own));
        tally.add(speech.diagnostics(&session.root, others));
    }
    speech.result(&told(&taken, speech.style));
    Ok(if tally.errors > 0 { Verdict::Findings } else { Verdict::Fine })
}

/// What to write, what to say of it, and the warnings; or what keeps it from being written.
type Outcome = Result<(Files, Taken, Vec<Diagnostic>), Vec<Diagnostic>>;

fn take(session: &Session, source: SourceText) -> Result<Outcome> {
    let file = source.path().to_owned();
    let filled = match Filled::new(source) {
        Ok(filled) => filled,
        Err(problem) => return Ok(Err(vec![problem])),
    };
    let (slug, words) = aim(session, &filled, &file)?;
    let input = disk::read_release(&session.root, slug, session.project.settings.limits)?;
    let (loaded, problems) = publish::load(input.clone(), &session.project, &Request::ALL);
    let Some(loaded) = loaded else { return Ok(Err(problems)) };
    let stopping = stopping(&loaded, &input.catalogs, problems);
    if !stopping.is_empty() {
        return Ok(Err(stopping));
    }
    let key = words.locale.key();
    let merge = || {
        let catalog = loaded.catalogs.get(key);
        let Merged { delivery, done, open } =
            translate::merge(&loaded.release, (&filled, words), catalog)?;
        let deliveries = [(key.to_owned(), delivery)].into();
        let Delivered { put, found } =
            publish::deliver(&input, &loaded, &deliveries, &session.project)?;
        let catalog = &put.catalogs[key];
        let found = found.into_iter().map(|finding| in_given(finding, catalog, &done));
        let found: Vec<_> = found.collect();
        if found.iter().any(|one| one.severity == Severity::Error) {
            return Err(found);
        }
        let done: Vec<_> = done.into_iter().map(|(id, _)| id).collect();
        let into = format!("locales/{key}/{slug}.ftl");
        let (files, changes) = if done.is_empty() {
            (Files::new(), None)
        } else {
            (put.files, Some(Told::new(&loaded, put.changes)))
        };
        Ok((files, Taken { file, into, done, open, changes }, found))
    };
    Ok(merge())
}

/// The release and the language that a file is of.
fn aim<'s>(session: &'s Session, filled: &Filled, file: &str) -> Result<(&'s Slug, &'s Words)> {
    let project = &session.project;
    let slug = &*filled.slug;
    let Some(slug) = project.slugs.iter().find(|known| known.as_str() == slug) else {
        let known: Vec<_> = project.slugs.iter().map(Slug::as_str).collect();
        bail!(
            "`{file}` is of the release `{slug}`, which this project does not have\nhelp: its \
             releases are {}; say which project is meant: `--project DIR`",
            known.join(", ")
        );
    };
    let key = session.locale(&filled.key)?;
    let Some(words) = project.words_to_read(&key) else {
        bail!(
            "the furniture or the terms of `{key}` have errors\nhelp: `hexapla check` lists them"
        );
    };
    Ok((slug, words))
}

/// What is said of a message, at its place in the file that came back.
fn in_given(finding: Finding, catalog: &Catalog, done: &[(SegmentId, Place)]) -> Diagnostic {
    let Finding { id, problem, .. } = finding;
    let given = done.iter().find(|(known, _)| *known == id).map(|(_, place)| place.clone());
    let entry = catalog.entry(&id).map(|entry| catalog.place(entry.range));
    let (Some(given), Some(first), Some(at)) = (given, entry, problem.place.clone()) else {
        return problem;
    };
    let place = if at.line == first.line {
        // The words are the same; what stands before them in the line may not be.
        let column = (at.column + given.column).saturating_sub(first.column).max(1);
        Place { column, length: at.length, ..given }
    } else {
        given
    };
    // A fix is of the other file.
    Diagnostic { fix: None, ..problem.at(place) }
}

fn told(taken: &[Taken], style: Style) -> String {
    match style {
        Style::Json => {
            let one = |Taken { file, into, done, open, changes }: &Taken| {
                let done: Vec<_> = done.iter().map(ToString::to_string).collect();
                let release = changes.as_ref().map(Told::json);
                json!({ "file": file, "into": into, "done": done, "open": open, "release": release })
            };
            json!({ "merged": taken.iter().map(one).collect::<Vec<_>>() }).to_string()
        }
        Style::Human | Style::Plain if taken.is_empty() => "nothing is merged".to_owned(),
        Style::Human | Style::Plain => {
            taken.iter().flat_map(Taken::lines).collect::<Vec<_>>().join("\n")
        }
    }
}

impl Taken {
    fn lines(&self) -> Vec<String> {
        let Self { file, into, done, open, changes } = self;
        let mut lines: Vec<_> = changes.iter().flat_map(Told::news).collect();
        lines.push(if done.is_empty() {
            format!("nothing new in {file}; {open} left open")
        } else {
            let done = counted(done.len(), "message");
            format!("merged: {file}: {done} into {into}; {open} left open")
        });
        lines
    }
}
