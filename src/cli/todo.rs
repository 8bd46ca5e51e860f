//! `hexapla todo`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use super::session::Session;
use super::speech::{Speech, Style, Tally};
use super::summary::counted;
use super::{Tone, Verdict, Which};
use crate::diagnostic::{Diagnostic, Severity};
use crate::disk::{self, Clash};
use crate::publish::{self, Request};
use crate::translate::{self, Todo};

/// Write what is open in a language into a file to fill in
///
/// Writes one FTL file for each release: every message that is missing, out of date or unverified,
/// with its context, the source, and what changed in it. Fill it in, in any editor, and give it to
/// `hexapla merge`. An earlier file is never written over.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The language, by key or tag
    #[arg(value_name = "LANGUAGE")]
    locale: String,
    /// Names of releases. Without names: all releases
    #[arg(value_name = "RELEASE")]
    releases: Vec<String>,
    /// The folder for the files, which is made where there is none. Without it: this folder
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true)]
    output: PathBuf,
    /// The project's folder. Without it: this folder, or the nearest above it that has a
    /// `hexapla.toml`
    #[arg(long, value_name = "DIR")]
    project: Option<PathBuf>,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla todo ru                        All releases.
  hexapla todo ru 2021-05-26-dialogue    One release: todo.2021-05-26-dialogue.ru.ftl
  hexapla merge todo.2021-05-26-dialogue.ru.ftl

Exit codes: 0 all is fine; 1 there are errors; 2 it could not run.";

/// What is said of one file.
#[derive(serde::Serialize)]
struct Written {
    file: String,
    release: String,
    messages: usize,
    words: usize,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let which = Which { releases: arguments.releases.clone(), project: arguments.project.clone() };
    let Some(session) = Session::open(&which, speech)? else { return Ok(Verdict::Findings) };
    let key = session.locale(&arguments.locale)?;
    let mut found = session.found.clone();
    let mut written = Vec::new();
    let mut texts = Vec::new();
    for slug in &session.slugs {
        let input = disk::read_release(&session.root, slug)?;
        let (loaded, problems) = publish::load(input, &session.project, &Request::ALL);
        found.extend(problems.into_iter().filter(|one| one.severity == Severity::Error));
        let Some(loaded) = loaded else { continue };
        let release = &loaded.release;
        if release.source_locale.key() == key {
            continue;
        }
        let catalog = loaded.catalogs.get(&key);
        match translate::todo(release, (&key, catalog), &session.project.settings) {
            Ok(None) => {}
            Ok(Some(Todo { text, messages, words })) => {
                let name = format!("todo.{slug}.{key}.ftl");
                let file = shown(&arguments.output, &name);
                if disk::read_text(&arguments.output.join(&name))?.is_some() {
                    found.push(in_the_way(&file));
                    continue;
                }
                texts.push((arguments.output.join(name), text.into_bytes()));
                written.push(Written { file, release: slug.to_string(), messages, words });
            }
            Err(problems) => found.extend(problems),
        }
    }
    let texts: Vec<_> = texts.iter().map(|(path, text)| (path.clone(), &**text)).collect();
    disk::write_given(&texts, Clash::Refuse)?;
    let tally = speech.diagnostics(&session.root, found);
    speech.result(&told(&written, tally, speech.style));
    Ok(if tally.errors > 0 { Verdict::Findings } else { Verdict::Fine })
}

fn shown(folder: &Path, name: &str) -> String {
    let folder = if folder == Path::new(".") { Path::new("") } else { folder };
    folder.join(name).to_string_lossy().replace('\\', "/")
}

fn in_the_way(file: &str) -> Diagnostic {
    let message = format!("there is a file `{file}` already; somebody's work may be in it");
    let help = format!("give it to `hexapla merge {file}`, or move it away; then try again");
    Diagnostic::error("file-exists", message).help(help)
}

fn told(written: &[Written], tally: Tally, style: Style) -> String {
    match style {
        Style::Json => serde_json::json!({ "written": written }).to_string(),
        Style::Human | Style::Plain if written.is_empty() && tally.errors > 0 => {
            "nothing is written".to_owned()
        }
        Style::Human | Style::Plain if written.is_empty() => "nothing is open".to_owned(),
        Style::Human | Style::Plain => {
            let line = |one: &Written| {
                let Written { file, release: _, messages, words } = one;
                let messages = counted(*messages, "message");
                format!("written: {file}: {messages} to look at, {}", counted(*words, "word"))
            };
            written.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}
