//! `hexapla build`.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::progress::watched;
use super::session::Session;
use super::speech::Speech;
use super::summary::{Extent, Summary};
use super::{LogTone, Releases, Rigour, Root, Verdict};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, Output, Part, Sharing, Wait};
use crate::project::{Format, LANGUAGES, has_twice};
use crate::pseudo::Pseudo;
use crate::publish::{self, Advice, Built, Completeness, Early, Holdings, Kept, Note};
use crate::publish::{Progress, Request, Shard, Trace};
use crate::segment::Slug;

/// Make the editions in the output folder
///
/// Makes the editions of the releases in all their languages and formats, and the pages that lead to
/// them. A release in which nothing has changed is not touched, and one with errors is left as it
/// was, while the others are built. What this build was not asked for, and what is not Hexapla's,
/// stays.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Releases,
    #[command(flatten)]
    root: Root,
    /// Only these languages, by key or tag: `ar,zh` or `zh-Hans`. The pseudo-locales `en-XA` and
    /// `ar-XB` show what cannot be translated and what breaks; they are made of the source and go
    /// into the folder `pseudo`, never among what is published
    #[arg(long, value_name = "LANGUAGE,...", value_delimiter = ',')]
    locale: Option<Vec<String>>,
    /// Only these formats: `html`, `epub`, `text`
    #[arg(long, value_name = "FORMAT,...", value_delimiter = ',', hide_possible_values = true)]
    format: Option<Vec<FormatName>>,
    /// Also editions in two to six languages side by side, paragraph beside paragraph: `en,ar` (HTML and
    /// EPUB; can be given several times). `parallel` in `hexapla.toml` names those of every build; what
    /// neither names is taken away
    #[arg(long, value_name = "LANGUAGE,LANGUAGE,...")]
    parallel: Vec<String>,
    /// The output folder. Without it: `output` in the project (`pseudo` for pseudo-locales,
    /// `unpublished` with --drafts or --embargoed)
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Only a share of the releases, so that machines build one output together: `1/4` is the first
    /// of four shards. Each release belongs to one shard, whatever the others are. The pages that lead
    /// to the releases are left to `hexapla index`, which is run when all shards are built
    #[arg(long, value_name = "K/N", conflicts_with = "releases")]
    shard: Option<Shard>,
    /// Publish editions also where less is translated than the project demands
    /// (`minimum-translated`); what is missing stands there in the language of the source
    #[arg(long)]
    incomplete: bool,
    #[command(flatten)]
    unpublished: Unpublished,
    /// Make everything anew, also where nothing has changed since the last build
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    rigour: Rigour,
    #[command(flatten)]
    pub tone: LogTone,
}

/// What is made before it is out.
#[derive(Clone, Copy, Debug, Args)]
struct Unpublished {
    /// Make drafts, too (`status = "draft"` in the front matter). Each edition says that it is one
    #[arg(long)]
    drafts: bool,
    /// Make releases under embargo, too. Each edition says until when nobody may publish it. These and
    /// drafts stand in no list, and without these options they are left out and taken away
    #[arg(long)]
    embargoed: bool,
}

/// The folder of pseudo-locales.
const PSEUDO: &str = "pseudo";

/// The folder of what is built before it is out: nobody shall copy it to where the public reads.
const UNPUBLISHED: &str = "unpublished";

const EXAMPLES: &str = "\
Examples:
  hexapla build                                  All releases, languages and formats.
  hexapla build 2021-05-26-dialogue              One release.
  hexapla build --locale zh-Hans --format epub   The Chinese books.
  hexapla build --parallel en,ar                 English and Arabic side by side, too.
  hexapla build --locale en-XA,ar-XB             Pseudo-locales, in `pseudo/`.
  hexapla build --embargoed                      For the press, in `unpublished/`.
  hexapla build --incomplete --output /tmp/look  Look at unfinished translations elsewhere.
  hexapla build --shard 2/8                      The second eighth of the releases.

A build says what holds a release back and what is out of date; `hexapla check` gives advice, too,
and so does a build with --strict.

