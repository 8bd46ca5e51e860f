//! `hexapla sync`.

mod minor;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use clap::Args;
use serde_json::json;

use super::changes::Told;

use super::session::{Opened, Session};
use super::speech::{Speech, Style, Tally};
use super::{Releases, Root, Tone, Verdict};
use crate::diagnostic::{Diagnostic, Severity, SourceText};
use crate::files::Files;
use crate::publish::{Loaded, Since};
use crate::release::Release;
use crate::segment::{SegmentId, Slug};
use crate::translate::{self, Listed};
use crate::{disk, project};

/// Update what translators see after a text has changed
///
/// Writes the reference that translators work from (`locales/LANGUAGE/NAME.ftl` in the language of
/// the source), the state of every translation (`content/NAME/translations.lock`) and the
/// configuration of translation tools (`l10n.toml`). For a language that is not built in, also the
/// furniture to translate (`locales/LANGUAGE/hexapla.ftl`), once. It never changes a translation;
/// one whose words were taken out of the source is kept, and put back when they return. `hexapla
/// build` does not need it: a new paragraph is simply not translated yet.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Releases,
    #[command(flatten)]
    root: Root,
    /// Write nothing; exit with 1 if there is something to write. For continuous integration
    #[arg(long)]
    check: bool,
    /// Write nothing; list what is kept, edited, moved, new and obsolete
    #[arg(long)]
    dry_run: bool,
    /// Messages whose edit in the source needs no new translation (a corrected slip): translations
    /// of the old words count for the new ones
    #[arg(long, value_name = "ID,...", value_delimiter = ',')]
    minor: Vec<String>,
    /// Take what is published now as what was published before, with no new `updated`: it was
    /// changed on the day of the last change (for releases with `status = "published"`)
    #[arg(long)]
    same_day: bool,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla sync                           All releases.
  hexapla sync 2021-05-26-dialogue       One release.
  hexapla sync --dry-run                 See what would change.
  hexapla sync --check                   Has somebody forgotten to run it?
  hexapla sync --minor lead-p-k3f9       You corrected a slip in the source.

Exit codes: 0 all is fine; 1 there are errors (with --check: or something to write); 2 it could not
run.";

/// What translation tools read.
pub(super) const CONFIGURATION: &str = "l10n.toml";

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let opened = Session::open_to_change(&arguments.root, &arguments.which.releases, speech)?;
    let Some(session) = opened else { return Ok(Verdict::Findings) };
    let mut found = session.found.clone();
    let (mut releases, unread) = read(&session, &mut found)?;
    let since = if arguments.same_day { Since::SameDay } else { Since::Later };
    for Read { loaded, .. } in releases.iter_mut().filter(|read| read.named && !read.stopped) {
        loaded.announce(&session.project, since);
    }
    let minor = match minor::edits(&arguments.minor, &releases) {
        Ok(minor) => minor,
        Err(error) => {
            // A release that cannot be read may be the one that is meant.
            speech.diagnostics(&session.root, found);
            return Err(error);
        }
    };
    let (mut files, told) = synced(&session, &releases, &minor, &mut found)?;
    if unread.is_empty() {
        found.extend(list_all(&session, &releases, &mut files)?);
    }
    let writes = !arguments.check && !arguments.dry_run;
    let changed = if writes {
        disk::write_project(&session.root, &files)?
    } else {
        disk::would_write(&session.root, &files)?
    };
    let tally = speech.diagnostics(&session.root, found);
    let result = Written { changed: &changed, told: &told, unread: &unread, tally, arguments };
    speech.result(&result.said(speech.style));
    let behind = arguments.check && !changed.is_empty();
    Ok(if tally.errors > 0 || behind { Verdict::Findings } else { Verdict::Fine })
}

/// A release as it was read.
struct Read {
    loaded: Loaded,
    /// The files of its translations.
    texts: BTreeMap<String, SourceText>,
    /// Those of them that cannot be read.
    unread: BTreeMap<String, Diagnostic>,
    /// Whether it is one of those that are meant.
    named: bool,
    /// Whether nothing of it can be written.
    stopped: bool,
}

/// Reads all releases: `l10n.toml` lists them all. Beside them, those that cannot be read.
fn read(session: &Session, found: &mut Vec<Diagnostic>) -> Result<(Vec<Read>, Vec<Slug>)> {
    let (mut releases, mut unread) = (Vec::new(), Vec::new());
    for slug in &session.project.slugs {
        let Opened { input, loaded, found: mut problems, stopped } = session.release(slug)?;
        let (texts, no_texts) = (input.catalogs, input.unread);
        let named = session.slugs.contains(slug);
        if let Some(loaded) = loaded {
            let release = &loaded.release;
            let standing = texts.get(release.source_locale.key());
            let in_the_way = translate::in_the_way(release, standing).filter(|_| named);
            let stopped = stopped || in_the_way.is_some() || torn(release, &problems);
            problems.extend(in_the_way);
            releases.push(Read { loaded, texts, unread: no_texts, named, stopped });
        } else {
            unread.push(slug.clone());
        }
        if named {
            found.extend(problems);
        }
    }
    Ok((releases, unread))
}

