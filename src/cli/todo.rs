//! `hexapla todo`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use super::amounts::counted;
use super::session::{Session, is_translated, must_be_translated};
use super::speech::{Speech, Style, Tally};
use super::{Releases, Root, Tone, Verdict};
use crate::diagnostic::Severity;
use crate::disk::{self, Clash};
use crate::publish::Loaded;
use crate::translate::{self, Todo};

/// Write what is open in a language into a file to fill in
///
/// Writes one FTL file for each release: every message that is missing, out of date or unverified,
/// with its context, the source, and what changed in it. Fill it in, in any editor, and give it to
/// `hexapla merge`. An earlier file, in which somebody may have worked, is not written over: merge it
/// first.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The language, by key or tag
    #[arg(value_name = "LANGUAGE")]
    locale: String,
    #[command(flatten)]
    which: Releases,
    #[command(flatten)]
    root: Root,
    /// The folder for the files, which is made where there is none. Without it: this folder
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true)]
    output: PathBuf,
    /// Replace files that are there already
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla todo ru                        All releases.
  hexapla todo ru 2021-05-26-dialogue    One release: todo.2021-05-26-dialogue.ru.ftl
  hexapla todo ru --output for-olga      In a folder of their own.
  hexapla merge todo.2021-05-26-dialogue.ru.ftl

Exit codes: 0 all is fine; 1 there are errors; 2 it could not run.";

/// What is said of one file.
#[derive(serde::Serialize)]
struct Written {
    file: String,
    release: String,
    messages: usize,
    words: usize,
    /// Whether it stood there already as it should be.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unchanged: bool,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let opened = Session::open(&arguments.root, &arguments.which.releases, speech)?;
    let Some(session) = opened else { return Ok(Verdict::Findings) };
    let key = session.locale(&arguments.locale)?;
    let mut found = session.found.clone();
    let mut releases: Vec<Loaded> = Vec::new();
    for slug in &session.slugs {
        let opened = session.release(slug)?;
        found.extend(opened.found.into_iter().filter(|one| one.severity == Severity::Error));
        releases.extend(opened.loaded);
    }
    let releases: Vec<_> = releases.iter().map(|one| (&one.release, &one.catalogs)).collect();
    must_be_translated(&key, releases.iter().map(|(release, _)| *release))?;
    let (mut written, mut texts) = (Vec::new(), Vec::new());
    for (release, catalogs) in releases {
        if !is_translated(release, &key) {
            continue;
        }
        match translate::todo(release, (&key, catalogs.get(&key)), &session.project.settings) {
            Ok(None) => {}
            Ok(Some(Todo { text, messages, words })) => {
                let path = place(&arguments.output, &format!("todo.{}.{key}.ftl", release.slug));
                let file = path.to_string_lossy().replace('\\', "/");
                let release = release.slug.to_string();
                texts.push((path, text));
                written.push(Written { file, release, messages, words, unchanged: true });
            }
            Err(problems) => found.extend(problems),
        }
    }
    let tally = speech.diagnostics(&session.root, found);
    let clash = if arguments.force { Clash::Replace } else { Clash::Refuse };
    let files: Vec<_> = texts.iter().map(|(path, text)| (path.clone(), text.as_bytes())).collect();
    let changed = disk::write_given(&files, clash)?;
    for (one, (path, _)) in written.iter_mut().zip(&texts) {
        one.unchanged = !changed.contains(&path.display().to_string());
    }
    speech.result(&told(&written, tally, speech.style));
    Ok(if tally.errors > 0 { Verdict::Findings } else { Verdict::Fine })
}

fn place(folder: &Path, name: &str) -> PathBuf {
    let folder = if folder == Path::new(".") { Path::new("") } else { folder };
    folder.join(name)
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
                let Written { file, release: _, messages, words, unchanged } = one;
                let done = if *unchanged { "there already" } else { "written" };
                let messages = counted(*messages, "message");
                format!("{done}: {file}: {messages} to look at, {}", counted(*words, "word"))
            };
            written.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}
