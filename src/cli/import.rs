//! `hexapla import`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use serde_json::json;

use super::session::Session;
use super::speech::{Speech, Style};
use super::sync::stops;
<<<<<<< HEAD
use super::{Tone, Verdict, Which};
use crate::catalog;
use crate::diagnostic::{Diagnostic, Severity, SourceText};
=======
use super::{Root, Tone, Verdict};
use crate::diagnostic::{Diagnostic, SourceText};
>>>>>>> main
use crate::disk;
use crate::exchange::xliff::{self, Sent};
use crate::exchange::{Approval, Place, Taken, put, take};
use crate::files::Files;
use crate::locale::LocaleRef;
use crate::publish::{self, Completeness, Loaded, Request};
use crate::segment::{SegmentId, Slug};

/// Bring translations back from a translation tool
///
/// Reads XLIFF files that `hexapla export` made and a translator edited, and puts the messages that
/// were edited into the locale's FTL files; everything else stays as it is, byte for byte. Where the
/// source has changed since the export, the translation counts as out of date. A message that has
/// lost one of its codes, or has one too many, is an error with its place in the file; then nothing
/// is written, unless you say `--skip-faulty`. An empty target changes nothing.
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
    loaded: Loaded,
    /// The locales' files as they stand.
    ftl: BTreeMap<String, SourceText>,
    /// What was taken, by the key of the locale.
    taken: BTreeMap<String, Taken>,
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
<<<<<<< HEAD
    let which = Which { releases: Vec::new(), project: arguments.project.clone() };
    let Some(session) = Session::open_to_change(&which, speech)? else {
=======
    let Some(session) = Session::open(&arguments.root, &[], speech)? else {
>>>>>>> main
        return Ok(Verdict::Findings);
    };
    let approval = if arguments.revised { Approval::Signs } else { Approval::MeansNothing };
    let mut reader = Reader { own: session.found.clone(), ..Reader::default() };
    for path in &arguments.files {
        let read = disk::read_given(path)?;
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
    let mut files = Files::new();
    for Back { loaded, ftl, taken } in reader.back.values() {
        let places = taken.iter().filter(|(_, taken)| !taken.is_empty()).map(|(key, taken)| {
            Place { taken, ftl: &ftl[key], words: &session.project.words[key] }
        });
        let places: Vec<_> = places.collect();
        if places.is_empty() {
            continue;
        }
        let release = (&loaded.release, &loaded.catalogs);
        match put(&places, release, &session.project.settings) {
            Ok(more) => files.extend("", more),
            Err(problems) => reader.own.extend(problems),
        }
    }
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
        if !self.back.contains_key(&sent.slug) {
            let input = disk::read_release(&session.root, &sent.slug)?;
            let ftl = input.catalogs.clone();
            let (loaded, problems) = publish::load(input, &session.project, &Request::ALL);
            let broken = problems.into_iter().filter(|problem| stops(problem, ""));
            let broken: Vec<_> = broken.collect();
            let Some(loaded) = loaded.filter(|_| broken.is_empty()) else {
                self.own.extend(broken);
                return Ok(());
            };
            let back = Back { loaded, ftl, taken: BTreeMap::new() };
            self.back.insert(sent.slug.clone(), back);
        }
        let back = self.back.get_mut(&sent.slug).expect("it was put in");
        let release = &back.loaded.release;
        let is = |locale: &LocaleRef, tag: &str| locale.tag().eq_ignore_ascii_case(tag);
        let locale = release.locales.iter().find(|locale| is(locale, &sent.target));
        let translates = |locale: &&LocaleRef| {
            **locale != release.source_locale && session.project.words.contains_key(locale.key())
        };
        let Some(locale) =
            locale.filter(translates).filter(|_| is(&release.source_locale, &sent.source))
        else {
            self.found.push(refuse(no_language(sent)));
            return Ok(());
        };
        let key = locale.key();
        if back.taken.contains_key(key) {
            self.found.push(refuse(given_twice(sent)));
            return Ok(());
        }
        let mut taken = take((sent, text), release, back.loaded.catalogs.get(key), approval);
        self.found.append(&mut taken.found);
        let path = format!("locales/{key}/{}.ftl", sent.slug);
        let ftl = back.ftl.entry(key.to_owned()).or_insert_with(|| SourceText::new(path, ""));
        for (id, problem) in looked_over((&back.loaded, ftl), key, &taken, session) {
            taken.leave_out(&id);
            let unit = sent.units.iter().find(|unit| unit.id == id);
            let range = unit.map_or(sent.range.clone(), |unit| unit.range.clone());
            self.found.push(Diagnostic { fix: None, ..problem.at(text.place(range)) });
        }
        back.taken.insert(key.to_owned(), taken);
        Ok(())
    }
}

/// The errors that the messages would have in the release: what could not be published is not
/// brought in.
fn looked_over(
    (loaded, ftl): (&Loaded, &SourceText),
    key: &str,
    taken: &Taken,
    session: &Session,
) -> Vec<(SegmentId, Diagnostic)> {
    let order = loaded.release.document.leaves().into_iter().map(|leaf| &leaf.id);
    // What cannot be written is said when it is to be.
    let Ok(text) = catalog::patch::patch(ftl, &taken.changes, order) else { return Vec::new() };
    let source = SourceText::new(ftl.path(), text);
    let mut loaded = loaded.clone();
    let (catalog, _) = catalog::parse(&source, &session.project.words[key]);
    loaded.catalogs.insert(key.to_owned(), catalog);
    let request = Request {
        locales: Some(vec![key.to_owned()]),
        formats: None,
        completeness: Completeness::Optional,
    };
    let (_, found) = loaded.editions(&session.project, &request);
    let errors = found.into_iter().filter(|one| one.severity == Severity::Error);
    let of_changed = errors.filter_map(|one| {
        let about = one.about.as_ref()?;
        let id = SegmentId::parse(about.id.as_deref()?)?;
        let is_ours = about.locale.as_deref() == Some(key) && taken.changes.contains_key(&id);
        is_ours.then_some((id, one))
    });
    of_changed.collect()
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
    let all = back.iter().flat_map(|(slug, back)| back.taken.iter().map(move |one| (slug, one)));
    if style == Style::Json {
        let one = |(slug, (key, taken)): (&Slug, (&String, &Taken))| {
            let changed: Vec<_> = taken.changes.keys().map(ToString::to_string).collect();
            let outdated: Vec<_> = taken.stale.iter().map(ToString::to_string).collect();
            json!({
                "release": slug.as_str(), "locale": key, "changed": changed, "stale": outdated,
                "untouched": taken.untouched, "approved": taken.approved,
            })
        };
        return json!({ "releases": all.map(one).collect::<Vec<_>>(), "written": written })
            .to_string();
    }
    let mut lines = Vec::new();
    for (slug, (key, taken)) in all {
        let changed = taken.changes.len();
        lines.push(format!("{slug} in {key}: {changed} changed, {} not touched", taken.untouched));
        if !taken.stale.is_empty() {
            let outdated: Vec<_> = taken.stale.iter().map(ToString::to_string).collect();
            lines.push(format!(
                "out of date, for the source has changed since: {}",
                outdated.join(", ")
            ));
        }
        if taken.approved > 0 {
            lines.push(format!(
                "approved in the file: {}; they count as translated, with --revised as revised",
                taken.approved
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
