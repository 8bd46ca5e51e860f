//! `hexapla import`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use serde_json::json;

use super::changes::Told;
use super::session::Session;
use super::speech::{Speech, Style};
use super::sync::stopping;
use super::{Root, Tone, Verdict};
use crate::diagnostic::{Diagnostic, Severity, SourceText};
use crate::disk::{self, ReleaseInput};
use crate::exchange::xliff::{self, Sent};
use crate::exchange::{Approval, Compared, compare};
use crate::files::Files;
use crate::locale::LocaleRef;
use crate::project::Project;
use crate::publish::{self, Finding, Loaded, Request};
use crate::release::Release;
use crate::segment::Slug;

/// Bring translations back from a translation tool
///
/// Reads XLIFF files that `hexapla export` made and a translator edited, and puts the messages that
/// were edited into the locale's FTL files. All else in them stays as it is, but for letters, which
/// are composed (NFC), and line ends, which become those of one system. Where the source has changed
/// since the export, the translation counts as out of date. A message that has lost one of its
/// codes, or has one too many, or in which `hexapla check` would find an error, is an error with its
/// place in the file; then nothing is written, unless you say `--skip-faulty`. An empty target
/// changes nothing.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// XLIFF 1.2 files
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// What is approved or final in the file is signed by a native reviser. Without it, that means
    /// nothing: tools set it by themselves
    #[arg(long)]
    revised: bool,
    /// Bring in what is sound, and leave out the messages that have errors
    #[arg(long)]
    skip_faulty: bool,
    /// Say what would change; write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla import 2021-05-26-dialogue.ru.xlf        Bring back one file.
  hexapla import from-olga/*.xlf --skip-faulty     Bring back what is sound.
  hexapla import dialogue.ru.xlf --revised         A reviser has approved the messages.

HTML and TMX files cannot be brought back: they are for reading and for translation memories.
Exit codes: 0 all is fine; 1 there are errors; 2 it could not run.";

/// One release, and what came back for it.
struct Back {
    input: ReleaseInput,
    loaded: Loaded,
    /// What came back, by the key of the locale.
    compared: BTreeMap<String, Compared>,
    /// What the author had changed; nothing where there is nothing to write.
    changes: Option<Told>,
}

/// What came back, and what is wrong with it.
#[derive(Default)]
struct Reader {
    back: BTreeMap<Slug, Back>,
    /// What is wrong with the files that came back.
    found: Vec<Diagnostic>,
    /// What is wrong in the project.
    own: Vec<Diagnostic>,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let Some(session) = Session::open_to_change(&arguments.root, &[], speech)? else {
        return Ok(Verdict::Findings);
    };
    let approval = if arguments.revised { Approval::Signs } else { Approval::MeansNothing };
    let mut reader = Reader { own: session.found.clone(), ..Reader::default() };
    for path in &arguments.files {
        let read = disk::read_given(path, session.project.settings.limits)?;
        match read.and_then(|text| Ok((xliff::read(&text)?, text))) {
            Ok(((sent, found), text)) => {
                reader.found.extend(found);
                for sent in sent {
                    reader.take((&sent, &text), &session, approval)?;
                }
            }
            Err(problem) => reader.found.push(problem),
        }
    }
    let files = reader.put(&session.project);
    // The files that came back are named as the user did.
    let back = speech.diagnostics(Path::new("."), reader.found);
    let own = speech.diagnostics(&session.root, reader.own);
    let mut tally = back;
    tally.add(own);
    let holds = tally.errors > 0 && !(arguments.skip_faulty && own.errors == 0);
    let written = if holds || arguments.dry_run {
        Vec::new()
    } else {
        disk::write_project(&session.root, &files)?
    };
    let rest = own.errors == 0 && !files.is_empty();
    let held = match (holds, arguments.dry_run) {
        (true, _) if rest => Some("there are errors; --skip-faulty brings in the rest"),
        (true, _) => Some("there are errors"),
        (false, true) => Some("this was a trial"),
        (false, false) => None,
    };
    speech.result(&told(&reader.back, &written, held, speech.style));
    Ok(if tally.errors > 0 { Verdict::Findings } else { Verdict::Fine })
}

impl Reader {
    /// Takes one release in one language.
    fn take(
        &mut self,
        (sent, text): (&Sent, &SourceText),
        session: &Session,
        approval: Approval,
    ) -> Result<()> {
        let refuse = |problem: Diagnostic| problem.at(text.place(sent.range.clone()));
        if !session.project.slugs.contains(&sent.slug) {
            self.found.push(refuse(no_release(&sent.slug)));
            return Ok(());
        }
        self.open(&sent.slug, session)?;
        let Some(back) = self.back.get_mut(&sent.slug) else { return Ok(()) };
        let release = &back.loaded.release;
        let Some(key) = language(sent, release, &session.project) else {
            self.found.push(refuse(no_language(sent)));
            return Ok(());
        };
        if back.compared.contains_key(&key) {
            self.found.push(refuse(given_twice(sent)));
            return Ok(());
        }
        let catalog = back.loaded.catalogs.get(&key);
        let mut compared = compare((sent, text), release, catalog, approval);
        self.found.append(&mut compared.found);
        back.compared.insert(key, compared);
        Ok(())
    }

    /// Reads a release, unless it is there or cannot be read.
    fn open(&mut self, slug: &Slug, session: &Session) -> Result<()> {
        if self.back.contains_key(slug) {
            return Ok(());
        }
        let input = disk::read_release(&session.root, slug, session.project.settings.limits)?;
        let (loaded, problems) = publish::load(input.clone(), &session.project, &Request::ALL);
        let Some(loaded) = loaded else {
            self.own.extend(problems);
            return Ok(());
        };
        let stopping = stopping(&loaded, &input.catalogs, problems);
        if stopping.is_empty() {
            let back = Back { input, loaded, compared: BTreeMap::new(), changes: None };
            self.back.insert(slug.clone(), back);
        }
        self.own.extend(stopping);
        Ok(())
    }

    /// The files of all releases with what came back.
    fn put(&mut self, project: &Project) -> Files {
        let mut files = Files::new();
        for back in self.back.values_mut() {
            match back.put(project, &mut self.found) {
                Ok(more) => files.extend("", more),
                Err(problems) => self.own.extend(problems),
            }
        }
        files
    }
}

impl Back {
    /// The files of the release with what came back. A message in which an error is found is left
    /// out, as if its codes were wrong.
    fn put(
        &mut self,
        project: &Project,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Files, Vec<Diagnostic>> {
        loop {
            let all = self.compared.iter().filter(|(_, one)| !one.delivery.is_empty());
            let all: BTreeMap<_, _> =
                all.map(|(key, one)| (key.clone(), one.delivery.clone())).collect();
            if all.is_empty() {
                return Ok(Files::new());
            }
            let delivered = publish::deliver(&self.input, &self.loaded, &all, project)?;
            let is_error = |one: &Finding| one.problem.severity == Severity::Error;
            let (errors, rest): (Vec<_>, Vec<_>) = delivered.found.into_iter().partition(is_error);
            if errors.is_empty() {
                found.extend(rest.into_iter().map(|one| self.in_given(one)));
                self.changes = Some(Told::new(&self.loaded, delivered.put.changes));
                return Ok(delivered.put.files);
            }
            for error in errors {
                let (key, id) = (error.key.clone(), error.id.clone());
                found.push(self.in_given(error));
                if let Some(compared) = self.compared.get_mut(&key) {
                    compared.leave_out(&id);
                }
            }
        }
    }

    /// What is said of a message, at its place in the file that came back.
    fn in_given(&self, finding: Finding) -> Diagnostic {
        let Finding { key, id, problem } = finding;
        let place = self.compared.get(&key).and_then(|one| one.places.get(&id)).cloned();
        // A fix is of the other file.
        Diagnostic { fix: None, place: place.or(problem.place), ..problem }
    }
}

/// The key of the language that a file is of, if a release is translated from the one into the other.
fn language(sent: &Sent, release: &Release, project: &Project) -> Option<String> {
    let is = |locale: &LocaleRef, tag: &str| locale.tag().eq_ignore_ascii_case(tag);
    let meant = |locale: &&LocaleRef| {
        is(locale, &sent.target)
            && **locale != release.source_locale
            && project.words_to_read(locale.key()).is_some()
    };
    let locale = release.locales.iter().find(meant)?;
    is(&release.source_locale, &sent.source).then(|| locale.key().to_owned())
}

fn no_release(slug: &Slug) -> Diagnostic {
    let message = format!("`{slug}` is not a release of this project");
    Diagnostic::error("xliff-foreign", message)
        .help("the file is of another project, or the release has another name now")
}

fn no_language(sent: &Sent) -> Diagnostic {
    let Sent { slug, source, target, .. } = sent;
    let message = format!("`{slug}` is not translated from `{source}` into `{target}`");
    let help = "`source-language` and `target-language` have to be those of the export; where a \
                tool has changed them, change them back";
    Diagnostic::error("xliff-foreign", message).help(help)
}

fn given_twice(sent: &Sent) -> Diagnostic {
    let Sent { slug, target, .. } = sent;
    let message = format!("`{slug}` is given twice in `{target}`");
    Diagnostic::error("xliff-foreign", message).help("bring one file back after the other")
}

/// The summary; `held` says why nothing is written.
fn told(
    back: &BTreeMap<Slug, Back>,
    written: &[String],
    held: Option<&str>,
    style: Style,
) -> String {
    let all = back.iter().flat_map(|(slug, back)| back.compared.iter().map(move |one| (slug, one)));
    let news = back.values().filter_map(|back| back.changes.as_ref());
    if style == Style::Json {
        let one = |(slug, (key, compared)): (&Slug, (&String, &Compared))| {
            let changed = compared.delivery.patterns.keys().map(ToString::to_string);
            let outdated: Vec<_> = compared.stale.iter().map(ToString::to_string).collect();
            json!({
                "release": slug.as_str(), "locale": key, "changed": changed.collect::<Vec<_>>(),
                "stale": outdated, "untouched": compared.untouched, "approved": compared.approved,
            })
        };
        let releases: Vec<_> = all.map(one).collect();
        let news: Vec<_> = news.map(Told::json).collect();
        return json!({ "releases": releases, "sources": news, "written": written }).to_string();
    }
    let mut lines: Vec<String> = news.flat_map(Told::news).collect();
    for (slug, (key, compared)) in all {
        let (changed, untouched) = (compared.delivery.patterns.len(), compared.untouched);
        lines.push(format!("{slug} in {key}: {changed} changed, {untouched} not touched"));
        if !compared.stale.is_empty() {
            let outdated: Vec<_> = compared.stale.iter().map(ToString::to_string).collect();
            lines.push(format!(
                "out of date, for the source has changed since: {}",
                outdated.join(", ")
            ));
        }
        if compared.approved > 0 {
            lines.push(format!(
                "approved in the file: {}; they count as translated, with --revised as revised",
                compared.approved
            ));
        }
    }
    lines.extend(written.iter().map(|path| format!("written: {path}")));
    if let Some(why) = held {
        lines.push(format!("nothing is written: {why}"));
    } else if written.is_empty() {
        lines.push("everything is up to date".to_owned());
    }
    lines.join("\n")
}