Exit codes: 0 all is fine; 1 there are errors (with --strict: or warnings); 2 it could not run.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatName {
    Html,
    Epub,
    Text,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Html => Self::Html,
            FormatName::Epub => Self::Epub,
            FormatName::Text => Self::Text,
        }
    }
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let elapsed = disk::stopwatch();
    let opened = Session::open(&arguments.root, &arguments.which.releases, speech)?;
    let Some(mut session) = opened else { return Ok(Verdict::Findings) };
    if asks_for_pseudo(arguments.locale.as_deref().unwrap_or_default())? {
        session.project = session.project.disguised();
    }
    let request = request(arguments, &session)?;
    let project = (&*session.root, &session.project);
    let name = match request.early {
        _ if request.is_pseudo() => PSEUDO,
        Early::NONE => "output",
        Early { .. } => UNPUBLISHED,
    };
    let folder = arguments.output.clone().unwrap_or_else(|| session.root.join(name));
    let shard = arguments.shard;
    let is_ours = |slug: &Slug| shard.is_none_or(|shard| shard.has(slug));
    let sharing = shard.map_or(Sharing::Alone, |_| Sharing::Only(&is_ours));
    let say = |text: &str| speech.note(text);
    let output = Output::open(&folder, &session.root, sharing, Wait::saying(&say))?;
    if request.is_pseudo() {
        publish::refuse_among_published(&output)?;
    }
    let mut found = session.found.clone();
    let trace = Trace::new(project, &request, &output);
    let trace = if arguments.force { trace.map(Trace::doubting) } else { trace };
    let place = (&output, trace.as_ref());
    let part = shard.map(|shard| begin(shard, &output)).transpose()?;
    let slugs: Vec<_> = session.slugs.iter().filter(|slug| is_ours(slug)).cloned().collect();
    let slugs = &*slugs;
    let work = |progress: &Progress| publish::build(project, (slugs, progress), &request, place);
    let mut built = watched(speech.progress, (slugs.len(), "built"), work);
    found.extend(built.iter_mut().flat_map(|release| std::mem::take(&mut release.found)));
    let concluded = match part {
        Some((shard, part)) => {
            let note = Note::new(project.1, &request, &built);
            part.end(note.to_text().as_bytes()).map(|()| (Extent::Part(shard), Vec::new()))
        }
        None => shelve(&session, place, &built),
    };
    let (extent, shelved) = match concluded {
        Ok((extent, problems)) => {
            found.extend(problems);
            (extent, Ok(()))
        }
        Err(error) => (Extent::Whole(Holdings::default()), Err(error)),
    };
    let found = session.project.settings.check.judge(found);
    let tally = speech.diagnostics(&session.root, found);
    let summary = Summary::of_build(&built, (&folder, extent), tally, elapsed()).told(speech);
    let failed = failures(built, speech);
    shelved?;
    speech.result(&summary);
    match failed {
        Some(error) => Err(error),
        None => Ok(tally.verdict(&arguments.rigour)),
    }
}

/// Begins a shard beside the others of the same build.
fn begin(shard: Shard, output: &Output) -> Result<(Shard, Part)> {
    let part = output.begin_part(&shard.name(), |name| shard.is_beside(name))?;
    Ok((shard, part))
}

/// Ends a build that is no shard: what shards left is no longer true.
fn shelve(
    session: &Session,
    place: (&Output, Option<&Trace>),
    built: &[Built],
) -> Result<(Extent, Vec<Diagnostic>)> {
    let (holdings, found) = publish::shelve(&session.project, place, built)?;
    place.0.forget_parts()?;
    Ok((Extent::Whole(holdings), found))
}

/// Whether pseudo-locales are asked for, and nothing else.
pub(super) fn asks_for_pseudo(names: &[String]) -> Result<bool> {
    let pseudo = names.iter().filter(|name| Pseudo::named(name).is_some()).count();
    if pseudo > 0 && pseudo < names.len() {
        bail!(
            "pseudo-locales are built alone: they never stand among what is published\nhelp: run \
             `hexapla build --locale {}`, and the other languages in a build of their own",
            Pseudo::ALL.map(Pseudo::tag).join(",")
        );
    }
    Ok(pseudo > 0)
}

fn request(arguments: &Arguments, session: &Session) -> Result<Request> {
    let locales = arguments.locale.as_ref().map(|names| session.locales(names)).transpose()?;
    let formats = arguments.format.as_ref().map(|names| {
        let mut formats: Vec<Format> = names.iter().copied().map(Format::from).collect();
        formats.sort();
        formats.dedup();
        formats
    });
    let completeness =
        if arguments.incomplete { Completeness::Optional } else { Completeness::Required };
    let advice = if arguments.rigour.strict { Advice::Wanted } else { Advice::Unwanted };
    let Unpublished { drafts, embargoed } = arguments.unpublished;
    let early = Early { drafts, embargoed };
    let request = Request { locales, formats, parallel: Vec::new(), completeness, advice, early };
    let lists = arguments.parallel.iter();
    let parallel = lists.map(|list| parallel(list, &request, session)).collect::<Result<_>>()?;
    Ok(Request { parallel, ..request })
}

/// The keys of languages that are to stand side by side.
fn parallel(list: &str, request: &Request, session: &Session) -> Result<Vec<String>> {
    let names: Vec<_> = list.split(',').map(|name| name.trim().to_owned()).collect();
    let keys = session.locales(&names)?;
    if !LANGUAGES.contains(&keys.len()) || has_twice(&keys) {
        bail!(
            "`--parallel {list}` does not name two to six languages, each once\nhelp: `--parallel \
             en,ar` sets English and Arabic side by side; for more of them give it several times"
        );
    }
    if let Some(key) = keys.iter().find(|key| !request.has_locale(key)) {
        bail!("`--parallel {list}` needs `{key}`\nhelp: name it in `--locale`, too");
    }
    if !request.has_format(Format::Html) && !request.has_format(Format::Epub) {
        bail!(
            "languages stand side by side in HTML and EPUB only\nhelp: take `--parallel` out, or \
             ask for one of these formats"
        );
    }
    Ok(keys)
}

/// Says what the machine could not do; the last failure is left for the end of the command.
fn failures(built: Vec<Built>, speech: &Speech) -> Option<anyhow::Error> {
    let mut last = None;
    for release in built {
        if let Kept::Failed(error) = release.kept {
            let error = error.context(format!(
                "`{}` could not be built, and the lists of releases stay as they were",
                release.slug
            ));
            if let Some(before) = last.replace(error) {
                speech.failure(&before);
            }
        }
    }
    last
}
