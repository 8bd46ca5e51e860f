//! `hexapla index`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use super::amounts::{counted, grouped, size};
use super::session::Session;
use super::speech::{Speech, Style, Tally};
use super::{Rigour, Root, Tone, Verdict};
use crate::disk::{self, Output, Sharing, Wait};
use crate::publish::{self, Holdings};

/// Make the lists of releases after a build in shards
///
/// Makes the pages that lead to the releases, and the manifest of the output, from the releases that
/// stand in the output folder, and says what keeps these from being what one `hexapla build` would
/// make: a shard or a release that is missing, a shard that was built from other texts or settings,
/// or by another version of the program.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    root: Root,
    /// The output folder, which holds what all shards made. Without it: `output` in the project
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    #[command(flatten)]
    rigour: Rigour,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla build --shard 1/2      On one machine,
  hexapla build --shard 2/2      and on another, into the same folder.
  hexapla index                  Then, once: the output is that of one build.

Where every machine has a folder of its own, copy what they made into one first, hidden files too:
  cp -R FIRST/. SECOND/. output

Exit codes: 0 all is fine; 1 there are errors (with --strict: or warnings); 2 it could not run.";

/// What was indexed.
#[derive(Debug, Serialize)]
struct Summary {
    indexed: usize,
    output: String,
    files: usize,
    bytes: usize,
    seconds: f64,
    #[serde(flatten)]
    tally: Tally,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let elapsed = disk::stopwatch();
    let opened = Session::open(&arguments.root, &[], speech)?;
    let Some(mut session) = opened else { return Ok(Verdict::Findings) };
    let folder = arguments.output.clone().unwrap_or_else(|| session.root.join("output"));
    let say = |text: &str| speech.note(text);
    let output = Output::open(&folder, &session.root, Sharing::Alone, Wait::saying(&say))?;
    if publish::is_pseudo(&output)? {
        session.project = session.project.disguised();
    }
    let (holdings, found) = publish::index((&session.root, &session.project), &output)?;
    let found = session.project.settings.check.judge([session.found.clone(), found].concat());
    let tally = speech.diagnostics(&session.root, found);
    let Holdings { releases: indexed, files, bytes } = holdings;
    let seconds = (elapsed().as_secs_f64() * 100.0).round() / 100.0;
    let output = folder.display().to_string();
    speech.result(&Summary { indexed, output, files, bytes, seconds, tally }.told(speech.style));
    Ok(tally.verdict(&arguments.rigour))
}

impl Summary {
    fn told(&self, style: Style) -> String {
        let Self { indexed, output, files, bytes, seconds, tally } = self;
        let Tally { errors, warnings, allowed: _ } = *tally;
        match style {
            Style::Human => format!(
                "{output} holds {} in {}, {}\nindexed in {seconds:.2} s: {}, {}",
                counted(*indexed, "release"),
                counted(*files, "file"),
                size(*bytes),
                counted(errors, "error"),
                counted(warnings, "warning")
            ),
            Style::Plain => [
                format!("releases: {}", grouped(*indexed)),
                format!("output: {output}"),
                format!("files in the output: {}", grouped(*files)),
                format!("size of the output: {}", size(*bytes)),
                format!("errors: {}", grouped(errors)),
                format!("warnings: {}", grouped(warnings)),
                format!("seconds: {seconds:.2}"),
            ]
            .join("\n"),
            Style::Json => serde_json::to_string(self).expect("words and numbers can be written"),
        }
    }
}
