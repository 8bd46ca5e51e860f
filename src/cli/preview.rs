//! `hexapla preview`.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use clap::Args;

use super::amounts::counted;
use super::build::asks_for_pseudo;
use super::session::{locale, root, slugs};
use super::speech::{Speech, Style};
use super::{Releases, Root, Tone, Verdict};
use crate::disk::{self, Touched, Wait, Watch};
use crate::preview::{News, Server, Site, Which};
use crate::project;

/// Look at the editions in a browser while you work on them
///
/// Shows the editions as they are now, and again whenever a file is saved, to this machine only. A
/// bar beside each lists what is not translated, what is out of date and what the checks find, with
/// the source, the id of the message and the place in its file. Nothing is written. Ctrl+C ends it.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Releases,
    #[command(flatten)]
    root: Root,
    /// Only these languages, by key or tag: `ar,zh` or `zh-Hans`; or the pseudo-locales `en-XA` and
    /// `ar-XB`
    #[arg(long, value_name = "LANGUAGE,...", value_delimiter = ',')]
    locale: Vec<String>,
    /// Open the browser
    #[arg(long)]
    open: bool,
    /// The port of the address; 0: one that is free
    #[arg(long, value_name = "N", default_value_t = PORT)]
    port: u16,
    #[command(flatten)]
    pub tone: Tone,
}

/// The port where nobody names one.
const PORT: u16 = 4680;

const EXAMPLES: &str = "\
Examples:
  hexapla preview --open                  All releases, in the browser.
  hexapla preview 2021-05-26-dialogue     One release: quicker where there are thousands.
  hexapla preview --locale ar             The Arabic editions only.
  hexapla preview --locale en-XA,ar-XB    Pseudo-locales.
  hexapla preview --port 0                On a port that is free.

Exit codes: 2 it could not run. It runs until it is stopped.";

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let root = root(arguments.root.project.as_deref())?;
    disk::end_unfinished(&root, Wait::saying(&|text| speech.note(text)))?;
    let which =
        Which { releases: arguments.which.releases.clone(), locales: arguments.locale.clone() };
    refuse_unknown(&root, &which)?;
    let server = Server::bind(arguments.port)?;
    let address = server.address();
    // What changes while the editions are made the first time is not missed.
    let mut watch = Watch::new(&root)?;
    let site = Arc::new(Site::new(&root, which));
    tell(&root, &site.refresh(&Touched::Everything), speech);
    server.start(&site);
    speech.answer(&match speech.style {
        Style::Json => serde_json::json!({ "address": address }).to_string(),
        Style::Plain => format!("address: {address}"),
        Style::Human => format!("The preview is at {address}; Ctrl+C ends it."),
    });
    if arguments.open && open::that_detached(&address).is_err() {
        speech.note(&format!("no browser could be opened: open {address} yourself"));
    }
    loop {
        let touched = watch.wait();
        tell(&root, &site.refresh(&touched), speech);
    }
}

/// Refuses names that the project does not know. Where its settings cannot be read, that is shown.
fn refuse_unknown(root: &Path, which: &Which) -> Result<()> {
    let is_pseudo = asks_for_pseudo(&which.locales)?;
    let (Some(project), _) = project::parse(disk::read_project(root)?) else { return Ok(()) };
    let project = if is_pseudo { project.disguised() } else { project };
    slugs(&which.releases, &project)?;
    which.locales.iter().try_for_each(|name| locale(name, &project).map(drop))
}

/// Says what a change has brought: what was found, as `check` says it, and what was made anew.
fn tell(root: &Path, news: &News, speech: &Speech) {
    let made: BTreeSet<_> = news.made.iter().map(|slug| format!("`{slug}`")).collect();
    let made: Vec<_> = made.into_iter().collect();
    if news.found.is_empty() && made.is_empty() {
        return;
    }
    speech.diagnostics(root, news.found.clone());
    let open = format!("{}, {}", counted(news.errors, "error"), counted(news.warnings, "warning"));
    speech.note(&match made.as_slice() {
        [] => format!("nothing could be made anew; in all: {open}"),
        made if made.len() > 3 => {
            format!("{} made anew; in all: {open}", counted(made.len(), "release"))
        }
        made => format!("made anew: {}; in all: {open}", made.join(", ")),
    });
}
