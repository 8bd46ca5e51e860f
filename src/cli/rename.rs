//! `hexapla rename`.

mod message;
mod release;

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use clap::Args;
use serde_json::json;

use super::session::{Opened, Session};
use super::speech::{Speech, Style};
use super::{Root, Tone, Verdict};
use crate::diagnostic::{Diagnostic, Severity, SourceText};
use crate::disk::{self, ReleaseInput};
use crate::files::Files;
use crate::nearest::nearest;
use crate::publish::Loaded;
use crate::segment::Slug;
use crate::translate::{self, Replacement, Subject};

/// Give a message or a release another name
///
/// Changes the name of a message wherever it stands: in the lock, in the files of all languages, in
/// messages that refer to it, in the heading's `{#name}` and in links to it, in what `hexapla.toml`
/// allows. A heading can be named by its address: `opening` for `opening-heading`. If OLD is the
/// name of a release, its folder and its files in all languages get the new name. Nothing else
/// changes. Addresses change with names: links from elsewhere to the old one no longer lead there.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// A message, or a release
    #[arg(value_name = "OLD")]
    old: String,
    /// Its new name: lower-case letters a to z, digits and hyphens
    #[arg(value_name = "NEW")]
    new: String,
    /// The release of the message, where several have one of that name
    #[arg(long, value_name = "RELEASE")]
    release: Option<String>,
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla rename lead-p-k3f9 lead-summary       A message.
  hexapla rename opening welcome                A heading, and with it its address `#opening`.
  hexapla rename opening welcome --release 2021-05-26-dialogue
                                                The heading of one release.
  hexapla rename 2021-05-26-dialog 2021-05-26-dialogue
                                                A release.

Exit codes: 0 it has the new name; 1 there are errors, and nothing was changed; 2 it could not run.";

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let releases: Vec<_> = arguments.release.iter().cloned().collect();
    let Some(session) = Session::open_to_change(&arguments.root, &releases, speech)? else {
        return Ok(Verdict::Findings);
    };
    let is_release = |slug: &&Slug| slug.as_str() == arguments.old;
    let slug = session.slugs.iter().find(is_release).filter(|_| arguments.release.is_none());
    let done = match slug {
        Some(slug) => release::rename(&session, slug, &arguments.new, speech)?,
        None => message::rename(&session, (&arguments.old, &arguments.new), speech)?,
    };
    let Some(done) = done else { return Ok(Verdict::Findings) };
    speech.result(&done.said(speech.style));
    Ok(Verdict::Fine)
}

/// What has another name now.
struct Done {
    old: String,
    new: String,
    /// Files that were moved: from, to.
    moved: Vec<(String, String)>,
    written: Vec<String>,
    /// What is left to do.
    notes: Vec<String>,
}

impl Done {
    fn said(&self, style: Style) -> String {
        let (old, new) = (&self.old, &self.new);
        match style {
            Style::Json => {
                let moved = self.moved.iter().map(|(from, to)| json!({ "from": from, "to": to }));
                let moved: Vec<_> = moved.collect();
                json!({ "old": old, "new": new, "moved": moved, "written": self.written })
                    .to_string()
            }
            Style::Human | Style::Plain => {
                let mut lines = vec![format!("`{old}` is now `{new}`")];
                lines.extend(self.moved.iter().map(|(from, to)| format!("moved: {from} to {to}")));
                lines.extend(self.written.iter().map(|path| format!("written: {path}")));
                lines.extend(self.notes.iter().cloned());
                lines.join("\n")
            }
        }
    }
}

/// A release as it was read.
struct Read {
    input: ReleaseInput,
    loaded: Loaded,
    found: Vec<Diagnostic>,
}

impl Read {
    fn subject<'a>(&'a self, session: &'a Session) -> Subject<'a> {
        Subject {
            release: &self.loaded.release,
            catalogs: &self.loaded.catalogs,
            texts: &self.input.catalogs,
            unread: &self.input.unread,
            project: &session.project,
        }
    }
}

/// Reads a release. `None`: it has errors, and that is said.
fn read(session: &Session, slug: &Slug, speech: &Speech) -> Result<Option<Read>> {
    let Opened { input, loaded, found, stopped: _ } = session.release(slug)?;
    let Some(loaded) = loaded else {
        speech.diagnostics(&session.root, found);
        return Ok(None);
    };
    Ok(Some(Read { input, loaded, found }))
}

/// Refuses a release that `sync` would change: else more than a name would change now.
fn in_step(session: &Session, read: &Read) -> Result<()> {
    let synced = translate::sync(&read.subject(session), &std::collections::BTreeSet::new());
    let slug = &read.loaded.release.slug;
    let errors = synced.problems.iter().chain(&read.found);
    if errors.into_iter().any(|problem| problem.severity == Severity::Error) {
        bail!("`{slug}` has errors\nhelp: put right first what `hexapla check {slug}` finds");
    }
    if !disk::would_write(&session.root, &synced.files)?.is_empty() {
        bail!(
            "`{slug}` was edited since the last `hexapla sync`\nhelp: run `hexapla sync` first, so \
             that nothing changes now but the name"
        );
    }
    Ok(())
}

/// A file of the project with new names, all else in it as it is.
fn replaced(
    session: &Session,
    text: &SourceText,
    all: &[Replacement],
    files: &mut Files,
) -> Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    let raw = disk::read_file(&session.root, text.path())?.unwrap_or_default();
    let raw = String::from_utf8_lossy(&raw).into_owned();
    let new = translate::replaced_as_it_is(&raw, text, all);
    // `write_project` gives a file the mark and the line ends that all of it had.
    let new = new.strip_prefix('\u{FEFF}').unwrap_or(&new);
    let all_windows = raw.matches("\r\n").count() == raw.matches('\n').count();
    files.insert(text.path(), if all_windows { new.replace("\r\n", "\n") } else { new.to_owned() });
    Ok(())
}

/// The settings with new names.
fn settings(session: &Session) -> Result<SourceText> {
    let config = disk::read_project(&session.root)?.config;
    Ok(config.unwrap_or_else(|| SourceText::new("hexapla.toml", "")))
}

/// How many findings there are of each kind.
fn kinds(found: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut kinds = BTreeMap::new();
    for finding in found {
        *kinds.entry(finding.code).or_default() += 1;
    }
    kinds
}

/// What is said of a name that nothing has.
fn unknown(name: &str, known: &[&str]) -> String {
    let help = match nearest(name, known) {
        Some(near) => format!("the nearest is `{near}`"),
        None => "messages are named in the reference, `locales/LANGUAGE/NAME.ftl`".to_owned(),
    };
    format!("nothing is called `{name}`: no message, no release\nhelp: {help}")
}
