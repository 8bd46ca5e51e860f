//! `hexapla merge`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use super::session::Session;
use super::speech::{Speech, Style};
use super::summary::counted;
use super::sync::stops;
use super::{Root, Tone, Verdict};
use crate::diagnostic::{Diagnostic, Place, Severity, SourceText};
use crate::files::Files;
use crate::project::Project;
use crate::publish::{self, Completeness, Loaded, Request};
use crate::segment::{SegmentId, Slug};
use crate::translate::{self, Merged, Returned, Stamps};
use crate::{catalog, disk};

/// Put a file that was filled in into the translations
///
/// Takes the files that `hexapla todo` wrote, when a translator has filled them in. What was done
/// goes into the file of the language, in which nothing else changes, and the lock takes note of
/// the source that the translator saw. What has a mistake, or was changed by others meanwhile, is
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
#[derive(serde::Serialize)]
struct Taken {
    file: String,
    into: String,
    done: Vec<String>,
    open: usize,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
<<<<<<< HEAD
    let which = Which { releases: Vec::new(), project: arguments.project.clone() };
    let Some(session) = Session::open_to_change(&which, speech)? else {
=======
    let Some(session) = Session::open(&arguments.root, &[], speech)? else {
>>>>>>> main
        return Ok(Verdict::Findings);
    };
    let mut tally = speech.diagnostics(&session.root, session.found.clone());
    let mut taken = Vec::new();
    for path in &arguments.files {
        let outcome = match disk::read_text(path)? {
            Some(Ok(source)) => take(&session, source)?,
            Some(Err(problem)) => Err(vec![problem]),
            None => bail!("there is no file `{}`", path.display()),
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
    let returned = match Returned::new(source) {
        Ok(returned) => returned,
        Err(problem) => return Ok(Err(vec![problem])),
    };
    let (slug, key) = (&*returned.slug, &*returned.key);
    let project = &session.project;
    let Some(slug) = project.slugs.iter().find(|known| known.as_str() == slug) else {
        let known: Vec<_> = project.slugs.iter().map(Slug::as_str).collect();
        bail!(
            "`{file}` is of the release `{slug}`, which this project does not have\nhelp: its \
             releases are {}; say which project is meant: `--project DIR`",
            known.join(", ")
        );
    };
    let key = session.locale(key)?;
    let Some(words) = project.words.get(&key) else {
        bail!(
            "the furniture or the terms of `{key}` have errors\nhelp: `hexapla check` lists them"
        );
    };
    let input = disk::read_release(&session.root, slug)?;
    let path = format!("locales/{key}/{slug}.ftl");
    let standing = input.catalogs.get(&key).cloned();
    let (loaded, problems) = publish::load(input, project, &Request::ALL);
    let reference =
        |loaded: &Loaded| format!("locales/{}/{slug}.ftl", loaded.release.source_locale.key());
    let Some(mut loaded) = loaded else { return Ok(Err(problems)) };
    let stopping: Vec<_> =
        problems.into_iter().filter(|one| stops(one, &reference(&loaded))).collect();
    if !stopping.is_empty() {
        return Ok(Err(stopping));
    }
    let standing = standing.unwrap_or_else(|| {
        let title = &loaded.release.document.meta.title.pattern;
        SourceText::new(path.clone(), translate::heading(title, &key))
    });
    let catalog = loaded.catalogs.get(&key);
    let merged = match translate::merge(&loaded.release, (&returned, words), (&standing, catalog)) {
        Ok(merged) => merged,
        Err(problems) => return Ok(Err(problems)),
    };
    let Merged { file: new, done, open, stamps } = merged;
    let (catalog, _) = catalog::parse(&new, words);
    loaded.catalogs.insert(key.clone(), catalog);
    // What the translator says is right as it stands is not out of date any more.
    loaded.release.lock.stamps.entry(key.clone()).or_default().extend(stamps.clone());
    let found = looked_over((&loaded, project), &key, &done);
    if found.iter().any(|one| one.severity == Severity::Error) {
        return Ok(Err(found));
    }
    let settings = &project.settings;
    let stamps = Stamps { stamps, texts: BTreeMap::new() };
    let stamps = BTreeMap::from([(key, stamps)]);
    Ok(translate::stamped(&loaded.release, &loaded.catalogs, &stamps, settings).map(|mut files| {
        files.insert(path.clone(), new.text());
        let done = done.iter().map(|(id, _)| id.to_string()).collect();
        (files, Taken { file, into: path, done, open }, found)
    }))
}

/// What is found in the messages that were done, at their places in the file that came back.
fn looked_over(
    (loaded, project): (&Loaded, &Project),
    key: &str,
    done: &[(SegmentId, Place)],
) -> Vec<Diagnostic> {
    let request = Request {
        locales: Some(vec![key.to_owned()]),
        formats: None,
        completeness: Completeness::Optional,
    };
    let (_, found) = loaded.editions(project, &request);
    let Some(catalog) = loaded.catalogs.get(key) else { return found };
    let lines = done.iter().filter_map(|(id, place)| {
        let entry = catalog.entry(id)?;
        let first = catalog.place(entry.range.clone());
        let last = catalog.place(entry.range.end..entry.range.end).line;
        Some((first, last, place))
    });
    let lines: Vec<_> = lines.collect();
    let moved = found.into_iter().filter_map(|one| {
        let at = one.place.clone()?;
        let inside = |(first, last, _): &&(Place, usize, &Place)| {
            first.file == at.file && (first.line..=*last).contains(&at.line)
        };
        let (first, _, place) = lines.iter().find(inside)?;
        if at.line != first.line {
            return Some(one.at((*place).clone()));
        }
        // The words are the same; what stands before them in the line may not be.
        let column = (at.column + place.column).saturating_sub(first.column).max(1);
        let text = place.text.clone();
        Some(one.at(Place { column, length: at.length, text, ..(*place).clone() }))
    });
    moved.collect()
}

fn told(taken: &[Taken], style: Style) -> String {
    match style {
        Style::Json => serde_json::json!({ "merged": taken }).to_string(),
        Style::Human | Style::Plain if taken.is_empty() => "nothing is merged".to_owned(),
        Style::Human | Style::Plain => {
            let line = |one: &Taken| {
                let Taken { file, into, done, open } = one;
                let done = counted(done.len(), "message");
                format!("merged: {file}: {done} into {into}; {open} left open")
            };
            taken.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}
