//! `hexapla check`.

use anyhow::Result;
use clap::Args;

use super::fix::{self, Run};
use super::progress::watched;
use super::session::Session;
use super::speech::Speech;
use super::summary::Summary;
use super::{LogTone, Releases, Rigour, Root, Verdict};
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::Allowance;
use crate::publish::{Built, Progress, Request};
use crate::segment::Slug;
use crate::{disk, publish};

/// Look for mistakes, and put right what needs no person
///
/// Looks for mistakes in releases and translations, and names the place of each: file, line and
/// column. Without --fix nothing is written. `hexapla explain CODE` says what is meant by a finding;
/// `[check]` in `hexapla.toml` says which matter to the project.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Releases,
    #[command(flatten)]
    root: Root,
    /// Only these languages, by key or tag: `ar,zh` or `zh-Hans`. Of what all languages
    /// share, such as the source, only errors are told
    #[arg(long, value_name = "LANGUAGE,...", value_delimiter = ',')]
    locale: Option<Vec<String>>,
    /// Put right what can be without a person's judgement, such as double spaces; then check. No
    /// translation becomes current or out of date by it, and none loses its reviser's name
    #[arg(long)]
    fix: bool,
    /// With --fix: only say what would be changed
    #[arg(long, requires = "fix")]
    dry_run: bool,
    #[command(flatten)]
    rigour: Rigour,
    #[command(flatten)]
    pub tone: LogTone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla check                          All releases in all languages.
  hexapla check 2021-05-26-dialogue      One release.
  hexapla check --locale ru              What is wrong in Russian.
  hexapla check --fix --dry-run          See what could be put right at once.
  hexapla check --plain                  For a screen reader.
  hexapla check --message-format json    For another program.
  hexapla check --message-format sarif > hexapla.sarif
                                         For code scanning and editors.

Exit codes: 0 all is fine; 1 there are errors (with --strict: or warnings); 2 it could not run.";

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let elapsed = disk::stopwatch();
    let open = if arguments.fix { Session::open_to_change } else { Session::open };
    let opened = open(&arguments.root, &arguments.which.releases, speech)?;
    let Some(session) = opened else { return Ok(Verdict::Findings) };
    let locales = arguments.locale.as_ref().map(|names| session.locales(names)).transpose()?;
    let request = Request { locales, ..Request::ALL };
    let mut found = session.found.clone();
    if arguments.fix {
        let run = if arguments.dry_run { Run::Try } else { Run::Write };
        found.extend(fix::run((&session, &request), run, speech)?);
    }
    let project = (&*session.root, &session.project);
    let slugs = &*session.slugs;
    let work = |progress: &Progress| publish::check(project, (slugs, progress), &request);
    let mut checked = watched(speech.progress, (slugs.len(), "checked"), work)?;
    found.extend(checked.iter_mut().flat_map(|release| std::mem::take(&mut release.found)));
    let claims: Vec<_> = checked.iter().flat_map(Built::claims).collect();
    found.extend(publish::twice(&claims));
    if arguments.locale.is_none() {
        let unused = unused(&session, &checked, &found);
        found.extend(unused);
    }
    found.retain(|finding| is_asked(finding, &request));
    let found = session.project.settings.check.judge(found);
    let tally = speech.diagnostics(&session.root, found);
    speech.result(&Summary::of_check(&checked, tally, elapsed()).told(speech));
    Ok(tally.verdict(&arguments.rigour))
}

/// Whether a finding is about a language that is asked for, or an error that may keep it from being
/// looked at.
fn is_asked(finding: &Diagnostic, request: &Request) -> bool {
    let locale = finding.about.as_ref().and_then(|about| about.locale.as_ref());
    finding.severity == Severity::Error || locale.is_none_or(|key| request.has_locale(key))
}

/// The allowances that nothing needs. One for a release that was not looked at, or that cannot be
/// read, may be needed.
fn unused(session: &Session, checked: &[Built], found: &[Diagnostic]) -> Vec<Diagnostic> {
    let slugs: Vec<_> = session.project.slugs.iter().map(Slug::as_str).collect();
    let is_read = |built: &&Built| !built.ids.is_empty();
    let read: Vec<_> = checked.iter().filter(is_read).map(|one| one.slug.as_str()).collect();
    let known = |one: &&Allowance| {
        let meant = |slug: &&&str| one.release.as_ref().is_none_or(|name| name == **slug);
        slugs.iter().filter(meant).all(|slug| read.contains(slug))
    };
    let needed = |one: &&Allowance| {
        found.iter().any(|finding| finding.severity == Severity::Allowed && one.fits(finding))
    };
    let unused = session.project.settings.check.allow.iter().filter(known);
    let unused = unused.filter(|one| !needed(one)).map(|one| {
        let meant =
            |built: &&Built| one.release.as_ref().is_none_or(|name| built.slug.as_str() == name);
        let ids: Vec<&str> =
            checked.iter().filter(meant).flat_map(|built| &built.ids).map(String::as_str).collect();
        match &one.release {
            Some(name) if !slugs.contains(&name.as_str()) => one.without_release(name, &slugs),
            Some(_) | None => one.unused(&ids),
        }
    });
    unused.collect()
}
