//! `hexapla check`.

use anyhow::Result;
use clap::Args;

use super::session::Session;
use super::speech::Speech;
use super::summary::Summary;
use super::{Rigour, Tone, Verdict, Which};
use crate::{disk, publish};

/// Look for mistakes; writes nothing
///
/// Looks for mistakes in releases and translations, and names the place of each: file, line and
/// column.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    rigour: Rigour,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla check                          All releases in all languages.
  hexapla check 2021-05-26-dialogue      One release.
  hexapla check --plain                  For a screen reader.
  hexapla check --message-format json    For another program.

Exit codes: 0 all is fine; 1 there are errors (with --strict: or warnings); 2 it could not run.";

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let elapsed = disk::stopwatch();
    let Some(session) = Session::open(&arguments.which, speech)? else {
        return Ok(Verdict::Findings);
    };
    let mut found = session.found.clone();
    let mut checked = publish::check((&session.root, &session.project), &session.slugs)?;
    found.extend(checked.iter_mut().flat_map(|release| std::mem::take(&mut release.found)));
    let tally = speech.diagnostics(&session.root, found);
    speech.result(&Summary::of_check(&checked, tally, elapsed()).told(speech));
    Ok(tally.verdict(&arguments.rigour))
}
