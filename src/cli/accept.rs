//! `hexapla accept`.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use clap::Args;
use serde_json::json;

use super::amounts::counted;
use super::changes::Told;
use super::session::{Session, is_translated, must_be_translated, nearest_help};
use super::speech::{Speech, Style, Tally};
use super::sync::stopping;
use super::{Root, Tone, Verdict};
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::document::State;
use crate::files::Files;
use crate::identity::Review;
use crate::publish::{self, Loaded, Request};
use crate::segment::{SegmentId, Slug};
use crate::translate::{self, Acceptance, Accepted, Selection};

/// Confirm translations as they stand
///
/// Takes note that translations say what the source says today: of one that is stale and still
/// right, or one that nobody has taken note of yet. With --revised, that a native reviser signs
/// them. Brings the lock and the reference up to date, as `hexapla sync` does; the translations
/// stay as they are.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The language, by key or tag
    #[arg(value_name = "LANGUAGE")]
    locale: String,
    /// Messages, or parts of them (`figure-x7qd.alt`)
    #[arg(value_name = "ID", required_unless_present = "all", conflicts_with = "all")]
    ids: Vec<String>,
    /// Every translation that there is
    #[arg(long)]
    all: bool,
    /// A native reviser signs them
    #[arg(long)]
    revised: bool,
    /// In these releases only
    #[arg(long, value_name = "RELEASE,...", value_delimiter = ',')]
    release: Vec<String>,
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla accept ru lead-p-k3f9                      It is still right.
  hexapla accept ru --all --revised --release 2021-05-26-dialogue
                                                     A reviser signs a whole release.
  hexapla status --locale ru                         What is there to accept?

Exit codes: 0 all is fine; 1 there are errors; 2 it could not run.";

/// What was confirmed, and what the author had changed.
#[derive(Default)]
struct Done {
    files: Files,
    accepted: Vec<(Slug, Accepted)>,
    changes: Vec<Told>,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let opened = Session::open_to_change(&arguments.root, &arguments.release, speech)?;
    let Some(session) = opened else {
        return Ok(Verdict::Findings);
    };
    let key = session.locale(&arguments.locale)?;
    let mut found = session.found.clone();
    let releases = read(&session, &key, &mut found)?;
    let meant = match meant(arguments, &key, &releases) {
        Ok(meant) => meant,
        Err(error) => {
            // A release that cannot be read may be the one that is meant.
            speech.diagnostics(&session.root, found);
            return Err(error);
        }
    };
    let review = if arguments.revised { Review::Revised } else { Review::Translated };
    let settings = &session.project.settings;
    let mut done = Done::default();
    for (Read { loaded, unread }, selection) in releases.iter().zip(&meant) {
        let Some(selection) = selection else { continue };
        let asked = (&*key, &loaded.catalogs);
        match translate::accept(&loaded.release, asked, (selection, review), settings) {
            Ok(Acceptance { files, changes, accepted }) if !accepted.is_empty() => {
                let unkept = translate::unkept(unread, &changes);
                if !unkept.is_empty() {
                    found.extend(unkept);
                    continue;
                }
                let slug = &loaded.release.slug;
                done.files.extend("", files);
                done.changes.push(Told::new(loaded, changes));
                done.accepted.extend(accepted.into_iter().map(|one| (slug.clone(), one)));
            }
            Ok(_) => {}
            Err(problems) => found.extend(problems),
        }
    }
    let tally = speech.diagnostics(&session.root, found);
    disk::write_project(&session.root, &done.files)?;
    speech.result(&done.said((&key, review), tally, speech.style));
    Ok(if tally.errors > 0 { Verdict::Findings } else { Verdict::Fine })
}

/// A release as it was read.
struct Read {
    loaded: Loaded,
    /// Translations that cannot be read.
    unread: BTreeMap<String, Diagnostic>,
}