/// The files of the project as they have to be, and what is said of the releases.
fn synced(
    session: &Session,
    releases: &[Read],
    minor: &BTreeMap<Slug, BTreeSet<SegmentId>>,
    found: &mut Vec<Diagnostic>,
) -> Result<(Files, Vec<Told>)> {
    let project = &session.project;
    let (mut files, mut told) = (Files::new(), Vec::new());
    for Read { loaded, texts, unread, named, stopped } in releases {
        let (release, catalogs) = (&loaded.release, &loaded.catalogs);
        if *stopped || !named {
            continue;
        }
        let subject = translate::Subject { release, catalogs, texts, unread, project };
        let none = BTreeSet::new();
        let synced = translate::sync(&subject, minor.get(&release.slug).unwrap_or(&none));
        if !synced.problems.iter().any(is_error) {
            files.extend("", synced.files);
            told.push(Told::new(loaded, synced.changes));
        }
        found.extend(synced.problems);
    }
    files.extend("", furniture(session)?);
    Ok((files, told))
}

/// Adds the configuration of translation tools, which lists all releases; or says why not.
fn list_all(session: &Session, releases: &[Read], files: &mut Files) -> Result<Option<Diagnostic>> {
    let listed: Vec<_> = releases.iter().map(|read| list(&read.loaded.release)).collect();
    let configuration = configuration(session, files, &listed);
    let standing = disk::read_file(&session.root, CONFIGURATION)?;
    let foreign = translate::foreign_configuration(standing.as_deref());
    if foreign.is_none() {
        files.insert(CONFIGURATION, configuration);
    }
    Ok(foreign)
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

/// What keeps anything from being put into a release: what keeps `sync` from writing it.
pub(super) fn stopping(
    loaded: &Loaded,
    texts: &BTreeMap<String, SourceText>,
    problems: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let release = &loaded.release;
    let own = release.source_locale.key();
    let reference = format!("locales/{own}/{}.ftl", release.slug);
    let torn = torn(release, &problems);
    let stopping = problems.into_iter();
    let stopping = stopping.filter(|one| stops(one, &reference) || torn && is_error(one));
    stopping.chain(translate::in_the_way(release, texts.get(own))).collect()
}

/// Whether a merge left the states of both sides in the lock, and the translation has errors: as long
/// as nobody has said which of two translations stays, both states are needed.
fn torn(release: &Release, problems: &[Diagnostic]) -> bool {
    let locales: BTreeSet<_> = release.lock.rivals.keys().map(|(key, _)| key).collect();
    let mut files = locales.iter().map(|key| release.slug.file_in(key));
    let is_wrong = |file: &String| {
        let mut errors = problems.iter().filter(|problem| is_error(problem));
        errors.any(|problem| problem.place.as_ref().is_some_and(|place| place.file == *file))
    };
    files.any(|file| is_wrong(&file))
}

/// A release for the configuration of translation tools.
pub(super) fn list(release: &Release) -> Listed {
    let others = release.locales.iter().filter(|locale| **locale != release.source_locale);
    Listed {
        slug: release.slug.clone(),
        source: release.source_locale.key().to_owned(),
        locales: others.map(|locale| locale.key().to_owned()).collect(),
    }
}

/// The configuration of translation tools beside files that are written now.
pub(super) fn configuration(session: &Session, written: &Files, listed: &[Listed]) -> String {
    let shared = shared(session, written);
    translate::configuration(&session.project.settings, &shared, listed)
}

/// What a `sync` did, or would do.
struct Written<'a> {
    changed: &'a [String],
    told: &'a [Told],
    /// Releases that cannot be read.
    unread: &'a [Slug],
    tally: Tally,
    arguments: &'a Arguments,
}

impl Written<'_> {
    fn said(&self, style: Style) -> String {
        let writes = !self.arguments.check && !self.arguments.dry_run;
        let lines = match style {
            Style::Json => {
                let key = if writes { "written" } else { "would_write" };
                let releases: Vec<_> = self.told.iter().map(Told::json).collect();
                let unread: Vec<_> = self.unread.iter().map(Slug::as_str).collect();
                let told = json!({ key: self.changed, "releases": releases, "unread": unread });
                return told.to_string();
            }
            Style::Human | Style::Plain if !self.arguments.dry_run => {
                self.told.iter().flat_map(Told::news).collect()
            }
            Style::Human => self.told.iter().flat_map(Told::human).collect(),
            Style::Plain => self.told.iter().flat_map(Told::plain).collect::<Vec<_>>(),
        };
        let label = if writes { "written" } else { "to be written" };
        let files = self.changed.iter().map(|path| format!("{label}: {path}"));
        let last = match (self.changed.is_empty(), self.tally.errors > 0, writes) {
            (true, true, _) => Some("nothing is written: there are errors".to_owned()),
            (true, false, _) => Some("everything is up to date".to_owned()),
            (false, _, false) => Some("nothing was written: `hexapla sync` does that".to_owned()),
            (false, _, true) => None,
        };
        let outdates = self.told.iter().any(Told::outdates);
        let help = outdates.then(|| self.help().to_owned());
        let all = lines.into_iter().chain(files).chain(self.left()).chain(last).chain(help);
        all.collect::<Vec<_>>().join("\n")
    }

    /// Why the list of all releases stays as it is.
    fn left(&self) -> Option<String> {
        let unread: Vec<_> = self.unread.iter().map(|slug| format!("`{slug}`")).collect();
        let have = if unread.len() == 1 { "has" } else { "have" };
        let list = unread.join(", ");
        (!unread.is_empty())
            .then(|| format!("left as it is: {CONFIGURATION}, for {list} {have} errors"))
    }

    /// What to do about translations that go out of date.
    fn help(&self) -> &'static str {
        if self.arguments.dry_run || self.arguments.check {
            "help: for the correction of a slip, `hexapla sync --minor ID` keeps translations up to date"
        } else {
            "help: `hexapla todo LANGUAGE` writes what is to be done; of what is right as it stands say \
             `hexapla accept LANGUAGE ID`"
        }
    }
}
