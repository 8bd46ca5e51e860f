//! `hexapla accept`.

use anyhow::{Result, bail};
use clap::Args;

use super::session::{Session, nearest_help};
use super::speech::{Speech, Style};
use super::sync::stops;
use super::{Root, Tone, Verdict};
use crate::disk;
use crate::files::Files;
use crate::identity::Review;
use crate::publish::{self, Loaded, Request};
use crate::segment::SegmentId;
use crate::translate::{self, Accepted, Standing};

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
    /// Ids of messages
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

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
<<<<<<< HEAD
    let which = Which { releases: arguments.release.clone(), project: arguments.project.clone() };
    let Some(session) = Session::open_to_change(&which, speech)? else {
=======
    let Some(session) = Session::open(&arguments.root, &arguments.release, speech)? else {
>>>>>>> main
        return Ok(Verdict::Findings);
    };
    let key = session.locale(&arguments.locale)?;
    let mut found = session.found.clone();
    let mut releases = Vec::new();
    for slug in &session.slugs {
        let input = disk::read_release(&session.root, slug)?;
        let (loaded, problems) = publish::load(input, &session.project, &Request::ALL);
        let own = loaded.as_ref().map_or("", |loaded| loaded.release.source_locale.key());
        let reference = format!("locales/{own}/{slug}.ftl");
        let stopped = problems.iter().any(|problem| stops(problem, &reference));
        found.extend(problems.into_iter().filter(|problem| stops(problem, &reference)));
        let translates = |loaded: &Loaded| loaded.release.source_locale.key() != key;
        releases.extend(loaded.filter(|loaded| !stopped && translates(loaded)));
    }
    let review = if arguments.revised { Review::Revised } else { Review::Translated };
    let meant = meant(arguments, &key, &releases)?;
    let (mut files, mut accepted) = (Files::new(), Vec::new());
    for (loaded, which) in releases.iter().zip(&meant) {
        let Some(which) = which else { continue };
        let asked = (&*key, &loaded.catalogs);
        let settings = &session.project.settings;
        match translate::accept(&loaded.release, asked, (which, review), settings) {
            Ok((synced, done)) if !done.is_empty() => {
                files.extend("", synced);
                accepted.extend(done.into_iter().map(|one| (loaded.release.slug.clone(), one)));
            }
            Ok(_) => {}
            Err(problems) => found.extend(problems),
        }
    }
    let tally = speech.diagnostics(&session.root, found);
    disk::write_project(&session.root, &files)?;
    let lines =
        accepted.iter().map(|(slug, Accepted { id, before })| (slug.as_str(), id, before.name()));
    speech.result(&told(&lines.collect::<Vec<_>>(), (&key, arguments.revised), speech.style));
    Ok(if tally.errors > 0 { Verdict::Findings } else { Verdict::Fine })
}

/// What is meant in each release; `None`: nothing.
fn meant(
    arguments: &Arguments,
    key: &str,
    releases: &[Loaded],
) -> Result<Vec<Option<translate::Which>>> {
    if arguments.all {
        return Ok(releases.iter().map(|_| Some(translate::Which::All)).collect());
    }
    let mut meant: Vec<Vec<SegmentId>> = releases.iter().map(|_| Vec::new()).collect();
    let standings: Vec<Vec<Standing<'_>>> = releases
        .iter()
        .map(|one| translate::standings(&one.release, key, one.catalogs.get(key)))
        .collect();
    for name in &arguments.ids {
        let id = SegmentId::parse(name);
        let holding = standings.iter().enumerate().filter_map(|(index, all)| {
            let standing = all.iter().find(|one| Some(&one.segment.id) == id.as_ref())?;
            Some((index, standing))
        });
        match holding.collect::<Vec<_>>()[..] {
            [] => {
                let known = standings.iter().flatten().map(|one| one.segment.id.to_string());
                bail!("no message is called `{name}`\nhelp: {}", nearest_help(name, known));
            }
            [(index, standing)] if standing.translation.is_some() => {
                meant[index].push(standing.segment.id.clone());
            }
            [_] => bail!(
                "`{name}` is not translated into `{key}`\nhelp: translate it first: what is \
                 missing cannot be accepted"
            ),
            [..] => bail!(
                "several releases have a message `{name}`\nhelp: say which is meant: `--release \
                 RELEASE`"
            ),
        }
    }
    let which = |ids: Vec<_>| (!ids.is_empty()).then_some(translate::Which::These(ids));
    Ok(meant.into_iter().map(which).collect())
}

fn told(
    accepted: &[(&str, &SegmentId, &str)],
    (key, revised): (&str, bool),
    style: Style,
) -> String {
    match style {
        Style::Json => {
            let all = accepted.iter().map(|(release, id, before)| {
                serde_json::json!({ "release": release, "locale": key, "id": id.to_string(), "before": before })
            });
            serde_json::json!({ "accepted": all.collect::<Vec<_>>() }).to_string()
        }
        Style::Human | Style::Plain if accepted.is_empty() => {
            "nothing to do: what you named is up to date".to_owned()
        }
        Style::Human | Style::Plain => {
            let done = if revised { "revised" } else { "accepted" };
            let line = |(release, id, before): &(&str, &SegmentId, &str)| {
                format!("{done}: {id} in {release}, {key}; it was {before}")
            };
            accepted.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}