/// The releases that are translated into a language. What keeps one from being one is found.
fn read(session: &Session, key: &str, found: &mut Vec<Diagnostic>) -> Result<Vec<Read>> {
    let mut releases = Vec::new();
    let mut others = Vec::new();
    for slug in &session.slugs {
        let input = disk::read_release(&session.root, slug, session.project.settings.limits)?;
        let (texts, unread) = (input.catalogs.clone(), input.unread.clone());
        let (loaded, problems) = publish::load(input, &session.project, &Request::ALL);
        let Some(loaded) = loaded else {
            found.extend(problems);
            continue;
        };
        if !is_translated(&loaded.release, key) {
            others.push(loaded);
            continue;
        }
        let mut stopping = stopping(&loaded, &texts, problems);
        let own =
            unread.get(key).filter(|why| stopping.iter().all(|one| one.message != why.message));
        stopping.extend(own.cloned());
        if stopping.is_empty() {
            releases.push(Read { loaded, unread });
        }
        found.extend(stopping);
    }
    if releases.is_empty() && found.is_empty() {
        must_be_translated(key, others.iter().map(|loaded| &loaded.release))?;
    }
    Ok(releases)
}

/// What is meant in each release; `None`: nothing.
fn meant(arguments: &Arguments, key: &str, releases: &[Read]) -> Result<Vec<Option<Selection>>> {
    if arguments.all {
        return Ok(releases.iter().map(|_| Some(Selection::All)).collect());
    }
    let mut meant: Vec<Vec<SegmentId>> = releases.iter().map(|_| Vec::new()).collect();
    for name in &arguments.ids {
        let (index, ids) = holding(name, key, releases)?;
        meant[index].extend(ids);
    }
    let selection = |ids: Vec<_>| (!ids.is_empty()).then_some(Selection::These(ids));
    Ok(meant.into_iter().map(selection).collect())
}

/// The release that holds a message or a part of one, and the parts of it that are translated.
fn holding(name: &str, key: &str, releases: &[Read]) -> Result<(usize, Vec<SegmentId>)> {
    let parts = releases.iter().map(|one| translate::parts(name, &one.loaded.release)).enumerate();
    let mut holding: Vec<_> = parts.filter(|(_, parts)| !parts.is_empty()).collect();
    let Some((index, mut parts)) = holding.pop() else {
        let leaves = releases.iter().flat_map(|one| one.loaded.release.document.leaves());
        let known = leaves.map(|leaf| leaf.id.to_string());
        bail!("no message is called `{name}`\nhelp: {}", nearest_help(name, known));
    };
    if !holding.is_empty() {
        bail!(
            "several releases have a message `{name}`\nhelp: say which is meant: `--release \
             RELEASE`"
        );
    }
    let catalog = releases[index].loaded.catalogs.get(key);
    parts.retain(|id| catalog.is_some_and(|catalog| catalog.entry(id).is_some()));
    if parts.is_empty() {
        bail!(
            "`{name}` is not translated into `{key}`\nhelp: translate it first: what is missing \
             cannot be accepted"
        );
    }
    Ok((index, parts))
}

impl Done {
    fn said(&self, (key, review): (&str, Review), tally: Tally, style: Style) -> String {
        let label = match review {
            Review::Revised => "revised",
            Review::Translated => "accepted",
        };
        match style {
            Style::Json => {
                let all = self.accepted.iter().map(|(slug, Accepted { id, before })| {
                    let id = id.to_string();
                    json!({
                        "release": slug.as_str(), "locale": key, "id": id, "before": before.name(),
                    })
                });
                let releases: Vec<_> = self.changes.iter().map(Told::json).collect();
                json!({ "accepted": all.collect::<Vec<_>>(), "releases": releases }).to_string()
            }
            Style::Human | Style::Plain if !self.accepted.is_empty() => {
                let line = |(slug, Accepted { id, before }): &(Slug, Accepted)| {
                    format!("{label}: {id} in {slug}, {key}; it was {}", before.name())
                };
                let mut lines: Vec<_> = self.changes.iter().flat_map(Told::news).collect();
                lines.extend(self.accepted.iter().map(line));
                if self.accepted.len() > 1 {
                    let outdated =
                        self.accepted.iter().filter(|(_, one)| one.before == State::Stale);
                    let all = counted(self.accepted.len(), "message");
                    lines.push(format!("{label}: {all}; {} of them were stale", outdated.count()));
                }
                lines.join("\n")
            }
            Style::Human | Style::Plain if tally.errors > 0 => {
                format!("nothing is {label}: there are errors")
            }
            Style::Human | Style::Plain => "nothing to do: what you named is up to date".to_owned(),
        }
    }
}
